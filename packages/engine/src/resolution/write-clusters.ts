import { ontology } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { runStep } from '../lake/store.ts';
import { statementTable } from '../statements/tables.ts';
import { takeClusters } from './look-up-held.ts';
import type { TypeModel } from './model.ts';
import { subjects, valueSubjects } from './subjects.ts';
import { clusterTable } from './tables.ts';
import { valueSubject } from './value-subject.ts';
import { text, workSchema, workTable } from './work.ts';

/**
 * Writes `resolution.cluster` and returns how many entities there are: what evidence decided on (`asked` types), things that a
 * key tells apart, and everybody else alone. After a snapshot (`held`, its folder first) only those who are new or were decided
 * on anew.
 */
export async function writeClusters(
  lake: Lake,
  input: { readonly folder: string; readonly held?: readonly [string, ...string[]] | undefined },
  asked: readonly TypeModel[],
): Promise<number> {
  const onHeld = input.held !== undefined;
  const nobody =
    'select null::ubigint as subject, null as type, null::ubigint as entity, null::ubigint as component where false';
  const decided = asked.map(({ type }) => {
    const numbered = workTable('subject', type);
    const touched = onHeld ? `where s.subject in (select subject from ${workTable('touched', type)})` : '';
    return `select s.subject, '${type}' as type, coalesce(r.subject, s.subject) as entity,
        coalesce(c.subject, s.subject) as component from ${numbered} s
      left join ${workTable('root', type)} k using (n) left join ${numbered} r on r.n = k.root
      left join ${numbered} c on c.n = k.component ${touched}`;
  });
  const known = text(`${workSchema}.known_cluster`);
  if (input.held !== undefined) {
    const all = text(`select subject from ${subjects} union select subject from ${valueSubjects}`);
    await takeClusters(lake, input.held[0], { column: 'subject', ids: all, into: known });
  }
  const others = onHeld
    ? sql`where o.subject in (select subject from evidence) or o.subject not in (select subject from ${known})`
    : sql``;
  const keyed = ontology
    .filter((type) => type.identification === 'by-key' && type.key !== undefined)
    .map((type) => `('${type.id}', '${type.key}')`);
  await runStep(lake, input.folder, {
    writes: clusterTable,
    select: sql`with evidence as (${text([nobody, ...decided].join('\n union all '))}),
      keyed as (select s.subject, min(${valueSubject(text('s.type'), text('s.value'))}) as entity from ${statementTable} s
        join (values ${text(keyed.join(', '))}) k(type, property) on k.type = s.type and k.property = s.property group by s.subject),
      everyone as (select subject, type from ${text(subjects)} union select subject, type from ${text(valueSubjects)}
        union select subject, type from evidence)
      select o.subject, min(o.type) as type, coalesce(min(e.entity), min(k.entity), o.subject) as entity,
        coalesce(min(e.component), o.subject) as component
      from everyone o left join evidence e using (subject) left join keyed k on k.subject = o.subject ${others}
      group by o.subject order by o.subject`,
  });
  const { entities } = await lake.row<{ entities: number }>(
    sql`select count(distinct entity) as entities from ${clusterTable}`,
  );
  return entities;
}
