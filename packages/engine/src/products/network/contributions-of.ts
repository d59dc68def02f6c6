import { linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementTable } from '../../statements/tables.ts';
import { askedTable, loadEntities } from './network-tables.ts';

/**
 * The contributions that speak of each of some things, sorted. Of a thing that is known by a value alone, such as a
 * phone, those speak that speak of what is linked to it.
 */
export async function contributionsOf(
  lake: Lake,
  entities: Iterable<bigint>,
): Promise<ReadonlyMap<bigint, readonly string[]>> {
  await loadEntities(lake, askedTable, entities);
  const rows = await lake.rows<{ entity: bigint; contributions: readonly string[] }>(sql`
    with near as (
      select entity, entity as other from ${askedTable}
      union select l.target, l.source from ${linkTable} l semi join ${askedTable} a on a.entity = l.target
    ), stated as (
      select distinct coalesce(c.entity, s.subject) as entity, s.contribution
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where coalesce(c.entity, s.subject) in (select other from near)
    )
    select n.entity, list_sort(list_distinct(list(s.contribution))) as contributions
    from near n join stated s on s.entity = n.other
    where n.entity = n.other or not exists (select 1 from stated o where o.entity = n.entity)
    group by n.entity order by n.entity`);
  return new Map(rows.map(({ entity, contributions }) => [entity, contributions]));
}
