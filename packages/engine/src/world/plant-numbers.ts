import type { CallBook, Caller } from './call-book.ts';
import { span } from './call-book.ts';
import { pickSome } from './dice.ts';
import { largeCities } from './places.ts';

interface Plan {
  readonly crowd: readonly Caller[];
  readonly serial: number;
}

/** Two numbers of one user, twice; and a couple, colleagues and a family whose numbers are often in one place. */
export function plantNumbers(book: CallBook, plan: Plan): void {
  plantCarriedTogether(book, plan);
  plantTakenOver(book, plan);
  plantCouple(book, plan);
  plantColleagues(book, plan);
  plantFamily(book, plan);
}

/** One user with two numbers, another town every few days, and most contacts in common. */
function plantCarriedTogether(book: CallBook, { crowd, serial }: Plan): void {
  const { dice } = book;
  const id = `c${serial}`;
  const towns = pickSome(dice, largeCities, 6).map(({ city }) => city);
  const own = [book.caller(towns[0] ?? '', id), book.caller(towns[0] ?? '', id)];
  const contacts = pickSome(dice, crowd, 7);
  for (let turn = 0; turn < 26; turn++) {
    const [day, town] = [span.first + turn * 9 + dice.below(4), dice.pick(towns)];
    const hour = 9 + dice.below(11);
    own.forEach((caller, at) => {
      const to = dice.pick(contacts.slice(at, at + 6));
      // Both in one cell of the town: that of the one who carries them.
      book.call(caller, to, { day, hour, town, cellOf: own[0] as Caller });
      if (dice.chance(0.4)) book.call(to, caller, { day, hour: hour + 1 });
    });
  }
  book.plant('carried-together', id, { numbers: own.map(({ number }) => number) });
}

/** A number that ends, and another one in the same handset that begins days later and speaks with the same people. */
function plantTakenOver(book: CallBook, { crowd, serial }: Plan): void {
  const { dice } = book;
  const id = `c${serial + 1}`;
  const before = book.caller(dice.pick(largeCities).city, id);
  const after = { ...book.caller(before.town, id), handset: before.handset };
  const contacts = pickSome(dice, crowd, 9);
  const end = span.first + 80 + dice.below(80);
  for (let turn = 0; turn < 34; turn++) {
    book.call(before, dice.pick(contacts.slice(0, 8)), { day: end - turn * 2 });
    book.call(after, dice.pick(contacts.slice(1)), { day: end + 2 + turn * 2 });
  }
  book.plant('taken-over', id, { numbers: [before.number, after.number] });
}

/** Two who travel together, know the same people, and call one another when they are apart. */
function plantCouple(book: CallBook, { crowd, serial }: Plan): void {
  const { dice } = book;
  const id = `tcouple${serial}`;
  const towns = pickSome(dice, largeCities, 4).map(({ city }) => city);
  const couple = [book.caller(towns[0] ?? '', id), book.caller(towns[0] ?? '', id)] as const;
  const friends = pickSome(dice, crowd, 6);
  for (let turn = 0; turn < 22; turn++) {
    const day = span.first + turn * 10 + dice.below(4);
    const hour = 10 + dice.below(9);
    const [one, other] = dice.chance(0.75) ? [towns[turn % 4], towns[turn % 4]] : [towns[0], towns[1]];
    book.call(couple[0], dice.pick(friends), { day, hour, town: one ?? '', cellOf: couple[0] });
    book.call(couple[1], dice.pick(friends), { day, hour, town: other ?? '', cellOf: couple[0] });
    if (turn % 3 === 0)
      book.call(couple[turn % 2] as Caller, couple[(turn + 1) % 2] as Caller, { day: day + 1 });
  }
  book.trap('couple', couple);
}

/** Three of one site, who call the same office and are in one cell by day, and go home to different towns. */
function plantColleagues(book: CallBook, { crowd, serial }: Plan): void {
  const { dice } = book;
  const id = `tcolleagues${serial}`;
  const [site = '', ...homes] = pickSome(dice, largeCities, 4).map(({ city }) => city);
  const colleagues = homes.map((home) => book.caller(home, id));
  const office = pickSome(dice, crowd, 4);
  for (let turn = 0; turn < 20; turn++) {
    const [day, hour] = [span.first + turn * 11, 8 + dice.below(8)];
    for (const one of colleagues) {
      book.call(one, dice.pick(office), { day, hour, town: site, cellOf: colleagues[0] as Caller });
      book.call(one, dice.pick(office), { day, hour: 20 });
    }
  }
  book.trap('colleagues', colleagues);
}

/** Four of one household, in one cell in the evening, who call one another and the same grandparents. */
function plantFamily(book: CallBook, { crowd, serial }: Plan): void {
  const { dice } = book;
  const id = `tfamily${serial}`;
  const home = dice.pick(largeCities).city;
  const family = Array.from({ length: 4 }, () => book.caller(home, id));
  const relatives = pickSome(dice, crowd, 4);
  for (let turn = 0; turn < 16; turn++) {
    const day = span.first + turn * 14 + dice.below(5);
    family.forEach((one, at) => {
      book.call(one, dice.pick(relatives), { day, hour: 19, cellOf: family[0] as Caller });
      if (turn < 6) book.call(one, family[(at + 1 + (turn % 3)) % 4] as Caller, { day, hour: 16 });
    });
  }
  book.trap('family-phones', family);
}
