import type { PictureOf } from '@clew/model/finding-picture.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { counted } from '../say-figures.ts';
import { callEvidence, restTable } from './call-evidence.ts';
import { callTable } from './gather-calls.ts';
import { contactTable, type OneUser, slotTable } from './one-user.ts';
import { chanceTold, reasonOf, type Told, testedTold } from './told.ts';

interface Found extends OneUser {
  readonly chanceCorrected: number;
}

const foundTable = defineTable('findings_work', 'found_user', {
  place: 'INTEGER',
  first: 'UBIGINT',
  second: 'UBIGINT',
});

/** So many places or weeks are drawn. */
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
    with common as (
      select f.*, a.other from ${foundTable} f join ${contactTable} a on a.phone = f.first
        join ${contactTable} b on b.phone = f.second and b.other = a.other
    ), met as (
      select f.*, a.hour from ${foundTable} f join ${slotTable} a on a.phone = f.first
        join ${slotTable} b on b.phone = f.second and b.hour = a.hour
    )
    select c.place, k.call from common c join ${callTable} k
      on (k.from_end in (c.first, c.second) and k.to_node = c.other)
      or (k.to_end in (c.first, c.second) and k.from_node = c.other)
    union
    select m.place, k.call from met m join ${callTable} k on k.from_end in (m.first, m.second)
      and datediff('day', date '1970-01-01', k.day) * 24 + k.minute // 60 = m.hour`);
  const calls = await callEvidence(lake);
  const common = new Map(
    (
      await lake.rows<{ place: number; others: readonly bigint[] }>(sql`
        select f.place, list(distinct a.other order by a.other) as others from ${foundTable} f
          join ${contactTable} a on a.phone = f.first join ${contactTable} b on b.phone = f.second and b.other = a.other
        group by f.place`)
    ).map((row) => [row.place, row.others]),
  );
  const weeks = await lake.rows<Row>(weekQuery);
  const spots = await lake.rows<Row>(spotQuery);
  return found.map((one, place): Proposed => {
    const behind = calls.get(place);
    if (behind === undefined) throw new Error('Two numbers without a call');
    const rows = (one.kind === 'taken-over' ? weeks : spots).filter(({ finding }) => finding === place);
    return {
      kind: one.kind,
      subjects: [one.first, one.second, ...(common.get(place) ?? [])],
      evidence: behind.evidence,
      labels: behind.labels,
      reason: reasonOf(oneUserTold({ ...one, tested: context.tested }), {
        otherwise: context.otherwise,
        figures: figuresOf(one, context.tested),
        picture: picture(one, rows),
      }),
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

const weekQuery = sql`
  with side as (
    select from_end as phone, day from ${callTable} union all select to_end, day from ${callTable}
  )
  select f.place as finding, date_trunc('month', s.day)::date::varchar as spot, count(*) filter (s.phone = f.first) as first,
    count(*) filter (s.phone = f.second) as second
  from ${foundTable} f join side s on s.phone in (f.first, f.second) group by all order by finding, spot`;

const spotQuery = sql`
  select f.place as finding, s.place as spot, count(*) filter (s.phone = f.first) as first,
    count(*) filter (s.phone = f.second) as second
  from ${foundTable} f join ${slotTable} s on s.phone in (f.first, f.second) where s.place is not null
  group by all order by finding, count(*) desc, spot`;

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
  const often = (words: string) => (count: string) => `${words}, this or more would come up ${count}.`;
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
      words: `They have ${counted(common, 'contact')} in common, of ${contactsFirst} and ${contactsSecond}; by chance it would be about ${usual}.`,
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
      ? chanceTold('oneUser.chanceOver', one.chance, often('Were contacts and beginnings drawn by chance'))
      : chanceTold(
          'oneUser.chance',
          one.chance,
          often('Were contacts drawn by chance, and each where it usually is'),
        ),
    testedTold('oneUser.tested', one, 'pairs of numbers'),
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
