// In: a seed and a number of payments. Out: invented payments between accounts of very different activity, and patterns
// planted among them. The background is drawn: who pays whom hangs on nothing but how much each pays and is paid. On wish it
// has shops, employers and landlords besides, whom the same accounts pay again and again.
// The same seed and numbers give the same payments.

import { type FlowKind, flowKinds } from '../findings/flows/pattern.ts';
import { type Dice, diceFor, shuffle } from '../world/dice.ts';

export interface MadePayment {
  readonly payer: string;
  readonly payee: string;
  /** Day, from 0; whole. */
  readonly day: number;
}

export interface PlantedPattern {
  readonly kind: FlowKind;
  readonly accounts: readonly string[];
}

export interface MadePayments {
  readonly payments: readonly MadePayment[];
  readonly planted: readonly PlantedPattern[];
}

export interface PaymentOptions {
  readonly seed: number;
  readonly payments: number;
  readonly accounts: number;
  readonly days: number;
  /** Patterns of each kind. */
  readonly planted?: number;
  /** Share of the payments that are wages, rents and purchases, each in its rhythm. */
  readonly regular?: number;
}

export function randomPayments(options: PaymentOptions): MadePayments {
  const dice = diceFor(options.seed, 'payments', 0);
  const payments: MadePayment[] = [];
  const regular = Math.floor(options.payments * (options.regular ?? 0));
  while (payments.length < regular) payments.push(...regularPayments(dice, options));
  while (payments.length < options.payments) {
    const payer = accountOf(dice, options.accounts);
    const payee = accountOf(dice, options.accounts);
    payments.push({ payer, payee, day: dice.below(options.days) });
  }
  const planted: PlantedPattern[] = [];
  for (let index = 0; index < (options.planted ?? 0); index++) {
    for (const kind of flowKinds) {
      const { accounts, added } = plant(dice, kind, options);
      payments.push(...added);
      planted.push({ kind, accounts: [...new Set(accounts)].sort() });
    }
  }
  return { payments: shuffle(dice, payments), planted };
}

/** Few accounts are very active: activity falls as one over the square root of the rank. */
function accountOf(dice: Dice, accounts: number): string {
  return `A${Math.floor(dice.next() ** 2 * accounts)}`;
}

/** A wage, a rent or a customer's purchases, over all the days. */
function regularPayments(dice: Dice, { accounts, days }: PaymentOptions): MadePayment[] {
  const person = `A${dice.below(accounts)}`;
  const sort = dice.below(3);
  const partner = `${['EMPLOYER', 'LANDLORD', 'SHOP'][sort]}${dice.below(Math.ceil(accounts / 100))}`;
  const every = sort === 2 ? 3 + dice.below(12) : 30;
  const list: MadePayment[] = [];
  for (let day = sort === 2 ? dice.below(every) : sort * 2; day < days; day += every)
    list.push(sort === 0 ? { payer: partner, payee: person, day } : { payer: person, payee: partner, day });
  return list;
}

type Plan = readonly (readonly [from: number, to: number, layer: number])[];

const side = (count: number, first: number) => Array.from({ length: count }, (_, index) => first + index);
const gather: Plan = side(6, 1).map((payer) => [payer, 0, 0] as const);
const scatter: Plan = side(6, 7).map((payee) => [0, payee, 1] as const);
const between = (from: readonly number[], to: readonly number[], layer: number): Plan =>
  from.flatMap((one) => to.map((other) => [one, other, layer] as const));

/** Who pays whom in a pattern, in the order of time. */
const plans: Readonly<Record<FlowKind, Plan>> = {
  'fan-in': gather,
  'fan-out': scatter,
  'gather-scatter': [...gather, ...scatter],
  cycle: side(5, 0).map((at) => [at, (at + 1) % 5, at] as const),
  'scatter-gather': [...between([0], side(6, 1), 0), ...between(side(6, 1), [7], 1)],
  bipartite: between(side(4, 0), side(4, 4), 0),
  stacked: [...between(side(4, 0), side(4, 4), 0), ...between(side(4, 4), side(4, 8), 1)],
};

/** A pattern among ordinary accounts, within a week. */
function plant(
  dice: Dice,
  kind: FlowKind,
  { accounts, days }: PaymentOptions,
): { accounts: string[]; added: MadePayment[] } {
  const chosen = new Map<number, string>();
  const nameOf = (place: number): string => {
    const known = chosen.get(place);
    if (known !== undefined) return known;
    const name = `A${Math.floor(accounts / 4) + dice.below(Math.floor((accounts * 3) / 4))}`;
    const given = [...chosen.values()].includes(name) ? `B${name}` : name;
    chosen.set(place, given);
    return given;
  };
  const start = dice.below(Math.max(1, days - 7));
  const added = plans[kind].map(([from, to, layer]): MadePayment => {
    const day = start + layer + (kind === 'cycle' ? 0 : layer * 2) + (kind === 'cycle' ? 0 : dice.below(2));
    return { payer: nameOf(from), payee: nameOf(to), day: Math.min(days - 1, day) };
  });
  return { accounts: [...chosen.values()], added };
}
