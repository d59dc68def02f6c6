import { join } from 'node:path';
import { ontology } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { copyTo, mountTable, tableFolder, writeWhole } from '../lake/store.ts';
import { statementTable } from '../statements/tables.ts';
import { takeClusters } from './look-up-held.ts';
import type { TypeModel } from './model.ts';
import { subjects, valueSubjects } from './subjects.ts';
import { clusterTable } from './tables.ts';
import { type AtOnce, usuallyAtOnce } from './tiles.ts';
import { valueSubject } from './value-subject.ts';
import { text, workSchema, workTable } from './work.ts';

/**
 * Writes `resolution.cluster` and returns how many entities there are: what evidence decided on (`asked` types), things that a
 * key tells apart, and everybody else alone. After a snapshot (`held`, its folder first) only those who are new or were decided
 * on anew. `total` is how many subjects there are: of many a part at a time is put in order, by their ids, in a file each.
 */
export async function writeClusters(
  lake: Lake,
  input: {
    readonly folder: string;
    readonly held?: readonly [string, ...string[]] | undefined;
    readonly atOnce?: AtOnce | undefined;
  },
  { asked, total }: { readonly asked: readonly TypeModel[]; readonly total: number },
): Promise<number> {
  const onHeld = input.held !== undefined;
  const nobody =
    'select null::ubigint as subject, null as type, null::ubigint as entity, null::ubigint as component where false';
  const evidence = (part: Query) =>
    asked.map(({ type }) => {
      const numbered = workTable('subject', type);
      const touched = onHeld
        ? sql`and s.subject in (select subject from ${text(workTable('touched', type))})`
        : sql``;
      return sql`select s.subject, ${type} as type, coalesce(r.subject, s.subject) as entity,
          coalesce(c.subject, s.subject) as component from ${text(numbered)} s
        left join ${text(workTable('root', type))} k using (n) left join ${text(numbered)} r on r.n = k.root
        left join ${text(numbered)} c on c.n = k.component where s.subject ${part} ${touched}`;
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
  const rows = (
    part: Query,
  ) => sql`with evidence as (${joinSql([text(nobody), ...evidence(part)], ' union all ')}),
      keyed as (select s.subject, min(${valueSubject(text('s.type'), text('s.value'))}) as entity from ${statementTable} s
        join (values ${text(keyed.join(', '))}) k(type, property) on k.type = s.type and k.property = s.property
        where s.subject ${part} group by s.subject),
      everyone as (select subject, type from ${text(subjects)} where subject ${part}
        union select subject, type from ${text(valueSubjects)} where subject ${part}
        union select subject, type from evidence)
      select o.subject, min(o.type) as type, coalesce(min(e.entity), min(k.entity), o.subject) as entity,
        coalesce(min(e.component), o.subject) as component
      from everyone o left join evidence e using (subject) left join keyed k on k.subject = o.subject ${others}
      group by o.subject order by o.subject`;
  const { listed } = input.atOnce ?? usuallyAtOnce;
  await writeWhole(tableFolder(input.folder, clusterTable), async (target) => {
    for (const [index, part] of partsOfIds(Math.ceil(total / listed)).entries()) {
      const file = join(target, `part-${String(index).padStart(5, '0')}.parquet`);
      await lake.run(copyTo(rows(part), file));
    }
  });
  await mountTable(lake, clusterTable, [input.folder]);
  const { entities } = await lake.row<{ entities: number }>(
    sql`select count(distinct entity) as entities from ${clusterTable}`,
  );
  return entities;
}

/** SQL for each of so many parts of all ids, which are hashes: what follows an id that is in it. */
function partsOfIds(count: number): readonly Query[] {
  if (count <= 1) return [text('is not null')];
  const edge = (part: number) => (2n ** 64n * BigInt(part)) / BigInt(count);
  return Array.from({ length: count }, (_, part) =>
    text(`between ${edge(part)}::ubigint and ${edge(part + 1) - 1n}::ubigint`),
  );
}
