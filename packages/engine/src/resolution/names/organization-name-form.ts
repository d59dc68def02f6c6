import {
  fillers,
  legalForms,
  legalPhrases,
  placeWords,
  plainWords,
  sameWords,
  shipWords,
  tradeWords,
} from './firm-words.ts';
import { type FirmForm, formOf, type NameForm, type NameParts, soundOf } from './name-form.ts';

/** Takes an organisation's name apart: legal forms fall away. Undefined when nothing is left to compare. */
export function organizationNameForm(parts: NameParts): NameForm | undefined {
  const all = tokensOf(parts.whole ?? '');
  if (all.length === 0) return undefined;
  const forms: string[] = [];
  let kept = all.filter((token, index) => {
    const kind = index === 0 && all.length > 1 && plainWords.has(token) ? undefined : legalForms.get(token);
    if (kind !== undefined) forms.push(kind);
    return kind === undefined;
  });
  if (kept.length === 0) kept = [...all];
  if (kept.length > 1 && shipWords.has(kept[0] ?? '')) kept = kept.slice(1);
  const plain = kept.filter((token) => !fillers.has(token));
  const tokens = withWholeNumbers(
    (plain.length > 0 ? plain : kept).map((token) => sameWords.get(token) ?? token),
  );
  const initials = tokens.length > 1 ? tokens.map((token) => token[0]).join('') : null;
  const family = tokens.join(' ');
  const form = formOf({ tokens, given: null, givenJoined: null, family, initials, generation: null });
  const heard = [...new Map(tokens.map((token) => [soundOf(token), token]))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return {
    ...form,
    letters: [...(parts.whole ?? '').replace(/[^a-z0-9]/g, '')].sort().join(''),
    sounds: heard.map(([sound]) => sound),
    words: heard.map(([, word]) => word),
    wordNames: [],
    firm: firmOf(tokens, forms),
  };
}

/** Words, letters that stand alone next to each other as one: `j p morgan s a` is `jp morgan sa`. */
function tokensOf(text: string): readonly string[] {
  let plain = text
    .replaceAll('.', '')
    .replace(/\b([a-z]) (?:and|und|et|y) ([a-z])\b/g, '$1 $2')
    .replace(/\b[a-z](?: [a-z]\b)+/g, (run) => run.replaceAll(' ', ''));
  for (const [phrase, form] of legalPhrases) plain = plain.replace(phrase, form);
  return plain.split(' ').filter(Boolean).slice(0, 24);
}

/** Tens and ones next to each other are one number: `forty four`. */
function withWholeNumbers(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (const token of tokens) {
    const last = result.at(-1) ?? '';
    if (/^[2-9]0$/.test(last) && /^[1-9]$/.test(token))
      result[result.length - 1] = String(Number(last) + Number(token));
    else result.push(token);
  }
  return result;
}

function firmOf(tokens: readonly string[], forms: readonly string[]): FirmForm {
  const sorted = (words: readonly string[]) => [...new Set(words)].sort().join(' ') || null;
  const isNumber = (token: string) => /^\d+[a-z]?$/.test(token);
  const places = tokens.filter((token) => placeWords.has(token));
  const core = tokens.filter((token) => !tradeWords.has(token) && !placeWords.has(token) && !isNumber(token));
  return {
    legal: forms.findLast((form) => form !== 'any') ?? null,
    numbers: sorted(tokens.filter(isNumber)),
    core: sorted(core),
    places: sorted(places),
  };
}
