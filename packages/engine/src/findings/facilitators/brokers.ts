import { caseAreaTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { chanceOfAtLeastTrials } from '../chance.ts';
import { involvementTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import type { Candidate, Tested } from './candidate.ts';

interface Placed {
  readonly person: bigint;
  readonly cases: number;
  readonly networks: number;
  readonly outside: number;
  readonly people: number;
  readonly areas: number;
}

/**
 * Tests every person who is in three cases or more and whom nothing protects. A person's home is the network that
 * most of his cases are of. Under the null each further case is outside home as often as it is for all others who
 * are in several cases; the chance is the binomial tail.
 */
export async function testBrokers(lake: Lake): Promise<Tested> {
  const placed = await lake.rows<Placed>(placedQuery);
  const further = placed.reduce((total, { cases }) => total + cases - 1, 0);
  const outside = placed.reduce((total, person) => total + person.outside, 0);
  const tested = placed.filter(({ cases }) => cases >= 3);
  const candidates = tested
    .filter((person) => person.networks >= 2 && person.outside >= 2)
    .map((person): Candidate => {
      const rate = (outside - person.outside + 1) / (further - person.cases + 1 + 1);
      return {
        type: 'person',
        provider: person.person,
        people: person.people,
        members: person.people,
        networks: person.networks,
        involved: person.people,
        areas: person.areas,
        cases: person.cases,
        usual: rate,
        chance: chanceOfAtLeastTrials({ trials: person.cases - 1, rate: Math.min(1, rate) }, person.outside),
      };
    });
  return { tested: tested.length, candidates };
}

/**
 * Each person in two cases or more: how many of the cases are of how many networks. The network of a case is the one
 * that most of its people are of, the person himself not counted.
 */
const placedQuery = sql`
  with busy as (
    select person from ${involvementTable} group by person having count(*) >= 2
  ), mate as (
    select i.person, i."case", n.network, count(*) as n
    from ${involvementTable} i semi join busy using (person)
      join ${involvementTable} o on o."case" = i."case" and o.person <> i.person
      join ${networkTable} n on n.entity = o.person
    group by all
  ), placement as (
    select person, "case", (max(n * 18446744073709551616::hugeint + network) % 18446744073709551616)::ubigint as network
    from mate group by person, "case"
  ), placed as (
    select person, network, count(*) as n from placement group by all
  ), person as (
    select person, sum(n)::bigint as cases, count(*) as networks, (sum(n) - max(n))::bigint as outside
    from placed group by person having sum(n) >= 2
  ), company as (
    select i.person, count(distinct o.person) as people
    from ${involvementTable} i join ${involvementTable} o on o."case" = i."case" and o.person <> i.person
    where i.person in (select person from person) group by i.person
  ), area as (
    select i.person, count(distinct a.area) as areas
    from ${involvementTable} i join ${caseAreaTable} a using ("case") group by i.person
  )
  select p.person, p.cases, p.networks, p.outside, c.people, coalesce(a.areas, 0) as areas
  from person p join company c using (person) left join area a using (person)
  order by p.person`;
