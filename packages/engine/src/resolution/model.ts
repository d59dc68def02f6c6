import type { FeaturePlan } from './feature-plan.ts';

/** SQL text over the features of the two sides of a pair, `l` and `r` being the names under which they are joined. */
export type PairSql = (l: string, r: string) => string;

/**
 * One outcome of a comparison. `m` and `u` are the prior shares of the level among matches and among random pairs
 * where both sides are known; data moves them (see `train.ts`) unless the comparison is `fixed`.
 */
export interface Level {
  readonly title: string;
  readonly when: PairSql;
  readonly m: number;
  readonly u: number;
  /**
   * The frequency class (see `value-code.ts`) of the value that the two share: it moves the weight, because a rare
   * name says more than a common one. Null in SQL where nothing is known of it.
   */
  readonly frequency?: PairSql;
}

/** The words of a level as a code, by which it is said in other languages. */
export function levelCode(title: string): string {
  return (title.toLowerCase().match(/[a-z0-9]+/g) ?? []).join('-');
}

/**
 * How one trait of two things is compared. The first level whose condition holds counts; the last holds always and is
 * level 0. Where `known` is false on either side the comparison says nothing: weight 0.
 */
export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly known: PairSql;
  readonly levels: readonly Level[];
  /** A cheap condition under which only the last level can hold; asked first. */
  readonly apart?: PairSql;
  /**
   * For features that can have several values: `one` is the column that is set when there is a single value, `all` the
   * list of all. The best pair of values counts, and `known` and `when` speak of one value of each side. `fields`: a value
   * is a STRUCT.
   */
  readonly variants?: { readonly one: string; readonly all: string; readonly fields?: boolean };
  /** m and u are what they are: for traits whose meaning is known beforehand. */
  readonly fixed?: boolean;
  /** Nobody in the data at hand has what it compares: it is known for no pair. */
  readonly absent?: boolean;
}

/**
 * What follows from several comparisons together, which are not independent where people are related: a weight that is
 * added when the condition holds. The condition sees the level of each comparison by its id (null: nothing known).
 */
export interface Interaction {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  /** Bits. */
  readonly weight: number;
  /** Pairs like this are evidence that two clusters are of different things. */
  readonly conflict: boolean;
  /**
   * Comparisons whose agreement is no chance where the condition holds: a number that is issued twice. Such pairs say
   * nothing of how often two taken at random agree, and are left out of u.
   */
  readonly explains?: readonly string[];
  /** Where the pair may as well be two relatives, `weight` is replaced by what `rivals.ts` makes of it. */
  readonly rival?: Rival;
}

/** Relatives who agree in what a person agrees in with themselves. */
export interface Rival {
  /** Pairs of such relatives for each subject, with the source in the model. */
  readonly perSubject: number;
  /** Level conditions: a pair that shows that both have a record of their own. */
  readonly own: string;
  /** Level conditions: a pair that differs as these relatives do, and a pair that a number settles. */
  readonly alike: string;
  readonly settled: string;
  /** SQL over a row of features: who could have one. */
  readonly among: string;
}

/** Pairs that agree in a key are compared. `uses` are the comparisons that the key makes agree. */
export interface BlockingRule {
  readonly id: string;
  readonly title: string;
  /** SELECT n, key (anything hashable, null: none), refined (the key for blocks that are too large) FROM features. */
  readonly keys: (features: string) => string;
  readonly uses: readonly string[];
}

export interface TypeModel {
  readonly type: string;
  /**
   * A file tells of each thing once: only subjects of two files are compared (feature `file`), and a cluster holds one of
   * each file at most.
   */
  readonly betweenFiles?: true;
  /** Nobody in the data at hand has several values of a trait. */
  readonly single?: boolean;
  readonly features: FeaturePlan;
  readonly comparisons: readonly Comparison[];
  readonly interactions: readonly Interaction[];
  readonly rules: readonly BlockingRule[];
  /** SQL over a row of features: what puts like subjects side by side where a block is too large to compare whole. */
  readonly nearness: string;
  /** Level conditions, over level numbers as in `Interaction`, one of which a link needs. */
  readonly linkable: string;
  /** The same, for what links only where the pair is right in 95 of 100 cases by itself, whatever the threshold is. */
  readonly linkableIfSure?: string;
}

/** The number of a level: the last is 0. */
export function levelNumber(comparison: Comparison, level: Level): number {
  return comparison.levels.length - 1 - comparison.levels.indexOf(level);
}

/** The level with this number. */
export function levelOf(comparison: Comparison, number: number): Level {
  const level = comparison.levels[comparison.levels.length - 1 - number];
  if (level === undefined) throw new Error(`No level ${number} in ${comparison.id}`);
  return level;
}

/** The number of the level with this title. */
export function levelByTitle(comparison: Comparison, title: string): number {
  const level = comparison.levels.find((one) => one.title === title);
  if (level === undefined) throw new Error(`No level "${title}" in ${comparison.id}`);
  return levelNumber(comparison, level);
}
