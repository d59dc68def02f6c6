import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMatchable, isProtected, type Label, labelFrom, labelText } from '@clew/model/terms/label.ts';
import { type Terms, termsSchema } from '@clew/model/terms/terms.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keptContributionTable, keptPartnerTable } from '../../kept.ts';
import { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import type { Row } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import { type Notification, notifications } from '../hits.ts';
import { heldBackTable, notificationTable } from '../tables.ts';
import { groundsOf } from './grounds.ts';
import { hubHolders, notify } from './notify.ts';

interface Said {
  readonly subject: string;
  readonly type: string;
  readonly property: string;
  readonly value: string;
  readonly terms?: Partial<Terms>;
  readonly minor?: boolean;
}

type Files = Readonly<Record<string, readonly Said[]>>;

let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-notify-'));
  lake = await Lake.open({ folder, threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

const hash = (text: string) => createHash('sha256').update(text).digest().readBigUInt64BE(0);
const md5 = async (text: string) =>
  (await lake.row<{ id: bigint }>(sql`select md5_number_lower(${text})::ubigint as id`)).id;
const person = (name: string, more: Partial<Said> = {}): Said => ({
  subject: name,
  type: 'person',
  property: 'name',
  value: name,
  terms: { category: 'suspect' },
  ...more,
});

/** States what each partner said (one file each) and puts subjects of the same name key into one entity. */
async function load(files: Files, same: (said: Said) => string = (said) => said.subject): Promise<void> {
  const labels = new Map<string, { label: bigint; owner: string; value: Label }>();
  const statements = [];
  const clusters = new Map<bigint, Row<typeof clusterTable>>();
  for (const [owner, said] of Object.entries(files)) {
    const contribution = `file-of-${owner}`;
    for (const [index, one] of said.entries()) {
      const terms = termsSchema.parse(one.terms ?? {});
      const personal = one.type === 'person';
      const value = labelFrom(owner, terms, { minor: one.minor ?? false, personal });
      const label = hash(labelText(value));
      labels.set(String(label), { label, owner, value });
      const subject = hash(`${owner}|${one.subject}`);
      const entity = hash(`entity|${one.type}|${same(one)}`);
      clusters.set(subject, { subject, type: one.type, entity, component: entity });
      statements.push({
        contribution,
        row: index + 1,
        subject,
        type: one.type,
        property: one.property,
        value: one.value.startsWith('@')
          ? hash(`${owner}|${one.value.slice(1)}`)
              .toString(16)
              .padStart(16, '0')
          : one.value,
        original: null,
        first_seen: null,
        last_seen: null,
        label,
      });
    }
  }
  await loadTable(lake, statementTable, statements);
  await loadTable(lake, clusterTable, clusters.values());
  await loadTable(
    lake,
    labelTable,
    [...labels.values()].map(({ label, owner, value }) => ({
      label,
      owner,
      matchable: isMatchable(value),
      protected: isProtected(value),
      content: labelText(value),
    })),
  );
  const owners = Object.keys(files);
  await loadTable(
    lake,
    keptPartnerTable,
    owners.map((partner) => ({
      partner,
      title: `The ${partner}`,
      country: null,
      contact: `desk@${partner}`,
    })),
  );
  await loadTable(
    lake,
    keptContributionTable,
    owners.map((partner) => ({
      contribution: `file-of-${partner}`,
      partner,
      file_name: `${partner}.csv`,
      bytes: 1,
      received_at: '2026-01-01T00:00:00Z',
      contact: null,
    })),
  );
}

async function notified(files: Files, same?: (said: Said) => string) {
  await load(files, same);
  await notify(lake, { folder });
  return lake.rows<Record<string, unknown>>(sql`select * from ${notificationTable}`);
}

async function told(): Promise<Notification[]> {
  const all: Notification[] = [];
  for await (const some of notifications(lake)) all.push(...some);
  return all;
}

/** What of a notification its recipient is told. */
function asTold(notification: Notification | undefined): unknown {
  const { others: _, otherContributions: __, ...own } = notification as Notification;
  return own;
}

const kindsOf = async (recipient: string) =>
  (await told())
    .filter((one) => one.recipient === recipient)
    .map((one) => one.kind)
    .sort();

const heldBack = () =>
  lake.rows<{ reason: string; holders: number }>(sql`select reason, holders from ${heldBackTable}`);

beforeEach(async () => {
  await rm(join(folder, 'products'), { recursive: true, force: true });
});

test('both owners of one person are told, each of its own row, and whom to ask', async () => {
  const rows = await notified({
    north: [person('other one'), person('ivan')],
    south: [person('ivan'), person('nobody else')],
  });
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    recipient: 'north',
    other: 'south',
    contact: 'desk@south',
    kind: 'the same person',
    own: [hash('north|ivan')],
    own_contribution: 'file-of-north',
    own_row: 2,
  });
  expect(rows[1]).toMatchObject({
    recipient: 'south',
    other: 'north',
    own: [hash('south|ivan')],
    own_row: 1,
  });
});

test('the hub gets both sides, the recipient only its own', async () => {
  await notified({ north: [person('ivan')], south: [person('ivan')] });
  const [north, south] = (await told()).sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
  expect(north).toMatchObject({
    own: [hash('north|ivan').toString(16).padStart(16, '0')],
    ownContributions: ['file-of-north'],
    otherContributions: ['file-of-south'],
  });
  expect(north?.others).toEqual(south?.own);
  expect(south?.others).toEqual(north?.own);
  expect(JSON.stringify(asTold(north))).not.toMatch(new RegExp(`south\\||file-of-south|${south?.own[0]}`));
});

test('a record that the recipient adds later leaves the id as it was', async () => {
  const [before] = await notified({ north: [person('ivan')], south: [person('ivan')] });
  const later = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => person(name));
  const [after] = await notified(
    { north: [person('ivan'), ...later], south: [person('ivan'), person('g')] },
    () => 'ivan',
  );
  expect(after?.own).toHaveLength(7);
  expect(after?.notification).toBe(before?.notification);
});

test('a phone that two owners name for different people is the same phone', async () => {
  const phone = { property: 'phone', value: '+4912345' };
  const rows = await notified({ north: [person('ivan', phone)], south: [person('maria', phone)] });
  expect(rows.map((row) => [row.recipient, row.kind, row.entity])).toEqual([
    ['north', 'the same phone', await md5('phone|+4912345')],
    ['south', 'the same phone', await md5('phone|+4912345')],
  ]);
});

test('two phones of one person give two notifications with their own ids', async () => {
  const said = (name: string) => [
    person(name, { property: 'phone', value: '+491' }),
    person(name, { property: 'phone', value: '+492' }),
  ];
  const rows = await notified({ north: said('ivan'), south: said('maria') });
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map((row) => row.notification)).size).toBe(4);
});

test.each([
  ['a victim', { terms: { category: 'victim' as const } }],
  ['a witness', { terms: { category: 'witness' as const } }],
  ['a minor', { terms: { category: 'suspect' as const }, minor: true }],
  ['an uncategorised person', { terms: {} }],
  [
    'a file for strategic analysis alone',
    { terms: { category: 'suspect' as const, purposes: ['strategic-analysis' as const] } },
  ],
])('%s makes no hit, nor does the phone', async (_, more) => {
  const files = {
    north: [person('ivan', more), person('ivan', { ...more, property: 'phone', value: '+491' })],
    south: [person('ivan'), person('ivan', { property: 'phone', value: '+491' })],
  };
  expect(await notified(files)).toEqual([]);
});

test('the document of a victim makes no hit though it stands in a subject of its own', async () => {
  const document = { subject: 'doc', type: 'document', property: 'number', value: 'X123' };
  const south = [document];
  const suspect = await notified({
    north: [person('ana'), person('ana', { property: 'travelDocument', value: '@doc' }), document],
    south,
  });
  expect(suspect.map((row) => row.kind)).toEqual(['the same document', 'the same document']);
  const victim = { terms: { category: 'victim' as const } };
  expect(
    await notified({
      north: [
        person('ana', victim),
        person('ana', { ...victim, property: 'travelDocument', value: '@doc' }),
        document,
      ],
      south,
    }),
  ).toEqual([]);
});

test('H2 lets the hit through; under H3 only its own provider is told', async () => {
  const under = (handling: Terms['handling']) => person('ivan', { terms: { category: 'suspect', handling } });
  expect(await notified({ north: [under(['H2'])], south: [person('ivan')] })).toHaveLength(2);
  const rows = await notified({ north: [under(['H0', 'H3'])], south: [person('ivan')] });
  expect(rows.map((row) => row.recipient)).toEqual(['north']);
  expect(await heldBack()).toEqual([{ reason: 'H3', holders: 1 }]);
});

test('contacts meet in one named project only', async () => {
  const contact = (project: string) =>
    person('ivan', { terms: { category: 'contact', purposes: ['operational-analysis'], project } });
  expect(await notified({ north: [contact('dragon')], south: [contact('phoenix')] })).toEqual([]);
  expect(await notified({ north: [contact('dragon')], south: [contact('dragon')] })).toHaveLength(2);
  const label = labelFrom('north', termsSchema.parse({ category: 'contact', purposes: ['cross-check'] }), {
    minor: false,
    personal: true,
  });
  expect(groundsOf(label)).toEqual([]);
});

test('a number that very many people use makes no hits and is counted', async () => {
  const users = (owner: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      person(`${owner} ${index}`, { property: 'phone', value: '+49555' }),
    );
  expect(await notified({ north: users('n', hubHolders - 5), south: users('s', 5) })).toHaveLength(2);
  expect(await notified({ north: users('n', hubHolders - 5), south: users('s', 6) })).toEqual([]);
  expect(await heldBack()).toEqual([{ reason: 'hub', holders: hubHolders + 1 }]);
});

test('no content of the other: whatever else the other says, my rows stay as they were', async () => {
  const property = fc.constantFrom('note', 'occupation', 'birthDate', 'nationality', 'handle', 'alias');
  const more = fc.array(
    fc.tuple(
      property,
      fc.string({ maxLength: 12 }).filter((text) => !/[\0@]/.test(text)),
    ),
    {
      maxLength: 4,
    },
  );
  const mine = ['ivan', 'petra'].map((name) => person(name, { property: 'phone', value: '+491' }));
  const theirs = (rows: readonly (readonly [string, string])[], name: string) => [
    ...rows.map(([name, value]) => person('unrelated', { property: name, value })),
    person(name),
    person(name, { property: 'phone', value: '+491' }),
  ];
  const seen = async (rows: readonly (readonly [string, string])[], name: string) => {
    await notified({ north: mine, south: theirs(rows, name) }, (said) =>
      said.subject === name ? 'ivan' : said.subject,
    );
    return (await told()).filter((one) => one.recipient === 'north').map(asTold);
  };
  const before = await seen([], 'ivan');
  expect(before).toHaveLength(2);
  await fc.assert(
    fc.asyncProperty(more, fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/), async (rows, name) => {
      expect(await seen(rows, name)).toEqual(before);
    }),
    { numRuns: 12 },
  );
});

test('a phone that the same people use on both sides is not told of again', async () => {
  const ivan = person('ivan', { property: 'phone', value: '+491' });
  const petra = person('petra', { property: 'phone', value: '+491' });
  await notified({ north: [ivan], south: [ivan] });
  expect(await kindsOf('north')).toEqual(['the same person']);
  await notified({ north: [ivan], south: [ivan, petra] });
  expect(await kindsOf('north')).toEqual(['the same person', 'the same phone']);
});

test('the same snapshot gives the same rows in the same order', async () => {
  const files = {
    north: ['a', 'b', 'c'].map((name) => person(name)),
    south: ['c', 'b', 'a'].map((name) => person(name)),
    west: ['b'].map((name) => person(name)),
  };
  const first = await notified(files);
  expect(first).toHaveLength(10);
  expect(await notified(files)).toEqual(first);
});
