import { namesOfNickname } from './nicknames.ts';
import { soundKey } from './sound-key.ts';

/** A name taken apart for comparison. All texts are folded Latin tokens joined by one space. */
export interface NameForm {
  /** All tokens in alphabetical order, without particles, titles and generation. */
  readonly full: string;
  /** The sounds of all tokens in alphabetical order. */
  readonly key: string;
  /** The first given name, or null when there is only one name. */
  readonly given: string | null;
  readonly family: string | null;
  readonly givenSound: string | null;
  readonly familySound: string | null;
  /** All given names without spaces: `isab elle` is `isabelle`. */
  readonly givenJoined: string | null;
  /** The letters of the joined given names, and of the family name, in alphabetical order: swapped letters do not show. */
  readonly givenLetters: string | null;
  readonly familyLetters: string | null;
  /** Which of a to z they have, as bits: names that differ in many letters are not alike. */
  readonly givenMask: number;
  readonly familyMask: number;
  /** What the given name may be short for. */
  readonly nicknames: readonly number[];
  readonly sounds: readonly string[];
  /** 1 for senior or I, 2 for junior or II, and so on; null when the name does not say. */
  readonly generation: number | null;
}

export interface NameParts {
  readonly given: string | null;
  readonly family: string | null;
  /** The name as one text, when it came unsplit. */
  readonly whole: string | null;
}

const particles = new Set(
  'al el ul ar as ash an at bin ibn bint bt ould wald de del della dello di da dos das do la las los le les van von der den dem ter ten zu zum zur af av y e'.split(
    ' ',
  ),
);
const titles = new Set('mr mrs ms miss dr prof sir dame herr frau haji hajj sheikh shaikh sayyid'.split(' '));
const generations: ReadonlyMap<string, number> = new Map([
  ['sr', 1],
  ['senior', 1],
  ['i', 1],
  ['jr', 2],
  ['junior', 2],
  ['ii', 2],
  ['2nd', 2],
  ['iii', 3],
  ['3rd', 3],
  ['iv', 4],
]);
const servants = new Set(['abd', 'abdul', 'abdal', 'abdel', 'abdoul']);
const joined = new Set(['o', 'mc', 'mac', 'fitz']);

/** Takes a person's name apart. Undefined when nothing is left to compare. */
export function personNameForm(parts: NameParts): NameForm | undefined {
  const split = parts.whole === null;
  const given = cleaned(parts.given, split);
  const family = cleaned(parts.family, split);
  const whole = cleaned(parts.whole, true);
  const tokens = split ? [...given.tokens, ...family.tokens] : whole.tokens;
  if (tokens.length === 0) return undefined;
  const first = split ? given.tokens[0] : whole.tokens.length > 1 ? whole.tokens[0] : undefined;
  const last = split ? family.tokens.join(' ') : (whole.tokens.at(-1) ?? '');
  return form(tokens, {
    given: first ?? null,
    family: last === '' ? null : last,
    givenJoined: (split ? given.tokens : tokens.slice(0, -1)).join('') || first || null,
    generation: family.generation ?? given.generation ?? whole.generation,
  });
}

const legalForms = new Set(
  'ltd limited llc inc incorporated corp corporation co company plc gmbh ag kg ohg ug mbh sa sas sarl srl spa sl slu bv nv oy ab as aps doo ood eood ad ooo oao zao pao tov pte pvt lp llp sro zoo kft bt rt se the and und et e y'.split(
    ' ',
  ),
);

/** Takes an organisation's name apart: legal forms fall away. Undefined when nothing is left to compare. */
export function organizationNameForm(parts: NameParts): NameForm | undefined {
  const all = (parts.whole ?? '').replaceAll('.', '').split(' ').filter(Boolean);
  const kept = all.filter((token) => !legalForms.has(token));
  const tokens = kept.length > 0 ? kept : all;
  if (tokens.length === 0) return undefined;
  return form(tokens, { given: null, givenJoined: null, family: tokens.join(' '), generation: null });
}

function form(
  tokens: readonly string[],
  parts: {
    given: string | null;
    givenJoined: string | null;
    family: string | null;
    generation: number | null;
  },
): NameForm {
  const sounds = tokens.map(soundOf);
  return {
    full: [...tokens].sort().join(' '),
    key: [...sounds].sort().join(' '),
    given: parts.given,
    family: parts.family,
    givenSound: parts.given === null ? null : soundOf(parts.given),
    familySound: parts.family === null ? null : parts.family.split(' ').map(soundOf).join(' '),
    givenJoined: parts.givenJoined,
    givenLetters: lettersOf(parts.givenJoined),
    familyLetters: lettersOf(parts.family),
    givenMask: maskOf(parts.givenJoined),
    familyMask: maskOf(parts.family),
    nicknames: parts.given === null ? [] : namesOfNickname(parts.given),
    sounds: [...new Set(sounds)].sort(),
    generation: parts.generation,
  };
}

function lettersOf(name: string | null): string | null {
  return name === null ? null : [...name.replaceAll(' ', '')].sort().join('');
}

function maskOf(name: string | null): number {
  let mask = 0;
  for (const letter of name ?? '') {
    const place = letter.charCodeAt(0) - 97;
    if (place >= 0 && place < 26) mask |= 1 << place;
  }
  return mask;
}

function cleaned(text: string | null, ends: boolean): { tokens: string[]; generation: number | null } {
  let tokens = (text ?? '').split(/[\s.,'-]+/).filter(Boolean);
  if (tokens.length > 1 && titles.has(tokens[0] ?? '')) tokens = tokens.slice(1);
  let generation: number | null = null;
  const suffix = tokens.findIndex(
    (token, index) =>
      index > 0 && generations.has(token) && (token.length > 1 || (ends && index === tokens.length - 1)),
  );
  if (suffix > 0) {
    generation = generations.get(tokens[suffix] ?? '') ?? null;
    tokens.splice(suffix, 1);
  }
  const plain = tokens.filter((token) => !particles.has(token));
  return { tokens: joinedTokens(plain.length > 0 ? plain : tokens), generation };
}

/** `abdul rahman` and `abd al rahman` become one token, `o hare` and `mc donald` too. */
function joinedTokens(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    const next = tokens[index + 1];
    if (next !== undefined && (servants.has(token) || joined.has(token))) {
      result.push((servants.has(token) ? 'abd' : token) + next);
      index++;
    } else result.push(token);
  }
  return result;
}

const sounds = new Map<string, string>();

function soundOf(token: string): string {
  let sound = sounds.get(token);
  if (sound === undefined) {
    sound = soundKey(token) || token;
    if (sounds.size > 500_000) sounds.clear();
    sounds.set(token, sound);
  }
  return sound;
}
