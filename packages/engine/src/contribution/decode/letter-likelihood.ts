const enough = 1500;

const rareLetter = Math.log(0.0006);
const symbolBeside = Math.log(0.003);
const symbolInside = Math.log(0.00005);
const apostrophe = Math.log(0.01);
const impossible = Math.log(1e-7);
const oddNeighbour = Math.log(0.02);

/**
 * How likely a text is in a language: the mean logarithm of the probability of each character outside ASCII, for at
 * most the first 1,500. The letters come in the order of frequency (Zipf: the share of the k-th falls with 1/k).
 * Against a language count: symbols inside words, capitals after small letters, two scripts in one word.
 */
export function likelihood(text: string, letters: string): number {
  const shares = sharesOf(letters);
  const isLatin = (letters.charCodeAt(0) ?? 0) < 0x250;
  let sum = 0;
  let count = 0;
  for (let index = 0; index < text.length && count < enough; index++) {
    if (text.charCodeAt(index) < 0x80) continue;
    count++;
    sum += weightAt(text, index, { shares, isLatin });
  }
  return count === 0 ? 0 : sum / count;
}

interface Model {
  readonly shares: ReadonlyMap<string, number>;
  readonly isLatin: boolean;
}

function weightAt(text: string, index: number, model: Model): number {
  const character = text[index] as string;
  const code = character.charCodeAt(0);
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return impossible;
  const before = text[index - 1] ?? ' ';
  const after = text[index + 1] ?? ' ';
  if (!isLetter(character)) {
    if (!isLetter(before) || !isLetter(after)) return symbolBeside;
    return character === '’' && model.isLatin ? apostrophe : symbolInside;
  }
  let weight = model.shares.get(character) ?? model.shares.get(character.toLowerCase()) ?? rareLetter;
  if (isLetter(before)) {
    if (isCapital(character) && isSmall(before)) weight += oddNeighbour;
    if (!model.isLatin && before.charCodeAt(0) < 0x80) weight += oddNeighbour;
  }
  if (!model.isLatin && isLetter(after) && after.charCodeAt(0) < 0x80) weight += oddNeighbour;
  // In Latin script the letters outside ASCII stand among others; three in a row are hardly a word.
  if (model.isLatin && isForeign(before) && isForeign(after)) weight += oddNeighbour;
  return weight;
}

const shareTables = new Map<string, ReadonlyMap<string, number>>();

function sharesOf(letters: string): ReadonlyMap<string, number> {
  const known = shareTables.get(letters);
  if (known !== undefined) return known;
  const all = [...letters];
  const total = all.reduce((sum, _, rank) => sum + 1 / (rank + 3), 0);
  const shares = new Map(all.map((letter, rank) => [letter, Math.log(1 / (rank + 3) / total)]));
  shareTables.set(letters, shares);
  return shares;
}

const kinds = new Map<
  string,
  { readonly letter: boolean; readonly capital: boolean; readonly small: boolean }
>();

function kindOf(character: string) {
  let kind = kinds.get(character);
  if (kind === undefined) {
    kind = {
      letter: /\p{L}/u.test(character),
      capital: character !== character.toLowerCase(),
      small: character !== character.toUpperCase(),
    };
    kinds.set(character, kind);
  }
  return kind;
}

const isLetter = (character: string) => kindOf(character).letter;
const isForeign = (character: string) => character.charCodeAt(0) >= 0x80 && isLetter(character);
const isCapital = (character: string) => kindOf(character).capital;
const isSmall = (character: string) => kindOf(character).small;
