import type { Refusal } from '@clew/model/refusal.ts';

/** Parts of a request that were not carried out, told after the outcome of the rest. */
export class Refused extends Error {
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[]) {
    super('Part of the request was refused');
    this.name = 'Refused';
    this.refusals = refusals;
  }
}
