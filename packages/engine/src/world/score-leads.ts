// How the detectors that look for what is planted beside facilitators did. Needs `score.file`, `score.mention`,
// `score.thing_entity`, `score.carried` and `score.main`.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { advertCampaigns } from '../findings/detectors/advert-campaigns.ts';
import { arrestResponses } from '../findings/detectors/arrest-responses.ts';
import { breederDocuments } from '../findings/detectors/breeder-documents.ts';
import { circuits } from '../findings/detectors/circuits.ts';
import { contactWithMinors } from '../findings/detectors/contact-with-minors.ts';
import { coordinationFromAfar } from '../findings/detectors/coordination-from-afar.ts';
import { documentSeries } from '../findings/detectors/document-series.ts';
import { documentSuppliers } from '../findings/detectors/document-suppliers.ts';
import { severalHandsets } from '../findings/detectors/several-handsets.ts';
import { sharedDocuments } from '../findings/detectors/shared-documents.ts';
import { wagesToControllers } from '../findings/detectors/wages-to-controllers.ts';
import { moneyRules, wageRule } from '../findings/money/rules.ts';
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

/** How one detector, or one rule of a detector, did. */
export interface NamedLeadScore extends LeadScore {
  /** Id of the detector or rule. */
  readonly id: string;
  readonly title: string;
}

export interface LeadScores {
  /** Adverts of one origin, whoever posts them. */
  readonly campaigns: PairScore;
  /** In the order in which detectors and rules stand. */
  readonly leads: readonly NamedLeadScore[];
}

/** The account that something planted leads to, such as that of whoever controls the workers. */
const flowTable = defineTable('score', 'flow', { thing: 'VARCHAR', kind: 'VARCHAR', account: 'VARCHAR' });

/** Whose adverts are posted by a network, by the wordings that it has. */
const networkCampaignTable = defineTable('score', 'network_campaign', { campaign: 'VARCHAR' });

/** What a finding is about: its main subject, or all of them. */
const mainSubject = sql`select finding, detector, entity from score.main`;
const mainByRule = sql`select finding, kind as detector, subjects[1] as entity from ${findingTable}`;
const allSubjects = sql`select finding, detector, unnest(subjects) as entity from ${findingTable}`;

const none: Query = sql`select null::varchar as thing, null::ubigint as entity where false`;

export async function scoreLeads(lake: Lake, truth: string): Promise<LeadScores> {
  const told = join(truth, 'advert-templates.csv');
  const isTold = existsSync(told);
  if (isTold) await loadAdverts(lake, told);
  await loadTable(
    lake,
    networkCampaignTable,
    (await lines(join(truth, 'templates.jsonl'))).flatMap(({ campaign = null, network = null }) =>
      network === null ? [] : [{ campaign }],
    ),
  );
  const flows = await lines(join(truth, 'flows.jsonl'));
  const typologies = await lines(join(truth, 'typologies.jsonl'));
  const contacts = await lines(join(truth, 'contacts.jsonl'));
  await loadTable(lake, flowTable, [
    ...flows.map(({ flow = null, accounts }) => ({
      thing: flow,
      kind: wageRule.id,
      account: accounts?.controller ?? null,
    })),
    ...typologies.map(({ typology = null, kind, account = null }) => ({ thing: typology, kind, account })),
    ...contacts.map(({ contact = null, account = null }) => ({
      thing: contact,
      kind: contactWithMinors.id,
      account,
    })),
  ]);
  const { entities } = await lake.row<{ entities: number }>(
    sql`select count(*) as entities from ${entityTable}`,
  );
  const leads: NamedLeadScore[] = [];
  for (const { id, title, meant, about = mainSubject } of measured(isTold))
    leads.push({ id, title, ...(await scoreDetector(lake, { detector: id, meant, entities, about })) });
  return {
    campaigns: isTold
      ? await scoreCampaigns(lake)
      : { true: 0, linked: 0, correct: 0, ...shareOf(null, null) },
    leads,
  };
}

interface Measured {
  readonly id: string;
  readonly title: string;
  /** Planted things and the entities by which a finding is about them. */
  readonly meant: Query;
  /** What a finding is about; its main subject unless told. */
  readonly about?: Query;
}

/** What is held against the truth. Papers of one sort are equals: whichever is told first, a finding is about all. */
function measured(areAdvertsTold: boolean): readonly Measured[] {
  const papers = (kinds: readonly string[]) => ({ meant: papersMeant(kinds), about: allSubjects });
  return [
    { ...advertCampaigns, meant: areAdvertsTold ? campaignsMeant : none },
    { ...circuits, meant: areAdvertsTold ? circuitsMeant : none },
    { ...contactWithMinors, meant: flowsMeant(contactWithMinors.id, 'handle') },
    { ...wagesToControllers, meant: flowsMeant(wageRule.id) },
    ...moneyRules.map((rule) => ({ ...rule, meant: flowsMeant(rule.id), about: mainByRule })),
    { ...documentSeries, meant: seriesMeant, about: allSubjects },
    { ...sharedDocuments, ...papers(['shared-document']) },
    { ...breederDocuments, ...papers(['basis', 'photograph', 'sponsor']) },
    { ...documentSuppliers, ...papers(['supplier', 'source']) },
    { ...coordinationFromAfar, meant: coordinationMeant(['afar']) },
    { ...arrestResponses, meant: coordinationMeant(['fell-silent', 'called-more']) },
    { ...severalHandsets, meant: coordinationMeant(['carried-together', 'taken-over']) },
  ];
}

/** Accounts of a bank, or of a service that messages go over (`handle`). */
function flowsMeant(kind: string, type = 'account'): Query {
  return sql`
    select f.thing, coalesce(c.entity, f.subject) as entity
    from (select thing, ${valueSubject(type, sql`account`)}::ubigint as subject from ${flowTable} where kind = ${kind}) f
      left join ${clusterTable} c on c.subject = f.subject`;
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

/** The adverts that a network posts anywhere, on no circuit. */
const campaignsMeant = sql`
  select campaign as thing, advert as entity from score.advert
  where campaign in (select campaign from ${networkCampaignTable})
    and campaign not in (select campaign from score.advert where circuit <> '')`;

/** What is planted in the calls, by its kinds. */
function coordinationMeant(kinds: readonly string[]): Query {
  return sql`
    select e.thing, e.entity from score.thing_entity e join ${thingTable} t using (thing)
    where t.family = 'coordination' and t.kind in ${kinds}`;
}

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
