// In: documents that were examined, with the printer's marks, numbers, photographs and breeder documents found.
// Out: `documentGroupTable` with the documents of each supplier.
// A supplier is what binds documents: a printer's mark, a run of false numbers, one photograph, one breeder document.

import { entityTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { loadTable } from '../../lake/table-writer.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { valueSubject } from '../../resolution/value-subject.ts';
import { statementTable } from '../../statements/tables.ts';
import { DisjointSets } from '../disjoint-sets.ts';
import type { Tested } from '../facilitators/candidate.ts';
import { grouped } from '../grouped.ts';
import { usableLabelTable } from '../involvement.ts';
import { mostChance } from '../keep-unlikely.ts';
import { documentGroupTable, testCustomers } from './customers.ts';
import { areUnrelated } from './different-people.ts';
import { isFalse } from './examined.ts';
import { findSeries } from './number-series.ts';
import { testBearings } from './several-bearers.ts';

/** How many of each bind the documents of a supplier. */
export interface Binding {
  readonly marks: number;
  readonly runs: number;
  readonly grounds: number;
  /** The source of the first of its marks, in the graph. */
  readonly source: bigint | null;
}

interface Mark {
  readonly document: bigint;
  readonly property: string;
  readonly key: string;
  /** Of a printer's mark: the source. */
  readonly source?: bigint;
}

const unbound: Binding = { marks: 0, runs: 0, grounds: 0, source: null };

/** A mark on more documents than this is a word for all that is not known. */
const mostDocuments = 2_000;

/** Tests which networks suppliers reach. */
export async function testSuppliers(
  lake: Lake,
): Promise<Tested & { readonly bindings: ReadonlyMap<bigint, Binding> }> {
  const bindings = await gatherSuppliers(lake);
  return { ...(await testCustomers(lake)), bindings };
}

/** Binds examined documents to suppliers and fills `documentGroupTable`; tells by what each is bound. */
async function gatherSuppliers(lake: Lake): Promise<ReadonlyMap<bigint, Binding>> {
  const marks = [
    ...(await lake.rows<Mark>(marksQuery)),
    ...runsOf(await lake.rows<Mark>(numbersQuery)),
    ...(await groundsOf(lake)),
  ];
  const documents = [...new Set(marks.map(({ document }) => document))].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(documents.map((document, place) => [document, place]));
  const sets = new DisjointSets(documents.length);
  const byKey = grouped(marks, ({ property, key }) => `${property}|${key}`);
  for (const [first, ...others] of byKey.values())
    for (const { document } of others)
      sets.join(places.get(first?.document as bigint) as number, places.get(document) as number);
  const supplierOf = (document: bigint) => documents[sets.find(places.get(document) as number)] as bigint;
  const bindings = new Map<bigint, Binding>();
  for (const [first] of byKey.values()) {
    if (first === undefined) continue;
    const supplier = supplierOf(first.document);
    const { marks: sources, runs, grounds, source } = bindings.get(supplier) ?? unbound;
    bindings.set(supplier, {
      marks: sources + Number(first.property === 'source'),
      runs: runs + Number(first.property === 'run'),
      grounds: grounds + Number(['photograph', 'basis'].includes(first.property)),
      source: source ?? first.source ?? null,
    });
  }
  await loadTable(
    lake,
    documentGroupTable,
    documents.map((document) => ({ layer: 'supplier', provider: supplierOf(document), document })),
  );
  return bindings;
}

const openDocument = sql`
  join ${entityTable} e on e.entity = coalesce(c.entity, s.subject) and not e.protected
  join ${usableLabelTable} u on u.label = e.label`;

const falseDocument = sql`
  select distinct coalesce(c.entity, s.subject) as document
  from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject
  where s.type = 'document' and s.property = 'fraud' and ${isFalse(sql`s.value`)}`;

/** A printer's marks that several documents have. */
const marksQuery = sql`
  with said as (
    select distinct coalesce(c.entity, s.subject) as document, s.property, s.value as key,
      ${valueSubject('source', sql`s.value`)}::ubigint as source
    from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject ${openDocument}
    where s.type = 'document' and s.property = 'source'
  )
  select * from said
  semi join (
    select key from said group by key having count(distinct document) between 2 and ${mostDocuments}
  ) using (key)
  order by key, document`;

const numbersQuery = sql`
  select distinct coalesce(c.entity, s.subject) as document, 'run' as property, s.value as key
  from ${statementTable} s left join ${clusterTable} c on c.subject = s.subject ${openDocument}
  where s.type = 'document' and s.property = 'number' and coalesce(c.entity, s.subject) in (${falseDocument})
  order by document, key`;

/** Runs of false numbers that are no accident, as marks. */
function runsOf(numbers: readonly Mark[]): Mark[] {
  const { tested, series } = findSeries(numbers.map(({ document, key }) => ({ document, number: key })));
  return series
    .filter(({ chance }) => chance * tested <= mostChance)
    .flatMap(({ documents }, run) =>
      documents.map((document) => ({ document, property: 'run', key: String(run) })),
    );
}

/** Breeder documents and photographs of people who are shown to be different: somebody's two documents bind no suppliers. */
async function groundsOf(lake: Lake): Promise<Mark[]> {
  const { candidates } = await testBearings(lake, ['basis', 'photograph'], areUnrelated);
  return candidates.flatMap(({ sort, key, bearers }) =>
    bearers.flatMap(({ documents }) => documents.map((document) => ({ document, property: sort, key }))),
  );
}
