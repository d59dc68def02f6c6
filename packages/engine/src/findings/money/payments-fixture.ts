import type { GraphFixture } from '../../graph/graph-fixture.ts';

interface Paid {
  readonly from?: string;
  readonly to?: string;
  readonly day: number;
  readonly amount?: number;
  readonly place?: string;
}

const given = ['anna', 'bohdan', 'cyril', 'dmitri', 'ewa'];
const names = ['horak', 'lungu', 'meszaros', 'oprea', 'rusu', 'szabo', 'tkach'];
const away = ['Linz', 'Wels', 'Steyr'];

/** Payments of one office, with the patterns that the rules look for; accounts are called what they are for. For tests. */
export class PaymentsFixture {
  readonly given: GraphFixture;
  #payments = 0;

  constructor(given: GraphFixture) {
    this.given = given;
  }

  pay({ from, to, day, amount = 100, place }: Paid): this {
    const date = new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10);
    this.given.subject(
      `payment ${this.#payments++}`,
      'payment',
      { owner: 'fiu' },
      {
        date,
        amount: String(amount),
        ...(from === undefined ? {} : { payer: from }),
        ...(to === undefined ? {} : { payee: to }),
        ...(place === undefined ? {} : { place }),
      },
    );
    return this;
  }

  account(name: string): bigint {
    return this.given.valueEntity('account', name);
  }

  /** Sixty payments among others, forty at counters. */
  ordinary(): this {
    for (let at = 0; at < 60; at++)
      this.pay({ from: `payer ${at % 13}`, to: `payee ${at % 11}`, day: 5 * at, amount: 40 + 37 * at });
    for (let at = 0; at < 40; at++) {
      const ends = at % 4 === 0 ? { from: `saver ${at}` } : { to: `saver ${at}` };
      this.pay({ ...ends, day: 7 * at, place: 'Graz' });
    }
    return this;
  }

  /** Four whose firm gets back this share of the pay, two months running. */
  deduction(share: number): this {
    for (let worker = 0; worker < 4; worker++)
      for (const day of [0, 30])
        this.pay({ from: 'firm', to: `worker ${worker}`, day, amount: 1_000 }).pay({
          ...{ from: `worker ${worker}`, to: 'firm', day: day + 2, amount: 1_000 * share },
        });
    return this;
  }

  /** Four who pay an agency this share of a pay before the first one. */
  fee(share: number): this {
    for (let worker = 0; worker < 4; worker++) {
      this.pay({ from: `new ${worker}`, to: 'agency', day: 100 + worker, amount: 1_200 * share });
      for (const day of [150, 180]) this.pay({ from: 'employer', to: `new ${worker}`, day, amount: 1_200 });
    }
    return this;
  }

  /** The pay of so many goes into one account, twice each; beside it, forty who are paid twice under one name. */
  shared(names: number): this {
    const paid = (payee: { to: string; named: string; from: string; day: number }) => {
      const { to, named, from, day } = payee;
      this.pay({ from, to, day, amount: 1_100 });
      this.given.besides(
        `${named} in ${day}`,
        'person',
        { owner: 'fiu', category: 'suspect' },
        { name: named, account: to },
      );
      if (day > 0) this.given.same(`${named} in 0`, `${named} in ${day}`);
    };
    for (const day of [0, 30]) {
      for (let name = 0; name < names; name++)
        paid({ to: 'keeper', named: `named ${name}`, from: 'works', day });
      for (let at = 0; at < 40; at++)
        paid({ to: `own ${at}`, named: `owner ${at}`, from: `other ${at % 8}`, day });
    }
    return this;
  }

  /** Four with one phone pay an account, twice each; forty others with a phone each pay anybody. */
  senders(who: 'strangers' | 'family' | 'monthly'): this {
    for (let at = 0; at < 44; at++) {
      const [account, is] = [`sent ${at}`, at < 4 ? 'one' : `own ${at}`];
      const family = who === 'family' ? (at % 2 === 0 ? 'petrov' : 'petrova') : names[at % names.length];
      this.given.subject(
        `holder ${at}`,
        'person',
        { owner: 'bank', category: 'suspect' },
        { name: `${given[at % given.length]} ${family}`, phone: `phone ${is}`, account },
      );
      for (const [time, day] of (who === 'monthly' ? [30, 61] : [3, 170]).entries())
        this.pay({ from: account, to: at < 4 ? 'collector' : `seller ${(at + time) % 9}`, day: day + at });
    }
    return this;
  }

  /** Six payments into an account in so many places, each drawn the next day. */
  funnel(places: number): this {
    for (let index = 0; index < 6; index++)
      this.pay({ to: 'funnel', day: 11 * index, place: away[index % places] as string }).pay({
        ...{ from: 'funnel', day: 11 * index + 1, place: 'Brno' },
      });
    return this;
  }

  /** On two days money is paid in at three places, so many days after one another. */
  branches(apart: number): this {
    for (const day of [20, 200])
      away.forEach((place, index) => {
        this.pay({ to: 'carrier', day: day + apart * index, place });
      });
    return this;
  }

  /** Fourteen payments of five, each so much more than the one before. */
  threshold(step: number): this {
    for (let index = 0; index < 14; index++)
      this.pay({ from: `sender ${index % 5}`, to: 'below', day: 9 * index, amount: 2_710 + step * index });
    return this;
  }

  /** Eight payments that one takes in and another pays out; this share of it goes from the one to the other. */
  netting(settled: number): this {
    for (let index = 0; index < 8; index++) {
      const amount = 210 + 173 * index;
      this.pay({ from: `customer ${index % 5}`, to: 'taker', day: 17 * index, amount });
      this.pay({ from: 'giver', to: `relative ${index % 5}`, day: 17 * index + 1, amount: amount * 0.97 });
      if (settled > 0) this.pay({ from: 'taker', to: 'giver', day: 17 * index, amount: amount * settled });
    }
    return this;
  }
}
