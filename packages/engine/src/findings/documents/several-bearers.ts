// In: `bearingTable`. Out: the numbers, breeder documents and photographs that people bear who are shown to be different,
// and how likely that is by accident.
// The null: everybody has what is their own, and a number is with somebody else because two were given that are the same,
// or because of a slip; and whoever is counted must be on file with a date of birth. Slips are as frequent as in the numbers of those who are on file with two that are a slip apart.

import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { tellsYear } from '../../statements/eighteenth.ts';
import { statementTable } from '../../statements/tables.ts';
import { largestUpTo, type TestedAlike } from '../chance.ts';
import { grouped } from '../grouped.ts';
import { type BearingSort, bearingTable } from './bearings.ts';
import { type Bearer, differentBearers, type IsApart, mayBeOnePerson } from './different-people.ts';
import { accidentOf, chanceOfMoreBearers, countDigits, ofOneIssuer, oneSlipAway } from './slips.ts';

/** What is borne by several, with those of them who are shown to be different people. */
export interface SharedBearing {
  readonly sort: BearingSort;
  readonly key: string;
  readonly value: string;
  readonly bearers: readonly KnownBearer[];
  /** Others on file with it, who may be one of these, or have it by a slip. */
  readonly others: number;
  readonly chance: number;
}

export interface KnownBearer extends Bearer {
  /** Rows that say so. */
  readonly rows: number;
  /** Whether one of these states the country that issued it. */
  readonly has_issuer: boolean;
}

/** A number with more bearers fills a form where there is none. */
const mostBearers = 40;
/** Fewer digits than this tell too little. */
const leastDigits = 5;

const suspectTable = defineTable('findings_work', 'suspect_bearing', { sort: 'VARCHAR', key: 'VARCHAR' });
const slipTable = defineTable('findings_work', 'bearing_slip', {
  sort: 'VARCHAR',
  key: 'VARCHAR',
  slip: 'VARCHAR',
});

interface Row extends KnownBearer {
  readonly sort: BearingSort;
  readonly key: string;
  readonly value: string;
  readonly of_form: number;
}

export interface TestedBearings {
  readonly tested: number;
  readonly candidates: readonly SharedBearing[];
  /** What chance allows those tested to come to. */
  readonly alike: readonly TestedAlike[];
}

/** Tests what of these sorts has several bearers. `isApart` tells of two who are different whether they count as two. */
export async function testBearings(
  lake: Lake,
  sorts: readonly BearingSort[],
  isApart: IsApart,
): Promise<TestedBearings> {
  const some = await someBearings(lake, sorts);
  if (some.length === 0) return { tested: 0, candidates: [], alike: [] };
  await lake.run(sql`create or replace table ${suspectTable} as
    select sort, key from ${bearingTable} where sort in ${sorts} group by sort, key
    having count(distinct person) between 2 and ${mostBearers} order by sort, key`);
  const rows = await lake.rows<Row>(suspectQuery);
  const groups = [...grouped(rows, ({ sort, key }) => `${sort}|${key}`).values()];
  await writeSlips(lake, [...groups.map(([first]) => first as Row), ...some]);
  const near = grouped(await lake.rows<Near>(nearQuery), ({ sort, key }) => `${sort}|${key}`);
  const severallyBorne = groups.flatMap((rows) => {
    const [{ sort, key, value, of_form }] = rows as [Row];
    if (countDigits(value) < leastDigits) return [];
    const written = rows.filter((row) => !isMistyped(row, near.get(`${sort}|${key}`) ?? []));
    const bearers = differentBearers(written, isApart);
    const others = rows.length - bearers.length;
    return bearers.length < 2 ? [] : [{ sort, key, value, bearers, others, ofForm: of_form }];
  });
  const neighbours = await neighboursOf(lake);
  const neighboursFor = ({ sort, key }: { readonly sort: string; readonly key: string }) =>
    neighbours.get(`${sort}|${key}`) ?? 0;
  const habits = await habitsOf(lake, sorts);
  const candidates = severallyBorne.map(({ ofForm, ...one }): SharedBearing => {
    const { slip_rate: slipRate, shown } = habits.get(one.sort) as Habits;
    const digits = countDigits(one.value);
    const accident = accidentOf({ digits, ofForm, neighbours: neighboursFor(one), slipRate, shown });
    const isIssuerStated = one.bearers.every(({ has_issuer }) => has_issuer);
    const told = isIssuerStated ? ofOneIssuer(accident) : accident;
    return { ...one, chance: chanceOfMoreBearers(told, one.bearers.length - 1) };
  });
  const forms = await formsOf(lake, sorts);
  const alike = forms.map((form) => {
    const own = some.filter(({ sort }) => sort === form.sort);
    const mean = own.reduce((sum, one) => sum + neighboursFor(one), 0) / Math.max(1, own.length);
    return alikeOf(form, { ...(habits.get(form.sort) as Habits), neighbours: mean });
  });
  const tested = forms.reduce((sum, { keys }) => sum + keys, 0);
  return { tested, candidates, alike };
}

/** The numbers of one form: how many there are, and how many people have one. */
interface FormOfNumbers {
  readonly sort: BearingSort;
  readonly digits: number;
  readonly keys: number;
  readonly of_form: number;
}

function formsOf(lake: Lake, sorts: readonly BearingSort[]): Promise<FormOfNumbers[]> {
  return lake.rows<FormOfNumbers>(sql`
    select sort, length(regexp_replace(value, '[^0-9]', '', 'g')) as digits, count(distinct key) as keys,
      count(distinct (person, value)) as of_form
    from ${bearingTable} where sort in ${sorts}
    group by sort, regexp_replace(value, '[0-9]', '0', 'g'), digits order by all`);
}

/**
 * A number of the form comes to what so many more bearers are likely by accident, or by slips alone where all are on file with
 * the country. With too few digits it comes to nothing.
 */
function alikeOf(
  { digits, keys, of_form: ofForm }: FormOfNumbers,
  habits: Habits & { readonly neighbours: number },
): TestedAlike {
  const { slip_rate: slipRate, shown, neighbours } = habits;
  if (digits < leastDigits) return { hypotheses: keys, chanceUpTo: () => 0 };
  const accident = accidentOf({ digits, ofForm, neighbours, slipRate, shown });
  const more = Array.from({ length: mostBearers - 1 }, (_, at) => at + 1);
  const byAny = more.map((count) => chanceOfMoreBearers(accident, count));
  const bySlips = more.map((count) => chanceOfMoreBearers(ofOneIssuer(accident), count));
  const chanceUpTo = (chance: number) => {
    const [any, slips] = [largestUpTo(byAny, chance), largestUpTo(bySlips, chance)];
    // Fewer bearers may be enough where slips are all; as many are counted among any.
    return byAny.indexOf(any) === bySlips.indexOf(slips) ? any : any + slips;
  };
  return { hypotheses: keys, chanceUpTo };
}

/** The distinct values of a group, in order; none where there are none. */
function listOf(value: Query): Query {
  return sql`coalesce(list_sort(list_distinct(list(${value}) filter (${value} is not null))), [])`;
}

/** The parts `said` and `known` of a query: births and names of the people in `people`. */
function knownOf(people: Query): Query {
  return sql`said as (
    select distinct c.entity as person, s.property, s.value
    from ${statementTable} s join ${clusterTable} c on c.subject = s.subject
      semi join ${people} p on p.person = c.entity
    where s.type = 'person'
      and s.property in ('birthDate', 'name', 'firstName', 'middleName', 'lastName', 'alias')
  ), known as (
    select person, list_sort(list(value) filter (property = 'birthDate' and ${tellsYear(sql`value`)})) as births,
      list_sort(list_distinct(list(lower(value)) filter (property <> 'birthDate')))[:40] as names,
      list_sort(list_distinct(list(lower(value)) filter (property in ('name', 'lastName'))))[:40] as families
    from said group by person
  )`;
}

/** The bearers of each suspect, those with the most rows first. */
const suspectQuery = sql`
  with bearing as (select b.* from ${bearingTable} b semi join ${suspectTable} using (sort, key)),
  used as (
    select sort, key, min(value) as value, person, count(distinct (contribution, "row")) as "rows",
      ${listOf(sql`document`)} as documents, bool_or(issuer is not null) as has_issuer,
      ${listOf(sql`datediff('day', date '1970-01-01', seen)::integer`)} as days, ${listOf(sql`issued`)} as issued,
      ${listOf(sql`expires`)} as expires
    from bearing group by sort, key, person
  ), ${knownOf(sql`used`)}, form as (
    select sort, regexp_replace(value, '[0-9]', '0', 'g') as form, count(distinct (person, value)) as of_form
    from ${bearingTable} where sort in (select sort from ${suspectTable}) group by all
  )
  select u.*, coalesce(k.births, []) as births, coalesce(k.names, []) as names, coalesce(k.families, []) as families, f.of_form
  from used u left join known k using (person)
    join form f on f.sort = u.sort and f.form = regexp_replace(u.value, '[0-9]', '0', 'g')
  order by u.sort, u.key, u."rows" desc, u.person`;

/** Somebody on file with a number that is one slip away from a suspect one. */
interface Near extends Pick<Bearer, 'births' | 'names'> {
  readonly sort: BearingSort;
  readonly key: string;
  readonly person: bigint;
}

const nearQuery = sql`
  with near as (
    select distinct s.sort, s.key, b.person from ${slipTable} s semi join ${suspectTable} using (sort, key)
      join ${bearingTable} b on b.sort = s.sort and b.value = s.slip
  ), ${knownOf(sql`near`)}
  select n.*, coalesce(k.births, []) as births, coalesce(k.names, []) as names
  from near n left join known k using (person) order by n.sort, n.key, n.person`;

/** On file with it once, and else with a number that is a slip away, perhaps as somebody whom resolution has not joined. */
function isMistyped(row: Row, near: readonly Near[]): boolean {
  return row.rows === 1 && near.some((other) => other.person === row.person || mayBeOnePerson(row, other));
}

/** Fills `slipTable`: what one slip makes of each. */
async function writeSlips(
  lake: Lake,
  numbers: readonly Pick<SharedBearing, 'sort' | 'key' | 'value'>[],
): Promise<void> {
  await loadTable(
    lake,
    slipTable,
    numbers.flatMap(({ sort, key, value }) => oneSlipAway(value).map((slip) => ({ sort, key, slip }))),
  );
}

/** Of each in `slipTable`: how many people are on file with a number that is one slip away. */
async function neighboursOf(lake: Lake): Promise<ReadonlyMap<string, number>> {
  const rows = await lake.rows<{ id: string; n: number }>(sql`
    select s.sort || '|' || s.key as id, count(distinct (b.person, b.value)) as n
    from ${slipTable} s join ${bearingTable} b on b.sort = s.sort and b.value = s.slip group by id`);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** So many of each sort show how many neighbours a number has. */
const sampled = 2_000;

/** Some of the numbers on file, the same ones in whatever order they come. */
function someBearings(
  lake: Lake,
  sorts: readonly BearingSort[],
): Promise<Pick<SharedBearing, 'sort' | 'key' | 'value'>[]> {
  return lake.rows(sql`
    select sort, key, min(value) as value from ${bearingTable} where sort in ${sorts} group by sort, key
    qualify row_number() over (partition by sort order by md5(key), key) <= ${sampled} order by sort, key`);
}

/** With more numbers than this somebody is on file for dealing in them. */
const mostOwn = 20;

/** How numbers of a sort are written down, and what else is. */
interface Habits {
  /** The share of slips among what is on file; one more is added, so that it is never none. */
  readonly slip_rate: number;
  /** The share of bearers who are on file with a date of birth, so that they may be shown to be somebody else. */
  readonly shown: number;
}

async function habitsOf(lake: Lake, sorts: readonly BearingSort[]): Promise<ReadonlyMap<string, Habits>> {
  const rows = await lake.rows<Habits & { sort: string }>(sql`
    with own as (select distinct sort, person, value from ${bearingTable} where sort in ${sorts}),
    few as (select sort, person from own group by all having count(*) between 2 and ${mostOwn}),
    slip as (
      select a.sort, count(*) as n
      from own a semi join few using (sort, person) join own b on b.sort = a.sort and b.person = a.person and b.value > a.value
      where length(a.value) = length(b.value) and damerau_levenshtein(a.value, b.value) = 1 group by a.sort
    ), born as (
      select distinct c.entity as person from ${statementTable} s join ${clusterTable} c on c.subject = s.subject
      where s.type = 'person' and s.property = 'birthDate'
    )
    select o.sort, (coalesce(any_value(s.n), 0) + 1) / (count(*) + 1) as slip_rate,
      count(distinct b.person) / count(distinct o.person) as shown
    from own o left join slip s using (sort) left join born b on b.person = o.person group by o.sort`);
  return new Map(rows.map(({ sort, ...habits }) => [sort, habits]));
}
