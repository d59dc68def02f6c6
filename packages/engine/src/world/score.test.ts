import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unreadTable } from '../contribution/tables.ts';
import { campaignTable, findingTable } from '../findings/tables.ts';
import { entityTable } from '../graph/tables.ts';
import { keptContributionTable } from '../kept.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { valueSubject } from '../resolution/value-subject.ts';
import { labelTable, statementTable, subjectTable, valueProblemTable } from '../statements/tables.ts';
import { scoreRun } from './score.ts';

let world: string;
let lake: Lake;

beforeEach(async () => {
  world = await mkdtemp(join(tmpdir(), 'clew-score-'));
  lake = await Lake.open({ folder: join(world, 'work'), threads: 1 });
  await mkdir(join(world, 'truth'));
  await writeFile(join(world, 'manifest.json'), '{}');
});

afterEach(async () => {
  lake.close();
  await rm(world, { recursive: true, force: true });
});

const phone = '+4915112345678';
const switchboard = '+4915187654321';

/** Five rows about two people: three about the first, two about the second; row 6 is a victim, row 7 was refused. */
const identities = ['p1', 'p1', 'p1', 'p2', 'p2', 'p1', 'p1'];

async function tell(): Promise<void> {
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(world, 'truth', name), `${lines.join('\n')}\n`);
  await write('identity.csv', [
    'file,row,subject,type,identity',
    ...identities.map((identity, at) => `a.csv,${at + 1},person,person,${identity}`),
    'a.csv,1,payee,organization,o1',
  ]);
  await write('use.csv', [
    'thing,file,row,type,property',
    'f1,a.csv,1,person,phone',
    'f1,a.csv,4,person,phone',
    't1,a.csv,2,person,phone',
  ]);
  await write('problems.csv', [
    'file,row,field,kind',
    'a.csv,2,"DOB",date-impossible',
    'a.csv,7,"",row-shape',
  ]);
  await write('facilitators.jsonl', [
    '{"facilitator":"f1","kind":"phone","service":"communication"}',
    '{"facilitator":"f2","kind":"person","identity":"p2"}',
  ]);
  await write('traps.jsonl', [
    '{"trap":"t1","kind":"hotel-switchboard"}',
    '{"trap":"t2","kind":"twins","identities":["p1","p2"]}',
  ]);
}

/** Rows 1 to 6 as stated, each in the entity given for it. */
async function run(
  entities: readonly number[],
  mains: readonly bigint[] = [],
  kind = 'communication',
): Promise<void> {
  await tell();
  const subjects = entities.map((_, at) => BigInt(at + 1));
  const at = (subject: bigint) => ({ contribution: 'c', row: Number(subject) });
  await loadTable(lake, keptContributionTable, [
    { contribution: 'c', partner: 'p', file_name: 'given/a.csv', bytes: 1, received_at: '', contact: '' },
  ]);
  await loadTable(lake, labelTable, [
    { label: 1n, owner: 'p', matchable: true, protected: false, content: '' },
    { label: 2n, owner: 'p', matchable: false, protected: true, content: '' },
  ]);
  await loadTable(lake, subjectTable, [
    ...subjects.map((subject) => ({ subject, ...at(subject), name: 'person', type: 'person', key: null })),
    { subject: 50n, contribution: 'c', row: 1, name: 'payee', type: 'person', key: null },
  ]);
  const said = { type: 'person', original: null, first_seen: null, last_seen: null };
  await loadTable(
    lake,
    statementTable,
    subjects.flatMap((subject) => {
      const common = { ...said, ...at(subject), subject, label: subject === 6n ? 2n : 1n };
      const number = subject === 2n ? switchboard : phone;
      return [
        { ...common, property: 'name', value: 'a b' },
        { ...common, property: 'phone', value: number },
      ];
    }),
  );
  await loadTable(lake, clusterTable, [
    ...subjects.map((subject, index) => ({
      subject,
      type: 'person',
      entity: BigInt(entities[index] ?? 0),
      component: 0n,
    })),
    { subject: 50n, type: 'person', entity: 50n, component: 50n },
  ]);
  await loadTable(
    lake,
    findingTable,
    mains.map((main, index) => ({
      finding: BigInt(index + 1),
      detector: 'shared-facilitators',
      kind,
      subjects: [main],
      evidence: [],
      reason: '{}',
      chance: 0,
      chance_corrected: 0,
      label: 1n,
    })),
  );
  await loadTable(lake, entityTable, []);
  await loadTable(lake, campaignTable, []);
  const problem = { contribution: 'c', value: null, refused: false };
  await loadTable(lake, valueProblemTable, [
    { ...problem, row: 2, field: 'DOB', code: 'date-impossible' },
    { ...problem, row: 3, field: 'Phone', code: 'phone-unreadable' },
  ]);
  await loadTable(lake, unreadTable, [{ ...problem, row: 7, field: null, code: 'row-shape', refused: true }]);
}

async function idOf(value: string, type = 'phone'): Promise<bigint> {
  const { id } = await lake.row<{ id: bigint }>(
    sql`select ${valueSubject(type, sql`${value}`)}::ubigint as id`,
  );
  return id;
}

test('all right is all ones; victims and refused rows are left out and counted', async () => {
  await run([1, 1, 1, 4, 4, 6]);
  const { persons, organisations } = await scoreRun(lake, { world });
  expect(persons).toEqual({
    mentions: 5,
    protected: 1,
    mistyped: 0,
    missing: 1,
    identities: 2,
    entities: 2,
    pairwise: { precision: 1, recall: 1, f1: 1, true: 4, linked: 4, correct: 4 },
    bCubed: { precision: 1, recall: 1, f1: 1 },
  });
  expect(organisations).toMatchObject({ mentions: 0, mistyped: 1, pairwise: { precision: null, f1: null } });
});

test('all in one: every true pair among ten, B-cubed by share of the heap', async () => {
  await run([1, 1, 1, 1, 1, 6]);
  const { persons } = await scoreRun(lake, { world });
  expect(persons.pairwise).toMatchObject({ precision: 0.4, recall: 1, true: 4, linked: 10, correct: 4 });
  expect(persons.bCubed.precision).toBeCloseTo(13 / 25, 12);
  expect(persons.bCubed.recall).toBe(1);
});

test('all apart: no pair is linked, so there is no precision to speak of', async () => {
  await run([1, 2, 3, 4, 5, 6]);
  const { persons } = await scoreRun(lake, { world });
  expect(persons.pairwise).toMatchObject({ precision: null, recall: 0, linked: 0, correct: 0 });
  expect(persons.bCubed.precision).toBe(1);
  expect(persons.bCubed.recall).toBeCloseTo(2 / 5, 12);
});

test('a facilitator is found by its value or by its person; a trap that is reported shows', async () => {
  await run([1, 1, 1, 4, 4, 6], [await idOf(phone), await idOf(switchboard), 4n]);
  const { facilitators, traps } = await scoreRun(lake, { world });
  expect(facilitators).toMatchObject({ planted: 2, found: 2, reported: 3, correct: 2, recall: 1 });
  expect(facilitators.byKind).toEqual([
    { kind: 'person', planted: 1, found: 1, told: 0 },
    { kind: 'phone', planted: 1, found: 1, told: 1 },
  ]);
  expect(facilitators.precision).toBeCloseTo(2 / 3, 12);
  expect(traps).toEqual([
    { kind: 'hotel-switchboard', planted: 1, reported: 1, merged: null },
    { kind: 'twins', planted: 1, reported: 0, merged: 0 },
  ]);
});

test('a typology is found by its account, and only by a finding of its own rule', async () => {
  const planted = [
    '{"typology":"m1","kind":"deduction","account":"AT1"}',
    '{"typology":"m2","kind":"netting","account":"AT2"}',
  ];
  await writeFile(join(world, 'truth', 'typologies.jsonl'), `${planted.join('\n')}\n`);
  await run([1, 1, 1, 4, 4, 6], [await idOf('AT1', 'account'), await idOf('AT2', 'account')], 'deduction');
  const { leads } = await scoreRun(lake, { world });
  expect(leads.filter((each) => each.planted + each.reported > 0)).toMatchObject([
    { id: 'deduction', planted: 1, found: 1, reported: 2, correct: 1 },
    { id: 'netting', planted: 1, found: 0, reported: 0, correct: 0 },
  ]);
});

test('adverts of one origin are meant where a network posts them anywhere, and on no circuit', async () => {
  await run([1, 2, 3, 4, 5, 6], [1n, 4n, 5n]);
  await lake.run(sql`update ${statementTable} set type = 'advert' where "row" in (1, 3, 4, 5)`);
  await lake.run(sql`update ${findingTable} set detector = 'advert-campaigns'`);
  const told = ['a.csv,1,w1,a1,,', 'a.csv,3,w2,a2,,', 'a.csv,4,w3,a3,,c1', 'a.csv,5,w4,a4,,'];
  const wordings = ['a1", "network": "n1', 'a2", "network": "n2', 'a3", "network": "n3'];
  const write = (name: string, lines: readonly string[]) =>
    writeFile(join(world, 'truth', name), `${lines.join('\n')}\n`);
  await write('advert-templates.csv', ['file,row,template,campaign,phone,circuit', ...told]);
  await write('templates.jsonl', [
    ...wordings.map((wording) => `{"campaign":"${wording}"}`),
    '{"campaign":"a4","network":null}',
  ]);
  const { leads } = await scoreRun(lake, { world });
  expect(leads.find(({ id }) => id === 'advert-campaigns')).toMatchObject({
    ...{ planted: 2, found: 1, reported: 3, correct: 1 },
  });
});

test('people who only look alike and were taken for one are counted', async () => {
  await run([1, 1, 1, 1, 5, 6]);
  const { traps, facilitators } = await scoreRun(lake, { world });
  expect(traps.find(({ kind }) => kind === 'twins')).toMatchObject({ planted: 1, merged: 1 });
  expect(facilitators).toMatchObject({ found: 0, reported: 0, precision: null, recall: 0 });
});

test('problems are found at their row and column, a ragged row as a whole', async () => {
  await run([1, 1, 1, 4, 4, 6]);
  const { problems } = await scoreRun(lake, { world });
  expect(problems).toMatchObject({ planted: 2, found: 2, reported: 3, unplanned: 1, recall: 1 });
});

test('a folder that is no world is refused', async () => {
  await expect(scoreRun(lake, { world: join(world, 'truth') })).rejects.toMatchObject({ code: 'not-found' });
});
