import { contributionTables } from '../contribution/tables.ts';
import { findingTable, networkTable } from '../findings/tables.ts';
import { entityTable, linkTable } from '../graph/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { notificationTable } from '../products/tables.ts';
import { candidateTable, clusterTable } from '../resolution/tables.ts';
import { labelTable, statementTable, subjectTable, valueProblemTable } from '../statements/tables.ts';
import { tellAssessments } from './tell-assessments.ts';

/** More of one type are counted and not listed. */
const mostListed = 30;

const [recordTable, unreadTable] = contributionTables;

interface Section {
  readonly title: string;
  readonly lines: Query;
}

/** Captions with the type, as people read them. Every query gives one column, `line`, in a fixed order. */
const sections: readonly Section[] = [
  {
    title: 'What came in',
    lines: sql`
      select concat(r.contribution, ': ', count(*), ' rows, ',
        (select count(distinct s.row) from ${statementTable} s where s.contribution = r.contribution), ' stated, ',
        (select count(*) from ${statementTable} s where s.contribution = r.contribution), ' statements') as line
      from ${recordTable} r group by r.contribution order by r.contribution`,
  },
  {
    title: 'Problems',
    lines: sql`
      select concat(contribution, ' row ', "row", coalesce(', ' || field, ''), ': ', code,
        case when refused then ' (row refused)' else '' end) as line
      from (select * from ${unreadTable} union all select * from ${valueProblemTable})
      order by contribution, "row", field`,
  },
  {
    title: 'Resolved: rows held to be one',
    lines: sql`
      select concat(e.type, ' ', e.caption, ' = ',
        string_agg(concat(s.contribution, ' ', s."row"), ', ' order by s.contribution, s."row")) as line
      from ${clusterTable} c join ${subjectTable} s using (subject) join ${entityTable} e on e.entity = c.entity
      group by e.entity, e.type, e.caption having count(distinct c.subject) > 1 order by line`,
  },
  {
    title: 'Compared, not without doubt, and kept apart',
    lines: sql`
      select distinct concat(c.type, ' ', least(a.caption, b.caption), ' / ', greatest(a.caption, b.caption)) as line
      from ${candidateTable} c join ${clusterTable} x on x.subject = c.a join ${clusterTable} y on y.subject = c.b
      join ${entityTable} a on a.entity = x.entity join ${entityTable} b on b.entity = y.entity
      where x.entity <> y.entity and c.type in ('person', 'organization') and c.probability >= 0.01 order by line`,
  },
  {
    title: 'Protected: shown under a pseudonym',
    lines: sql`
      with shown as (select *, count(*) over (partition by type) as n from ${entityTable} where protected)
      select concat(type, ' ', caption, ', ', statements, ' statements') as line from shown where n <= ${mostListed}
      union all select concat(type, ': ', any_value(n), ' of them') from shown where n > ${mostListed} group by type
      order by line`,
  },
  {
    title: 'Links to phones, documents, vehicles and addresses that more than one entity has',
    lines: sql`
      select concat(b.type, ' ', b.caption, ' <- ', string_agg(distinct a.caption, ', ' order by a.caption)) as line
      from ${linkTable} l join ${entityTable} a on a.entity = l.source join ${entityTable} b on b.entity = l.target
      where l.target_type in ('phone', 'document', 'vehicle', 'address', 'account', 'source')
      group by b.entity, b.type, b.caption having count(distinct a.entity) between 2 and 8 order by line`,
  },
  {
    title: 'Networks',
    lines: sql`
      select concat(any_value(n.members), ' people (', array_to_string(any_value(n.crime_areas), ', '), '): ',
        string_agg(e.caption, ', ' order by e.caption)) as line
      from ${networkTable} n join ${entityTable} e on e.entity = n.entity group by n.network order by line`,
  },
  {
    title: 'Findings',
    lines: sql`
      select concat(f.detector, ', ', f.kind, ': ', e.caption, chr(10),
        array_to_string(list_transform(
          from_json(json_extract(f.reason, '$.sentences'), '["varchar"]'), lambda x: '    ' || x), chr(10))) as line
      from ${findingTable} f join ${entityTable} e on e.entity = f.subjects[1] order by line`,
  },
  {
    title: 'Hits, as each owner is told',
    lines: sql`
      select concat('to ', recipient, ', about its row ', own_contribution, ' ', own_row, ': ', other, ' holds ', kind,
        '; ask ', contact) as line
      from ${notificationTable} order by line`,
  },
  {
    title: 'Labels',
    lines: sql`
      select distinct concat(owner, case when matchable then ' may be matched ' else ' never matched ' end,
        content) as line from ${labelTable} order by line`,
  },
];

/** The outcome of a scenario as text: no ids but pseudonyms, so that a change of wording is the only noise. */
export async function tellScenario(lake: Lake): Promise<string> {
  const parts: string[] = [];
  for (const section of sections) {
    const rows = await lake.rows<{ line: string }>(section.lines);
    const lines = rows.length === 0 ? ['(nothing)'] : rows.map((row) => row.line);
    parts.push(`## ${section.title}\n\n${lines.join('\n')}\n`);
  }
  const assessed = await tellAssessments(lake);
  if (assessed.length > 0) parts.push(`## Assessments\n\n${assessed.join('\n')}\n`);
  return parts.join('\n');
}
