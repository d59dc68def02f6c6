import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { diceFor } from '../../dice.ts';
import { Lake } from '../../lake/lake.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { chanceOfMore, chancesOfMarked } from '../weighted-draws.ts';
import { tieTable } from './gather-calls.ts';
import { askedContactTable, elsewhereOf, findableThroughContacts, leftOutTable } from './through-contacts.ts';

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-contacts-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
  await lake.makeSchema('findings_work');
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const townSize = 60;

/** Towns in which everybody speaks with some at random, and in the first of them an office with 20 customers. */
function townsOf(count: number): ReadonlyMap<number, ReadonlySet<number>> {
  const contacts = new Map<number, Set<number>>();
  const join = (a: number, b: number) => {
    if (a === b) return;
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      contacts.set(one, (contacts.get(one) ?? new Set()).add(other));
  };
  for (let town = 0; town < count; town++) {
    const dice = diceFor(7, 'town', town);
    for (let person = 0; person < townSize; person++)
      for (let turn = 0; turn < 4; turn++)
        join(town * townSize + person, town * townSize + dice.below(townSize));
  }
  for (let customer = 0; customer < 20; customer++) join(office, customer);
  return contacts;
}

const office = 1_000_000;

/** For each who is asked about, the chance of as many contacts in a group, for each group. */
async function chancesIn(
  contacts: ReadonlyMap<number, ReadonlySet<number>>,
  asked: readonly number[],
  groups: readonly ReadonlySet<number>[],
): Promise<number[]> {
  const ties = [...contacts].flatMap(([node, others]) => [...others].map((other) => ({ node, other })));
  const rows = ties.map(({ node, other }) => ({ node: BigInt(node), other: BigInt(other) }));
  await loadTable(lake, tieTable, rows);
  const left = asked.map((node, place) => ({ place, node: BigInt(node) }));
  await loadTable(lake, leftOutTable, left);
  const own = asked.map((node) => [...(contacts.get(node) ?? [])]);
  const listed = own.flatMap((others, place) =>
    others.map((contact) => ({ place, contact: BigInt(contact) })),
  );
  await loadTable(lake, askedContactTable, listed);
  const shareOf = (group: ReadonlySet<number>) =>
    ties.filter(({ other }) => group.has(other)).length / ties.length;
  const elsewhere = new Map(groups.map((group) => [group, elsewhereOf(shareOf(group))]));
  const chances: number[] = [];
  for await (const { place, findable } of findableThroughContacts(lake))
    for (const group of groups) {
      const others = own[place] as number[];
      const weights = (isIn: boolean) =>
        findable.filter(({ node }) => group.has(Number(node)) === isIn).map(({ weight }) => weight);
      const urn = { marked: weights(true), others: weights(false), draws: others.length };
      const of = chancesOfMarked({ ...urn, elsewhere: elsewhere.get(group) ?? elsewhereOf(0) });
      chances.push(chanceOfMore(of, { count: others.filter((other) => group.has(other)).length }));
    }
  return chances;
}

test('an office of one town is no more unlikely the more towns are on file', async () => {
  const customers = new Set([0, 1, 2, 3, 50, 51, 52, 53]);
  const [alone] = await chancesIn(townsOf(1), [office], [customers]);
  const [among] = await chancesIn(townsOf(30), [office], [customers]);
  expect(alone).toBeGreaterThan(0.1);
  expect(among).toBeGreaterThan((alone as number) / 2);
});

test('contacts at random are no more often unlikely than is said', async () => {
  const contacts = townsOf(3);
  const dice = diceFor(7, 'groups', 0);
  const groups = Array.from({ length: 12 }, (_, at) => {
    const first = (at % 3) * townSize;
    return new Set(Array.from({ length: 8 }, () => first + dice.below(townSize)));
  });
  const asked = Array.from({ length: 3 * townSize }, (_, node) => node);
  const chances = await chancesIn(contacts, asked, groups);
  expect(chances).toHaveLength(asked.length * groups.length);
  for (const said of [0.001, 0.01, 0.05, 0.2]) {
    const seen = chances.filter((chance) => chance <= said).length;
    expect(seen).toBeLessThanOrEqual(said * chances.length);
  }
  // And not because nothing ever is: whoever speaks with a whole group alone is.
  const whole = new Set([60, 75, 90, 105, 110]);
  const [head] = await chancesIn(new Map([...contacts, [office, whole]]), [office], [whole]);
  expect(head).toBeLessThan(0.01);
});
