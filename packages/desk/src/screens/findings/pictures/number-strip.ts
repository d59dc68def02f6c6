// In: numbers of documents. Out: a strip of consecutive numbers, each with what is called so, and the gaps between.
// Invariant: nothing is left out; where the numbers are of several forms, or far apart, there is no strip.

export interface StripNumber {
  /** The end of the number: what differs from the others. */
  readonly end: string;
  /** The whole number where it is among those given; null: a gap. */
  readonly number: string | null;
}

export interface NumberStrip {
  /** What all begin with. */
  readonly begin: string;
  readonly numbers: readonly StripNumber[];
}

/** More numbers than this are no strip that one could look at. */
const longest = 120;
const form = /^(.*?)(\d{1,15})(\D*)$/u;

/** Undefined where the numbers do not follow one another. */
export function numberStrip(given: readonly string[]): NumberStrip | undefined {
  const parsed = given.map((number) => form.exec(number));
  const [first] = parsed;
  if (first === null || first === undefined || given.length < 2) return undefined;
  const [, begin = '', digits = '', tail = ''] = first;
  const places = new Map<number, string>();
  for (const [index, parts] of parsed.entries()) {
    if (parts === null || parts[1] !== begin || parts[3] !== tail || parts[2]?.length !== digits.length)
      return undefined;
    places.set(Number(parts[2]), given[index] as string);
  }
  const [least, most] = [Math.min(...places.keys()), Math.max(...places.keys())];
  if (most - least >= longest) return undefined;
  const text = (at: number) => String(at).padStart(digits.length, '0');
  const common = sharedBegin(text(least), text(most));
  const numbers = Array.from({ length: most - least + 1 }, (_none, step) => ({
    end: text(least + step).slice(common) + tail,
    number: places.get(least + step) ?? null,
  }));
  return { begin: begin + text(least).slice(0, common), numbers };
}

/** How many letters two texts of one length have in common at their beginning; two at the end stay in any case. */
function sharedBegin(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return Math.max(0, Math.min(length, one.length - 2));
}
