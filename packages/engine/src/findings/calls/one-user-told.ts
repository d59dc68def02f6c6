import type { PictureOf } from '@clew/model/finding-picture.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { counted } from '../say-figures.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { callEvidence, othersOf, restTable } from './call-evidence.ts';
import { callTable } from './gather-calls.ts';
import { contactTable, type OneUser, slotTable } from './one-user.ts';
import { testedTold } from './told.ts';

interface Found extends OneUser {
  readonly chanceCorrected: number;
}

const foundTable = defineTable('findings_work', 'found_user', {
  place: 'INTEGER',
  first: 'UBIGINT',
  second: 'UBIGINT',
});

/** So many places or months are drawn. */
const mostRows = 16;

/** Gathers the evidence of each and puts it into words. */
export async function tellOneUser(
  lake: Lake,
  found: readonly Found[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  await loadTable(
    lake,
    foundTable,
    found.map(({ first, second }, place) => ({ place, first, second })),
  );
  await lake.run(sql`create or replace table ${restTable} as
    with own as (${ownQuery}), common as (
      select f.place, a.other from ${foundTable} f join ${contactTable} a on a.phone = f.first
        join ${contactTable} b on b.phone = f.second and b.other = a.other
    ), met as (
      select f.place, a.hour from ${foundTable} f join ${slotTable} a on a.phone = f.first
        join ${slotTable} b on b.phone = f.second and b.hour = a.hour
    )
    select o.place, k.call from own o join ${callTable} k on k.from_end = o.phone
      semi join common c on c.place = o.place and c.other = k.to_node
    union
    select o.place, k.call from own o join ${callTable} k on k.to_end = o.phone
      semi join common c on c.place = o.place and c.other = k.from_node
    union
    select o.place, k.call from own o join ${callTable} k on k.from_end = o.phone
      semi join met m on m.place = o.place and m.hour = datediff('day', date '1970-01-01', k.day) * 24 + k.minute // 60`);
  const behindOf = await callEvidence(lake);
  const commonOf = await othersOf(
    lake,
    sql`select f.place, list(distinct a.other order by a.other) as others from ${foundTable} f
      join ${contactTable} a on a.phone = f.first join ${contactTable} b on b.phone = f.second and b.other = a.other
      group by f.place`,
  );
  const months = await lake.rows<Row>(monthQuery);
  const spots = await lake.rows<Row>(spotQuery);
  return found.map((one, place): Proposed => {
    const behind = behindOf(place);
    const rows = (one.kind === 'taken-over' ? months : spots).filter(({ finding }) => finding === place);
    return {
      kind: one.kind,
      subjects: [one.first, one.second, ...commonOf(place)],
      evidence: behind.evidence,
      labels: behind.labels,
      reason: {
        ...saidAs(oneUserTold({ ...one, tested: context.tested })),
        otherwise: context.otherwise,
        figures: figuresOf(one, context.tested),
        picture: picture(one, rows),
      },
      chance: one.chance,
      chanceCorrected: one.chanceCorrected,
    };
  });
}

interface Row {
  readonly finding: number;
  readonly spot: string;
  readonly first: number;
  readonly second: number;
}

/** The two numbers of each, one a row. */
const ownQuery = sql`
  select place, first as phone, true as is_first from ${foundTable}
  union all select place, second, false from ${foundTable}`;

const monthQuery = sql`
  with own as (${ownQuery}), side as (
    select from_end as phone, day from ${callTable} union all select to_end, day from ${callTable}
  )
  select o.place as finding, date_trunc('month', s.day)::date::varchar as spot, count(*) filter (o.is_first) as first,
    count(*) filter (not o.is_first) as second
  from own o join side s using (phone) group by all order by finding, spot`;

const spotQuery = sql`
  with own as (${ownQuery}), counted as (
    select o.place as finding, s.place as spot, count(*) filter (o.is_first) as first,
      count(*) filter (not o.is_first) as second
    from own o join ${slotTable} s using (phone) where s.place is not null group by all
  )
  select * from counted order by finding, first + second desc, spot`;

/** The months of numbers that follow one another, the places of those that are carried together. */
function picture({ kind }: Found, rows: readonly Row[]): PictureOf<'table'> {
  return {
    kind: 'table',
    heads: [kind === 'taken-over' ? 'month' : 'place', 'first', 'second'],
    rows: rows
      .slice(0, mostRows)
      .map(({ spot, first, second }) => [kind === 'taken-over' ? spot.slice(0, 7) : spot, first, second]),
    more: Math.max(0, rows.length - mostRows),
  };
}

/** The sentences of a finding. No number of anybody is in them. */
export function oneUserTold(one: Found & { readonly tested: number }): readonly Told[] {
  const { kind, common, contactsFirst, contactsSecond, expectedCommon, together, expectedTogether, gap } =
    one;
  const usual = Number(expectedCommon.toPrecision(2));
  const days = Number(expectedTogether.toPrecision(2));
  const often = (words: string) =>
    `Among numbers with two contacts in common, were contacts found through other contacts, and ${words}, this or more would come up`;
  return [
    kind === 'taken-over'
      ? {
          code: 'oneUser.takenOver',
          values: { days: Math.abs(gap ?? 0) },
          words: `The one number ends and the other begins, ${counted(Math.abs(gap ?? 0), 'day')} apart.`,
        }
      : {
          code: 'oneUser.together',
          values: { together, expected: days },
          words: `On ${counted(together, 'day')} both numbers called in the same hour, each time from one cell and never from two; each going where it usually is, it would be about ${days}.`,
        },
    {
      code: 'oneUser.common',
      values: { common, first: contactsFirst, second: contactsSecond, expected: usual },
      words: `They have ${counted(common, 'contact')} in common, of ${contactsFirst} and ${contactsSecond}; were they found through other contacts, it would be about ${usual}.`,
    },
    { code: 'oneUser.never', values: {}, words: 'They never speak with one another.' },
    ...(one.handsets > 0
      ? [
          {
            code: 'oneUser.handsets',
            values: { handsets: one.handsets },
            words: `Both were in ${one.handsets === 1 ? 'the same handset' : `${one.handsets} handsets`}.`,
          },
        ]
      : []),
    kind === 'taken-over'
      ? chanceTold('oneUser.chanceOver', one.chance, often('beginnings drawn by chance'))
      : chanceTold('oneUser.chance', one.chance, often('each where it usually is')),
    testedTold('oneUser.tested', one, 'pairs of numbers with contacts in common'),
  ];
}

function figuresOf(one: Found, tested: number) {
  const { common, contactsFirst, contactsSecond, expectedCommon, together, expectedTogether, handsets } = one;
  const { gap, chance, chanceCorrected } = one;
  const figures = {
    common,
    contactsFirst,
    contactsSecond,
    expectedCommon,
    together,
    expectedTogether,
    handsets,
  };
  return { ...figures, ...(gap === null ? {} : { gap }), chance, chanceCorrected, tested };
}
