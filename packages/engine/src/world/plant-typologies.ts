// The typologies of `findings/money/rules.ts`, one of each in a cell, with what looks like them (`plant-money-traps.ts`).

import type { Cell } from './cell.ts';
import { serialIn } from './cell.ts';
import { phoneFrom } from './identifiers.ts';
import { type MoneyPlan, openMoneyPlan, pay, shareOnFile } from './money-plan.ts';
import type { Organisation, Person } from './people.ts';
import { plantMoneyTraps } from './plant-money-traps.ts';

/** People who pay in and draw at a counter, each once. */
const atCounters = 10;

export function plantTypologies(cell: Cell): void {
  const plan = openMoneyPlan(cell);
  plantCounters(plan);
  const planters = [
    deduction,
    recruitmentFee,
    sharedPayAccount,
    funnelAccount,
    branchSeries,
    linkedSenders,
    underThreshold,
    netting,
  ];
  planters.forEach((plant, index) => {
    const thing = `m${serialIn(cell, index)}`;
    const { kind, main } = plant(plan, thing);
    cell.truth.typologies.push({ typology: thing, kind, account: main.iban });
  });
  plantMoneyTraps(plan);
}

interface Planted {
  readonly kind: string;
  /** Whose account a finding should have as its main subject. */
  readonly main: Person | Organisation;
}

/** What people pay in and draw at home, without any pattern. */
function plantCounters(plan: MoneyPlan): void {
  const { dice } = plan;
  for (const person of plan.people(atCounters)) {
    const [home = ''] = plan.cities(1);
    const day = dice.below(950);
    const cash = { purpose: '', thing: null, place: home };
    pay(plan, { ...cash, to: person, amount: 50 + dice.below(900), day });
    pay(plan, { ...cash, from: person, amount: 20 + dice.below(200), day: day + dice.below(40) });
  }
}

/** Workers send most of their pay back: for a bed, the bus and the tools. */
function deduction(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const employer = plan.firm();
  const begin = dice.below(700);
  for (const worker of plan.people(4)) {
    const wage = 1_000 + dice.below(900);
    for (let month = 0; month < 2; month++) {
      const day = begin + month * 30 + dice.below(3);
      pay(plan, { from: employer, to: worker, amount: wage, day, purpose: 'salary', thing });
      const purpose = dice.pick(['bed and transport', 'housing', 'tools', '', 'advance']);
      const amount = wage * (0.55 + dice.next() * 0.3);
      pay(plan, { from: worker, to: employer, amount, day: day + 1 + dice.below(4), purpose, thing });
    }
  }
  return { kind: 'deduction', main: employer };
}

/** Workers pay an agency one or two wages, in parts, before they begin. */
function recruitmentFee(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const [agency, employer] = [plan.firm('Personal'), plan.firm()];
  for (const worker of plan.people(4)) {
    const wage = 1_000 + dice.below(900);
    const begin = 100 + dice.below(700);
    const parts = 1 + dice.below(2);
    for (let part = 0; part < parts; part++) {
      const day = begin - 80 + part * 25 + dice.below(20);
      const amount = (wage * (0.9 + dice.next() * 1.5)) / parts;
      pay(plan, {
        from: worker,
        to: agency,
        amount,
        day,
        purpose: dice.pick(['fee', 'visa', 'contract', '']),
        thing,
      });
    }
    for (let month = 0; month < 2; month++)
      pay(plan, {
        from: employer,
        to: worker,
        amount: wage,
        day: begin + month * 30,
        purpose: 'wages',
        thing,
      });
  }
  return { kind: 'recruitment-fee', main: agency };
}

/** The pay of five goes into the account of one who is none of them. */
function sharedPayAccount(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const employer = plan.firm();
  const [holder, ...workers] = plan.people(6) as [Person, ...Person[]];
  const begin = dice.below(800);
  for (const worker of workers)
    for (let month = 0; month < 2; month++) {
      const day = begin + month * 30 + dice.below(2);
      pay(plan, {
        from: employer,
        to: worker,
        into: holder,
        amount: 900 + dice.below(500),
        day,
        purpose: 'lohn',
        thing,
      });
    }
  return { kind: 'shared-pay-account', main: holder };
}

/** Takings are paid in where they were made and drawn elsewhere the next day. */
function funnelAccount(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const [holder] = plan.people(1) as [Person];
  const [home = '', ...away] = plan.cities(5);
  for (let index = 0; index < 6; index++) {
    const day = dice.below(950);
    const amount = 300 + dice.below(1_500);
    const cash = { purpose: '', thing };
    pay(plan, { ...cash, to: holder, amount, day, place: away[index % away.length] ?? home });
    pay(plan, { ...cash, from: holder, amount: amount * 0.98, day: day + dice.below(2), place: home });
  }
  return { kind: 'funnel-account', main: holder };
}

/** Relatives in several cities pay for a journey on the day of departure. */
function branchSeries(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const [holder] = plan.people(1) as [Person];
  for (let journey = 0; journey < 2; journey++) {
    const day = journey * 300 + dice.below(280);
    for (const place of plan.cities(3 + dice.below(2))) {
      const amount = 1_200 + dice.below(900);
      pay(plan, { to: holder, amount, day: day + dice.below(2), purpose: '', thing, place });
    }
  }
  return { kind: 'branch-series', main: holder };
}

/** Strangers who all gave one phone to the bank send to one account, now and then. */
function linkedSenders(plan: MoneyPlan, thing: string): Planted {
  const { cell, dice } = plan;
  const [holder, ...senders] = plan.people(5) as [Person, ...Person[]];
  const value = phoneFrom(holder.address.country, 60_000_000 + serialIn(cell, 0));
  for (const person of senders) {
    shareOnFile(plan, person, { property: 'phone', value, thing });
    for (let time = 0; time < 2; time++) {
      const day = time * 200 + dice.below(150);
      pay(plan, { from: person, to: holder, amount: 200 + dice.below(700), day, purpose: '', thing });
    }
  }
  return { kind: 'linked-senders', main: holder };
}

/** Every amount is another, and none reaches three thousand. */
function underThreshold(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const [holder, ...senders] = plan.people(7) as [Person, ...Person[]];
  for (let index = 0; index < 14; index++) {
    const from = senders[index % senders.length] as Person;
    const amount = 2_710 + index * 20 + dice.below(19);
    pay(plan, {
      from,
      to: holder,
      amount,
      day: dice.below(950),
      purpose: dice.pick(['car', 'invoice', '']),
      thing,
    });
  }
  return { kind: 'under-threshold', main: holder };
}

/** One takes in, another pays out the same less a fee, and nothing goes between them. */
function netting(plan: MoneyPlan, thing: string): Planted {
  const { dice } = plan;
  const [taker, giver] = [plan.firm('Import-Export'), plan.firm('Travel')];
  const customers = plan.people(6);
  const relatives = plan.people(6);
  for (let index = 0; index < 8; index++) {
    const day = dice.below(950);
    const amount = 200 + dice.below(2_500);
    const [from, to] = [customers[index % 6] as Person, relatives[index % 6] as Person];
    pay(plan, { from, to: taker, amount, day, purpose: dice.pick(['goods', '', 'invoice']), thing });
    const paid = { amount: amount * (0.96 + dice.next() * 0.03), day: day + dice.below(3) };
    pay(plan, { ...paid, from: giver, to, purpose: dice.pick(['gift', '', 'refund']), thing });
  }
  return { kind: 'netting', main: taker };
}
