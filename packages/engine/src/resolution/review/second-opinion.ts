import { createHash } from 'node:crypto';

/** One pair in so many that were judged comes back to another reviewer, unless the hub says otherwise. */
export const secondOpinionOneIn = 10;

/** One reviewer's verdict on a pair of subjects, a < b. */
export interface GivenVerdict {
  readonly a: bigint;
  readonly b: bigint;
  readonly verdict: 'same' | 'different' | 'unsure';
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface JudgedPair {
  readonly a: bigint;
  readonly b: bigint;
  /** The first verdict of each reviewer, in the order in which they came to it. */
  readonly first: ReadonlyMap<string, GivenVerdict['verdict']>;
  /** Everything that was said, in its order. The last word holds. */
  readonly said: readonly GivenVerdict[];
}

/** Whether people have decided on a pair. */
export function isDecided({ said }: JudgedPair): boolean {
  const last = said.at(-1)?.verdict;
  return last === 'same' || last === 'different';
}

/** The verdicts by pair, given in the order in which they were made. */
export function judgedPairs(given: readonly GivenVerdict[]): ReadonlyMap<string, JudgedPair> {
  const byPair = new Map<string, GivenVerdict[]>();
  for (const one of given) {
    const key = pairKey(one.a, one.b);
    byPair.set(key, [...(byPair.get(key) ?? []), one]);
  }
  return new Map([...byPair].map(([key, said]) => [key, judgedPair(said)]));
}

function judgedPair(said: readonly GivenVerdict[]): JudgedPair {
  const { a, b } = said[0] as GivenVerdict;
  const first = new Map<string, GivenVerdict['verdict']>();
  for (const { by, verdict } of said) if (!first.has(by)) first.set(by, verdict);
  return { a, b, first, said };
}

export function pairKey(a: bigint, b: bigint): string {
  return `${a.toString(16).padStart(16, '0')} ${b.toString(16).padStart(16, '0')}`;
}

/**
 * Where a pair stands among those that are drawn for a second opinion, or undefined when it is not drawn. The draw rests
 * on the ids alone: nobody can choose what is looked at twice, and the pairs drawn are a fair sample of those judged.
 */
export function drawnAt({ a, b }: Pick<JudgedPair, 'a' | 'b'>, oneIn: number): string | undefined {
  const hash = createHash('sha256')
    .update(`second opinion ${pairKey(a, b)}`)
    .digest();
  return hash.readUInt32BE(0) % oneIn === 0 ? hash.toString('hex', 4, 12) : undefined;
}

/** A drawn pair that this reviewer should look at: one other has, or two have and disagree. In the order of the draw. */
export function dueTo(
  reviewer: string,
  pairs: Iterable<JudgedPair>,
  oneIn: number,
): (JudgedPair & { readonly drawn: string })[] {
  const due: (JudgedPair & { readonly drawn: string })[] = [];
  for (const pair of pairs) {
    const drawn = drawnAt(pair, oneIn);
    if (drawn === undefined || pair.first.has(reviewer)) continue;
    const disputed = pair.first.size === 2 && new Set(pair.first.values()).size === 2;
    if (pair.first.size === 1 || disputed) due.push({ ...pair, drawn });
  }
  return due.sort((one, other) => (one.drawn < other.drawn ? -1 : 1));
}

/** The two first opinions on each drawn pair, as ratings: a third is asked for only where two disagree. */
export function independentRatings(
  pairs: Iterable<JudgedPair>,
  oneIn: number,
): { readonly unit: string; readonly rater: string; readonly verdict: string }[] {
  return [...pairs].flatMap((pair) => {
    if (drawnAt(pair, oneIn) === undefined) return [];
    const opinions = [...pair.first].slice(0, 2);
    return opinions.map(([rater, verdict]) => ({ unit: pairKey(pair.a, pair.b), rater, verdict }));
  });
}
