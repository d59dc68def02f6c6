import { entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { chanceOfAtLeastTrials, chanceOfBoth } from '../chance.ts';
import { openPersonTable } from '../involvement.ts';
import { chanceOfMore, chancesOfMarked, expectedOf } from '../weighted-draws.ts';
import { callTable, tieTable, userTable } from './gather-calls.ts';
import {
  askedContactTable,
  elsewhereOf,
  type Findable,
  findableThroughContacts,
  leftOutTable,
} from './through-contacts.ts';

/** Fewer calls tell nothing of a number's user. */
const leastCalls = 10;
const leastCommon = 2;
/** Days on which both numbers call from one cell in one hour; fewer are a meeting. */
const leastTogether = 5;
/** A number that more speak with is everybody's contact and nobody's mark. */
const mostSharing = 50;
/** A number that takes over begins so many days around the day on which the other one ends. */
const soonest = -3;
const latest = 14;
/** An end or a beginning nearer to those of the file may be the file's own. */
const edgeDays = 30;

/** Phones with enough calls. A working table. */
const numberTable = defineTable('findings_work', 'number', {
  phone: 'UBIGINT',
  contacts: 'BIGINT',
  first: 'DATE',
  last: 'DATE',
});

/** With whom a number spoke, each once. A working table. */
export const contactTable = defineTable('findings_work', 'number_contact', {
  phone: 'UBIGINT',
  other: 'UBIGINT',
});

/** Where a number called from in an hour. `hour` counts from 1970; `part` is the time of day and week. A working table. */
export const slotTable = defineTable('findings_work', 'number_slot', {
  phone: 'UBIGINT',
  hour: 'BIGINT',
  part: 'INTEGER',
  cell: 'VARCHAR',
  place: 'VARCHAR',
});

/** The number of a pair whose contacts are drawn, and the other one, whose contacts are marked. A working table. */
const askedPairTable = defineTable('findings_work', 'asked_pair', {
  place: 'INTEGER',
  drawing: 'UBIGINT',
  other: 'UBIGINT',
});

/** Numbers with contacts in common that never speak with one another. `common` leaves out everybody's contacts. A working table. */
const pairTable = defineTable('findings_work', 'number_pair', {
  one: 'UBIGINT',
  two: 'UBIGINT',
  common: 'BIGINT',
});

/** Two numbers that may be one user's. */
export interface OneUser {
  readonly kind: 'carried-together' | 'taken-over';
  readonly first: bigint;
  readonly second: bigint;
  readonly common: number;
  readonly contactsFirst: number;
  readonly contactsSecond: number;
  /** How many contacts would be in common, were they found through contacts. */
  readonly expectedCommon: number;
  /** Days on which both called in one hour, always from one cell; 0 for numbers that follow one another. */
  readonly together: number;
  /** How many of these would be, each going where it usually is at such a time. */
  readonly expectedTogether: number;
  /** Days from the last call of the first to the first of the second; null for numbers carried together. */
  readonly gap: number | null;
  /** Handsets in which both were. */
  readonly handsets: number;
  readonly chance: number;
}

/** Fills the working tables. */
export async function gatherNumbers(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${contactTable} as
    with way as (
      select from_end as phone, to_node as other from ${callTable} union select to_end, from_node from ${callTable}
    )
    select w.phone, w.other from way w join ${entityTable} e on e.entity = w.phone and e.type = 'phone' and not e.protected
    order by all`);
  await lake.run(sql`create or replace table ${numberTable} as
    with side as (
      select from_end as phone, day from ${callTable} union all select to_end, day from ${callTable}
    ), degree as (
      select phone, count(*) as contacts from ${contactTable} group by phone
    )
    select phone, any_value(d.contacts) as contacts, min(day) as first, max(day) as last
    from side join degree d using (phone) group by phone having count(*) >= ${leastCalls} order by phone`);
  await lake.run(sql`create or replace table ${slotTable} as
    select from_end as phone, datediff('day', date '1970-01-01', day) * 24 + minute // 60 as hour,
      min((case when minute between 360 and 1079 then 1 when minute < 360 or minute >= 1320 then 2 else 3 end)
        + case when dayofweek(day) in (0, 6) then 3 else 0 end)::integer as part,
      min(coalesce(cell, place)) as cell, min(place) as place
    from ${callTable} semi join ${numberTable} n on n.phone = from_end
    where minute is not null and coalesce(cell, place) is not null
    group by all order by all`);
}

/**
 * Tests every two numbers that have two contacts in common, that never speak with one another, and that nobody knows to be
 * one person's. Carried together: in every hour in which both call they are in one cell, never at two places; against each
 * going where it usually is at such a time of day and week, so that colleagues at work and families at home are as expected.
 * Taken over: the one begins about when the other ends; against beginnings spread evenly. Either is joined with how many
 * contacts are in common, among pairs with two, were those of the number that has fewer found through contacts
 * (through-contacts.ts), so that one circle of people has no more in common than it makes likely.
 */
export async function testOneUser(
  lake: Lake,
): Promise<{ readonly tested: number; readonly candidates: readonly OneUser[] }> {
  const { first, last } = await lake.row<{ first: string | null; last: string | null }>(
    sql`select min(first)::varchar as first, max(last)::varchar as last from ${numberTable}`,
  );
  if (first === null || last === null) return { tested: 0, candidates: [] };
  await gatherPairs(lake);
  const { tested } = await lake.row<{ tested: number }>(sql`select count(*) as tested from ${pairTable}`);
  const days = Math.max(1, (Date.parse(last) - Date.parse(first)) / 86_400_000 - 2 * edgeDays);
  const leads = (await lake.rows<Pair>(pairQuery({ first, last }))).filter(
    ({ together, apart, gap }) =>
      apart === 0 && (together >= leastTogether || (gap !== null && together === 0)),
  );
  const byContacts = await commonByChance(lake, leads);
  const candidates = leads.map((pair, place): OneUser => {
    const { apart, gap, together, rate, ...told } = pair;
    const chances = byContacts.get(place) as readonly number[];
    const expectedCommon = expectedOf(chances);
    const ofContacts = chanceOfMore(chances, { count: told.common, least: leastCommon });
    if (gap === null || together > 0) {
      const moved = chanceOfAtLeastTrials({ trials: together, rate }, together);
      return {
        ...{ ...told, expectedCommon, together, gap: null, kind: 'carried-together' },
        ...{ expectedTogether: rate * together, chance: chanceOfBoth(ofContacts, moved) },
      };
    }
    // Either of the two may be the later one.
    const began = Math.min(1, (2 * (2 * Math.abs(gap) + 1)) / days);
    return {
      ...{ ...told, expectedCommon, together: 0, gap, kind: 'taken-over', expectedTogether: 0 },
      chance: chanceOfBoth(ofContacts, began),
    };
  });
  return { tested, candidates };
}

/** For each pair the chances of contacts in common, by how many. */
async function commonByChance(
  lake: Lake,
  pairs: readonly Pair[],
): Promise<ReadonlyMap<number, readonly number[]>> {
  const asked = pairs.map(({ first, second, contactsFirst, contactsSecond }, place) =>
    contactsSecond <= contactsFirst
      ? { place, drawing: second, other: first }
      : { place, drawing: first, other: second },
  );
  await loadTable(lake, askedPairTable, asked);
  await lake.run(sql`create or replace table ${leftOutTable} as
    select p.place, coalesce(u.person, p.phone) as node
    from (select place, drawing as phone from ${askedPairTable} union all select place, other from ${askedPairTable}) p
      left join ${userTable} u on u.end_point = p.phone`);
  await lake.run(sql`create or replace table ${askedContactTable} as
    select p.place, c.other as contact from ${askedPairTable} p join ${contactTable} c on c.phone = p.drawing`);
  const marks = await lake.rows<{ place: number; others: readonly bigint[]; share: number }>(sql`
    with degree as (
      select other, count(*) as n from ${contactTable} group by other
    ), ties as (
      select node, count(*) as n from ${tieTable} group by node
    )
    select p.place, list(c.other) as others, sum(t.n)::double / (select count(*) from ${tieTable}) as share
    from ${askedPairTable} p join ${contactTable} c on c.phone = p.other
      join degree d on d.other = c.other and d.n <= ${mostSharing} join ties t on t.node = c.other
    group by p.place order by p.place`);
  const marked = new Map(marks.map(({ place, others, share }) => [place, { nodes: new Set(others), share }]));
  const chances = new Map<number, readonly number[]>();
  for await (const { place, findable } of findableThroughContacts(lake)) {
    const { nodes, share } = marked.get(place) as {
      readonly nodes: ReadonlySet<bigint>;
      readonly share: number;
    };
    const isMarked = ({ node }: Findable) => nodes.has(node);
    const { contactsFirst, contactsSecond } = pairs[place] as Pair;
    chances.set(
      place,
      chancesOfMarked({
        marked: findable.filter(isMarked).map(({ weight }) => weight),
        others: findable.filter((one) => !isMarked(one)).map(({ weight }) => weight),
        elsewhere: elsewhereOf(share),
        draws: Math.min(contactsFirst, contactsSecond),
      }),
    );
  }
  return chances;
}

interface Pair extends Omit<OneUser, 'kind' | 'chance' | 'expectedCommon' | 'expectedTogether'> {
  /** Days on which both called in one hour from two cells. */
  readonly apart: number;
  /** The chance of one cell on such a day. */
  readonly rate: number;
}

async function gatherPairs(lake: Lake): Promise<void> {
  await lake.run(sql`create or replace table ${pairTable} as
    with degree as (
      select other, count(*) as n from ${contactTable} group by other
    ), rare as (
      select c.phone, c.other from ${contactTable} c semi join ${numberTable} n using (phone)
        join degree d using (other) where d.n between 2 and ${mostSharing}
    ), shared as (
      select a.phone as one, b.phone as two, count(*) as common
      from rare a join rare b on b.other = a.other and a.phone < b.phone
      group by all having count(*) >= ${leastCommon}
    ), speaking as (
      select least(from_end, to_end) as one, greatest(from_end, to_end) as two from ${callTable} group by all
    ), known as (
      select least(a.target, b.target) as one, greatest(a.target, b.target) as two
      from ${linkTable} a join ${linkTable} b on b.source = a.source and b.kind = 'uses' and a.target < b.target
      where a.kind = 'uses' and a.source in (select person from ${openPersonTable})
    )
    select * from shared anti join speaking using (one, two) anti join known using (one, two) order by one, two`);
}

function pairQuery({ first, last }: { readonly first: string; readonly last: string }) {
  return sql`
    with usual as (
      select phone, part, cell, count(*) as n from ${slotTable} group by all
    ), kept as (
      select phone, part, count(*) as n from ${slotTable} group by all
    ), hour as (
      select p.one, p.two, a.hour as clock, a.cell = b.cell as same,
        (coalesce(u.n, 0) - (a.cell = b.cell)::integer + 1.0) / k.n as by_two,
        (coalesce(v.n, 0) - (a.cell = b.cell)::integer + 1.0) / l.n as by_one
      from ${pairTable} p join ${slotTable} a on a.phone = p.one join ${slotTable} b on b.phone = p.two and b.hour = a.hour
        join kept k on k.phone = b.phone and k.part = b.part join kept l on l.phone = a.phone and l.part = a.part
        left join usual u on u.phone = b.phone and u.part = b.part and u.cell = a.cell
        left join usual v on v.phone = a.phone and v.part = a.part and v.cell = b.cell
    ), met_day as (
      select one, two, bool_and(same) as same, avg(least(1, greatest(by_one, by_two))) as rate
      from hour group by one, two, clock // 24
    ), met as (
      select one, two, count(*) filter (same) as together, count(*) filter (not same) as apart, avg(rate) as rate
      from met_day group by all
    ), device as (
      select distinct from_end as phone, handset from ${callTable} where handset is not null
    ), held as (
      select p.one, p.two, count(*) as handsets
      from ${pairTable} p join device a on a.phone = p.one join device b on b.phone = p.two and b.handset = a.handset group by all
    ), joined as (
      select p.*, n.contacts as contacts_one, m.contacts as contacts_two, n.first as first_one, n.last as last_one,
        m.first as first_two, m.last as last_two
      from ${pairTable} p join ${numberTable} n on n.phone = p.one join ${numberTable} m on m.phone = p.two
    ), turned as (
      select *, case when first_two - last_one between ${soonest} and ${latest} then first_two - last_one end as after_one,
        case when first_one - last_two between ${soonest} and ${latest} then first_one - last_two end as after_two
      from joined
    )
    select case when t.after_two is null then t.one else t.two end as first,
      case when t.after_two is null then t.two else t.one end as second, t.common,
      case when t.after_two is null then t.contacts_one else t.contacts_two end as "contactsFirst",
      case when t.after_two is null then t.contacts_two else t.contacts_one end as "contactsSecond",
      coalesce(m.together, 0) as together, coalesce(m.apart, 0) as apart, coalesce(m.rate, 1) as rate,
      case
        when t.after_one is not null and t.first_two >= ${first}::date + ${edgeDays}::integer
          and t.last_one <= ${last}::date - ${edgeDays}::integer then t.after_one
        when t.after_two is not null and t.first_one >= ${first}::date + ${edgeDays}::integer
          and t.last_two <= ${last}::date - ${edgeDays}::integer then t.after_two
      end as gap,
      coalesce(h.handsets, 0) as handsets
    from turned t left join met m using (one, two) left join held h using (one, two)
    order by first, second`;
}
