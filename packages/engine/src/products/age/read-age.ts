// In: the published tables of the stages before and the id of a person. Out: all that was recorded of the person's age,
// with source and grade, and whether the person is to be treated as a child.
// Invariant: of a protected person neither a date of birth nor an age is read out, only what each piece comes to.

import { entityTable, linkTable } from '../../graph/tables.ts';
import { keptContributionTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { tellsYear } from '../../statements/eighteenth.ts';
import { labelTable, statementTable } from '../../statements/tables.ts';
import { gradeOf } from '../dossier/stated.ts';
import { type AgeOutcome, type AgeSource, ageOutcome, type WeighedAge, weighAge } from './weigh-age.ts';

/** One piece of evidence of somebody's age. */
export interface RecordedAge extends WeighedAge {
  readonly source: AgeSource;
  /** As it was written; null of a protected person and of a flag. */
  readonly original: string | null;
  readonly on: string;
  readonly partner: string;
  /** Source and information on the 4×4 scale. */
  readonly grade: string;
  /** How many records say the same on the same day. */
  readonly records: number;
}

export interface PersonAge {
  readonly person: bigint;
  readonly caption: string;
  readonly protected: boolean;
  /** When the person was first and last recorded: an offence is judged by the age at its time. */
  readonly first: AgeOutcome;
  readonly last: AgeOutcome;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Whether pieces of evidence cannot be true together. */
  readonly conflict: boolean;
  /** Whether a record says by itself that it is a minor's, and whether only all of them together do. */
  readonly flagged: boolean;
  readonly raised: boolean;
  readonly total: number;
  readonly rows: readonly RecordedAge[];
}

/** The most pieces that are weighed. */
const mostPieces = 1000;

interface Piece {
  readonly source: AgeSource;
  readonly value: string;
  readonly original: string;
  readonly on: string;
  readonly partner: string;
  readonly content: string;
  /** Whether a record of it says by itself that it is a minor's. */
  readonly minor: boolean;
  readonly records: number;
}

/** Weighs what was recorded of the age of a person who is there; `limit` pieces are shown, the best sources first. */
export async function readAge(
  lake: Lake,
  { entity, limit }: { readonly entity: bigint; readonly limit: number },
): Promise<PersonAge> {
  const person = await lake.row<{
    caption: string;
    protected: boolean;
    firstSeen: string | null;
    lastSeen: string | null;
  }>(sql`select caption, protected, first_seen::varchar as "firstSeen", last_seen::varchar as "lastSeen"
    from ${entityTable} where entity = ${entity}`);
  const pieces = await lake.rows<Piece>(piecesOf(entity));
  const days = pieces.map(({ on }) => on).sort();
  const first = person.firstSeen ?? days[0] ?? '';
  const last = person.lastSeen ?? days.at(-1) ?? '';
  const weighed = pieces.length === 0 ? [] : weighAge(pieces, { first, last });
  const rows = pieces.map((piece, place): RecordedAge => {
    const { source, original, on, partner, content, records } = piece;
    const isShown = !person.protected && source !== 'flag';
    const { first: then, last: now, against } = weighed[place] as WeighedAge;
    return {
      ...{ source, original: isShown ? original : null, on, partner, grade: gradeOf(content), records },
      ...{ first: then, last: now, against },
    };
  });
  const flagged = pieces.some(({ minor }) => minor);
  const outcome = ageOutcome(weighed.map((each) => each.first));
  return {
    person: entity,
    ...person,
    first: outcome,
    last: ageOutcome(weighed.map((each) => each.last)),
    conflict: weighed.some(({ against }) => against > 0),
    flagged,
    raised: !flagged && (outcome === 'child' || outcome === 'presumed-child'),
    total: rows.length,
    rows: rows.slice(0, limit),
  };
}

/** What records, and documents that the person carries, say of the age; and records that only say that it is a minor's. */
function piecesOf(entity: bigint): Query {
  return sql`
    with own as (
      select ${entity}::ubigint as subject union select subject from ${clusterTable} where entity = ${entity}
    ), carried as (
      select target as entity from ${linkTable} where source = ${entity} and kind = 'carries'
      union select source from ${linkTable} where target = ${entity} and kind = 'carried by'
    ), document as (
      select entity as subject from carried
      union select c.subject from ${clusterTable} c semi join carried using (entity)
    ), said as (
      select case s.property when 'birthDate' then 'birth' when 'assessedAge' then 'assessed'
          when 'profileAge' then 'profile' else 'age' end as source,
        s.value, coalesce(s.original, s.value) as original, s.contribution, s."row", s.first_seen, s.label
      from ${statementTable} s semi join own using (subject)
      where s.type = 'person' and s.property in ('birthDate', 'age', 'assessedAge', 'profileAge')
        and ${tellsYear(sql`s.value`)}
      union all
      select 'document', s.value, coalesce(s.original, s.value), s.contribution, s."row", s.first_seen, s.label
      from ${statementTable} s semi join document using (subject)
      where s.type = 'document' and s.property = 'holderBirthDate' and ${tellsYear(sql`s.value`)}
    ), flag as (
      select distinct s.contribution, s."row", s.first_seen, s.label
      from ${statementTable} s semi join own using (subject)
        join ${labelTable} l on l.label = s.label and (l.content::json ->> 9)::boolean
      where s.type = 'person' and (s.contribution, s."row") not in (select (contribution, "row") from said)
    ), piece as (
      from said union all select 'flag', '', '', contribution, "row", first_seen, label from flag
    )
    select source, value, min(original) as original, "on", partner, min(content) as content,
      bool_or((content::json ->> 9)::boolean) as minor, count(distinct (contribution, "row")) as records
    from (
      select s.*, coalesce(s.first_seen::varchar, left(k.received_at, 10), '') as "on",
        coalesce(k.partner, l.owner) as partner, l.content
      from piece s join ${labelTable} l using (label) left join ${keptContributionTable} k using (contribution)
    ) where source in ('birth', 'document') or "on" <> ''
    group by source, value, "on", partner
    order by list_position(['birth', 'document', 'assessed', 'age', 'profile', 'flag'], source), "on", value, partner
    limit ${mostPieces}`;
}
