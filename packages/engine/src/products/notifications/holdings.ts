import { join } from 'node:path';
import { ontology } from '@clew/model/ontology/ontology.ts';
import type { Lake } from '../../lake/lake.ts';
import { takeFound, writeLookUp } from '../../lake/look-up.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { valueSubject } from '../../resolution/value-subject.ts';
import { matchableSubjects } from '../../statements/matchable-subjects.ts';
import { statementTable } from '../../statements/tables.ts';
import { holdingTable } from '../tables.ts';

/** Things that two owners can hold the same of. Events and records are each one owner's. */
export const shareableTypes = ontology.filter((type) => type.identification !== 'by-record');

/** Properties whose value is itself a thing: a phone number is a phone. */
const mentions = ontology.flatMap((type) =>
  Object.entries(type.properties)
    .filter(([, property]) => property.range !== undefined && property.kind !== 'ref')
    .map(([name, property]) => sql`(${type.id}, ${name}, ${property.range as string})`),
);

/** Rows of `holdingTable` from the statements that are mounted. */
export const holdingRows: Query = sql`
  with open as (select subject, type from (${matchableSubjects}) where matchable),
  own as (
    select s.subject as thing, o.type, false as named, s.subject, false as user, s.label,
      min({'contribution': s.contribution, 'row': s.row}) as place, string_agg(distinct s.contribution, ' ' order by s.contribution) as contributions
    from ${statementTable} s join open o using (subject)
    where o.type in ${shareableTypes.map((type) => type.id)}
    group by s.subject, o.type, s.label
  ),
  mention as (
    select ${valueSubject({ text: 'v.range' }, { text: 's.value' })}::ubigint as thing, v.range as type, true as named, s.subject,
      s.type in ('person', 'organization') as user, s.label,
      min({'contribution': s.contribution, 'row': s.row}) as place, string_agg(distinct s.contribution, ' ' order by s.contribution) as contributions
    from ${statementTable} s
    join (values ${joinSql(mentions, ', ')}) v(type, property, range)
      on v.type = s.type and v.property = s.property
    join open o using (subject)
    group by v.range, s.value, s.subject, s.type, s.label
  )
  select thing, type, named, subject, user, label, place.contribution as contribution, place.row as row, contributions
  from (select * from own union all select * from mention) order by thing, named, subject, label, type`;

/** What a snapshot holds is looked up by the thing, and what is named by who names it. */
const byThing = { numbers: ['subject', 'label', 'row'], text: 'said' } as const;
const bySubject = { numbers: ['thing'] } as const;
const thingFolder = (folder: string) => join(folder, 'held', 'by-id', 'holding_thing');
const subjectFolder = (folder: string) => join(folder, 'held', 'by-id', 'holding_subject');
const foundTable = defineTable('matching', 'found_holding', {});

/** Keeps the mounted holdings of a snapshot for those that come later. */
export async function keepHoldings(lake: Lake, folder: string): Promise<void> {
  // Files have ids without blanks, and types are words.
  const said = sql`concat_ws(' ', type, named, user, contribution, contributions)`;
  const select = sql`select thing as id, subject, label, "row"::ubigint as "row", ${said} as said from ${holdingTable}`;
  await writeLookUp(lake, thingFolder(folder), { ...byThing, select });
  const named = sql`select distinct subject as id, thing from ${holdingTable} where named`;
  await writeLookUp(lake, subjectFolder(folder), { ...bySubject, select: named });
}

/** Fills a table with who holds some things: in a snapshot, and in the holdings that are mounted. */
export async function takeHoldings(
  lake: Lake,
  base: string,
  of: { readonly things: Query; readonly into: Query },
): Promise<void> {
  await takeFound(lake, { ...byThing, folder: thingFolder(base), ids: of.things, into: foundTable });
  await lake.run(sql`create or replace table ${of.into} as
    select id as thing, said[1] as type, said[2]::boolean as named, subject, said[3]::boolean as user, label,
      said[4] as contribution, "row"::bigint as "row", array_to_string(said[5:], ' ') as contributions
    from (select * replace (string_split(said, ' ') as said) from ${foundTable})
    union all by name select * from ${holdingTable} where thing in (${of.things})`);
}

/** Fills a table (thing) with what some subjects name: in a snapshot, and in the holdings that are mounted. */
export async function takeNamed(
  lake: Lake,
  base: string,
  of: { readonly subjects: Query; readonly into: Query },
): Promise<void> {
  await takeFound(lake, { ...bySubject, folder: subjectFolder(base), ids: of.subjects, into: foundTable });
  await lake.run(sql`create or replace table ${of.into} as
    select thing from ${foundTable} union select thing from ${holdingTable} where named and subject in (${of.subjects})`);
}
