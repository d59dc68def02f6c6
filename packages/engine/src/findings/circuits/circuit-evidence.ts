import type { FindingReason } from '@clew/model/finding.ts';
import type { PictureOf } from '@clew/model/finding-picture.ts';
import { placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { usableLabelTable } from '../involvement.ts';
import { counted, oneIn, percent } from '../say-figures.ts';
import { campaignTable } from '../tables.ts';
import { chanceValues, saidAs, shareAtMost, type Told } from '../told.ts';
import type { Companion, Companions } from './companions.ts';
import { observationTable, type Traveller } from './stays.ts';
import { type Circuit, periodOf } from './test-circuit.ts';

export interface Found extends Traveller {
  readonly circuit: Circuit;
  readonly chanceCorrected: number;
}

interface Context {
  readonly tested: number;
  readonly otherwise: readonly string[];
  readonly companions: Companions;
}

/** So many adverts of a campaign, and so many companions, are named as subjects. */
const mostSubjects = 60;
const mostStops = 400;

const foundTable = defineTable('findings_work', 'found_circuit', { subject: 'UBIGINT' });

/** Gathers the evidence of each circuit and puts it into words. */
export async function tellCircuits(
  lake: Lake,
  found: readonly Found[],
  context: Context,
): Promise<Proposed[]> {
  await loadTable(
    lake,
    foundTable,
    found.map(({ subject }) => ({ subject })),
  );
  const behind = new Map((await lake.rows<Behind>(behindQuery)).map((row) => [row.subject, row]));
  const spots = new Map((await lake.rows<Spot>(spotQuery)).map((row) => [row.place, row]));
  return found.map((one): Proposed => {
    const { entities, evidence, labels } = behind.get(one.subject) as Behind;
    const together = context.companions.shown.get(one.subject) ?? [];
    const hidden = context.companions.hidden.get(one.subject) ?? 0;
    const [first, ...others] = entities as [bigint, ...bigint[]];
    return {
      kind: one.kind,
      subjects: [
        first,
        ...together.slice(0, mostSubjects).map(({ subject }) => subject),
        ...others.slice(0, mostSubjects),
      ],
      evidence,
      labels,
      reason: {
        ...circuitReason(one, { ...context, together, hidden }),
        picture: circuitPicture(one, spots),
      },
      chance: one.circuit.chance,
      chanceCorrected: one.chanceCorrected,
    };
  });
}

interface Behind {
  readonly subject: bigint;
  /** The subject itself, or the adverts of a campaign in the order in which they were posted. */
  readonly entities: readonly bigint[];
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

const behindQuery = sql`
  with member as (
    select f.subject, coalesce(c.advert, f.subject) as entity
    from ${foundTable} f left join ${campaignTable} c on c.campaign = f.subject
  ), placed as (
    select m.subject, m.entity, p.seen, p.evidence, p.label
    from member m join ${placeTable} p using (entity) join ${usableLabelTable} u on u.label = p.label and not u.protected
    where p.seen is not null and (m.subject, p.place) in (
      select (subject, place) from ${observationTable} semi join ${foundTable} using (subject))
  ), entity as (
    select subject, list(entity order by seen, entity) as entities
    from (select subject, entity, min(seen) as seen from placed group by all) group by subject
  )
  select p.subject, any_value(e.entities) as entities, list_sort(list_distinct(flatten(list(p.evidence)))) as evidence,
    list_sort(list_distinct(list(p.label))) as labels
  from placed p join entity e using (subject) group by p.subject`;

interface Spot {
  readonly place: string;
  readonly country: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const spotQuery = sql`
  select place, min(country) as country, min(latitude) as latitude, min(longitude) as longitude
  from ${placeTable} where place in (select place from ${observationTable} semi join ${foundTable} using (subject))
  group by place`;

const whats = { campaign: 'These adverts', vehicle: 'This vehicle', person: 'This person' } as const;

interface Said extends Context {
  readonly together: readonly Companion[];
  readonly hidden: number;
}

/** The sentences of a finding. No name of anybody is in them. */
function circuitReason(found: Found, said: Said): FindingReason {
  const { stays, circuit, chanceCorrected } = found;
  const { places, returns, hits, expected, chance } = circuit;
  const period = periodOf(stays);
  return {
    ...saidAs([...whereAndWhen(found, period), ...againstChance(found, said), ...movedAlong(said)]),
    otherwise: said.otherwise,
    figures: {
      places,
      stays: stays.length,
      returns,
      hits,
      expected,
      ...(period === null ? {} : { period }),
      together: said.together.length,
      chance,
      chanceCorrected,
      tested: said.tested,
    },
  };
}

function whereAndWhen({ kind, stays, circuit: { places } }: Found, period: number | null): readonly Told[] {
  const first = stays[0]?.from ?? '';
  const last = stays.at(-1)?.until ?? '';
  const verb = kind === 'campaign' ? 'go' : 'goes';
  const again =
    period === null ? '' : `; a place is come back to after ${counted(period, 'day')} in the middle`;
  return [
    {
      code: 'circuit.round',
      values: { kind, count: places.length, places: places.join(', ') },
      words: `${whats[kind]} ${verb} round ${counted(places.length, 'place')}: ${places.join(', ')}.`,
    },
    {
      code: 'circuit.stays',
      values: { stays: stays.length, first, last, period: period ?? 0 },
      words: `There are ${counted(stays.length, 'stay')} from ${first} to ${last}${again}.`,
    },
  ];
}

function againstChance({ circuit, chanceCorrected }: Found, { tested }: Said): readonly Told[] {
  const { returns, hits, chance } = circuit;
  const expected = Number(circuit.expected.toPrecision(2));
  return [
    {
      code: 'circuit.order',
      values: { returns, hits, expected },
      words: `Of ${counted(returns, 'return')} with a choice, ${hits} were in the order of the round; in any order it would be about ${expected}.`,
    },
    {
      code: 'circuit.chance',
      values: chanceValues(chance),
      words: `By chance, with as many stays in each place as now, so many or more would come up ${oneIn(chance)}.`,
    },
    {
      code: 'circuit.tested',
      values: { tested, share: shareAtMost(chanceCorrected) },
      words: `${counted(tested, 'traveller')} were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
    },
  ];
}

function movedAlong({ together, hidden }: Said): readonly Told[] {
  const shown = {
    code: 'circuit.together',
    values: { count: together.length },
    words: `Met on the way from place to place, at the right time: ${counted(together.length, 'vehicle or person', 'vehicles and persons')}, among the subjects.`,
  };
  const protectedToo = {
    code: 'circuit.hidden',
    values: { count: hidden },
    words: `Moved along: ${counted(hidden, 'protected person')}, not shown.`,
  };
  return [...(together.length > 0 ? [shown] : []), ...(hidden > 0 ? [protectedToo] : [])];
}

function circuitPicture({ kind, stays }: Found, spots: ReadonlyMap<string, Spot>): PictureOf<'circuit'> {
  return {
    kind: 'circuit',
    stops: stays.slice(0, mostStops).map(({ place, from, until, times }) => ({
      place,
      country: spots.get(place)?.country ?? null,
      latitude: spots.get(place)?.latitude ?? null,
      longitude: spots.get(place)?.longitude ?? null,
      from,
      until,
      times,
      subject: kind === 'campaign' ? null : 0,
    })),
    more: Math.max(0, stays.length - mostStops),
  };
}
