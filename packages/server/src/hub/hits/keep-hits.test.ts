import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import type { Row } from '@clew/engine/lake/table.ts';
import { loadTable } from '@clew/engine/lake/table-writer.ts';
import { notificationTable } from '@clew/engine/products/tables.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { addHitEvent } from '@clew/ledger/hit-events.ts';
import { noticesFor } from '@clew/ledger/notices.ts';
import { addTestContribution, openTestLedger, type TestLedger } from '@clew/ledger/test-ledger.ts';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../access/caller.ts';
import type { Gate } from '../../access/gate.ts';
import type { Hub } from '../hub.ts';
import { keepHits } from './keep-hits.ts';
import { countHits, listHits } from './list-hits.ts';
import { readHit } from './read-hit.ts';

let folder: string;
let lake: Lake;
let opened: TestLedger;
let files: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-keep-hits-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  opened = await openTestLedger();
  const add = async (partner: string, content: string) =>
    (await addTestContribution(opened.ledger, { partner, content })).id;
  files = {
    north: [await add('north', 'a')],
    south: [await add('south', 'a'), await add('south', 'b')],
    west: [await add('west', 'a')],
  };
});

afterEach(() => opened.close());

/** Lets everybody through: what is held here is what the use cases tell, not whom. */
const openGate: Gate = { pass: async () => {}, allows: () => true, readable: () => [] };

const hub = (ledger: Ledger = opened.ledger) => ({ ledger, lake, gate: openGate }) as unknown as Hub;

const nora: Caller = {
  actor: {
    ...{ person: 'nora', roles: ['contributor'], partner: 'north', projects: [] },
    ...{ via: 'terminal', scopes: null },
  },
  ground: { purpose: 'cross-check', project: null },
  request: 'r',
};

type Notified = Row<typeof notificationTable>;

function link(id: number, more: Partial<Notified> = {}): Notified {
  const [recipient, other] = [more.recipient ?? 'north', more.other ?? 'south'];
  return {
    ...{ notification: BigInt(id), recipient, other, contact: null },
    ...{ kind: 'the same phone', type: 'phone', own: [BigInt(id)], own_row: id, entity: 1n },
    own_contributions: files[recipient] ?? [],
    own_contribution: files[recipient]?.[0] ?? '',
    others: [99n],
    other_contributions: [files[other]?.[0] ?? ''],
    ...more,
  };
}

async function snapshot(links: readonly Notified[], at: string, ledger?: Ledger) {
  await loadTable(lake, notificationTable, links);
  return keepHits(hub(ledger), { at });
}

const day = (number: number) => `2026-03-0${number}T12:00:00.000Z`;
const noticesTo = async (partner: string) =>
  (await noticesFor(opened.ledger, { person: 'x', partner, roles: [] })).map(({ kind, about }) => [
    kind,
    about,
  ]);

test('new hits are told with one notice for each recipient; the second time nothing happens', async () => {
  const links = [link(1), link(2), link(3, { recipient: 'south', other: 'north' })];
  expect(await snapshot(links, day(1))).toEqual({ told: 3, returned: 0, withdrawn: 0 });
  expect(await snapshot(links, day(2))).toEqual({ told: 0, returned: 0, withdrawn: 0 });
  expect(await noticesTo('north')).toEqual([['hits-told', 'north']]);
  expect(await noticesTo('south')).toEqual([['hits-told', 'south']]);
  expect(await noticesTo('west')).toEqual([]);
});

test('an empty snapshot withdraws everything, and who was asked is told of the very hit', async () => {
  await snapshot([link(1), link(2)], day(1));
  const id = (1).toString(16).padStart(16, '0');
  const event = { hit: id, event: 'requested', by: 'nora', contributions: [], reason: null } as const;
  await opened.ledger.transaction((database) => addHitEvent(database, { ...event, at: day(1) }));
  expect(await snapshot([], day(2))).toEqual({ told: 0, returned: 0, withdrawn: 2 });
  expect((await noticesTo('north')).sort()).toEqual([
    ['hit-withdrawn', id],
    ['hits-told', 'north'],
    ['hits-withdrawn', 'north'],
  ]);
  expect(await noticesTo('south')).toEqual([['hit-withdrawn', id]]);
});

test('stopped in the middle, the next run completes what was begun', async () => {
  await snapshot([link(1), link(2), link(9000)], day(1));
  const many = Array.from({ length: 5000 }, (_, index) => link(index + 2));
  let transactions = 0;
  const failing: Ledger = {
    query: opened.ledger.query,
    keys: opened.ledger.keys,
    close: async () => {},
    commit: opened.ledger.commit,
    changes: opened.ledger.changes,
    transaction: (write) => {
      if (++transactions > 1) throw new Error('killed');
      return opened.ledger.transaction(write);
    },
  };
  await expect(snapshot(many, day(2), failing)).rejects.toThrow('killed');
  const rest = await snapshot(many, day(3));
  expect(rest.told).toBeGreaterThan(0);
  expect(rest.told).toBeLessThan(4999);
  expect(rest.withdrawn).toBe(1);
  const counts = await countHits(hub(), nora);
  expect(counts).toMatchObject([{ recipient: 'north', other: 'south', hits: 5000 }]);
  expect(await snapshot(many, day(4))).toEqual({ told: 0, returned: 0, withdrawn: 0 });
});

/** All that a person of the north can get: pages, counts, each hit, notices. */
async function everything(): Promise<string> {
  const pages: unknown[] = [];
  let after: { toldAt: string; id: string } | null | undefined;
  do {
    const page = await listHits(hub(), nora, { limit: 2, after: after ?? undefined });
    pages.push(page);
    after = page.next;
  } while (after !== null);
  const withdrawn = await listHits(hub(), nora, { limit: 100, states: ['withdrawn'] });
  const ids = withdrawn.items.map(({ id }) => id);
  const read = await Promise.all(ids.map((hit) => readHit(hub(), nora, { hit })));
  const unknown = await readHit(hub(), nora, { hit: '00000000000000ff' }).catch(
    (error: Error) => error.message,
  );
  return JSON.stringify([
    pages,
    withdrawn,
    read,
    unknown,
    await countHits(hub(), nora),
    await noticesTo('north'),
  ]);
}

test('whatever else others hold, ask and answer, the recipient gets the same bytes', async () => {
  const hidden = fc.record({
    others: fc.uniqueArray(fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }), { minLength: 1, maxLength: 4 }),
    second: fc.boolean(),
    strangers: fc.uniqueArray(fc.integer({ min: 100, max: 254 }), { maxLength: 6 }),
    gone: fc.nat({ max: 6 }),
    asked: fc.boolean(),
  });
  const tell = async ({ others, second, strangers, gone, asked }: HiddenSide) => {
    const theirs = { others, other_contributions: second ? (files.south ?? []) : [files.south?.[0] ?? ''] };
    const mine = [3, 260, 7, 1, 300].map((id) => link(id, { ...theirs, own: [BigInt(id)], own_row: id }));
    const between = strangers.map((id) => link(id, { recipient: 'west', other: 'south' }));
    await snapshot([...mine, ...between], day(1));
    const [first] = strangers;
    if (asked && first !== undefined) {
      const hit = first.toString(16).padStart(16, '0');
      const event = { hit, event: 'requested', by: 'wim', contributions: [], reason: null } as const;
      await opened.ledger.transaction((database) => addHitEvent(database, { ...event, at: day(1) }));
    }
    await snapshot([...mine.slice(1), ...between.slice(gone)], day(2));
    return everything();
  };
  const before = await tell({ others: [99n], second: false, strangers: [], gone: 0, asked: false });
  expect(before).toContain('the same phone');
  await fc.assert(
    fc.asyncProperty(hidden, async (side) => {
      await opened.close();
      opened = await openTestLedger();
      for (const partner of ['north', 'south', 'west']) {
        await addTestContribution(opened.ledger, { partner, content: 'a' });
      }
      await addTestContribution(opened.ledger, { partner: 'south', content: 'b' });
      expect(await tell(side)).toBe(before);
    }),
    { numRuns: 8 },
  );
});

interface HiddenSide {
  readonly others: readonly bigint[];
  readonly second: boolean;
  readonly strangers: readonly number[];
  readonly gone: number;
  readonly asked: boolean;
}
