/** Numbers of subjects from one up to another, which is not among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Pairs (a, b) whose ends lie in two slices of the subjects, by their places among all slices; of `a` maybe a part of it. */
export interface Tile {
  readonly a: Range;
  readonly b: Range;
  readonly slices: readonly [a: number, b: number];
}

/** How much is worked on at once, which bounds the memory and changes nothing else. */
export interface AtOnce {
  /** Pairs that are compared. */
  readonly pairs: number;
  /** Subjects whose features are put together, or held on either side of what is compared. */
  readonly subjects: number;
  /** Pairs whose parts are told in words and put in order: a file of candidates each. */
  readonly told: number;
  /** Subjects of all types whose clusters are put in order: a file of clusters each. */
  readonly listed: number;
}

/** The features of a million people are about half a gigabyte, the words of a million pairs about one. */
export const usuallyAtOnce: AtOnce = {
  pairs: 5_000_000,
  subjects: 1_000_000,
  told: 1_000_000,
  listed: 5_000_000,
};

/**
 * Parts all pairs (a < b) of subjects 1 to `subjects` into tiles, so that neither what is compared nor the features that it
 * needs grow with what there is. `pairs` are those expected, spread evenly. One slice and one tile where they are few.
 */
export function tilesOf(
  subjects: number,
  pairs: number,
  atOnce = usuallyAtOnce,
): { readonly slices: readonly Range[]; readonly tiles: readonly Tile[] } {
  const lots = Math.ceil(pairs / atOnce.pairs);
  const slices = lots <= 1 ? [everybody(subjects)] : slicesOf(subjects, atOnce.subjects);
  const tiles = slices.flatMap((slice, first) =>
    slices.slice(first).flatMap((b, further) => {
      const share = (further === 0 ? 1 : 2) / slices.length ** 2;
      const parts = parted(slice, Math.ceil(lots * share));
      return parts.map((a): Tile => ({ a, b, slices: [first, first + further] }));
    }),
  );
  return { slices, tiles };
}

/** Subjects 1 to `subjects` in ranges of about so many; one range at least. */
export function slicesOf(subjects: number, atOnce: number): Range[] {
  return parted(everybody(subjects), Math.ceil(subjects / atOnce));
}

function everybody(subjects: number): Range {
  return { from: 0, to: subjects + 1 };
}

function parted({ from, to }: Range, count: number): Range[] {
  const parts = Math.max(1, Math.min(count, to - from));
  const edge = (part: number) => from + Math.floor(((to - from) * part) / parts);
  return Array.from({ length: parts }, (_, part) => ({ from: edge(part), to: edge(part + 1) }));
}

/** SQL: whether a number lies in a range. */
export function within(number: string, { from, to }: Range): string {
  return `${number} >= ${from} and ${number} < ${to}`;
}
