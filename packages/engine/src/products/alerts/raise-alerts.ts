// In: statements.statement, statements.label, resolution.cluster, graph.entity.
// Out: products.alert. Invariant: an alert names subjects and contributions, never a value; it is written for every run,
// and only the hub's own is told of, to the owners of the statements themselves and to the hub's overseers.
import { crossCheckable, labelFromText } from '@clew/model/terms/label.ts';
import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { runStep } from '../../lake/store.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import { alertTable } from '../tables.ts';

/**
 * Raises the non-punishment alert for each person who stands among victims by one statement and among suspects,
 * convicted persons or potential offenders by another: a victim is not to be punished for what the victim was
 * compelled to do (Directive 2011/36/EU, Article 8, as amended by Directive (EU) 2024/1712).
 */
export async function raiseAlerts(lake: Lake, { folder }: { readonly folder: string }): Promise<void> {
  const sides = await lake.rows<{ label: bigint; content: string }>(
    sql`select distinct label, content from ${labelTable} order by label`,
  );
  const victims: bigint[] = [];
  const offenders: bigint[] = [];
  for (const { label, content } of sides) {
    const { categories } = labelFromText(content);
    if (categories.includes('victim')) victims.push(label);
    if (categories.some((category) => crossCheckable.has(category))) offenders.push(label);
  }
  const of = (labels: readonly bigint[]) => (labels.length === 0 ? sql`false` : sql`s.label in ${labels}`);
  await runStep(lake, folder, {
    writes: alertTable,
    select: sql`
      with stated as (
        select coalesce(c.entity, s.subject) as entity, s.subject, s.contribution, ${of(victims)} as as_victim,
          ${of(offenders)} as as_offender
        from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
        where s.type = 'person' and (${of(victims)} or ${of(offenders)})
      )
      select md5_number_lower('non-punishment|' ||
          array_to_string(list_sort(list(distinct s.subject)), ','))::ubigint as alert,
        'non-punishment' as kind, s.entity, list_sort(list(distinct s.subject)) as subjects,
        list_sort(list(distinct s.contribution)) as contributions,
        any_value(e.owners) as owners, any_value(e.label) as label
      from stated s join ${entityTable} e on e.entity = s.entity
      group by s.entity having bool_or(s.as_victim) and bool_or(s.as_offender)
      order by alert`,
  });
}
