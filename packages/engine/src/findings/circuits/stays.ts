import { linkTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import { openPersonTable, usableLabelTable } from '../involvement.ts';
import { campaignTable } from '../tables.ts';

/**
 * Dated, placed observations. `subject` is a campaign, a vehicle or a person whom nothing protects, by `kind`. `leg` puts the
 * origin of a trip before its destination. `event` is the advert, the sighting or the trip. A working table.
 */
export const observationTable = defineTable('findings_work', 'observation', {
  subject: 'UBIGINT',
  kind: 'VARCHAR',
  day: 'DATE',
  leg: 'INTEGER',
  place: 'VARCHAR',
  event: 'UBIGINT',
});

/** Fills `observationTable`. */
export async function gatherObservations(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${observationTable} as
    with spot as (
      select ${statementId('s')} as statement, case s.property when 'origin' then 0 else 1 end as leg
      from ${statementTable} s
      where (s.type, s.property) in (('trip', 'origin'), ('trip', 'destination'), ('sighting', 'place'))
    ), event_place as (
      select distinct p.entity as event, p.seen as day, s.leg, p.place
      from (select entity, seen, place, unnest(evidence) as statement from ${placeTable}
          where place is not null and seen is not null) p
        join spot s using (statement)
    ), moved as (
      select distinct l.target as subject, l.target_type as kind, l.source as event
      from ${linkTable} l join ${usableLabelTable} u using (label)
      where l.kind in ('seen', 'travelled') and l.source_type in ('trip', 'sighting')
        and (l.target_type = 'vehicle' and not u.protected
          or l.target_type = 'person' and l.target in (select person from ${openPersonTable}))
    )
    select m.subject, m.kind, e.day, e.leg::integer as leg, e.place, m.event
    from moved m join event_place e using (event)
    union all
    select c.campaign, 'campaign', p.seen, 1, p.place, c.advert
    from ${campaignTable} c join ${placeTable} p on p.entity = c.advert
    where p.place is not null and p.seen is not null
    order by all`);
}

/** A time in one place: observations with none elsewhere between them. Dates are ISO. */
export interface Stay {
  readonly place: string;
  readonly from: string;
  until: string;
  /** Observations. */
  times: number;
}

export interface Traveller {
  readonly subject: bigint;
  readonly kind: 'campaign' | 'vehicle' | 'person';
  readonly stays: readonly Stay[];
}

/** Fewer stays than this cannot go round three places twice. */
export const leastStays = 6;
const leastPlaces = 3;
/** What comes after so many stays is not looked at. */
const mostStays = 2_000;

/** Those who were seen in three places or more, and often enough, one after the other. */
export async function* travellersIn(lake: Lake): AsyncGenerator<Traveller> {
  let subject: bigint | undefined;
  let kind: Traveller['kind'] = 'person';
  let stays: Stay[] = [];
  const seen = sql`
    with busy as (
      select subject from ${observationTable} group by subject
      having count(*) >= ${leastStays} and count(distinct place) >= ${leastPlaces}
    )
    select subject, kind, day::varchar as day, place from ${observationTable} semi join busy using (subject)
    order by subject, day, leg, place, event`;
  for await (const { rowCount, columns } of lake.stream(seen)) {
    for (let at = 0; at < rowCount; at++) {
      const next = columns[0]?.[at] as bigint;
      if (next !== subject) {
        if (subject !== undefined && stays.length >= leastStays) yield { subject, kind, stays };
        [subject, kind, stays] = [next, columns[1]?.[at] as Traveller['kind'], []];
      }
      addTo(stays, columns[2]?.[at] as string, columns[3]?.[at] as string);
    }
  }
  if (subject !== undefined && stays.length >= leastStays) yield { subject, kind, stays };
}

function addTo(stays: Stay[], day: string, place: string): void {
  const last = stays.at(-1);
  if (last?.place !== place) {
    if (stays.length < mostStays) stays.push({ place, from: day, until: day, times: 1 });
  } else {
    last.until = day;
    last.times++;
  }
}
