// What people do with money without any guilt in it, and what looks like a typology.

import { serialIn } from './cell.ts';
import { type MoneyPlan, pay, shareOnFile } from './money-plan.ts';
import type { Organisation, Person } from './people.ts';
import { copyFamily } from './plant-traps.ts';

const months = 2;

export function plantMoneyTraps(plan: MoneyPlan): void {
  const traps = {
    'company-flat': companyFlat,
    'job-agency': jobAgency,
    'family-account': familyAccount,
    'payroll-firm': payrollFirm,
    'family-remittance': familyRemittance,
    'student-rents': studentRents,
    'transfer-shop': transferShop,
    'student-support': studentSupport,
    'market-trader': marketTrader,
    'course-price': coursePrice,
  };
  for (const [kind, plant] of Object.entries(traps)) {
    const trap = `t${kind}${serialIn(plan.cell, 0)}`;
    plan.cell.truth.traps.push({ trap, kind, value: plant(plan, trap).iban });
  }
}

type Owner = Person | Organisation;

/** A firm lets rooms to those who work for it, at a price that leaves them most of the pay. */
function companyFlat(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const employer = plan.firm('Hotel');
  const begin = dice.below(700);
  for (const worker of plan.people(4))
    for (let month = 0; month < months; month++) {
      const day = begin + month * 30 + dice.below(2);
      const wage = 1_300 + dice.below(700);
      pay(plan, { from: employer, to: worker, amount: wage, day, purpose: 'salary', thing: null });
      pay(plan, { from: worker, to: employer, amount: wage * 0.25, day: day + 2, purpose: 'rent', thing });
    }
  return employer;
}

/** An agency charges what the law lets it charge, a small part of one pay. */
function jobAgency(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const agency = plan.firm('Personal');
  for (let firm = 0; firm < 2; firm++) {
    const employer = plan.firm();
    for (const worker of plan.people(3)) {
      const begin = 100 + dice.below(700);
      const fee = 60 + dice.below(40);
      pay(plan, {
        from: worker,
        to: agency,
        amount: fee,
        day: begin - 5 - dice.below(40),
        purpose: 'fee',
        thing,
      });
      const wage = { from: employer, to: worker, amount: 1_300 + dice.below(700), purpose: 'wages' };
      pay(plan, { ...wage, day: begin, thing: null });
    }
  }
  return agency;
}

/** Two who share a household have one account. */
function familyAccount(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const employer = plan.firm();
  const [holder, other] = plan.people(2) as [Person, Person];
  const begin = dice.below(700);
  for (let month = 0; month < months; month++)
    for (const to of [holder, other]) {
      const paid = { day: begin + month * 30, amount: 1_200 + dice.below(600), purpose: 'salary' };
      pay(plan, { ...paid, from: employer, to, into: holder, thing });
    }
  return holder;
}

/** An office pays the wages of several firms and gets the sums from them. */
function payrollFirm(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const bureau = plan.firm('Consult');
  const begin = dice.below(700);
  for (let firm = 0; firm < 2; firm++) {
    const client = plan.firm();
    const workers = plan.people(3);
    for (let month = 0; month < months; month++) {
      const day = begin + month * 30;
      const wages = workers.map(() => 1_200 + dice.below(800));
      const amount = wages.reduce((sum, wage) => sum + wage, 0) * 1.02;
      pay(plan, { from: client, to: bureau, amount, day, purpose: 'payroll', thing });
      workers.forEach((to, at) => {
        pay(plan, {
          from: bureau,
          to,
          amount: wages[at] as number,
          day: day + 1,
          purpose: 'salary',
          thing: null,
        });
      });
    }
  }
  return bureau;
}

/** Brothers and sisters of one home send something to one of the family, when there is something. */
function familyRemittance(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const [relative, first, ...others] = plan.people(5) as [Person, Person, ...Person[]];
  for (const other of [...others, relative]) copyFamily(first, other);
  for (const person of [first, ...others]) {
    shareOnFile(plan, person, { property: 'address', value: first.address, thing });
    for (let time = 0; time < 2; time++) {
      const day = time * 220 + dice.below(200);
      pay(plan, { from: person, to: relative, amount: 100 + dice.below(300), day, purpose: 'family', thing });
    }
  }
  return relative;
}

/** Students of one flat pay their landlord every month. */
function studentRents(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const [landlord, ...students] = plan.people(4) as [Person, ...Person[]];
  const begin = dice.below(20) * 30;
  const address = (students[0] as Person).address;
  for (const person of students) {
    shareOnFile(plan, person, { property: 'address', value: address, thing });
    for (let month = 0; month < months; month++)
      pay(plan, { from: person, to: landlord, amount: 410, day: begin + month * 31, purpose: 'rent', thing });
  }
  return landlord;
}

/** A shop takes in money for abroad and sends the sum to its correspondent, who pays it out. */
function transferShop(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const [shop, correspondent] = [plan.firm('Money Transfer'), plan.firm('Exchange')];
  const customers = plan.people(6);
  const relatives = plan.people(6);
  for (let week = 0; week < 2; week++) {
    const day = week * 7 + 300;
    const sums = customers.slice(0, 4).map(() => 100 + dice.below(900));
    sums.forEach((amount, index) => {
      const at = (index + week) % 6;
      pay(plan, { from: customers[at] as Person, to: shop, amount, day, purpose: 'transfer', thing });
      const paid = { amount: amount * 0.97, day: day + 2, purpose: 'transfer', thing: null };
      pay(plan, { ...paid, from: correspondent, to: relatives[at] as Person });
    });
    const amount = sums.reduce((sum, each) => sum + each, 0) * 0.97;
    pay(plan, { from: shop, to: correspondent, amount, day: day + 1, purpose: 'settlement', thing: null });
  }
  return shop;
}

/** Parents in two cities pay in for a student, who draws it in a third. */
function studentSupport(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const [student] = plan.people(1) as [Person];
  const [here = '', ...parents] = plan.cities(3);
  for (let month = 0; month < 4; month++) {
    const day = 100 + month * 30 + dice.below(3);
    const cash = { purpose: '', amount: 250 + dice.below(100) };
    pay(plan, { ...cash, to: student, day, thing, place: parents[month % 2] ?? here });
    pay(plan, { ...cash, from: student, day: day + 1, thing: null, place: here });
  }
  return student;
}

/** A trader pays in takings at the market of the week, in one city after the other. */
function marketTrader(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const [trader] = plan.people(1) as [Person];
  const markets = plan.cities(4);
  for (let week = 0; week < 7; week++) {
    const day = 200 + week * 7 + dice.below(3);
    const place = markets[week % markets.length] ?? '';
    pay(plan, { to: trader, amount: 300 + dice.below(1_200), day, purpose: '', thing, place });
  }
  return trader;
}

/** A course has one price, a little below three thousand; some pay a deposit for materials on top. */
function coursePrice(plan: MoneyPlan, thing: string): Owner {
  const { dice } = plan;
  const school = plan.firm('Consult');
  for (const from of plan.people(6)) {
    const amount = dice.chance(0.3) ? 3_040 : 2_950;
    pay(plan, { from, to: school, amount, day: dice.below(950), purpose: 'course', thing });
  }
  return school;
}
