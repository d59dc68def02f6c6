import type { PictureOf } from '@clew/model/finding-picture.ts';
import { linkTable, placeTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { counted, percent } from '../say-figures.ts';
import { networkTable } from '../tables.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { callEvidence, othersOf, restTable } from './call-evidence.ts';
import { type FromAfar, presenceTable, reachedTable, sceneTable } from './from-afar.ts';
import { callTable } from './gather-calls.ts';
import { testedTold } from './told.ts';

interface Found extends FromAfar {
  readonly chanceCorrected: number;
}

const foundTable = defineTable('findings_work', 'found_afar', {
  place: 'INTEGER',
  network: 'UBIGINT',
  node: 'UBIGINT',
});

/** So many places of either side are drawn. */
const mostPlaces = 12;

/** Gathers the evidence of each and puts it into words. */
export async function tellFromAfar(
  lake: Lake,
  found: readonly Found[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  await loadTable(
    lake,
    foundTable,
    found.map(({ network, node }, place) => ({ place, network, node })),
  );
  await lake.run(sql`create or replace table ${restTable} as
    with pair as (
      select f.place, f.node, r.member from ${foundTable} f join ${reachedTable} r using (network, node)
    )
    select p.place, c.call from pair p join ${callTable} c on c.from_node = p.node and c.to_node = p.member
    union
    select p.place, c.call from pair p join ${callTable} c on c.to_node = p.node and c.from_node = p.member`);
  const behindOf = await callEvidence(lake);
  const whereabouts = new Map(
    (await lake.rows<Whereabouts>(whereaboutsQuery)).map((row) => [row.finding, row]),
  );
  const membersOf = await othersOf(
    lake,
    sql`select f.place, list(r.member order by r.calls desc, r.member) as others
      from ${foundTable} f join ${reachedTable} r on r.network = f.network and r.node = f.node group by f.place`,
  );
  const spots = await lake.rows<Spot>(spotQuery);
  return found.map((one, place): Proposed => {
    const behind = behindOf(place);
    const there = whereabouts.get(place);
    return {
      kind: 'coordinator',
      subjects: [one.node, ...membersOf(place)],
      evidence: ascending([...behind.evidence, ...(there?.evidence ?? [])]),
      labels: ascending([...behind.labels, ...(there?.labels ?? [])]),
      reason: {
        ...saidAs(fromAfarTold({ ...one, tested: context.tested })),
        otherwise: context.otherwise,
        figures: figuresOf(one, context.tested),
        picture: placesPicture(spots.filter(({ finding }) => finding === place)),
      },
      chance: one.chance,
      chanceCorrected: one.chanceCorrected,
    };
  });
}

function ascending(ids: readonly bigint[]): bigint[] {
  return [...new Set(ids)].sort((a, b) => (a < b ? -1 : 1));
}

interface Whereabouts {
  readonly finding: number;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

/** What says where somebody was and where the network is. */
const whereaboutsQuery = sql`
  with whom as (
    select place as finding, node, true as all_places, network from ${foundTable}
    union
    select f.place, n.entity, false, f.network from ${foundTable} f join ${networkTable} n using (network)
  ), event as (
    select w.finding, w.all_places, w.network, c.call as event from whom w join ${callTable} c on c.from_node = w.node
    union
    select w.finding, w.all_places, w.network, l.source from whom w join ${linkTable} l on l.target = w.node
    where l.kind in ('seen', 'travelled') and l.source_type in ('sighting', 'trip')
  ), spot as (
    select e.finding, p.evidence, p.label
    from event e join ${placeTable} p on p.entity = e.event
      left join ${sceneTable} s on s.network = e.network and s.place = p.place
    where p.place is not null and (e.all_places or s.place is not null)
    qualify row_number() over (partition by e.finding order by e.all_places desc, p.seen, p.entity) <= 400
  )
  select finding, list_sort(list_distinct(flatten(list(evidence)))) as evidence,
    list_sort(list_distinct(list(label))) as labels
  from spot group by finding`;

interface Spot {
  readonly finding: number;
  readonly place: string;
  readonly own: number;
  readonly members: number;
}

const spotQuery = sql`
  with seen as (
    select f.place as finding, p.place, true as own from ${foundTable} f join ${presenceTable} p using (node)
    union all
    select f.place, p.place, false from ${foundTable} f join ${networkTable} n using (network)
      join ${presenceTable} p on p.node = n.entity and p.node <> f.node
  ), counted as (
    select finding, place, count(*) filter (own) as own, count(*) filter (not own) as members from seen group by all
  )
  select * from counted order by finding, greatest(own, members) desc, place`;

/** The places of the one and those of the members, the busiest of either side. */
function placesPicture(spots: readonly Spot[]): PictureOf<'table'> {
  const shown = spots.slice(0, mostPlaces);
  return {
    kind: 'table',
    heads: ['place', 'own', 'members'],
    rows: shown.map(({ place, own, members }) => [place, own, members]),
    more: spots.length - shown.length,
  };
}

/** The sentences of a finding. No name and no number of anybody is in them. */
export function fromAfarTold(one: Found & { readonly tested: number }): readonly Told[] {
  const { reached, members, calls, contacts, between, days, places, atScene, chance } = one;
  const expected = Number(one.expected.toPrecision(2));
  return [
    {
      code: 'afar.reach',
      values: { reached, members, calls },
      words: `${reached} of ${counted(members, 'member')} of a network whose calls are known spoke with this one, ${counted(calls, 'time')}, before anybody of the network was arrested.`,
    },
    {
      code: 'afar.between',
      values: { share: between },
      words: `Of the pairs of these members, ${percent(between)} do not speak with one another.`,
    },
    {
      code: 'afar.contacts',
      values: { reached, contacts, expected },
      words: `Of its ${counted(contacts, 'contact')}, ${reached} are of this network; were they found through other contacts, it would be about ${expected}.`,
    },
    {
      code: 'afar.absent',
      values: { days, places, share: atScene },
      words: `On ${counted(days, 'day')} it is known where it was, and never was it where the network is (${counted(places, 'place')}), as the members are on ${percent(atScene)} of their days.`,
    },
    chanceTold(
      'afar.chance',
      chance,
      'Were contacts found through other contacts, with as many for everybody as now, or were it there as often as the members, this or more would come up',
    ),
    testedTold('afar.tested', one, 'times somebody speaks with a network'),
  ];
}

function figuresOf({ network: _network, node: _node, ...figures }: Found, tested: number) {
  return { ...figures, tested };
}
