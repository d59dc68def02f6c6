import type { PictureOf } from '@clew/model/finding-picture.ts';
import { caseAreaTable, entityTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { statementId, statementTable } from '../../statements/tables.ts';
import { belongingsOf, facilitatorPicture } from '../facilitators/facilitator-picture.ts';
import { involvementTable } from '../involvement.ts';
import { networkTable } from '../tables.ts';
import { bearingTable, carriedQuery } from './bearings.ts';
import { documentGroupTable, type FoundGroup } from './customers.ts';
import { isFalse } from './examined.ts';

const foundTable = defineTable('findings_work', 'found_group', {
  layer: 'VARCHAR',
  provider: 'UBIGINT',
  main: 'UBIGINT',
});

/** What is behind a group of documents. */
export interface BehindGroup {
  /** What the documents are of, where it is in the graph, then documents, then people. */
  readonly subjects: readonly bigint[];
  readonly evidence: readonly bigint[];
  readonly labels: readonly bigint[];
  readonly documents: number;
  /** Documents that were examined and are false. */
  readonly forged: number;
  /** Crime areas of the cases that the people are in. */
  readonly areas: readonly string[];
  readonly protected: number;
  readonly picture: PictureOf<'network'>;
}

interface Row extends Omit<BehindGroup, 'subjects' | 'documents' | 'picture'> {
  readonly layer: string;
  readonly provider: bigint;
  readonly documents: readonly bigint[];
  readonly people: readonly bigint[];
  readonly main: bigint | null;
}

/** What is behind each group. `mainOf` tells what stands for it in the graph. Undefined: nothing that may be shown. */
export async function behindGroups(
  lake: Lake,
  found: readonly FoundGroup[],
  mainOf: (provider: bigint) => bigint,
): Promise<readonly (BehindGroup | undefined)[]> {
  if (found.length === 0) return [];
  await loadTable(
    lake,
    foundTable,
    found.map(({ type, provider }) => ({ layer: type, provider, main: mainOf(provider) })),
  );
  const rows = new Map(
    (await lake.rows<Row>(behindQuery)).map((row) => [`${row.layer}|${row.provider}`, row]),
  );
  const belongings = await belongingsOf(
    lake,
    sql`select provider, person, true as by_network from (${customers})`,
  );
  return found.map(({ type, provider }) => {
    const row = rows.get(`${type}|${provider}`);
    if (row === undefined) return undefined;
    const { documents, people, main, evidence, labels, forged, areas } = row;
    const subjects = [...(main === null ? [] : [main]), ...documents, ...people];
    const picture = facilitatorPicture(subjects, belongings.get(provider) ?? []);
    const counts = { documents: documents.length, forged, protected: row.protected };
    return { subjects, evidence, labels, areas, picture, ...counts };
  });
}

/** The people of networks, with the documents that make them customers. */
const customers = sql`
  select distinct g.layer, g.provider, g.document, b.person, b.link, b.statement
  from ${documentGroupTable} g join ${foundTable} using (layer, provider)
    join ${bearingTable} b on b.document = g.document and b.sort = 'number'
  where b.person in (select entity from ${networkTable})`;

const behindQuery = sql`
  with customer as (${customers}),
  grouped as (
    select g.layer, g.provider, g.document, e.label
    from ${documentGroupTable} g join ${foundTable} using (layer, provider)
      join ${entityTable} e on e.entity = g.document and not e.protected
  ), paper as (
    select g.layer, g.provider, g.document, s.property, s.value, ${statementId('s')} as statement
    from grouped g join ${clusterTable} c on c.entity = g.document
      join ${statementTable} s on s.subject = c.subject and s.type = 'document'
        and s.property in ('number', 'fraud', 'source', 'basis', 'photograph', 'address', 'sponsor')
  ), said as (
    select layer, provider, statement from customer
    union
    select layer, provider, statement from paper
  ), marked as (
    select layer, provider, label from grouped
    union
    select c.layer, c.provider, l.label from customer c join ${linkTable} l using (link)
  ), area as (
    select c.layer, c.provider, list_sort(list_distinct(list(a.area))) as areas
    from customer c join ${involvementTable} i using (person) join ${caseAreaTable} a using ("case") group by all
  ), judged as (
    select layer, provider, count(distinct document) filter (property = 'fraud' and ${isFalse(sql`value`)}) as forged
    from paper group by all
  ), hidden as (
    select g.layer, g.provider, count(distinct k.person) as n
    from ${documentGroupTable} g join ${foundTable} using (layer, provider)
      join (${carriedQuery}) k using (document) join ${entityTable} e on e.entity = k.person and e.protected
    group by all
  ), papers as (
    select layer, provider, list_sort(list_distinct(list(document))) as documents from grouped group by all
  ), people as (
    select layer, provider, list_sort(list_distinct(list(person))) as people from customer group by all
  ), evidence as (
    select layer, provider, list_sort(list(statement)) as evidence from said group by all
  ), labels as (
    select layer, provider, list_sort(list(label)) as labels from marked group by all
  )
  select p.layer, p.provider, p.documents, o.people, e.evidence, l.labels, coalesce(a.areas, []) as areas,
    coalesce(j.forged, 0) as forged, coalesce(h.n, 0) as protected, m.entity as main
  from papers p join people o using (layer, provider) join evidence e using (layer, provider)
    join labels l using (layer, provider) left join area a using (layer, provider)
    left join judged j using (layer, provider) left join hidden h using (layer, provider)
    join ${foundTable} f using (layer, provider)
    left join ${entityTable} m on m.entity = f.main and m.type <> 'document' and not m.protected`;
