// How common a value is, in words. Counts come from the view that is asked and from nothing else. A count says "fewer
// than 12" below that number: frequency classes (see value-code.ts) hold 8 to 11 in one, so that no count below ten is
// ever told.

/** The largest class whose count may be below ten; the next begins at twelve. */
const smallClass = 6;
const smallBound = 12;

/** How common the value that two share is among the subjects of their type. */
export interface Commonness {
  /** What is shared: this name, this phone. */
  readonly what: string;
  /** About one in so many has it, to two digits; null where fewer than `fewerThan` have it. */
  readonly oneIn: number | null;
  readonly fewerThan: number | null;
  /** Subjects of the type that were looked at. */
  readonly of: number;
  /** All of it in words. */
  readonly words: string;
}

/** Undefined where nothing is known of the frequency, or too few were looked at to say anything. */
export function commonnessOf(
  frequencyClass: number,
  given: { readonly what: string; readonly subjects: number },
): Commonness | undefined {
  const { what, subjects } = given;
  if (subjects < 2 * smallBound) return undefined;
  if (frequencyClass <= smallClass) {
    const words = `${what}: fewer than ${smallBound} of ${grouped(subjects)} have it here`;
    return { what, oneIn: null, fewerThan: smallBound, of: subjects, words };
  }
  const holders = 2 ** ((frequencyClass + 0.5) / 2);
  const oneIn = Math.max(1, twoDigits(subjects / holders));
  const share = oneIn < 2 ? 'more than half' : `about 1 in ${grouped(oneIn)}`;
  return { what, oneIn, fewerThan: null, of: subjects, words: `${what} is shared by ${share} here` };
}

/** What two share by a level: a part of the name where the level's title says which, else the whole trait. */
export function sharedThing(comparison: string, level: string): string {
  if (/\bthe same family name\b/.test(level)) return 'this family name';
  if (/\bthe same given name\b/.test(level)) return 'this given name';
  if (/\bwords?\b/.test(level)) return 'their rarest word';
  return `this ${comparison.charAt(0).toLowerCase()}${comparison.slice(1)}`;
}

function twoDigits(value: number): number {
  if (value < 10) return Math.round(value);
  const power = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Math.round(value / power) * power;
}

function grouped(value: number): string {
  return value.toLocaleString('en-GB');
}
