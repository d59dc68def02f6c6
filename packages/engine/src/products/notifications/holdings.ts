import { ontology } from '@clew/model/ontology/ontology.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { valueSubject } from '../../resolution/value-subject.ts';
import { matchableSubjects } from '../../statements/matchable-subjects.ts';
import { statementTable } from '../../statements/tables.ts';

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
