import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { usableLabelTable } from '../involvement.ts';
import { keepUnlikely } from '../keep-unlikely.ts';
import { observationTable, type Traveller } from './stays.ts';

/** Days before and after a stay that still count as being there: people are met on the way. */
const slack = 3;
/** Fewer common events than this are a coincidence. */
const leastEvents = 2;

/** On which days a circuit is in which places. A working table. */
const whereTable = defineTable('findings_work', 'circuit_day', {
  circuit: 'UBIGINT',
  place: 'VARCHAR',
  day: 'DATE',
});

export interface Companion {
  readonly subject: bigint;
  /** Its events that lie on the circuit. */
  readonly events: number;
}

/** Who is where circuits are, when they are there: by circuit, the most often first; protected people are only counted. */
export interface Companions {
  readonly shown: ReadonlyMap<bigint, readonly Companion[]>;
  readonly hidden: ReadonlyMap<bigint, number>;
}

/**
 * Finds who moves with circuits. Under the null each event of somebody lies on a circuit (all its places, at that time) as often as
 * the events of everybody do; the chance is the binomial tail, corrected for everybody and every circuit
 * (Benjamini and Hochberg 1995).
 */
export async function companionsOf(lake: Lake, circuits: readonly Traveller[]): Promise<Companions> {
  await loadTable(lake, whereTable, daysOf(circuits));
  await lake.run(sql`create or replace table findings_work.on_circuit as
    with leg as (
      select distinct event, day, place from ${observationTable} where kind <> 'campaign'
    ), met as (
      select w.circuit, l.event, count(*) as legs from leg l join ${whereTable} w using (place, day) group by all
    ), whole as (
      select event, count(*) as legs from leg group by event
    )
    select m.circuit, m.event from met m join whole w using (event, legs)`);
  const { events } = await lake.row<{ events: number }>(
    sql`select count(distinct event) as events from ${observationTable} where kind <> 'campaign'`,
  );
  const tested = await lake.row<{ subjects: number }>(sql`
    select count(*) as subjects from (
      select target from ${linkTable} where kind in ('seen', 'travelled') group by target
      having count(*) >= ${leastEvents})`);
  const rows = await lake.rows<Met>(sql`
    with part as (
      select l.target as subject, l.source as event from ${linkTable} l join ${usableLabelTable} u using (label)
      where l.kind in ('seen', 'travelled') and l.source_type in ('trip', 'sighting')
        and l.target_type in ('person', 'vehicle')
    ), total as (
      select circuit, count(*) as n from findings_work.on_circuit group by circuit
    ), own as (
      select o.circuit, p.subject, count(distinct p.event) as met
      from part p join findings_work.on_circuit o using (event) group by all having count(distinct p.event) >= ${leastEvents}
    )
    select o.circuit, o.subject, o.met, t.n as total, e.protected,
      (select count(distinct p.event) from part p where p.subject = o.subject) as events
    from own o join total t using (circuit) join ${entityTable} e on e.entity = o.subject
    where o.subject <> o.circuit order by o.circuit, o.met desc, o.subject`);
  const candidates = rows.map((row) => {
    const rate = (row.total - row.met + 1) / (events - row.events + 2);
    const chance = chanceOfAtLeastTrials({ trials: row.events, rate: Math.min(1, rate) }, row.met);
    return { ...row, chance };
  });
  const shown = new Map<bigint, Companion[]>();
  const hidden = new Map<bigint, number>();
  for (const one of keepUnlikely(candidates, tested.subjects * circuits.length)) {
    const { circuit, subject, met, protected: isProtected } = one;
    if (isProtected) hidden.set(circuit, (hidden.get(circuit) ?? 0) + 1);
    else shown.set(circuit, [...(shown.get(circuit) ?? []), { subject, events: met }]);
  }
  return { shown, hidden };
}

interface Met {
  readonly circuit: bigint;
  readonly subject: bigint;
  readonly met: number;
  readonly total: number;
  readonly events: number;
  readonly protected: boolean;
}

const dayMilliseconds = 86_400_000;
/** A stay that nobody saw end is taken to last no longer than this. */
const longestStay = 60;

function* daysOf(circuits: readonly Traveller[]) {
  for (const { subject, stays } of circuits) {
    const told = new Set<string>();
    for (const [at, { place, from, until }] of stays.entries()) {
      const first = Date.parse(from) - slack * dayMilliseconds;
      const next = stays[at + 1];
      const end = next === undefined ? Date.parse(until) : Date.parse(next.from);
      const last = Math.min(end, Date.parse(until) + longestStay * dayMilliseconds) + slack * dayMilliseconds;
      for (let time = first; time <= last; time += dayMilliseconds) {
        const day = new Date(time).toISOString().slice(0, 10);
        if (told.has(`${place} ${day}`)) continue;
        told.add(`${place} ${day}`);
        yield { circuit: subject, place, day };
      }
    }
  }
}
