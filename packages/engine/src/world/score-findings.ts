import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { breederDocuments } from '../findings/detectors/breeder-documents.ts';
import { circuits } from '../findings/detectors/circuits.ts';
import { documentSeries } from '../findings/detectors/document-series.ts';
import { documentSuppliers } from '../findings/detectors/document-suppliers.ts';
import { sharedDocuments } from '../findings/detectors/shared-documents.ts';
import { sharedFacilitators } from '../findings/detectors/shared-facilitators.ts';
import { findingTable } from '../findings/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { valueSubject } from '../resolution/value-subject.ts';
import { statementTable } from '../statements/tables.ts';
import { ratio, type Share, shareOf } from './share.ts';
import { truthTable } from './truth-table.ts';

/** How many planted facilitators are the main subject of a finding, and of the findings how many mean one. */
export interface FindingScore extends Share {
  readonly planted: number;
  readonly found: number;
  readonly reported: number;
  readonly correct: number;
  /** Findings on something of a planted facilitator's own, such as the phone of a person: neither right nor wrong. */
  readonly companions: number;
  readonly byKind: readonly {
    readonly kind: string;
    readonly planted: number;
    readonly found: number;
    /** Of those found, whose service is told as it was planted. */
    readonly told: number;
  }[];
}

export interface TrapScore {
  readonly kind: string;
  readonly planted: number;
  /** Traps that a finding of any detector has as its main subject, or whose people it is about; none should be. */
  readonly reported: number;
  /** Traps of different people of whom two were taken for one; null for traps that are not people. */
  readonly merged: number | null;
}

/** A line of a list of the truth. */
export interface PlantedLine {
  readonly facilitator?: string;
  readonly trap?: string;
  readonly circuit?: string;
  /** Of a wording: whose adverts bear it, and the network that posts them; null where nobody else does. */
  readonly campaign?: string;
  readonly network?: string | null;
  readonly flow?: string;
  readonly typology?: string;
  /** Where it leads. */
  readonly account?: string;
  readonly coordination?: string;
  /** The person who was arrested. */
  readonly arrested?: string;
  readonly contact?: string;
  readonly screening?: string;
  /** Of a shelter's form: which list is meant, and what it comes to. */
  readonly form?: string;
  readonly age?: string;
  readonly outcome?: string;
  readonly isSettled?: boolean;
  readonly paper?: string;
  readonly accounts?: { readonly controller?: string };
  readonly kind: string;
  readonly identity?: string;
  /** What a facilitator provides. */
  readonly service?: string;
  readonly identities?: readonly string[];
}

/** Planted things. `family` is facilitator, trap, circuit, coordination or paper. */
export const thingTable = defineTable('score', 'thing', {
  thing: 'VARCHAR',
  kind: 'VARCHAR',
  identity: 'VARCHAR',
  family: 'VARCHAR',
});

const plantedServiceTable = defineTable('score', 'planted_service', { thing: 'VARCHAR', service: 'VARCHAR' });

const alikeTable = defineTable('score', 'alike', { thing: 'VARCHAR', kind: 'VARCHAR', identity: 'VARCHAR' });

/** What each property of a row makes a node of. A plate may have been stated of the vehicle itself. */
const nodes: readonly (readonly [property: string, statedOf: readonly string[], node: string])[] = [
  ['phone', ['person'], 'phone'],
  ['plate', ['person', 'vehicle'], 'vehicle'],
  ['address', ['person', 'document'], 'address'],
  ['account', ['person'], 'account'],
  ['source', ['document'], 'source'],
  ['payee', ['payment'], 'account'],
  ['handle', ['advert'], 'handle'],
  ['fromPhone', ['communication'], 'phone'],
  ['handle', ['person'], 'handle'],
];

/** Needs `score.file` and `score.mention`. */
export async function scoreFindings(
  lake: Lake,
  truth: string,
): Promise<{ readonly facilitators: FindingScore; readonly traps: readonly TrapScore[] }> {
  await loadThings(lake, truth);
  await findEntities(lake, truth);
  await lake.run(sql`create or replace table score.main as
    select distinct finding, detector, kind, subjects[1] as entity from ${findingTable}`);
  return { facilitators: await scoreFacilitators(lake), traps: await scoreTraps(lake) };
}

async function loadThings(lake: Lake, truth: string): Promise<void> {
  const facilitators = await lines(join(truth, 'facilitators.jsonl'));
  const traps = await lines(join(truth, 'traps.jsonl'));
  const rounds = await lines(join(truth, 'circuits.jsonl'));
  const calls = await lines(join(truth, 'coordination.jsonl'));
  const papers = await lines(join(truth, 'papers.jsonl'));
  await loadTable(lake, thingTable, [
    ...rounds.map(({ circuit }) => ({
      thing: circuit ?? null,
      kind: 'circuit',
      identity: null,
      family: 'circuit',
    })),
    ...calls.map(({ coordination, kind, arrested }) => ({
      thing: coordination ?? null,
      kind,
      identity: arrested ?? null,
      family: 'coordination',
    })),
    ...papers.map(({ paper, kind }) => ({ thing: paper ?? null, kind, identity: null, family: 'paper' })),
    ...facilitators.map(({ facilitator, kind, identity }) => ({
      thing: facilitator ?? null,
      kind,
      identity: identity ?? null,
      family: 'facilitator',
    })),
    ...traps.map(({ trap, kind, identity }) => ({
      thing: trap ?? null,
      kind,
      identity: identity ?? null,
      family: 'trap',
    })),
  ]);
  await loadTable(
    lake,
    plantedServiceTable,
    facilitators.map(({ facilitator, service }) => ({
      thing: facilitator ?? null,
      service: service ?? null,
    })),
  );
  await loadTable(
    lake,
    innocentTable,
    traps
      .filter(({ kind }) => innocents.has(kind))
      .flatMap(({ trap, identities = [] }) =>
        identities.map((identity) => ({ thing: trap ?? null, identity })),
      ),
  );
  await loadTable(
    lake,
    alikeTable,
    traps
      .filter(({ kind }) => lookAlikes.has(kind))
      .flatMap(({ trap, kind, identities = [] }) =>
        identities.map((identity) => ({ thing: trap ?? null, kind, identity })),
      ),
  );
}

/** People who do what looks like something else, for the detectors whose findings are about such people. */
const innocentTable = defineTable('score', 'innocent', { thing: 'VARCHAR', identity: 'VARCHAR' });
const innocents: ReadonlySet<string> = new Set([
  'commuter',
  'tourist',
  'lorry-driver',
  'fair-trader',
  'family-passports',
  'mistyped-number',
  'reissued-number',
  'passport-with-children',
  'twins-mixed-up',
  'family-extract',
  'reception-centre',
  'catch-all-mark',
]);
const lookedAt = [
  circuits.id,
  documentSeries.id,
  sharedDocuments.id,
  breederDocuments.id,
  documentSuppliers.id,
];

const lookAlikes: ReadonlySet<string> = new Set(['twins', 'father-and-son', 'common-name']);

/** The lines of a list of the truth; none where a world has no such list. */
export async function lines(path: string): Promise<PlantedLine[]> {
  if (!existsSync(path)) return [];
  const text = await readFile(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlantedLine);
}

/** Which entities each planted thing became: by the values that its rows carry, or by its own identity. */
async function findEntities(lake: Lake, truth: string): Promise<void> {
  const use = truthTable(join(truth, 'use.csv'), ['thing', 'file', 'row', 'type', 'property']);
  await lake.run(sql`create or replace table score.carried as
    select u.thing, f.contribution, u."row", u.property
    from ${use} u join score.file f using (file) join ${thingTable} t using (thing)`);
  const byValue = nodes.map(
    ([property, statedOf, node]) => sql`
      select c.thing, ${valueSubject(node, sql`s.value`)}::ubigint as subject
      from score.carried c join ${statementTable} s using (contribution, "row")
      where c.property = ${property} and s.property = ${property} and s.type in ${statedOf}`,
  );
  // A vehicle that a row tells of, and the plate that a person has, are two subjects, mostly of one entity.
  const itself = nodes.map(
    ([property, , node]) => sql`
      select c.thing, s.subject from score.carried c join ${statementTable} s using (contribution, "row")
      where c.property = ${property} and s.property = ${property} and s.type = ${node}`,
  );
  await lake.run(sql`create or replace table score.thing_entity as
    select distinct v.thing, coalesce(c.entity, v.subject) as entity
    from (${union([...byValue, ...itself])}) v left join ${clusterTable} c on c.subject = v.subject
    union
    select distinct t.thing, m.entity from ${thingTable} t join score.mention m using (identity)
    where m.entity is not null`);
  await lake.run(sql`create or replace table score.companion as
    select distinct coalesce(c.entity, v.subject) as entity
    from (${union(ownValues())}) v left join ${clusterTable} c on c.subject = v.subject`);
}

/** Values stated of people and organisations that are planted facilitators. */
function ownValues(): Query[] {
  const own = [
    ...nodes.filter(([, of]) => of[0] === 'person'),
    ['document', ['person'], 'document'] as const,
  ];
  return own.map(
    ([property, , node]) => sql`
      select ${valueSubject(node, sql`s.value`)}::ubigint as subject
      from ${thingTable} t join score.mention m using (identity) join ${statementTable} s on s.subject = m.subject
      where t.family = 'facilitator' and s.property = ${property}`,
  );
}

function union(parts: readonly Query[]): Query {
  return joinSql(parts, ' union all ');
}

async function scoreFacilitators(lake: Lake): Promise<FindingScore> {
  const byKind = await lake.rows<FindingScore['byKind'][number]>(sql`
    with lead as (
      select e.thing, bool_or(m.kind = s.service) as told
      from score.thing_entity e join score.main m using (entity) join ${plantedServiceTable} s using (thing)
      where m.detector = ${sharedFacilitators.id} group by e.thing)
    select t.kind, count(*) as planted, count(l.thing) as found, count(*) filter (l.told) as told
    from ${thingTable} t left join lead l using (thing) where t.family = 'facilitator'
    group by t.kind order by t.kind`);
  const { reported, correct, companions } = await lake.row<{
    reported: number;
    correct: number;
    companions: number;
  }>(sql`
    with meant as (select distinct e.entity from score.thing_entity e join ${thingTable} t using (thing) where t.family in ('facilitator', 'paper'))
    select count(*) as reported,
      count(*) filter (entity in (select entity from meant)) as correct,
      count(*) filter (entity not in (select entity from meant)
        and entity in (select entity from score.companion)) as companions
    from score.main where detector = ${sharedFacilitators.id}`);
  const sum = (figure: 'planted' | 'found') => byKind.reduce((all, each) => all + each[figure], 0);
  const [planted, found] = [sum('planted'), sum('found')];
  const share = shareOf(ratio(correct, reported - companions), ratio(found, planted));
  return { planted, found, reported, correct, companions, ...share, byKind };
}

async function scoreTraps(lake: Lake): Promise<TrapScore[]> {
  return lake.rows<TrapScore>(sql`
    with reported as (
      select distinct e.thing from score.thing_entity e join score.main using (entity)
      union
      select a.thing from ${innocentTable} a join score.mention m using (identity)
        join (select unnest(subjects) as entity from ${findingTable} where detector in ${lookedAt}) f using (entity)),
    merged as (
      select distinct a.thing from (
        select a.thing, m.entity, count(distinct m.identity) as people
        from ${alikeTable} a join score.mention m using (identity)
        where m.type = 'person' and m.stated = 'person' and m.entity is not null group by a.thing, m.entity) a
      where a.people > 1),
    alike as (select distinct kind from ${alikeTable})
    select t.kind, count(*) as planted, count(*) filter (t.thing in (select thing from reported)) as reported,
      case when t.kind in (select kind from alike)
        then count(*) filter (t.thing in (select thing from merged)) end as merged
    from ${thingTable} t where t.family = 'trap' group by t.kind order by t.kind`);
}
