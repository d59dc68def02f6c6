import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addConsent, consentsFor, consentsOn, consentsOver, standingConsent } from './consents.ts';
import { addHitEvent, answerTimes, hitEvents } from './hit-events.ts';
import {
  addHits,
  type FoundHit,
  findHit,
  hitCounts,
  hitsAskedOf,
  hitsOf,
  lastState,
  tallyHits,
  withdrawHitsOf,
  withdrawMissingHits,
} from './hits.ts';
import { addTestContribution, openTestLedger, type TestLedger } from './test-ledger.ts';

let opened: TestLedger;
let north: string;
let south: string;

beforeEach(async () => {
  opened = await openTestLedger();
  north = (await addTestContribution(opened.ledger, { partner: 'north' })).id;
  south = (await addTestContribution(opened.ledger, { partner: 'south' })).id;
});

afterEach(() => opened.close());

const hex = (number: number) => number.toString(16).padStart(16, '0');
const noon = '2026-03-01T12:00:00.000Z';
const later = '2026-03-02T12:00:00.000Z';

function found(number: number, more: Partial<FoundHit> = {}): FoundHit {
  return {
    id: hex(number),
    recipient: 'north',
    other: 'south',
    kind: 'the same phone',
    type: 'phone',
    own: [hex(1)],
    ownContributions: [north],
    ownContribution: north,
    ownRow: 3,
    others: [hex(2)],
    otherContributions: [south],
    ...more,
  };
}

const keep = (hits: readonly FoundHit[], at = noon) =>
  opened.ledger.transaction((database) => addHits(database, hits, at));
const withdrawAllBut = (ids: readonly string[], at = later) =>
  opened.ledger.transaction((database) =>
    withdrawMissingHits(database, { after: '', upto: null, found: ids }, at),
  );
const event = (hit: number, more: Partial<Parameters<typeof addHitEvent>[1]>) =>
  opened.ledger.transaction((database) =>
    addHitEvent(database, {
      ...{ hit: hex(hit), event: 'requested', by: 'ann', contributions: [north, south], reason: 'why' },
      ...{ at: noon },
      ...more,
    }),
  );
const rows = async (table: string) =>
  (await opened.ledger.query<{ n: number }>(`select count(*)::integer as n from ${table}`))[0]?.n;

describe('keeping what a snapshot found', () => {
  test('the hits of a recipient are counted by how they stand, told within a time', async () => {
    await addTestContribution(opened.ledger, { partner: 'west' });
    await keep([found(1), found(2), found(3, { other: 'west' })]);
    await keep([found(4, { other: 'west' })], later);
    await event(2, {});
    await withdrawAllBut([hex(1), hex(2), hex(4)]);
    const tally = (time: Parameters<typeof tallyHits>[2]) => tallyHits(opened.ledger, 'north', time);
    expect(await tally({})).toEqual({ told: 2, requested: 1, answered: 0, withdrawn: 1, others: 2 });
    const first = { told: 1, requested: 1, answered: 0, withdrawn: 1, others: 1 };
    expect(await tally({ since: '2026-03-01', until: '2026-03-01' })).toEqual(first);
    expect((await tallyHits(opened.ledger, 'south', {})).told).toBe(0);
  });

  test.each([{ recipient: 'nobody' }, { other: 'nobody' }, { ownContribution: 'nothing' }])(
    'nothing is kept of a batch in which one names what is not there: %j',
    async (unknown) => {
      await expect(keep([found(1), found(2, unknown), found(3)])).rejects.toThrow('23503');
      expect([await rows('hit'), await rows('hit_side')]).toEqual([0, 0]);
    },
  );

  test('hits are told once; doing it again changes nothing', async () => {
    const first = await keep([found(1), found(2)]);
    expect(first.told.map(({ id }) => id)).toEqual([hex(1), hex(2)]);
    expect(await keep([found(1), found(2)], later)).toEqual({ told: [], returned: [] });
    expect(await rows('hit_side')).toBe(2);
    expect(await findHit(opened.ledger, hex(1))).toEqual({
      ...found(1),
      ...{ toldAt: noon, state: 'told', answer: null, since: noon },
      ...{ seen: false, asked: false, shared: false },
    });
    expect(await findHit(opened.ledger, hex(9))).toBeUndefined();
  });

  test('a side that changed is kept beside the one before, and the last one counts', async () => {
    await keep([found(1)]);
    await keep([found(1, { others: [hex(2), hex(5)] })], later);
    const hit = await findHit(opened.ledger, hex(1));
    expect(hit?.others).toEqual([hex(2), hex(5)]);
    expect(hit?.toldAt).toBe(noon);
    expect(await rows('hit_side')).toBe(2);
  });

  test('what is missing in its range is withdrawn, and what comes back is returned', async () => {
    await keep([found(1), found(2), found(3)]);
    const gone = await opened.ledger.transaction((database) =>
      withdrawMissingHits(database, { after: hex(1), upto: hex(2), found: [] }, later),
    );
    expect(gone).toEqual([{ id: hex(2), recipient: 'north', other: 'south', asked: false }]);
    expect(await withdrawAllBut([hex(1), hex(3)])).toEqual([]);
    expect((await lastState(opened.ledger, hex(2)))?.state).toBe('withdrawn');
    const back = await keep([found(1), found(2), found(3)], later);
    expect(back).toEqual({ told: [], returned: [{ id: hex(2), recipient: 'north', other: 'south' }] });
    expect((await lastState(opened.ledger, hex(2)))?.state).toBe('told');
    expect(await keep([found(2)], later)).toEqual({ told: [], returned: [] });
  });

  test('any sequence of snapshots leaves the hits of the last one standing', async () => {
    const snapshot = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 6 });
    let hour = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(snapshot, { minLength: 1, maxLength: 4 }), async (snapshots) => {
        for (const numbers of snapshots) {
          const at = new Date(Date.parse(noon) + ++hour * 3_600_000).toISOString();
          await keep(
            numbers.map((number) => found(number)),
            at,
          );
          await withdrawAllBut(numbers.map(hex), at);
        }
        const standing = await hitsOf(opened.ledger, 'north', { limit: 100 });
        expect(standing.map(({ id }) => id).sort()).toEqual(snapshots.at(-1)?.map(hex).sort());
      }),
      { numRuns: 15 },
    );
  });

  test('thousands of hits go in with one batch', async () => {
    const many = Array.from({ length: 3_000 }, (_, number) => found(number + 1));
    expect((await keep(many)).told).toHaveLength(3_000);
    expect(await hitCounts(opened.ledger)).toEqual([{ recipient: 'north', other: 'south', hits: 3_000 }]);
    expect(await withdrawAllBut([hex(1)])).toHaveLength(2_999);
  });
});

describe('reading hits', () => {
  test('pages go from the newest to the oldest and name every hit once', async () => {
    await keep([found(1), found(2), found(3)]);
    await keep([found(4), found(5)], later);
    const seen: string[] = [];
    let after: { toldAt: string; id: string } | undefined;
    do {
      const page = await hitsOf(opened.ledger, 'north', { limit: 2, after });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1);
    } while (after !== undefined);
    expect(seen).toEqual([4, 5, 1, 2, 3].map(hex));
  });

  test('of the hits of others an owner knows those that it was asked about', async () => {
    await keep([found(1), found(2), found(3, { recipient: 'south', other: 'north' })]);
    expect(await hitsAskedOf(opened.ledger, 'south', { limit: 10 })).toEqual([]);
    await event(2, {});
    expect((await hitsAskedOf(opened.ledger, 'south', { limit: 10 })).map(({ id }) => id)).toEqual([hex(2)]);
    expect((await hitsOf(opened.ledger, 'south', { limit: 10 })).map(({ id }) => id)).toEqual([hex(3)]);
  });

  test('type, other side and state choose', async () => {
    await keep([found(1), found(2, { type: 'person', kind: 'the same person' })]);
    await withdrawAllBut([hex(1)]);
    const ids = async (query: object) =>
      (await hitsOf(opened.ledger, 'north', { limit: 9, ...query })).map(({ id }) => id);
    expect(await ids({})).toEqual([hex(1)]);
    expect(await ids({ states: ['withdrawn'] })).toEqual([hex(2)]);
    expect(await ids({ states: ['withdrawn'], type: 'phone' })).toEqual([]);
    expect(await ids({ other: 'west' })).toEqual([]);
  });
});

describe('events and consents', () => {
  const consent = { subjects: [hex(2)], properties: ['name'], by: 'sue', at: noon };
  const share = (hit: number) =>
    opened.ledger.transaction((database) =>
      addConsent(database, {
        ...consent,
        ...{ hit: hex(hit), owner: 'south', recipient: 'north', contributions: [south] },
      }),
    );

  test('every event stays, words are read until a contribution is erased', async () => {
    await keep([found(1)]);
    await event(1, { event: 'seen', reason: null, contributions: [] });
    await event(1, { reason: 'Marker 17' });
    await event(1, { event: 'answered', answer: 'refuse', reason: 'Trial pending' });
    expect(await findHit(opened.ledger, hex(1))).toMatchObject({
      ...{ state: 'answered', answer: 'refuse', seen: true, asked: true },
    });
    const words = async () => (await hitEvents(opened.ledger, hex(1))).map(({ reason }) => reason);
    expect(await words()).toEqual([null, 'Marker 17', 'Trial pending']);
    const kept = await opened.ledger.query<{ sealed: string | null }>('select sealed from hit_event');
    expect(JSON.stringify(kept)).not.toContain('Marker');
    const object = await opened.ledger.query<{ object: string }>(
      'select object from contribution where id = $1',
      [south],
    );
    await opened.vault.keys.destroy(object[0]?.object ?? '');
    expect(await words()).toEqual([null, null, null]);
  });

  test('a withdrawn hit ends its consent, and a hit that returns does not bring it back', async () => {
    await keep([found(1), found(2)]);
    await event(1, {});
    await share(1);
    await share(2);
    expect((await findHit(opened.ledger, hex(1)))?.shared).toBe(true);
    expect(await withdrawAllBut([hex(2)])).toEqual([
      { id: hex(1), recipient: 'north', other: 'south', asked: true },
    ]);
    expect(await standingConsent(opened.ledger, hex(1))).toBeUndefined();
    await keep([found(1)], later);
    expect((await consentsFor(opened.ledger, 'north')).map(({ hit }) => hit)).toEqual([hex(2)]);
    expect(await consentsOn(opened.ledger, hex(1))).toMatchObject([
      { properties: ['name'], ended: { by: 'hub', reason: 'link-gone', at: later } },
    ]);
    expect((await consentsOver(opened.ledger, south)).map(({ hit }) => hit)).toEqual([hex(1), hex(2)]);
    expect(await consentsOver(opened.ledger, north)).toEqual([]);
  });

  test('erasing a contribution withdraws what rests on it alone, on either side', async () => {
    const second = (await addTestContribution(opened.ledger, { partner: 'south', content: 'more' })).id;
    await keep([
      found(1),
      found(2, { otherContributions: [south, second] }),
      found(3, {
        ...{ recipient: 'south', other: 'north', ownContribution: south, ownContributions: [south] },
        otherContributions: [north],
      }),
    ]);
    const gone = await opened.ledger.transaction((database) => withdrawHitsOf(database, south, later));
    expect(gone.map(({ id }) => id)).toEqual([hex(1), hex(3)]);
    expect(await opened.ledger.transaction((database) => withdrawHitsOf(database, south, later))).toEqual([]);
  });
});

describe('answer times', () => {
  const after = (hours: number) => new Date(Date.parse(noon) + hours * 3_600_000).toISOString();
  const answered = (hit: number, hours: number) =>
    event(hit, { event: 'answered', answer: 'share', at: after(hours) });

  test('median and nine of ten from the request to its first answer; open ones with their age', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => index + 1);
    await keep(numbers.map((number) => found(number)));
    for (const number of numbers) await event(number, { at: after(1) });
    for (const number of numbers.slice(0, 10)) await answered(number, 1 + number);
    await answered(10, 500);
    await withdrawAllBut(numbers.filter((number) => number !== 12).map(hex), after(2));
    const [times, ...others] = await answerTimes(opened.ledger, { at: after(100) });
    expect(others).toEqual([]);
    expect(times).toMatchObject({ owner: 'south', requests: 12, answered: 10, open: 1 });
    expect(times?.medianHours).toBeCloseTo(5.5);
    expect(times?.ninetiethHours).toBeCloseTo(9.1);
    expect(times?.medianHoursFromTold).toBeCloseTo(6.5);
    expect(times?.oldestOpenHours).toBeCloseTo(99);
    expect(await answerTimes(opened.ledger, { at: after(100), owner: 'north' })).toEqual([]);
  });

  test('none answered: no median', async () => {
    await keep([found(1)]);
    await event(1, {});
    expect(await answerTimes(opened.ledger, { at: after(5) })).toEqual([
      {
        ...{ owner: 'south', requests: 1, answered: 0, open: 1, oldestOpenHours: 5 },
        ...{ medianHours: null, ninetiethHours: null, medianHoursFromTold: null },
      },
    ]);
  });
});
