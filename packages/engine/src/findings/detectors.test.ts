import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FindingReason } from '@clew/model/finding.ts';
import { type FindingPicture, findingPicture } from '@clew/model/finding-picture.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../graph/connect.ts';
import { GraphFixture } from '../graph/graph-fixture.ts';
import { entityTable } from '../graph/tables.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { statementId, statementTable } from '../statements/tables.ts';
import { stateHandsetCalls, stateNetworkCalls } from './calls/call-story.ts';
import { detect } from './detect.ts';
import { detectors } from './detectors.ts';
import { gatherInvolvement } from './involvement.ts';
import { PaymentsFixture } from './money/payments-fixture.ts';
import { findingLabelTable, findingTable } from './tables.ts';

/** What every detector owes: the same suite over the whole list. A new detector adds its story to `busyCity`. */
let folder: string;
let lake: Lake;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-detectors-'));
  lake = await Lake.open({ folder: join(folder, 'work'), threads: 1 });
});

afterAll(async () => {
  lake.close();
  await rm(folder, { recursive: true, force: true });
});

/**
 * Ten networks of which four share a forger, a hundred bystanders, victims in every case. Adverts of one origin in ten places
 * and of another that goes round four, among those of thirty who stay. Four workers whose pay goes on to one account.
 * Payments with a fee before the first pay, a funnel account and netting. One passport in three hands, and one birth
 * certificate behind three.
 */
function busyCity(): GraphFixture {
  const given = new GraphFixture();
  const suspect = { owner: 'police', category: 'suspect' } as const;
  for (let n = 0; n < 10; n++) {
    const crimeArea = n === 1 ? 'thb-sexual' : 'thb-labour';
    given.subject(`case ${n}`, 'case', { owner: 'police' }, { number: `C${n}`, crimeArea });
    for (let m = 0; m < 5; m++) {
      const name = `m ${n} ${m}`;
      given.subject(name, 'person', suspect, {
        name: `secret${n} name${m}`,
        case: `@case ${n}`,
        phone: `+4915${n}${m}`,
      });
      if (n < 4 && m < 2)
        given.subject(
          `d ${n} ${m}`,
          'document',
          { owner: 'examiners' },
          { number: `P4100${n}${m}`, source: 'PS1', fraud: 'counterfeit', holder: `@${name}` },
        );
    }
    given.subject(
      `v ${n}`,
      'person',
      { owner: 'ngo', category: 'victim' },
      { name: 'hidden name', case: `@case ${n}` },
    );
  }
  for (let m = 0; m < 100; m++)
    given.subject(`o ${m}`, 'person', suspect, { phone: `+4916${m}`, address: `street ${m % 9}` });
  new PaymentsFixture(given).ordinary().fee(1.5).funnel(3).netting(0);
  showPapers(given);
  postAdverts(given);
  payWages(given);
  stateNetworkCalls(given);
  stateHandsetCalls(given);
  writeToMinors(given);
  return given;
}

function showPapers(given: GraphFixture): void {
  const people = [
    ['anna berg', '1980-03-04'],
    ['viktor stan', '1990-11-20'],
    ['omar haddad', '1971-07-09'],
  ];
  for (const [at, [name = '', birthDate = '']] of people.entries()) {
    const who = { name, birthDate };
    given.subject(
      `lent ${at}`,
      'person',
      { owner: 'police', category: 'suspect' },
      { ...who, document: 'XA7654321' },
    );
    given.subject(`bred ${at}`, 'person', { owner: 'police', category: 'suspect' }, who);
    given.subject(
      `bred paper ${at}`,
      'document',
      { owner: 'examiners' },
      { number: `QB20${at}1${at}33`, basis: 'GU778899', holder: `@bred ${at}` },
    );
  }
}

function postAdverts(given: GraphFixture): void {
  const post = (name: string, advert: { phone: string; place: string; day: number }) => {
    const date = new Date(Date.UTC(2025, 0, 1 + advert.day)).toISOString().slice(0, 10);
    const text = `secret company for ${name}, write to ${advert.phone} and ask for hidden prices`;
    given.subject(
      name,
      'advert',
      { owner: 'watch' },
      { ...{ phone: advert.phone, place: advert.place }, date, text },
    );
  };
  for (let at = 0; at < 10; at++) post(`far ${at}`, { phone: '+4917000', place: `town ${at}`, day: at * 9 });
  for (let at = 0; at < 16; at++)
    post(`round ${at}`, { phone: '+4917001', place: `city ${at % 4}`, day: at * 8 });
  for (let at = 0; at < 60; at++)
    post(`home ${at}`, { phone: `+49180${at % 30}`, place: `home ${at % 30}`, day: at });
}

function payWages(given: GraphFixture): void {
  const pay = (name: string, payment: { payer: string; payee: string; day: number }) => {
    const date = new Date(Date.UTC(2025, 0, 1 + payment.day)).toISOString().slice(0, 10);
    given.subject(
      name,
      'payment',
      { owner: 'fiu' },
      { payer: payment.payer, payee: payment.payee, date, amount: '900' },
    );
  };
  for (let month = 0; month < 3; month++)
    for (let worker = 0; worker < 4; worker++) {
      const account = `DE1${worker}`;
      pay(`wage ${month} ${worker}`, { payer: 'DE99', payee: account, day: 30 * month + worker });
      pay(`debt ${month} ${worker}`, { payer: account, payee: 'DE77', day: 30 * month + worker + 1 });
    }
  for (let at = 0; at < 60; at++)
    pay(`other ${at}`, { payer: `FR${at % 20}`, payee: `IT${at % 7}`, day: at });
}

/** Eleven accounts write to minors: ten about homework, one asks them in stages. */
function writeToMinors(given: GraphFixture): void {
  const child = { owner: 'hotline', category: 'contact', minor: true } as const;
  for (let at = 0; at < 11; at++) {
    const text =
      at < 10 ? 'read page 12' : 'secret how old are you, which school, are you alone, add me on snapchat';
    given.subject(
      `adult ${at}`,
      'person',
      { owner: 'hotline', category: 'suspect' },
      { handle: `adult${at}` },
    );
    for (let kid = 0; kid < 4; kid++) {
      given.subject(`kid ${at} ${kid}`, 'person', child, { handle: `hidden${at}_${kid}` });
      given.subject(`written ${at} ${kid}`, 'communication', child, {
        ...{ fromHandle: `adult${at}`, toHandle: `hidden${at}_${kid}`, date: '2025-03-01', text },
      });
    }
  }
}

interface Told {
  finding: bigint;
  detector: string;
  kind: string;
  subjects: readonly bigint[];
  evidence: readonly bigint[];
  reason: string;
  chance: number;
  chance_corrected: number;
}

async function run(given: GraphFixture): Promise<Told[]> {
  await given.load(lake);
  await connect(lake, { folder });
  await detect(lake, { folder });
  return lake.rows<Told>(sql`
    select finding, detector, kind, subjects, evidence, reason, chance, chance_corrected
    from ${findingTable} order by finding`);
}

/** The subjects that a picture points at, by their places. */
function subjectsIn(picture: FindingPicture | undefined): number[] {
  if (picture?.kind === 'network') return picture.nodes.map(({ subject }) => subject);
  const pointing =
    picture?.kind === 'flow' ? picture.nodes : picture?.kind === 'circuit' ? picture.stops : [];
  return pointing.flatMap(({ subject }) => (subject === null ? [] : [subject]));
}

test('ids are unique', () => {
  expect(new Set(detectors.map(({ id }) => id)).size).toBe(detectors.length);
});

test('every detector finds something in the busy city', async () => {
  const all = await run(busyCity());
  const found = new Set(all.map(({ detector }) => detector));
  expect([...found].sort()).toEqual(detectors.map(({ id }) => id).sort());
  for (const row of all) expectWhole(row);
  const strays = await lake.row(sql`
    select count(*) as n from (select unnest(evidence) as id from ${findingTable})
    where id not in (select ${statementId('s')} from ${statementTable} s)`);
  expect(strays).toEqual({ n: 0 });
  const unlabelled = await lake.row(sql`
    select count(*) as n from ${findingTable} where label not in (select label from ${findingLabelTable})`);
  expect(unlabelled).toEqual({ n: 0 });
  const shown = await lake.row(sql`
    select count(*) as n from (select unnest(subjects) as id from ${findingTable}) s
    join ${entityTable} e on e.entity = s.id where e.protected`);
  expect(shown).toEqual({ n: 0 });
  expect(await run(busyCity().reversed())).toEqual(all);
});

/** Reason, evidence and chance of a finding, and a picture that points at its subjects only. */
function expectWhole(row: Told): void {
  const detector = detectors.find(({ id }) => id === row.detector);
  const reason = JSON.parse(row.reason) as FindingReason;
  expect(Object.keys(detector?.kinds ?? {})).toContain(row.kind);
  expect(reason.sentences.length).toBeGreaterThan(0);
  const rule = detector?.rules?.find(({ id }) => id === row.kind);
  expect(reason.otherwise).toEqual((rule ?? detector)?.otherwise);
  expect(reason.cautions).toEqual(detector?.cautions);
  // What a stop would cost is never told without what to mind first.
  if (Object.hasOwn(reason.figures, 'unserved')) expect(reason.cautions?.length).toBeGreaterThan(0);
  expect(Object.keys(reason.figures).length).toBeGreaterThan(0);
  expect(row.chance).toBeGreaterThanOrEqual(0);
  expect(row.chance_corrected).toBeGreaterThanOrEqual(row.chance);
  expect(row.chance_corrected).toBeLessThanOrEqual(1);
  expect(row.evidence.length).toBeGreaterThan(0);
  const { picture, ...said } = reason;
  expect(JSON.stringify(said)).not.toMatch(/secret|hidden|\+49/);
  if (picture !== undefined) expect(findingPicture.parse(picture)).toEqual(picture);
  for (const place of subjectsIn(picture)) expect(row.subjects[place]).toBeDefined();
}

test('nothing is found in nothing', async () => {
  expect(await run(new GraphFixture())).toEqual([]);
});

test('a detector that is left out would have tested nothing', async () => {
  const given = new GraphFixture();
  given.subject('case', 'case', { owner: 'police' }, { number: 'C1', crimeArea: 'thb-labour' });
  for (let n = 0; n < 6; n++)
    given.subject(`m ${n}`, 'person', { owner: 'police' }, { case: '@case', address: 'hostel' });
  await run(given);
  await lake.makeSchema('findings_work');
  await gatherInvolvement(lake);
  const leftOut = detectors.filter(({ looksAt }) => looksAt.some((type) => type !== 'person'));
  expect(leftOut.length).toBeGreaterThan(0);
  for (const { id, gathers, detect: look } of leftOut) {
    for (const gather of gathers) await gather(lake);
    expect({ id, ...(await look(lake, {})) }).toEqual({ id, tested: 0, findings: [] });
  }
  await lake.dropSchema('findings_work');
});

test.each(detectors.map((detector) => [detector.id, detector] as const))(
  '%s explains itself, what else could explain its findings, and where the method is from',
  (id, detector) => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(detector.title).not.toBe('');
    expect(detector.explain).toMatch(/\.$/);
    expect(detector.otherwise.length).toBeGreaterThan(0);
    for (const type of detector.looksAt) expect(findEntityType(type)?.id).toBe(type);
    expect(detector.research.length).toBeGreaterThan(0);
    expect(['validated', 'untested', 'contradicted']).toContain(detector.standing);
    for (const rule of detector.rules ?? []) {
      expect(Object.keys(detector.kinds)).toContain(rule.id);
      for (const words of [rule.source, rule.section, rule.needs]) expect(words).not.toBe('');
      expect(rule.otherwise.length).toBeGreaterThan(0);
    }
  },
);
