// In: pairs of names as a partner writes them. Out: for each pair the level of the name comparison and the weight of what
// the names say, in bits, with the weights of a model that no data has taught.
// The same reading of names, the same features and the same SQL as when subjects are resolved.

import { parseName } from '@clew/model/values/name.ts';
import type { Lake } from '../lake/lake.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { makeFeatures } from './features.ts';
import { levelOf, type TypeModel } from './model.ts';
import { organizationModel } from './models/organization.ts';
import { personModel } from './models/person.ts';
import { levelSql, outcomesOfPairs } from './outcome.ts';
import { bonusSql, untrainedModel } from './train.ts';
import { text, workSchema, workTable } from './work.ts';

export type NamedKind = 'person' | 'organization';

export interface NamePair {
  readonly one: string;
  readonly other: string;
}

export interface ComparedNames {
  /** The title of the level; null where one of the two is no name. */
  readonly level: string | null;
  /** Bits, without the prior: what the comparison of names, of generations, and both together add. */
  readonly weight: number;
}

const models: Readonly<Record<NamedKind, TypeModel>> = {
  person: personModel,
  organization: organizationModel,
};

/** Compares names and nothing else. The lake's working tables of resolution are made anew, and dropped at the end. */
export async function compareNames(
  lake: Lake,
  kind: NamedKind,
  pairs: readonly NamePair[],
): Promise<ComparedNames[]> {
  const model = namesOnly(models[kind]);
  const trained = untrainedModel(model);
  await lake.run(text(`create schema if not exists ${workSchema}`));
  try {
    await loadNames(lake, kind, pairs);
    await makeFeatures(lake, kind, model.features);
    const outcomes = outcomesOfPairs(model, {
      features: workTable('feature', kind),
      pairs: `select (2 * range + 1)::integer as a, (2 * range + 2)::integer as b from range(${pairs.length})`,
    });
    const levels = model.comparisons.map(
      ({ id }) => `coalesce(${levelSql(`"${id}"`)}, -1)::integer as "level ${id}"`,
    );
    const rows = await lake.rows<Readonly<Record<string, number>>>(
      text(`with outcome as materialized (${outcomes})
        select a, ${levels.join(', ')}, ${bonusSql(model)} as bonus from outcome order by a`),
    );
    return rows.map((row) => {
      let weight = row.bonus ?? 0;
      let level: string | null = null;
      for (const [index, comparison] of model.comparisons.entries()) {
        const number = row[`level ${comparison.id}`] ?? -1;
        if (number < 0) continue;
        weight += trained.weights[index]?.[number] ?? 0;
        if (comparison.id === 'name') level = levelOf(comparison, number).title;
      }
      return { level, weight };
    });
  } finally {
    await lake.run(text(`drop schema if exists ${workSchema} cascade`));
  }
}

/** The model of somebody of whom nothing but names is known. */
function namesOnly(model: TypeModel): TypeModel {
  const { names } = model.features;
  return {
    ...model,
    single: true,
    features: { ...(names === undefined ? {} : { names }), values: [], codes: [] },
    comparisons: model.comparisons.map((comparison) =>
      ['name', 'generation'].includes(comparison.id) ? comparison : { ...comparison, absent: true },
    ),
  };
}

const numberedTable = defineTable(workSchema, 'subject', { n: 'INTEGER', subject: 'UBIGINT' });
const saidTable = defineTable(workSchema, 'said', { n: 'INTEGER', property: 'VARCHAR', value: 'VARCHAR' });

/** Subject 2i + 1 has the one name of pair i, subject 2i + 2 the other. */
async function loadNames(lake: Lake, kind: NamedKind, pairs: readonly NamePair[]): Promise<void> {
  const bearer = kind === 'person' ? 'person' : 'other';
  const said: { n: number; property: string; value: string }[] = [];
  pairs.forEach(({ one, other }, index) => {
    [one, other].forEach((name, side) => {
      const { value } = parseName(name, { bearer });
      if (value !== null) said.push({ n: 2 * index + side + 1, property: 'name', value });
    });
  });
  await loadTable(
    lake,
    { ...numberedTable, name: `subject_${kind}` },
    Array.from({ length: 2 * pairs.length }, (_, index) => ({ n: index + 1, subject: BigInt(index + 1) })),
  );
  await loadTable(lake, { ...saidTable, name: `said_${kind}` }, said);
}
