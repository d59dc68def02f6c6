// Fan-in, fan-out and both at one account. Two things make an account's payers a fan: more of them than chance has it pay
// several times at once, or more of them than chance has it come within one stretch of time and never else. How many payers
// the account has is kept, so that a shop with many of them is no fan-in for that.

import { chanceOfAtLeastClustered, chanceOfAtLeastTrials, chanceOfBoth } from '../chance.ts';
import type { AtOnce } from './at-once.ts';
import type { Crowding } from './crowding.ts';
import type { Layers } from './layer.ts';
import { type Candidate, type FlowKind, leastUnlikely, type Searched, type Step } from './pattern.ts';
import { type Edges, inCount, outCount, type Side } from './ties.ts';

/** Fewer payers, or payees, are no fan. */
const least = 3;
/** On each side of one that gathers and scatters, and on both together. */
const leastSide = 2;
const leastBoth = 5;

interface Found {
  readonly chance: number;
  readonly steps: readonly Step[];
}

const nothing: Found = { chance: 1, steps: [] };

export function findFans(
  ties: Edges,
  given: { readonly layers: Layers; readonly atOnce: AtOnce; readonly crowding: Crowding },
): Searched {
  const candidates: Candidate[] = [];
  let tested = 0;
  const keep = (kind: FlowKind, centre: number, found: Found) => {
    if (found.chance > leastUnlikely) return;
    const others = found.steps.map(({ from, to }) => (from === centre ? to : from));
    const accounts = [...new Set([centre, ...others])].sort((a, b) => a - b);
    candidates.push({ kind, accounts, ...found });
  };
  for (let account = 0; account < ties.accounts; account++) {
    const payers = new Fan(ties, { account, side: 'in', ...given });
    const payees = new Fan(ties, { account, side: 'out', ...given });
    const [gathers, scatters] = [payers.size >= least, payees.size >= least];
    const both =
      payers.size >= leastSide && payees.size >= leastSide && payers.size + payees.size >= leastBoth;
    tested += Number(gathers) + Number(scatters) + Number(both);
    const fanIn = gathers ? payers.best() : nothing;
    const fanOut = scatters ? payees.best() : nothing;
    const through = both ? bestThrough(payers, payees) : nothing;
    if (through.chance <= Math.min(fanIn.chance, fanOut.chance)) keep('gather-scatter', account, through);
    else {
      keep('fan-in', account, fanIn);
      keep('fan-out', account, fanOut);
    }
  }
  return { tested, candidates, cutShort: 0 };
}

interface Burst extends Found {
  readonly count: number;
  /** P(this one stretch holds so many). */
  readonly local: number;
  readonly until: number;
}

interface FanOf {
  readonly account: number;
  readonly side: Side;
  readonly layers: Layers;
  readonly atOnce: AtOnce;
  readonly crowding: Crowding;
}

/** The ties of one account on one side. */
class Fan {
  readonly size: number;
  readonly #ties: Edges;
  readonly #list: Int32Array;
  readonly #layers: Layers;
  readonly #crowding: Crowding;
  readonly #side: Side;
  readonly #expectedAtOnce: number;

  constructor(ties: Edges, of: FanOf) {
    const { account, side } = of;
    const start = (side === 'in' ? ties.inStart : ties.outStart)[account] as number;
    this.size = side === 'in' ? inCount(ties, account) : outCount(ties, account);
    this.#list = (side === 'in' ? ties.in : ties.out).subarray(start, start + this.size);
    this.#ties = ties;
    this.#layers = of.layers;
    this.#crowding = of.crowding;
    this.#side = side;
    this.#expectedAtOnce = of.atOnce.expected(side, account);
  }

  /** The likelier reason of the two, for three and more. */
  best(): Found {
    const atOnce = this.atOnce(least);
    let found = atOnce;
    for (const width of this.#layers.widths) {
      for (const burst of this.bursts(width, least)) {
        const chance = burst.local * this.size * this.#layers.widths.length;
        if (chance < found.chance) found = { chance, steps: burst.steps };
      }
    }
    const tests = this.#layers.widths.length === 0 ? 1 : 2;
    return { ...found, chance: Math.min(1, found.chance * tests) };
  }

  /** Ties with several payments at once. */
  atOnce(fewest: number): Found {
    const marked = [...this.#list].filter((tie) => (this.#ties.payments[tie] as number) > 1);
    if (marked.length < fewest) return nothing;
    const rate = this.#expectedAtOnce / this.size;
    const dispersion = this.#crowding.atOnce(this.#side, this.size);
    const chance = chanceOfSome({ trials: this.size, rate, dispersion }, marked.length);
    return { chance, steps: marked.map((tie) => this.#step(tie)) };
  }

  /** Stretches of time that hold ties whole, the unlikelier ones; each begins with a tie. */
  *bursts(width: number, fewest: number): Generator<Burst> {
    const { first, last } = this.#ties;
    const within = this.#list.filter((tie) => (last[tie] as number) - (first[tie] as number) <= width);
    const dispersion = this.#crowding.inTime(this.#side, this.size, width);
    let end = 0;
    let fullest = 0;
    for (let start = 0; start + fewest <= within.length; start++) {
      const from = first[within[start] as number] as number;
      while (end < within.length && (first[within[end] as number] as number) <= from + width) end++;
      const count = end - start;
      if (count < fewest || count < fullest) continue;
      const until = first[within[end - 1] as number] as number;
      const rate = this.#layers.shareFrom(from, from + width);
      if (count <= this.size * rate) continue;
      fullest = count;
      const local = chanceOfSome({ trials: this.size - 1, rate, dispersion }, count - 1);
      if (local > leastUnlikely) continue;
      const steps = [...within.subarray(start, end)].map((tie) => this.#step(tie));
      yield { chance: local, local, count, until, steps };
    }
  }

  /** The ties that lie whole within a stretch of time. */
  within(from: number, width: number, fewest: number): Found {
    const { first, last } = this.#ties;
    const to = from + width;
    const dispersion = this.#crowding.inTime(this.#side, this.size, width);
    const chosen = [...this.#list].filter(
      (tie) => (first[tie] as number) >= from && (last[tie] as number) <= to,
    );
    if (chosen.length < fewest) return nothing;
    const rate = this.#layers.shareFrom(from, to);
    const chance = chanceOfSome({ trials: this.size, rate, dispersion }, chosen.length);
    return { chance, steps: chosen.map((tie) => this.#step(tie)) };
  }

  #step(tie: number): Step {
    const { from, to, first, last } = this.#ties;
    return {
      from: from[tie] as number,
      to: to[tie] as number,
      first: first[tie] as number,
      last: last[tie] as number,
    };
  }

  get widths(): readonly number[] {
    return this.#layers.widths;
  }
}

/** Payers first, payees after them: each side must be unlikely by itself, or it is only a fan of the other side. */
function bestThrough(payers: Fan, payees: Fan): Found {
  let found = nothing;
  const offer = (into: Found, out: Found, tests: number) => {
    if (into.chance > leastUnlikely || out.chance > leastUnlikely) return;
    if (into.steps.length + out.steps.length < leastBoth) return;
    const chance = chanceOfBoth(into.chance, out.chance) * tests;
    if (chance < found.chance) found = { chance, steps: [...into.steps, ...out.steps] };
  };
  offer(payers.atOnce(leastSide), payees.atOnce(leastSide), 1);
  for (const width of payers.widths) {
    for (const burst of payers.bursts(width, leastSide)) {
      const after = payees.within(burst.until, width, leastSide);
      offer(burst, after, payers.size * payers.widths.length);
    }
  }
  const tests = payers.widths.length === 0 ? 1 : 2;
  return { ...found, chance: Math.min(1, found.chance * tests) };
}

/** P(at least so many), by independent trials, or more spread where counts of such accounts are. */
function chanceOfSome(
  given: { readonly trials: number; readonly rate: number; readonly dispersion: number },
  count: number,
): number {
  const { trials, rate, dispersion } = given;
  if (dispersion <= 1) return chanceOfAtLeastTrials({ trials, rate }, count);
  return chanceOfAtLeastClustered({ expected: trials * rate, dispersion }, count);
}
