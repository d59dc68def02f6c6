import type { FindingReason } from '@clew/model/finding.ts';
import type { PictureOf } from '@clew/model/finding-picture.ts';
import { caseAreaTable, entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import type { Proposed } from '../detector.ts';
import { involvementTable, openPersonTable, usableLabelTable } from '../involvement.ts';
import { counted } from '../say-figures.ts';
import { networkTable } from '../tables.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { areasTold, protectedTold, testedTold } from './document-sentences.ts';
import { isFalse } from './examined.ts';
import { findSeries, type NumberedDocument, type NumberSeries } from './number-series.ts';

/** Which documents are of which run of numbers. A working table. */
const seriesTable = defineTable('findings_work', 'series', { series: 'BIGINT', document: 'UBIGINT' });

/** A run of numbers with what is known of its documents and of who carries them. */
export interface DocumentSeries extends NumberSeries {
  readonly place: number;
  /** Documents that were examined and are false. */
  readonly forged: number;
  /** People who carry them, whom nothing protects, and their networks and crime areas. */
  readonly people: number;
  readonly networks: number;
  readonly areas: readonly string[];
  /** Documents of protected people: counted, not shown. */
  readonly hidden: number;
}

/** One false document may be a mistake of the examiner or of the clerk. */
const leastForged = 2;

/** Finds runs of numbers over all documents that may be looked at: those of which several are forged, or that join networks. */
export async function testSeries(
  lake: Lake,
): Promise<{ readonly tested: number; readonly candidates: readonly DocumentSeries[] }> {
  const documents = await lake.rows<NumberedDocument>(sql`
    select distinct coalesce(c.entity, s.subject) as document, s.value as number
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
      join ${entityTable} e on e.entity = coalesce(c.entity, s.subject)
      join ${usableLabelTable} u on u.label = e.label
    where s.type = 'document' and s.property = 'number'
    union
    select l.target, s.value
    from ${linkTable} l join ${usableLabelTable} u using (label), unnest(l.evidence) as t(statement)
      join ${statementTable} s on ${statementId('s')} = t.statement
    where l.kind = 'carries' and s.type = 'person' and s.property = 'document'
    order by all`);
  const { tested, series } = findSeries(documents);
  if (series.length === 0) return { tested, candidates: [] };
  await loadTable(
    lake,
    seriesTable,
    series.flatMap(({ documents: run }, place) => run.map((document) => ({ series: place, document }))),
  );
  const joins = new Map((await lake.rows<Joins>(joinsQuery)).map((row) => [row.series, row]));
  const joining = series.map((one, place): DocumentSeries => {
    const { series: _, ...known } = joins.get(place) as Joins;
    return { ...one, place, ...known };
  });
  const candidates = joining.filter(({ forged, networks }) => forged >= leastForged || networks >= 2);
  return { tested, candidates };
}

type Joins = { readonly series: number } & Pick<
  DocumentSeries,
  'forged' | 'people' | 'networks' | 'areas' | 'hidden'
>;

/** Documents with their carriers, whichever side says so. */
const carriedQuery = sql`
  select s.series, s.document, l.source as person, l.link from ${seriesTable} s
    join ${linkTable} l on l.target = s.document and l.kind = 'carries'
  union all
  select s.series, s.document, l.target, l.link from ${seriesTable} s
    join ${linkTable} l on l.source = s.document and l.kind = 'carried by'`;

const joinsQuery = sql`
  with carrier as (
    select distinct series, person from (${carriedQuery}) where person in (select person from ${openPersonTable})
  ), reach as (
    select c.series, count(distinct c.person) as people, count(distinct n.network) as networks,
      coalesce(list_sort(list_distinct(list(a.area) filter (a.area is not null))), []) as areas
    from carrier c left join ${networkTable} n on n.entity = c.person
      left join ${involvementTable} i on i.person = c.person left join ${caseAreaTable} a using ("case")
    group by c.series
  ), judged as (
    select s.series, count(distinct s.document) as forged
    from ${seriesTable} s join ${statementTable} t on t.type = 'document' and t.property = 'fraud'
      left join ${clusterTable} c on c.subject = t.subject
    where coalesce(c.entity, t.subject) = s.document
      and ${isFalse(sql`t.value`)} group by s.series
  ), guarded as (
    select s.series, count(distinct s.document) filter (e.protected) as hidden
    from ${seriesTable} s join ${entityTable} e on e.entity = s.document group by s.series
  )
  select g.series, coalesce(j.forged, 0) as forged, coalesce(r.people, 0) as people,
    coalesce(r.networks, 0) as networks, coalesce(r.areas, []) as areas, g.hidden
  from guarded g left join reach r using (series) left join judged j using (series)`;

interface Found extends DocumentSeries {
  readonly chanceCorrected: number;
}

interface Behind {
  readonly series: number;
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly documents: readonly bigint[];
  readonly captions: readonly string[];
  readonly people: readonly bigint[] | null;
}

const mostRows = 60;

/** Gathers the evidence of each series and puts it into words. */
export async function tellSeries(
  lake: Lake,
  found: readonly Found[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  const behind = new Map((await lake.rows<Behind>(behindQuery(found))).map((row) => [row.series, row]));
  return found.flatMap((one): Proposed[] => {
    const rests = behind.get(one.place);
    if (rests === undefined) return [];
    return [
      {
        kind: one.networks >= 2 ? 'bridge' : 'series',
        subjects: [...rests.documents, ...(rests.people ?? [])],
        evidence: rests.evidence,
        labels: rests.labels,
        reason: { ...seriesReason(one, context), picture: numbersPicture(rests) },
        chance: one.chance,
        chanceCorrected: one.chanceCorrected,
      },
    ];
  });
}

function behindQuery(found: readonly Found[]) {
  return sql`
    with chosen as (
      select s.* from ${seriesTable} s join ${entityTable} e on e.entity = s.document and not e.protected
      where s.series in ${found.map(({ place }) => place)}
    ), said as (
      select s.series, ${statementId('t')} as statement, t.label
      from chosen s join ${statementTable} t on t.type = 'document' and t.property in ('number', 'fraud')
        left join ${clusterTable} c on c.subject = t.subject
      where coalesce(c.entity, t.subject) = s.document
      union all
      select k.series, unnest(l.evidence), l.label from (${carriedQuery}) k semi join chosen using (series, document)
        join ${linkTable} l using (link) where k.person in (select person from ${openPersonTable})
    ), rests as (
      select series, list_sort(list_distinct(list(statement))) as evidence, list_sort(list_distinct(list(label))) as labels
      from said group by series
    ), shown as (
      select s.series, list(s.document order by e.caption, s.document) as documents,
        list(e.caption order by e.caption, s.document) as captions
      from chosen s join ${entityTable} e on e.entity = s.document group by s.series
    ), carrier as (
      select series, list_sort(list_distinct(list(person))) as people
      from (${carriedQuery}) where person in (select person from ${openPersonTable}) group by series
    )
    select r.series, r.evidence, r.labels, s.documents, s.captions, c.people
    from rests r join shown s using (series) left join carrier c using (series)`;
}

export type SeriesFigures = Pick<
  Found,
  'documents' | 'span' | 'forged' | 'people' | 'networks' | 'areas' | 'hidden' | 'chance' | 'chanceCorrected'
>;

/** The sentences of a lead. */
export function seriesTold(one: SeriesFigures, tested: number): readonly Told[] {
  const { span, forged, people, networks, areas, hidden, chance, chanceCorrected } = one;
  const documents = one.documents.length;
  const ofForged: Told = {
    code: 'series.forged',
    values: { count: forged },
    words: `Examined and found false: ${forged} of them.`,
  };
  const carried: Told = {
    code: 'series.carried',
    values: { people, networks },
    words: `They were carried by ${counted(people, 'person', 'people')} of ${counted(networks, 'network')}.`,
  };
  return [
    {
      code: 'series.numbers',
      values: { documents, span },
      words: `${counted(documents, 'document')} have numbers of one form within ${counted(span, 'number')} of each other.`,
    },
    ...(forged > 0 ? [ofForged] : []),
    ...(people > 0 ? [carried] : []),
    ...areasTold(areas),
    chanceTold(
      'series.chance',
      chance,
      'Were numbers of this form spread evenly, so many so close behind a given number would come up',
    ),
    testedTold('documents.testedNumbers', { tested, chanceCorrected, what: 'numbers' }),
    ...protectedTold(hidden),
  ];
}

function seriesReason(
  one: Found,
  { tested, otherwise }: { readonly tested: number; readonly otherwise: readonly string[] },
): FindingReason {
  const { span, forged, people, networks, areas, chance, chanceCorrected } = one;
  return {
    ...saidAs(seriesTold(one, tested)),
    otherwise,
    figures: {
      ...{ documents: one.documents.length, span, forged, people, networks, areas },
      ...{ chance, chanceCorrected, tested },
    },
  };
}

function numbersPicture({ captions, documents }: Behind): PictureOf<'table'> {
  return {
    kind: 'table',
    heads: ['number'],
    rows: captions.slice(0, mostRows).map((caption) => [caption]),
    more: Math.max(0, documents.length - mostRows),
  };
}
