// What a resolution keeps of each type for those that come after it, as SQL over its working tables.

import type { Query } from '../lake/sql.ts';
import { featureColumns } from './feature-plan.ts';
import type { TypeModel } from './model.ts';
import { typeModels } from './models/type-models.ts';
import { workTable } from './work.ts';

/** Where what is held is mounted, and the folder of a snapshot in which it is kept. */
export const heldSchema = 'held';

/** What is kept of a type, with the SELECT over working tables that gives it. */
export const kinds = {
  /** No row: what is known of a subject, with its types, by which texts of features are taken apart. */
  shape: (type: string) => `select * exclude (subject) from (${featuresSql(type)}) limit 0`,
  feature: (type: string) => `select subject, told from ${workTable('feature_text', type)} order by subject`,
  key: (type: string) =>
    `select k.key, s.subject from ${workTable('key', type)} k join ${workTable('subject', type)} s using (n) order by k.key, s.subject`,
  crowded: (type: string) => `select distinct key from ${workTable('crowded', type)} order by key`,
  head: (type: string) => `select said, subject from ${workTable('head', type)} order by said`,
  frequency: (type: string) =>
    `select kind, hash, class from ${workTable('frequency', type)} order by kind, hash`,
  scored: (type: string) =>
    `select x.subject as a, y.subject as b, s.weight > 0 or s.rival is not null as telling, ${packed(type)} as said
     from ${workTable('scored', type)} s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
  rival: (type: string) =>
    `select x.subject as a, y.subject as b from (select a, b from ${workTable('scored', type)} where rival is not null) s
     join ${workTable('subject', type)} x on x.n = s.a join ${workTable('subject', type)} y on y.n = s.b order by a, b`,
  judged: (type: string) =>
    `select x.subject as a, y.subject as b, max(j.verdict) as verdict from ${workTable('judged', type)} j
     join ${workTable('subject', type)} x on x.n = j.a join ${workTable('subject', type)} y on y.n = j.b group by all order by a, b`,
} as const;
export type Kind = keyof typeof kinds;

/** SQL: what is known of each subject of a type. */
export function featuresSql(type: string): string {
  const { single, lists } = featureColumns(modelOf(type).features);
  return `select ${['subject', ...single, ...lists, 'several'].join(', ')} from ${workTable('feature', type)}`;
}

function modelOf(type: string): TypeModel {
  const model = typeModels.find((one) => one.type === type);
  if (model === undefined) throw new Error(`No model of ${type}`);
  return model;
}

const weighed = {
  weight: 'double',
  linkable: 'boolean',
  conflict: 'boolean',
  rival: 'double',
  duplicate: 'varchar',
} as const;

/**
 * What is known of a pair is kept as one text: the same few come again and again, so that they are kept once. Null where
 * there is no weight.
 */
function packed(type: string): string {
  const columns = [...Object.keys(weighed), ...modelOf(type).comparisons.map(({ id }) => id)];
  const texts = columns.map((column) => `coalesce("${column}"::varchar, '')`);
  return `case when weight is not null then concat_ws(',', ${texts.join(', ')}) end`;
}

/** SQL: the columns of `scored_<type>` but for the numbers, from the list `said` of what a text was packed of. */
export function unpacked(type: string): string {
  const kinds = [
    ...Object.entries(weighed),
    ...modelOf(type).comparisons.map(({ id }) => [id, 'integer'] as const),
  ];
  return kinds
    .map(([column, kind], index) => `nullif(said[${index + 1}], '')::${kind} as "${column}"`)
    .join(', ');
}

/** Of a kind that is looked up, what came after the snapshot; of the others all that is held. */
export function heldTable(kind: Kind, type: string): string {
  return `${heldSchema}.${kind}_${type}`;
}

/** Pairs (a, b, verdict) of which somebody judged; no verdict where that was taken back. */
export const heldJudged: Query = { text: `${heldSchema}.judged` };

/** The clusters that came after the snapshot. */
export const laterClusters: Query = { text: `${heldSchema}.cluster` };
