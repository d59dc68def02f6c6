// In: the places where somebody was, one after the other. Out: how far they go round, and how likely that is by chance.
//
// Who goes round goes on to where he went on to before from the same place, or, where that is not known yet or would be
// straight back from where he mostly goes straight back, to the place that was left longest ago. Under the null he goes on to any of the places where he has been, each as
// often as he is there at all: so whoever always comes back to one depot, commutes between two places or travels on
// without returning is not unusual, nor is whoever visits the same few places in any order. What is new to him, and a
// return where there is no choice, tells nothing. The chance is the upper tail of the Poisson binomial distribution (each
// return with its own probability).

export interface Circuit {
  /** In the order of the round. */
  readonly places: readonly string[];
  /** Returns where there was a choice, and how many were in the order of the round. */
  readonly returns: number;
  readonly hits: number;
  /** How many hits the null expects. */
  readonly expected: number;
  readonly chance: number;
}

/** Tests a sequence of places, no two neighbours the same; undefined where no return had a choice. */
export function testCircuit(places: readonly string[]): Circuit | undefined {
  const visits = countsOf(places);
  // In the order in which they were left: a place that is visited again moves to the end.
  const left = new Set<string>();
  const followers = new Map<string, Map<string, number>>();
  const back = new Map<string, number>();
  const odds: number[] = [];
  let hits = 0;
  places.forEach((place, at) => {
    const before = places[at - 1];
    const open = [...left].filter((other) => other !== before);
    if (before !== undefined && left.has(place) && open.length > 1) {
      const usual = mostOf(followers.get(before));
      const isBack = usual === places[at - 2] && 2 * (back.get(before) ?? 0) >= sumOf(followers.get(before));
      const next = usual === undefined || isBack ? (open[0] as string) : usual;
      const all = open.reduce((sum, other) => sum + (visits.get(other) as number), 0);
      odds.push((visits.get(next) as number) / all);
      if (place === next) hits++;
    }
    if (before !== undefined) {
      const own = followers.get(before) ?? new Map<string, number>();
      followers.set(before, own.set(place, (own.get(place) ?? 0) + 1));
      if (place === places[at - 2]) back.set(before, (back.get(before) ?? 0) + 1);
    }
    left.delete(place);
    left.add(place);
  });
  if (odds.length === 0) return undefined;
  const round = [...visits.keys()].filter((place) => (visits.get(place) as number) > 1);
  const expected = odds.reduce((sum, one) => sum + one, 0);
  return { places: round, returns: odds.length, hits, expected, chance: upperTail(odds, hits) };
}

function countsOf(places: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
  return counts;
}

function sumOf(counts: ReadonlyMap<string, number> | undefined): number {
  return [...(counts?.values() ?? [])].reduce((sum, one) => sum + one, 0);
}

/** The one that is there most often; of several the first. */
function mostOf(counts: ReadonlyMap<string, number> | undefined): string | undefined {
  let [best, most]: [string | undefined, number] = [undefined, 0];
  for (const [value, count] of counts ?? []) if (count > most) [best, most] = [value, count];
  return best;
}

/** P(at least `count` of independent events with these probabilities). */
export function upperTail(odds: readonly number[], count: number): number {
  const exactly = new Float64Array(odds.length + 1);
  exactly[0] = 1;
  odds.forEach((probability, events) => {
    for (let k = events + 1; k > 0; k--)
      exactly[k] = (exactly[k] as number) * (1 - probability) + (exactly[k - 1] as number) * probability;
    exactly[0] = (exactly[0] as number) * (1 - probability);
  });
  let sum = 0;
  for (let k = odds.length; k >= count; k--) sum += exactly[k] as number;
  return Math.min(1, sum);
}

/** The median days from leaving a place's stay to the next one there; dates are ISO. Null where nobody returned. */
export function periodOf(stays: readonly { readonly place: string; readonly from: string }[]): number | null {
  const last = new Map<string, number>();
  const gaps: number[] = [];
  for (const { place, from } of stays) {
    const day = Date.parse(`${from}T00:00:00Z`) / 86_400_000;
    const before = last.get(place);
    if (before !== undefined) gaps.push(day - before);
    last.set(place, day);
  }
  gaps.sort((a, b) => a - b);
  return gaps.length === 0 ? null : (gaps[Math.floor((gaps.length - 1) / 2)] as number);
}
