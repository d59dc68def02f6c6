import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { labelFromText } from '@clew/model/terms/label.ts';
import { caseAreaTable, entityTable, joinedLabelTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Detector, Proposed } from '../detector.ts';
import { involvementTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import type { Candidate } from './candidate.ts';
import { weighDisruption } from './disruption.ts';
import { belongingsOf, facilitatorPicture } from './facilitator-picture.ts';
import { facilitatorReason } from './facilitator-reason.ts';
import { servicesTold } from './services.ts';
import { uses, useTable } from './uses.ts';

export interface Found extends Candidate {
  readonly chanceCorrected: number;
  /** With how many others it was tested. */
  readonly tested: number;
}

const foundTable = defineTable('findings_work', 'found', { provider: 'UBIGINT', by_network: 'BOOLEAN' });

/** The links behind what was found: of the people in networks, or in cases where networks are not the point. */
const behindTable = defineTable('findings_work', 'behind', {
  provider: 'UBIGINT',
  person: 'UBIGINT',
  link: 'UBIGINT',
});

interface Told {
  readonly provider: bigint;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly people: readonly bigint[];
}

/** Gathers the evidence of each provider and puts it into words. */
export async function tellFacilitators(
  lake: Lake,
  found: readonly Found[],
  words: Pick<Detector, 'otherwise' | 'cautions'>,
): Promise<Proposed[]> {
  if (found.length === 0) return [];
  await loadTable(
    lake,
    foundTable,
    found.map(({ provider, networks }) => ({ provider, by_network: networks >= 2 })),
  );
  await lake.run(sql`create or replace table ${behindTable} as ${behindQuery}`);
  const told = new Map((await lake.rows<Told>(toldQuery)).map((row) => [row.provider, row]));
  const areas = await areasOf(lake);
  const disruptions = await weighDisruption(lake, sql`select distinct provider, person from ${behindTable}`);
  const services = await servicesTold(lake);
  const guarded = await protectedOf(lake);
  const belongings = await belongingsOf(
    lake,
    sql`select b.provider, b.person, f.by_network from ${behindTable} b join ${foundTable} f using (provider)`,
  );
  return found.map((candidate): Proposed => {
    const { provider, type } = candidate;
    const behind = told.get(provider);
    if (behind === undefined) throw new Error('A facilitator without a link behind it');
    const disruption = disruptions.get(provider);
    const figures = {
      ...candidate,
      ...(guarded.get(provider) ?? { protected: 0, both: 0 }),
      what: `this ${(findEntityType(type)?.title ?? type).toLowerCase()}`,
      areas: areas.get(provider) ?? [],
      disruption,
    };
    const subjects = [provider, ...behind.people];
    return {
      kind: services.get(provider) ?? 'broker',
      subjects,
      evidence: behind.evidence,
      labels: behind.labels,
      reason: {
        ...facilitatorReason(figures, words),
        picture: facilitatorPicture(subjects, belongings.get(provider) ?? [], disruption?.networks),
      },
      chance: candidate.chance,
      chanceCorrected: candidate.chanceCorrected,
    };
  });
}

const behindQuery = sql`
  with used as (
    select u.provider, u.person, unnest([u.first, u.second, u.third]) as link
    from (${uses()}) u join ${foundTable} f using (provider)
      join ${useTable} t on t.provider = u.provider and t.person = u.person
    where t.network is not null or (not f.by_network and t.area is not null)
  )
  select distinct provider, person, link from used where link is not null
  union
  select f.provider, i.person, l.link
  from ${foundTable} f join ${linkTable} own on own.source = f.provider and own.kind = 'in case'
    join ${linkTable} l on l.target = own.target and l.kind = 'in case'
    join ${involvementTable} i on i.person = l.source and i."case" = l.target
    join ${networkTable} n on n.entity = i.person
  where f.provider in (select person from ${involvementTable})`;

const toldQuery = sql`
  select b.provider, list_sort(list_distinct(flatten(list(l.evidence)))) as evidence,
    list_sort(list_distinct(list(l.label))) as labels,
    list_sort(list_distinct(list(b.person) filter (b.person <> b.provider))) as people
  from ${behindTable} b join ${linkTable} l using (link) group by b.provider`;

/** The crime areas of the cases that the people behind a finding are in. */
async function areasOf(lake: Lake): Promise<ReadonlyMap<bigint, readonly string[]>> {
  const rows = await lake.rows<{ provider: bigint; areas: readonly string[] }>(sql`
    select b.provider, list_sort(list_distinct(list(a.area))) as areas
    from ${behindTable} b join ${involvementTable} i using (person) join ${caseAreaTable} a using ("case")
    group by b.provider`);
  return new Map(rows.map(({ provider, areas }) => [provider, areas]));
}

/** How many of a provider's people are protected, and how many of these are on file as suspects too. */
async function protectedOf(lake: Lake): Promise<ReadonlyMap<bigint, { protected: number; both: number }>> {
  const rows = await lake.rows<{ provider: bigint; content: string; n: number }>(sql`
    select u.provider, l.content, count(distinct u.person) as n
    from ${useTable} u join ${foundTable} f using (provider) join ${entityTable} e on e.entity = u.person
      join ${joinedLabelTable} l on l.label = e.label
    where e.protected group by all`);
  const counts = new Map<bigint, { protected: number; both: number }>();
  for (const { provider, content, n } of rows) {
    const { categories } = labelFromText(content);
    const both = categories.includes('victim') && categories.includes('suspect') ? n : 0;
    const known = counts.get(provider) ?? { protected: 0, both: 0 };
    counts.set(provider, { protected: known.protected + n, both: known.both + both });
  }
  return counts;
}
