import { sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { clusterTable } from '../resolution/tables.ts';
import { statementTable } from '../statements/tables.ts';
import { caseAreaTable } from './tables.ts';

/** graph.case_area: what each case is about, by whoever states it. */
export function caseAreaStep(): Step {
  return {
    writes: caseAreaTable,
    select: sql`
      select distinct coalesce(c.entity, s.subject) as "case", s.value as area
      from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      where s.type = 'case' and s.property = 'crimeArea' order by "case", area`,
  };
}
