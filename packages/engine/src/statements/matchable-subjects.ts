import { ontology } from '@clew/model/ontology/ontology.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { latestEighteenth } from './eighteenth.ts';
import { labelTable, statementTable } from './tables.ts';

/** The references by which a thing is a person's own, with the end that is the person. */
const bonds = ontology.flatMap((type) =>
  Object.entries(type.properties).flatMap(([property, { standing, range }]) =>
    standing === true && range !== undefined ? [sql`(${type.id}, ${property}, ${type.id === 'person'})`] : [],
  ),
);

/**
 * The subjects that rows state, with whether each may be matched: rows (subject, type, matchable). The two stores of
 * the lake: what is not matchable is compared, blocked, clustered and told of by no stage. One statement that may not be
 * matched keeps its subject out; and with a person who is kept out goes whatever is that person's own, even where
 * another row states it under a looser label. A person is kept out, too, who may be a child by what different rows say
 * together: one gives the birth, another an earlier day on which the person was seen.
 */
export const matchableSubjects: Query = sql`
  with verdict as (
    select s.subject, min(s.type) as type,
      bool_and(l.matchable) and coalesce(min(s.seen) >= max(s.eighteenth), true) as matchable
    from (
      select subject, type, label, min(first_seen) as seen,
        max(case when type = 'person' and property = 'birthDate' then ${latestEighteenth(sql`value`)} end) as eighteenth
      from ${statementTable} group by subject, type, label
    ) s join ${labelTable} l using (label)
    group by s.subject
  ),
  bond as (
    select case when b.from_person then s.subject else try_cast('0x' || s.value as ubigint) end as person,
      case when b.from_person then try_cast('0x' || s.value as ubigint) else s.subject end as thing
    from ${statementTable} s
    join (values ${joinSql(bonds, ', ')}) b(type, property, from_person)
      on b.type = s.type and b.property = s.property
  ),
  borne as (
    select distinct bond.thing as subject from bond join verdict p on p.subject = bond.person where not p.matchable
  )
  select v.subject, v.type, v.matchable and b.subject is null as matchable
  from verdict v left join borne b on b.subject = v.subject`;
