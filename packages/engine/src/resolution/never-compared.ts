// In: two subjects of a view that are not among the pairs it keeps. Out: which blocking rules could have brought them
// together, and which nearly did, by making the features of these two alone. Nothing is told of subjects that take no
// part in matching, nor of protected persons: what they nearly share would tell who they are.

import { findEntityType } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { matchableSubjects } from '../statements/matchable-subjects.ts';
import { statementTable } from '../statements/tables.ts';
import { makeFeatures } from './features.ts';
import { levelOf, type TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { levelSql, outcomesOfPairs } from './outcome.ts';
import { isProtected } from './said-of.ts';
import { weightFloor } from './score.ts';
import { modelTable } from './tables.ts';
import { bonusSql } from './train.ts';
import { valueSubject } from './value-subject.ts';
import { text, workSchema, workTable } from './work.ts';

/**
 * What a rule makes of two: they `share` its key; they `nearly` do, because a trait that the key is made of is alike; they
 * are `apart` in it; or one or both have no key (`missing`).
 */
export interface MissedRule {
  readonly rule: string;
  readonly title: string;
  readonly outcome: 'shared' | 'nearly' | 'apart' | 'missing';
  /** What is alike, in words. */
  readonly alike: readonly string[];
  /** Which of the two has no key. */
  readonly missing: readonly ('a' | 'b')[];
}

export interface NeverCompared {
  /**
   * `types`: they are of two types. `key`: things of this type are told apart by their key alone. `left-out`: one of them
   * takes no part in matching. `rules`: by evidence, and no rule led to a pair that was kept.
   */
  readonly because: 'types' | 'key' | 'left-out' | 'rules';
  readonly rules: readonly MissedRule[];
  /**
   * About what they would have weighed, in bits, how common the values are left out; null where it can't be said. Pairs
   * below `floor` are not kept.
   */
  readonly weight: number | null;
  readonly floor: number;
}

/** Why there is no kept pair of the two. */
export async function whyNotCompared(
  lake: Lake,
  { a, b, types }: { readonly a: bigint; readonly b: bigint; readonly types: readonly [string, string] },
): Promise<NeverCompared> {
  const nothing = { rules: [], weight: null, floor: weightFloor };
  if (types[0] !== types[1]) return { because: 'types', ...nothing };
  const model = typeModels.find(({ type }) => type === types[0]);
  if (model === undefined) return { because: 'key', ...nothing };
  const kept = (await isProtected(lake, a, model.type)) || (await isProtected(lake, b, model.type));
  if (kept || (await isLeftOut(lake, model.type, a)) || (await isLeftOut(lake, model.type, b)))
    return { because: 'left-out', ...nothing };
  await lake.run(sql`create schema if not exists ${text(workSchema)}`);
  try {
    await takeTwo(lake, model.type, [a, b]);
    await makeFeatures(lake, model.type, model.features);
    const outcome = await compareTwo(lake, model);
    const rules: MissedRule[] = [];
    for (const rule of model.rules) rules.push(await missedRule(lake, model, { rule, outcome }));
    return { because: 'rules', rules, weight: outcome.weight, floor: weightFloor };
  } finally {
    await lake.run(sql`drop schema if exists ${text(workSchema)} cascade`);
  }
}

/** A value that is a thing by itself takes part when anybody who takes part states it. */
async function isLeftOut(lake: Lake, type: string, subject: bigint): Promise<boolean> {
  const { own, pointing } = await lake.row<{ own: boolean | null; pointing: boolean | null }>(sql`
    with every_subject as materialized (${matchableSubjects})
    select (select bool_and(matchable) from every_subject where subject = ${subject}) as own,
      (select bool_or(m.matchable) from ${statementTable} s join every_subject m using (subject)
       where ${valueSubject(type, text('s.value'))} = ${subject}) as pointing`);
  return !(own ?? pointing ?? false);
}

/** The working tables that features are made from, for two subjects: number 1 and number 2. */
async function takeTwo(lake: Lake, type: string, two: readonly [bigint, bigint]): Promise<void> {
  const properties = Object.keys(findEntityType(type)?.properties ?? {});
  const key = findEntityType(type)?.key ?? '';
  await lake.run(sql`create or replace table ${text(workTable('subject', type))} as
    select n::integer as n, subject::ubigint as subject from (values (1, ${two[0]}::ubigint), (2, ${two[1]}::ubigint)) v(n, subject)`);
  await lake.run(sql`create or replace table ${text(workTable('said', type))} as
    select distinct n, property, value from (
      select subject, property, value from ${statementTable}
      where subject in ${two} and type = ${type} and property in ${properties}
      union all select ${valueSubject(type, text('value'))}, ${key}, value from ${statementTable}
      where ${key !== ''} and ${valueSubject(type, text('value'))} in ${two})
    join ${text(workTable('subject', type))} using (subject) where value is not null and value <> ''`);
}

interface Outcome {
  /** What is alike, in words, by comparison id: levels that speak for one before any data. */
  readonly alike: ReadonlyMap<string, string>;
  /** What all levels and what follows from several weigh with the prior, in bits. */
  readonly weight: number | null;
}

async function compareTwo(lake: Lake, model: TypeModel): Promise<Outcome> {
  const outcomes = outcomesOfPairs(model, {
    features: workTable('feature', model.type),
    pairs: 'select 1::integer as a, 2::integer as b',
  });
  const levels = model.comparisons.map(({ id }) => `${levelSql(`"${id}"`)} as "${id}"`);
  const row = await lake.row<Readonly<Record<string, number | null>>>(
    text(`with outcome as materialized (${outcomes})
      select ${levels.join(', ')}, ${bonusSql(model)} as "the bonus" from outcome`),
  );
  const learnt = await lake.rows<{ comparison: string; level: number; weight: number | null }>(
    sql`select comparison, level, weight from ${modelTable} where type = ${model.type}`,
  );
  const weightAt = (comparison: string, level: number) =>
    learnt.find((one) => one.comparison === comparison && one.level === level)?.weight ?? null;
  const alike = new Map<string, string>();
  let sum = row['the bonus'] ?? 0;
  for (const comparison of model.comparisons) {
    const level = row[comparison.id] ?? null;
    if (level === null) continue;
    const weight = weightAt(comparison.id, level) ?? 0;
    sum += weight;
    const { title, m, u } = levelOf(comparison, level);
    if (m > u) alike.set(comparison.id, `${comparison.title}: ${title}`);
  }
  const prior = weightAt('prior', 0);
  return { alike, weight: prior === null ? null : Math.round((prior + sum) * 10) / 10 };
}

async function missedRule(
  lake: Lake,
  model: TypeModel,
  { rule, outcome }: { readonly rule: TypeModel['rules'][number]; readonly outcome: Outcome },
): Promise<MissedRule> {
  const { a, b, shared } = await lake.row<{ a: number; b: number; shared: number }>(
    text(`with keyed as (select distinct n, hash(key) as key from (${rule.keys(workTable('feature', model.type))})
        where key is not null)
      select count(*) filter (n = 1) as a, count(*) filter (n = 2) as b, count(*) - count(distinct key) as shared from keyed`),
  );
  const { id, title } = rule;
  const missing = (['a', 'b'] as const).filter((side) => (side === 'a' ? a : b) === 0);
  const alike = rule.uses.flatMap((used) => outcome.alike.get(used) ?? []);
  if (shared > 0) return { rule: id, title, outcome: 'shared', alike, missing };
  if (missing.length > 0) return { rule: id, title, outcome: 'missing', alike, missing };
  return { rule: id, title, outcome: alike.length > 0 ? 'nearly' : 'apart', alike, missing };
}
