import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { identifier, type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';

/** Things that a question names. Working tables. */
export const askedTable = defineTable('network_work', 'asked', { entity: 'UBIGINT' });
export const memberTable = defineTable('network_work', 'member', { entity: 'UBIGINT' });
/** Things that are told in the answer. A working table. */
export const toldTable = defineTable('network_work', 'told', { entity: 'UBIGINT' });

type EntityTable = typeof askedTable | typeof memberTable | typeof toldTable;

/** Fills a working table with ids, each once. */
export function loadEntities(lake: Lake, table: EntityTable, ids: Iterable<bigint>): Promise<void> {
  return loadTable(
    lake,
    table,
    [...new Set(ids)].map((entity) => ({ entity })),
  );
}

/** Lets go of temporary tables: the lake is the next question's. */
export async function dropTables(lake: Lake, names: readonly string[]): Promise<void> {
  for (const name of names) await lake.run(sql`drop table ${identifier(name)}`);
}

/** Every link from where one stands: of `at` (a query with the column `entity`) to `other`. */
export function linksAround(at: Query): Query {
  return sql`
    select l.source as entity, l.target as other, l.target_type as other_type, l.kind, l.evidence, l.first_seen,
      l.last_seen, l.label
    from ${linkTable} l semi join (${at}) a on a.entity = l.source
    union all
    select l.target, l.source, l.source_type, l.kind, l.evidence, l.first_seen, l.last_seen, l.label
    from ${linkTable} l semi join (${at}) a on a.entity = l.target`;
}

/**
 * Makes `network_degree`: how many links each thing of `at` has to others that are not protected; those that have none are not
 * in it. In steps, so that the engine knows how few rows it looks for: else it goes through all things there are.
 */
export async function gatherDegrees(lake: Lake, at: Query): Promise<void> {
  await lake.run(sql`create or replace temp table network_end as
    select l.source as entity, l.target as other from ${linkTable} l semi join (${at}) a on a.entity = l.source
    union all
    select l.target, l.source from ${linkTable} l semi join (${at}) a on a.entity = l.target`);
  await lake.run(sql`create or replace temp table network_open as
    select e.entity from ${entityTable} e semi join (select distinct other from network_end) n on n.other = e.entity
    where not e.protected`);
  await lake.run(sql`create or replace temp table network_degree as
    select n.entity, count(*) as degree from network_end n semi join network_open o on o.entity = n.other
    group by n.entity`);
  await dropTables(lake, ['network_end', 'network_open']);
}
