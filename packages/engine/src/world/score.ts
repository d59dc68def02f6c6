// How a run did against the truth of a synthetic world. In: a lake with a run's tables mounted (statements, resolution,
// findings, kept.contribution) and the world's folder. Out: figures, as plain data.
// The truth names rows by file and number; pairs are counted from a contingency table and never listed.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '@clew/model/refusal.ts';
import { unreadTable } from '../contribution/tables.ts';
import { keptContributionTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { clusterTable } from '../resolution/tables.ts';
import { labelTable, statementTable, subjectTable, valueProblemTable } from '../statements/tables.ts';
import { scoreAssessments } from './score-assessments.ts';
import { type FindingScore, scoreFindings, type TrapScore } from './score-findings.ts';
import { type LeadScores, scoreLeads } from './score-leads.ts';
import { ratio, type Share, shareOf } from './share.ts';
import { truthTable } from './truth-table.ts';

/** How well rows about one and the same were put together, over rows whose subject may be matched at all. */
export interface IdentityScore {
  /** Mentions that were scored: one for each row and subject. */
  readonly mentions: number;
  /** Mentions whose terms keep them from being matched (victims, witnesses, contacts, minors). */
  readonly protected: number;
  /** Mentions that were stated as another type, such as a company in a column of payers. */
  readonly mistyped: number;
  /** Mentions of the truth that were not stated: rows refused, empty names, files not handed in. */
  readonly missing: number;
  readonly identities: number;
  readonly entities: number;
  readonly pairwise: Share & { readonly true: number; readonly linked: number; readonly correct: number };
  /** B-cubed: Bagga and Baldwin, "Entity-based cross-document coreferencing", COLING-ACL 1998. */
  readonly bCubed: Share;
}

export interface ProblemScore {
  readonly planted: number;
  /** Planted problems that were reported at their row and column. */
  readonly found: number;
  readonly reported: number;
  /** Reported ones at rows and columns where none was planted. */
  readonly unplanned: number;
  readonly recall: number | null;
  readonly byKind: readonly { readonly kind: string; readonly planted: number; readonly found: number }[];
}

export interface Score extends LeadScores {
  readonly persons: IdentityScore;
  readonly organisations: IdentityScore;
  readonly facilitators: FindingScore;
  readonly traps: readonly TrapScore[];
  readonly problems: ProblemScore;
}

/** How well one type was put together, for a lake with nothing later than resolution mounted. */
export async function scoreIdentitiesOf(lake: Lake, world: string, type: string): Promise<IdentityScore> {
  await lake.run(sql`create schema if not exists score`);
  try {
    await loadMentions(lake, join(world, 'truth'));
    return await scoreIdentities(lake, type);
  } finally {
    await lake.run(sql`drop schema if exists score cascade`);
  }
}

/** Scores the mounted run. Refuses with `not-found` where the folder is not a world. */
export async function scoreRun(lake: Lake, options: { readonly world: string }): Promise<Score> {
  const truth = join(options.world, 'truth');
  if (!existsSync(join(options.world, 'manifest.json')) || !existsSync(truth))
    throw new Refusal('not-found', 'The folder is not a world.', 'Name the folder that `clew world` wrote.');
  await lake.makeSchema('score');
  try {
    await loadMentions(lake, truth);
    const persons = await scoreIdentities(lake, 'person');
    const organisations = await scoreIdentities(lake, 'organization');
    const { facilitators, traps } = await scoreFindings(lake, truth);
    const found = await scoreLeads(lake, truth);
    const assessments = await scoreAssessments(lake, truth);
    const leads = [...found.leads, ...(assessments === undefined ? [] : [assessments])];
    const problems = await scoreProblems(lake, truth);
    return { persons, organisations, facilitators, ...found, leads, traps, problems };
  } finally {
    await lake.dropSchema('score');
  }
}

async function loadMentions(lake: Lake, truth: string): Promise<void> {
  await lake.run(sql`create or replace table score.file as
    select contribution, regexp_extract(file_name, '[^/\\\\]+$') as file from ${keptContributionTable}`);
  await lake.run(sql`create or replace table score.matchable as
    select subject, bool_and(l.matchable) as matchable
    from ${statementTable} s join ${labelTable} l using (label)
    where s.type in ('person', 'organization') group by subject`);
  const identity = truthTable(join(truth, 'identity.csv'), ['file', 'row', 'subject', 'type', 'identity']);
  await lake.run(sql`create or replace table score.mention as
    select t.type, t.identity, s.subject, s.type as stated, c.entity, coalesce(m.matchable, false) as matchable
    from ${identity} t
    left join score.file f using (file)
    left join ${subjectTable} s
      on s.contribution = f.contribution and s."row" = t."row" and s.name = t.subject
    left join ${clusterTable} c on c.subject = s.subject
    left join score.matchable m on m.subject = s.subject`);
}

async function scoreIdentities(lake: Lake, type: string): Promise<IdentityScore> {
  const all = await lake.row<{ protected: number; mistyped: number; missing: number }>(sql`
    select count(*) filter (entity is not null and stated = type and not matchable) as protected,
      count(*) filter (entity is not null and stated <> type) as mistyped,
      count(*) filter (entity is null) as missing
    from score.mention where type = ${type}`);
  await lake.run(sql`create or replace table score.cell as
    select entity, identity, count(*)::double as n from score.mention
    where type = ${type} and stated = type and entity is not null and matchable group by entity, identity`);
  const { mentions, identities, entities, ...pairs } = await lake.row<{
    mentions: number;
    identities: number;
    entities: number;
    true: number;
    linked: number;
    correct: number;
    precision: number | null;
    recall: number | null;
  }>(sql`
    with cell as (
      select *, sum(n) over (partition by entity) as of_entity, sum(n) over (partition by identity) as of_identity
      from score.cell)
    select coalesce(sum(n), 0)::bigint as mentions,
      count(distinct identity) as identities, count(distinct entity) as entities,
      coalesce(sum(n * (of_identity - 1)) / 2, 0) as "true",
      coalesce(sum(n * (of_entity - 1)) / 2, 0) as linked,
      coalesce(sum(n * (n - 1)) / 2, 0) as correct,
      sum(n * n / of_entity) / sum(n) as precision, sum(n * n / of_identity) / sum(n) as recall
    from cell`);
  const { true: truePairs, linked, correct, precision, recall } = pairs;
  return {
    mentions,
    ...all,
    identities,
    entities,
    pairwise: {
      ...shareOf(ratio(correct, linked), ratio(correct, truePairs)),
      true: truePairs,
      linked,
      correct,
    },
    bCubed: shareOf(precision, recall),
  };
}

/** A row that is ragged is meant as a whole; any other problem by its column. */
async function scoreProblems(lake: Lake, truth: string): Promise<ProblemScore> {
  const planted = truthTable(join(truth, 'problems.csv'), ['file', 'row', 'field', 'kind']);
  await lake.run(sql`create or replace table score.planted as
    select f.contribution, p."row", p.kind, case when p.kind = 'row-shape' then '' else p.field end as field
    from ${planted} p left join score.file f using (file)`);
  await lake.run(sql`create or replace table score.reported as
    select distinct contribution, "row", case when code = 'row-shape' then '' else coalesce(field, '') end as field
    from (
      select contribution, "row", field, code from ${unreadTable}
      union all
      select contribution, "row", field, code from ${valueProblemTable})
    where contribution in (select contribution from score.file)`);
  const byKind = await lake.rows<{ kind: string; planted: number; found: number }>(sql`
    select p.kind, count(*) as planted, count(r."row") as found
    from score.planted p left join score.reported r using (contribution, "row", field)
    group by p.kind order by p.kind`);
  const { reported, unplanned } = await lake.row<{ reported: number; unplanned: number }>(sql`
    select count(*) as reported, count(*) filter (p."row" is null) as unplanned
    from score.reported r left join score.planted p using (contribution, "row", field)`);
  const sum = (figure: 'planted' | 'found') => byKind.reduce((all, each) => all + each[figure], 0);
  const [all, found] = [sum('planted'), sum('found')];
  return { planted: all, found, reported, unplanned, recall: ratio(found, all), byKind };
}
