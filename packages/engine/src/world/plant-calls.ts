import { CallBook, type Caller, gossip, holiday, span, usualBusiness } from './call-book.ts';
import { type Cell, type Member, type Network, serialIn } from './cell.ts';
import { type Dice, diceFor, pickSome } from './dice.ts';
import { largeCities } from './places.ts';
import { plantNumbers } from './plant-numbers.ts';

/** Numbers of which nothing is planted. */
const bystanders = 110;

/**
 * Metadata of calls: somebody who holds a network together from afar, networks that fall silent or speak more after an
 * arrest, numbers that one user carries together or that take over from another; and what looks like each of them.
 */
export function plantCalls(cell: Cell): void {
  const dice = diceFor(cell.place.seed, 'calls', cell.place.cell);
  const book = new CallBook(cell, dice);
  const [ring, ...others] = [...cell.networks]
    .map((network) => ({ network, members: offenders(network) }))
    .filter(({ members }) => members.length >= 4)
    .sort((a, b) => b.members.length - a.members.length);
  const crowd = Array.from({ length: bystanders }, () => book.caller(dice.pick(largeCities).city, null));
  gossip(book, crowd, { rate: 2.5, busy: usualBusiness });
  if (ring !== undefined) plantRing(book, { ...ring, crowd, serial: serialIn(cell, 510) });
  const responses = ['fell-silent', 'called-more', 'arrest-holiday', 'arrest-season'] as const;
  responses.forEach((kind, index) => {
    const around = others[index];
    if (around !== undefined)
      plantArrest(book, { ...around, crowd, kind, serial: serialIn(cell, 500 + index) });
  });
  plantNumbers(book, { crowd, serial: serialIn(cell, 520) });
}

function offenders({ members }: Network): readonly Member[] {
  return members.filter(({ role, person }) => role !== 'victim' && !person.minor).slice(0, 8);
}

interface Planned {
  readonly members: readonly Member[];
  readonly network: Network;
  readonly crowd: readonly Caller[];
  readonly serial: number;
}

/** Two large cities that are not the same. */
export function twoTowns(dice: Dice): readonly [string, string] {
  const [one, other] = pickSome(dice, largeCities, 2).map(({ city }) => city);
  return [one ?? '', other ?? ''];
}

/** One who speaks with all of a network from another town; and a relative, a taxi office and a shop that some of them call. */
function plantRing(book: CallBook, { members, network, crowd, serial }: Planned): void {
  const { dice } = book;
  const [scene, afar] = twoTowns(dice);
  const ring = members.map(({ person }) => book.member(person, scene));
  const head = book.caller(afar, `c${serial}`);
  ring.forEach((member, at) => {
    for (let turn = 0; turn < 9; turn++) {
      const [from, to] = turn % 3 === 0 ? [member, head] : [head, member];
      book.call(from, to, { day: book.day() });
      const day = book.day();
      const town = dice.chance(0.15) ? dice.pick(largeCities).city : scene;
      book.call(member, ring[(at + 1) % ring.length] as Caller, { day, town });
      book.call(member, dice.pick(crowd.slice(at * 4, at * 4 + 3)), { day: book.day(), town: scene });
    }
  });
  book.plant('afar', `c${serial}`, { network: network.id, number: head.number });
  const relative = book.caller(twoTowns(dice)[1], `trelative${serial}`);
  for (let turn = 0; turn < 20; turn++) book.call(relative, ring[turn % 2] as Caller, { day: book.day() });
  book.trap('relative-abroad', [relative]);
  for (const [kind, town] of [
    ['taxi-dispatcher', scene],
    ['diaspora-shop', afar],
  ] as const) {
    const office = book.caller(town, `t${kind}${serial}`);
    for (const caller of [...pickSome(dice, crowd, 45), ...ring.slice(0, 5)]) {
      book.call(caller, office, { day: book.day() });
      book.call(office, caller, { day: book.day() });
    }
    book.trap(kind, [office]);
  }
}

type Kind = 'fell-silent' | 'called-more' | 'arrest-holiday' | 'arrest-season';

/**
 * An arrest in a network whose calls change on that day; or whose calls change as everybody's do, or had changed with the
 * season before. Afterwards a lawyer speaks with all of them.
 */
function plantArrest(book: CallBook, plan: Planned & { readonly kind: Kind }): void {
  const { members, network, crowd, serial, kind } = plan;
  const { dice } = book;
  const [town, office] = twoTowns(dice);
  const [first, ...others] = members.slice(0, 6);
  if (first === undefined) return;
  const day = kind === 'arrest-holiday' ? holiday.first : span.first + 60 + dice.below(50);
  const arrested = book.member(first.person, town);
  const around = others.map(({ person }) => book.member(person, town));
  book.tell(first.person, { property: 'phone', value: arrested.number, thing: `k${first.person.id}` }, day);
  for (const member of around)
    for (let turn = 0; turn < 3; turn++)
      book.call(arrested, member, { day: span.first + dice.below(day - span.first) });
  const neighbours = Array.from({ length: 3 }, () => book.caller(town, null));
  gossip(book, [...around, ...neighbours], {
    rate: 1.8,
    busy: (at) => busyAround(kind, at, day),
  });
  if (kind === 'fell-silent' || kind === 'called-more') {
    book.plant(kind, `c${serial}`, { network: network.id, arrested: `p${first.person.id}`, day });
  } else book.cell.truth.traps.push({ trap: `tarrest${serial}`, kind, identity: `p${first.person.id}` });
  if (kind !== 'fell-silent') return;
  const lawyer = book.caller(office, `tlawyer${serial}`);
  for (const client of [...around, ...pickSome(dice, crowd, 8)])
    for (let turn = 0; turn < 3; turn++)
      book.call(lawyer, client, { day: day + 1 + dice.below(span.last - day - 1) });
  book.trap('lawyer', [lawyer]);
}

/** How busy those around an arrest are on a day. */
function busyAround(kind: Kind, at: number, day: number): number {
  const usual = usualBusiness(at);
  if (kind === 'fell-silent') return at >= day && at < day + 45 ? 0.08 * usual : usual;
  if (kind === 'called-more') return at >= day && at < day + 21 ? 3.2 * usual : usual;
  if (kind === 'arrest-season') return at < day - 9 ? 1.5 * usual : 0.5 * usual;
  return usual;
}
