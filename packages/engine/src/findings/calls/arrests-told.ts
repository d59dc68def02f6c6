import type { PictureOf } from '@clew/model/finding-picture.ts';
import { entityTable, momentTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Proposed } from '../detector.ts';
import { counted } from '../say-figures.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { aroundTable, arrestTable, dailyTable, type Response } from './arrests.ts';
import { callEvidence, restTable } from './call-evidence.ts';
import { type Daily, windowDays } from './change-point.ts';
import { callTable } from './gather-calls.ts';
import { testedTold } from './told.ts';

interface Found extends Response {
  readonly chanceCorrected: number;
}

/** So many weeks before and after are drawn. */
const shownWeeks = 8;
/** So many of those around are named as subjects. */
const mostAround = 60;

/** Gathers the evidence of each and puts it into words. */
export async function tellArrests(
  lake: Lake,
  found: readonly Found[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  await loadTable(lake, restTable, []);
  for (const [place, { arrest, day }] of found.entries())
    await lake.run(sql`insert into ${restTable}
      select distinct ${place}::integer, c.call from ${callTable} c
      where c.day >= ${day}::date - ${windowDays}::integer and c.day < ${day}::date + ${windowDays}::integer
        and (c.from_node in (select node from ${aroundTable} where arrest = ${arrest})
          or c.to_node in (select node from ${aroundTable} where arrest = ${arrest}))
        and c.from_node not in (select person from ${arrestTable} where arrest = ${arrest})
        and c.to_node not in (select person from ${arrestTable} where arrest = ${arrest})`);
  const behindOf = await callEvidence(lake);
  const proposed: Proposed[] = [];
  for (const [place, one] of found.entries()) {
    const behind = behindOf(place);
    const said = await lake.row<Behind>(sql`
      select list_sort(list_distinct(list(a.person))) as arrested,
        list_sort(list_distinct(flatten(list(m.evidence)))) as evidence,
        list_sort(list_distinct(list(m.label))) as labels
      from ${arrestTable} a join ${momentTable} m on m.entity = a.person and m.kind = 'arrested' and m.date = a.day
      where a.arrest = ${one.arrest}`);
    const around = await lake.rows<{ node: bigint; silent: boolean }>(silentQuery(one));
    const silent = around.filter((row) => row.silent).length;
    proposed.push({
      kind: one.after < one.expected ? 'fell-silent' : 'called-more',
      subjects: [...said.arrested, ...around.slice(0, mostAround).map(({ node }) => node)],
      evidence: [...new Set([...said.evidence, ...behind.evidence])],
      labels: [...new Set([...said.labels, ...behind.labels])],
      reason: {
        ...saidAs(arrestTold({ ...one, silent, arrested: said.arrested.length, tested: context.tested })),
        otherwise: context.otherwise,
        figures: figuresOf(one, silent, context.tested),
        picture: await weeksPicture(lake, one),
      },
      chance: one.chance,
      chanceCorrected: one.chanceCorrected,
    });
  }
  return proposed;
}

interface Behind {
  readonly arrested: readonly bigint[];
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
}

/** Those around, the ones that had called before and never did after the arrest first. */
function silentQuery({ arrest, day }: Found) {
  return sql`
    with side as (
      select from_node as node, day from ${callTable} union all select to_node, day from ${callTable}
    ), counted as (
      select a.node, count(s.day) filter (s.day < ${day}::date and s.day >= ${day}::date - 28) as before,
        count(s.day) filter (s.day >= ${day}::date and s.day < ${day}::date + 28) as after
      from ${aroundTable} a left join side s on s.node = a.node where a.arrest = ${arrest} group by a.node
    )
    select c.node, c.before >= 3 and c.after = 0 as silent from counted c
      join ${entityTable} e on e.entity = c.node and not e.protected
    order by silent desc, c.before desc, c.node`;
}

/** Calls by week, beside what they would be had they gone as those of all others. */
async function weeksPicture(lake: Lake, one: Found): Promise<PictureOf<'series'>> {
  const daily = await lake.rows<Daily>(sql`
    select day::varchar as day, around, others from ${dailyTable} where arrest = ${one.arrest}
      and day >= ${one.day}::date - ${7 * shownWeeks}::integer and day < ${one.day}::date + ${7 * shownWeeks}::integer
    order by day`);
  const at = daily.findIndex(({ day }) => day === one.day);
  const weeks: { at: string; value: number; others: number }[] = [];
  for (let start = at % 7; start + 7 <= daily.length; start += 7) {
    const week = daily.slice(start, start + 7);
    weeks.push({
      at: (week[0] as Daily).day,
      value: week.reduce((sum, { around }) => sum + around, 0),
      others: week.reduce((sum, { others }) => sum + others, 0),
    });
  }
  const before = weeks.filter(({ at: week }) => week < one.day);
  const share =
    before.reduce((sum, { value }) => sum + value, 0) /
    Math.max(
      1,
      before.reduce((sum, { others }) => sum + others, 0),
    );
  return {
    kind: 'series',
    what: 'calls',
    points: weeks.map(({ at: week, value, others }) => {
      const expected = others * share;
      const spread = 2 * Math.sqrt(expected);
      return { at: week, value, expected, low: Math.max(0, expected - spread), high: expected + spread };
    }),
    marks: [{ from: one.day, until: one.day, words: 'arrest' }],
  };
}

/** The sentences of a finding. No name and no number of anybody is in them. */
export function arrestTold(
  one: Found & { readonly silent: number; readonly arrested: number; readonly tested: number },
): readonly Told[] {
  const { around, before, after, expected, silent, days, chance } = one;
  const most = Number(expected.toPrecision(2));
  return [
    {
      code: 'arrest.change',
      values: { around, before, after, days: windowDays },
      words: `${counted(around, 'other')} around whoever was arrested made ${counted(before, 'call')} in the ${windowDays} days before and ${after} in the ${windowDays} days from the arrest on; calls with the arrested are not counted.`,
    },
    {
      code: 'arrest.expected',
      values: { expected: most },
      words: `Had they changed as the calls of everybody else did, it would be about ${most}.`,
    },
    ...(silent > 0
      ? [
          {
            code: 'arrest.silent',
            values: { silent },
            words: `${silent} of them had called in the four weeks before and did not call at all in the four weeks after.`,
          },
        ]
      : []),
    {
      code: 'arrest.days',
      values: { days },
      words: `The same was asked of ${counted(days, 'other day')} between their first call and their last, and of other people on that day.`,
    },
    chanceTold(
      'arrest.chance',
      chance,
      'On another of these days, or among other people on that day, so large a change or a larger one comes up',
    ),
    testedTold('arrest.tested', one, 'arrests'),
  ];
}

function figuresOf(one: Found, silent: number, tested: number) {
  const { around, before, after, expected, othersBefore, othersAfter, days, chance, chanceCorrected } = one;
  return {
    around,
    before,
    after,
    expected,
    othersBefore,
    othersAfter,
    silent,
    days,
    chance,
    chanceCorrected,
    tested,
  };
}
