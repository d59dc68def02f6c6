import { formOf, type NameForm, type NameParts } from './name-form.ts';
import {
  endings,
  generations,
  isNothingButName,
  isPatronymic,
  joined,
  joinedTokens,
  namesAtTheEnds,
  particles,
  titles,
} from './name-words.ts';
import { namesOfNickname } from './nicknames.ts';

/** Takes a person's name apart. Undefined when nothing is left to compare. */
export function personNameForm(parts: NameParts): NameForm | undefined {
  const split = parts.whole === null;
  const given = cleaned(parts.given, split);
  const family = cleaned(parts.family, split);
  const whole = cleaned(parts.whole, true);
  const generation = family.generation ?? given.generation ?? whole.generation;
  if (!split) {
    if (whole.tokens.length === 0) return undefined;
    const told = tellApart(whole.tokens);
    const tokens = told.given === told.family ? told.given : [...told.given, ...told.family];
    return formOf({ ...partsOf(told), tokens, generation });
  }
  const tokens = [...given.tokens, ...family.tokens];
  if (tokens.length === 0) return undefined;
  return formOf({ ...partsOf({ given: given.tokens, family: family.tokens }), tokens, generation });
}

/**
 * Whether a name as one text, its parts in a row, is told apart into the same given and family names as the parts
 * themselves, so that it says nothing beside them.
 */
export function echoesParts(parts: NameParts): boolean {
  const [one, other] = [parts.given ?? '', parts.family ?? ''];
  if (isNothingButName(one) && isNothingButName(other)) return isGiven(one) || !isGiven(other);
  const given = cleaned(parts.given, true);
  const family = cleaned(parts.family, true);
  const whole = cleaned(`${parts.given ?? ''} ${parts.family ?? ''}`, true);
  const told = tellApart(whole.tokens);
  if (whole.tokens.length === 1) return true;
  const same = (one: readonly string[], other: readonly string[]) => one.join(' ') === other.join(' ');
  return same(told.given, given.tokens) && same(told.family, family.tokens);
}

interface GivenAndFamily {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

function partsOf({ given, family }: GivenAndFamily) {
  return {
    given: given[0] ?? null,
    givenJoined: given.join('') || null,
    family: family.join(' ') || null,
    initials: given.map((token) => token[0]).join('') || null,
  };
}

/**
 * Given names first and the family name last, unless the name shows that it stands the other way round: it ends in
 * initials or a patronymic, or in what is known as a given name while its first word is not. The only name of somebody who
 * has no other is both.
 */
function tellApart(tokens: readonly string[]): GivenAndFamily {
  const [first = '', second = ''] = tokens;
  const last = tokens.at(-1) ?? '';
  if (tokens.length === 1) return { given: tokens, family: tokens };
  const initials = first.length > 1 && tokens.slice(1).every((token) => token.length === 1);
  const patronymic = tokens.length === 3 && isPatronymic(last) && !isPatronymic(second);
  const known = !isGiven(first) && isGiven(last) && isGiven(second) && first.length > 1;
  if (initials || patronymic || known) return { given: tokens.slice(1), family: [first] };
  return { given: tokens.slice(0, -1), family: [last] };
}

function isGiven(token: string): boolean {
  return namesOfNickname(token).length > 0;
}

const isWord = (token: string) =>
  titles.has(token) || generations.has(token) || endings.has(token) || joined.has(token) || token === 'ng';

const digits: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
};

/** Figures within a word are letters that they look like; `jc` is two initials. */
function lettered(token: string): string | string[] {
  if (token.length === 2 && /^[bcdfghjklmnpqrstvwxz]+$/.test(token) && !isWord(token)) return [...token];
  return /[a-z]/.test(token) && /\d/.test(token) && !generations.has(token)
    ? token.replace(/[01345789]/g, (digit) => digits[digit] ?? digit)
    : token;
}

interface Cleaned {
  readonly tokens: readonly string[];
  readonly generation: number | null;
}

const noTokens: Cleaned = { tokens: [], generation: null };

function cleaned(text: string | null, ends: boolean): Cleaned {
  if (text === null) return noTokens;
  // Most names are one plain word.
  if (isNothingButName(text) && !text.startsWith('abd')) return { tokens: [text], generation: null };
  let tokens = text
    .split(/[\s.,'-]+/)
    .filter(Boolean)
    .slice(0, 12)
    .flatMap(lettered);
  while (tokens.length > 1 && titles.has(tokens[0] ?? '')) tokens = tokens.slice(1);
  while (tokens.length > 2 && endings.has(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  let generation: number | null = null;
  const suffix = tokens.findIndex(
    (token, index) =>
      index > 0 && generations.has(token) && (token.length > 1 || (ends && index === tokens.length - 1)),
  );
  if (suffix > 0) {
    generation = generations.get(tokens[suffix] ?? '') ?? null;
    tokens.splice(suffix, 1);
  }
  const isEnd = (index: number) => index === 0 || index === tokens.length - 1;
  const plain = tokens.filter(
    (token, index) => !particles.has(token) || (namesAtTheEnds.has(token) && isEnd(index)),
  );
  return { tokens: joinedTokens(plain.length > 0 ? plain : tokens), generation };
}
