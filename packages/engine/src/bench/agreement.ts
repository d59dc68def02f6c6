export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Harmonic mean of B-cubed precision and recall: Bagga and Baldwin 1998. */
  readonly b3: number;
}

/** How a clustering agrees with the truth, over pairs and (B3) over members. */
export function agreementOf(
  members: readonly { readonly truth: string; readonly found: string }[],
): Agreement {
  const truth = countBy(members.map((member) => member.truth));
  const found = countBy(members.map((member) => member.found));
  const both = countBy(members.map((member) => `${member.truth}|${member.found}`));
  const common = pairs(both);
  const precision = common / Math.max(1, pairs(found));
  const recall = common / Math.max(1, pairs(truth));
  let right = 0;
  let whole = 0;
  for (const member of members) {
    const shared = both.get(`${member.truth}|${member.found}`) ?? 0;
    right += shared / (found.get(member.found) ?? 1);
    whole += shared / (truth.get(member.truth) ?? 1);
  }
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    b3: harmonic(right / Math.max(1, members.length), whole / Math.max(1, members.length)),
  };
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function pairs(counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of counts.values()) sum += (count * (count - 1)) / 2;
  return sum;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
