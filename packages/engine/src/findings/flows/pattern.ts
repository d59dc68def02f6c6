export const flowKinds = [
  'fan-in',
  'fan-out',
  'cycle',
  'gather-scatter',
  'scatter-gather',
  'bipartite',
  'stacked',
] as const;
export type FlowKind = (typeof flowKinds)[number];

/** A payer with a payee: all payments between them from one time to another belong to the pattern. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

/** Something found, by numbers of accounts. */
export interface Candidate {
  readonly kind: FlowKind;
  /** Ascending. */
  readonly accounts: readonly number[];
  readonly steps: readonly Step[];
  /** Probability of the same or more under the null, for one of what was tested, whatever was looked at within it. */
  readonly chance: number;
}

export interface Searched {
  /** How many accounts were tested. */
  readonly tested: number;
  readonly candidates: readonly Candidate[];
  /** Accounts or transfers from which the search was not carried to its end. */
  readonly cutShort: number;
}

/** Less likely than this and a candidate is kept: no correction for several tests would leave anything above it. */
export const leastUnlikely = 0.05;

/** Accounts of steps, ascending. */
export function accountsOf(steps: readonly Step[]): number[] {
  return [...new Set(steps.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
}
