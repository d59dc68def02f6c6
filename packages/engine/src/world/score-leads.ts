// How the detectors that look for what is planted beside facilitators did. Needs `score.file`, `score.mention`,
// `score.thing_entity`, `score.carried` and `score.main`.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { breederDocuments } from '../findings/detectors/breeder-documents.ts';
import { circuits } from '../findings/detectors/circuits.ts';
import { documentSeries } from '../findings/detectors/document-series.ts';
import { documentSuppliers } from '../findings/detectors/document-suppliers.ts';
import { sharedDocuments } from '../findings/detectors/shared-documents.ts';
import { wagesToControllers } from '../findings/detectors/wages-to-controllers.ts';
import { campaignTable, findingTable } from '../findings/tables.ts';
import { entityTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { valueSubject } from '../resolution/value-subject.ts';
import { statementTable } from '../statements/tables.ts';
import { lines, thingTable } from './score-findings.ts';
import { ratio, type Share, shareOf } from './share.ts';
import { truthTable } from './truth-table.ts';

/** Over pairs: how many of those that were put together are right, and how many of the right ones were put together. */
export interface PairScore extends Share {
  readonly true: number;
  readonly linked: number;
  readonly correct: number;
}

/** How many planted things a finding is about, and how many findings are about one. */
export interface LeadScore extends Share {
  readonly planted: number;
  readonly found: number;
  readonly reported: number;
  readonly correct: number;
  /** Findings about nothing that was planted, per 1,000 entities. */
  readonly falseAlarms: number;
}

export interface LeadScores {
  readonly campaigns: PairScore;
  readonly circuits: LeadScore;
  readonly repayments: LeadScore;
  readonly series: LeadScore;
  readonly sharedDocuments: LeadScore;
  readonly breeders: LeadScore;
  readonly suppliers: LeadScore;
}

/** What a planted flow leads to: the account of whoever controls the workers. */
const flowTable = defineTable('score', 'flow', { thing: 'VARCHAR', account: 'VARCHAR' });

/** What a finding is about: its main subject, or all of them. */
const mainSubject = sql`select finding, detector, entity from score.main`;
const allSubjects = sql`select finding, detector, unnest(subjects) as entity from ${findingTable}`;

const none: Query = sql`select null::varchar as thing, null::ubigint as entity where false`;

export async function scoreLeads(lake: Lake, truth: string): Promise<LeadScores> {
  const told = join(truth, 'advert-templates.csv');
  const isTold = existsSync(told);
  if (isTold) await loadAdverts(lake, told);
  const flows = await lines(join(truth, 'flows.jsonl'));
  await loadTable(
    lake,
    flowTable,
    flows.map(({ flow, accounts }) => ({ thing: flow ?? null, account: accounts?.controller ?? null })),
  );
  const { entities } = await lake.row<{ entities: number }>(
    sql`select count(*) as entities from ${entityTable}`,
  );
  const scored = (detector: string, meant: Query, about: Query = mainSubject) =>
    scoreDetector(lake, { detector, meant, entities, about });
  return {
    campaigns: isTold
      ? await scoreCampaigns(lake)
      : { true: 0, linked: 0, correct: 0, ...shareOf(null, null) },
    circuits: await scored(circuits.id, isTold ? circuitsMeant : none),
    repayments: await scored(
      wagesToControllers.id,
      sql`select f.thing, coalesce(c.entity, f.subject) as entity
        from (select thing, ${valueSubject('account', sql`account`)}::ubigint as subject from ${flowTable}) f
          left join ${clusterTable} c on c.subject = f.subject`,
    ),
    // Documents of one series are equals: whichever is told first, the finding is about all of them.
    series: await scored(documentSeries.id, seriesMeant, allSubjects),
    sharedDocuments: await scored(sharedDocuments.id, papersMeant(['shared-document']), allSubjects),
    breeders: await scored(breederDocuments.id, papersMeant(['basis', 'photograph', 'sponsor']), allSubjects),
    suppliers: await scored(documentSuppliers.id, papersMeant(['supplier', 'source']), allSubjects),
  };
}

async function loadAdverts(lake: Lake, told: string): Promise<void> {
  const adverts = truthTable(told, ['file', 'row', 'template', 'campaign', 'phone', 'circuit']);
  await lake.run(sql`create or replace table score.advert as
    select distinct coalesce(c.entity, s.subject) as advert, t.campaign, t.circuit
    from ${adverts} t join score.file f using (file)
      join ${statementTable} s on s.contribution = f.contribution and s."row" = t."row" and s.type = 'advert'
      left join ${clusterTable} c on c.subject = s.subject`);
}

async function scoreCampaigns(lake: Lake): Promise<PairScore> {
  const pairs = await lake.row<{ true: number; linked: number; correct: number }>(sql`
    with cell as (
      select a.campaign as identity, coalesce(c.campaign, a.advert) as origin, count(*)::double as n
      from score.advert a left join ${campaignTable} c using (advert) group by all
    ), pairs as (
      select n, sum(n) over (partition by identity) as of_identity, sum(n) over (partition by origin) as of_origin
      from cell
    )
    select coalesce(sum(n * (of_identity - 1)) / 2, 0) as "true", coalesce(sum(n * (of_origin - 1)) / 2, 0) as linked,
      coalesce(sum(n * (n - 1)) / 2, 0) as correct
    from pairs`);
  return { ...pairs, ...shareOf(ratio(pairs.correct, pairs.linked), ratio(pairs.correct, pairs.true)) };
}

const circuitsMeant = sql`
  select e.thing, e.entity from score.thing_entity e join ${thingTable} t using (thing) where t.family = 'circuit'
  union
  select circuit, advert from score.advert where circuit <> ''`;

/** The documents of a planted source, by the rows that name it. */
const seriesMeant = sql`
  select distinct u.thing, coalesce(c.entity, s.subject) as entity
  from score.carried u join ${thingTable} t using (thing)
    join ${statementTable} s using (contribution, "row")
    left join ${clusterTable} c on c.subject = s.subject
  where u.property = 'source' and t.family in ('facilitator', 'paper') and s.type = 'document' and s.property = 'number'`;

/** The documents of planted things of these kinds: those that their rows state, and those that their people are said to carry. */
function papersMeant(kinds: readonly string[]): Query {
  return sql`
    select distinct u.thing, coalesce(c.entity, d.subject) as entity
    from score.carried u join ${thingTable} t using (thing)
      join (
        select contribution, "row", subject from ${statementTable} where type = 'document' and property = 'number'
        union all
        select contribution, "row", ${valueSubject('document', sql`value`)}::ubigint from ${statementTable}
        where type = 'person' and property = 'document'
      ) d using (contribution, "row")
      left join ${clusterTable} c on c.subject = d.subject
    where t.kind in ${kinds} and t.family in ('facilitator', 'paper')`;
}

async function scoreDetector(
  lake: Lake,
  of: {
    readonly detector: string;
    readonly meant: Query;
    readonly about: Query;
    readonly entities: number;
  },
): Promise<LeadScore> {
  const counts = await lake.row<{ planted: number; found: number; reported: number; correct: number }>(sql`
    with meant as (${of.meant}),
    main as (select finding, entity from (${of.about}) where detector = ${of.detector})
    select (select count(distinct thing) from meant) as planted,
      (select count(distinct thing) from meant where entity in (select entity from main)) as found,
      (select count(distinct finding) from main) as reported,
      (select count(distinct finding) from main where entity in (select entity from meant)) as correct`);
  const { planted, found, reported, correct } = counts;
  return {
    ...counts,
    falseAlarms: of.entities === 0 ? 0 : ((reported - correct) / of.entities) * 1_000,
    ...shareOf(ratio(correct, reported), ratio(found, planted)),
  };
}
