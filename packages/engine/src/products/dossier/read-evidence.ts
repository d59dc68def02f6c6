import { findingTable } from '../../findings/tables.ts';
import { entityTable, linkTable } from '../../graph/tables.ts';
import { keptContributionTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { labelTable, statementId, statementTable } from '../../statements/tables.ts';
import { gatherRecords, gradeOf, inRecord, recordColumns, references } from './stated.ts';

/** A statement behind a finding or a link, and of whom it is. */
export interface EvidenceStatement {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly property: string;
  /** As it was written; of a reference, what the other is called. */
  readonly value: string;
  /** The other end of a reference. */
  readonly other: bigint | null;
  readonly otherType: string | null;
  readonly partner: string;
  readonly file: string;
  readonly row: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** Source and information on the 4×4 scale. */
  readonly grade: string;
}

export interface Evidence {
  readonly total: number;
  readonly rows: readonly EvidenceStatement[];
}

/**
 * The statements behind a finding, by whom they are of: `limit` of them, and how many there are. What is stated of
 * protected persons is not told.
 */
export function readEvidence(
  lake: Lake,
  { finding, limit }: { readonly finding: bigint; readonly limit: number },
): Promise<Evidence> {
  return statementsAmong(lake, {
    ids: sql`select distinct unnest(evidence) as id from ${findingTable} where finding = ${finding}`,
    near: sql`select unnest(subjects) as entity from ${findingTable} where finding = ${finding}`,
    limit,
  });
}

/** The same of all links between two things, in whichever direction. */
export function readLinkEvidence(
  lake: Lake,
  { between: [one, other], limit }: { readonly between: readonly [bigint, bigint]; readonly limit: number },
): Promise<Evidence> {
  return statementsAmong(lake, {
    ids: sql`select distinct unnest(evidence) as id from ${linkTable}
      where (source = ${one} and target = ${other}) or (source = ${other} and target = ${one})`,
    near: sql`select unnest([${one}, ${other}]::ubigint[]) as entity`,
    limit,
  });
}

/** Ids of statements, what they state, and the records that are looked through first. Working tables. */
const behindTable = defineTable('evidence_work', 'behind', { id: 'UBIGINT' });
const statedTable = defineTable('evidence_work', 'stated', statementTable.columns);
const nearTable = defineTable('evidence_work', 'near', recordColumns);

/** `near`: the entities whose records most likely hold them. */
async function statementsAmong(
  lake: Lake,
  { ids, near, limit }: { readonly ids: Query; readonly near: Query; readonly limit: number },
): Promise<Evidence> {
  await gatherBehind(lake, ids, near);
  const rows = await lake.rows<Omit<EvidenceStatement, 'grade'> & { content: string; total: number }>(sql`
    with stated as (
      select s.*, (s.type, s.property) in (${references}) as refers,
        case when (s.type, s.property) in (${references}) then try_cast('0x' || s.value as ubigint) end as reference
      from ${statedTable} s
    )
    select coalesce(e.entity, s.subject) as entity, coalesce(e.type, s.type) as type,
      coalesce(e.caption, '') as caption, s.property,
      case when s.refers then coalesce(o.caption, '') else coalesce(s.original, s.value) end as "value",
      o.entity as other, o.type as "otherType",
      coalesce(k.partner, '') as partner, coalesce(k.file_name, s.contribution) as file, s."row",
      s.first_seen as "firstSeen", s.last_seen as "lastSeen", l.content, count(*) over () as total
    from stated s join ${labelTable} l using (label)
    left join ${clusterTable} c on c.subject = s.subject left join ${entityTable} e on e.entity = c.entity
    left join ${clusterTable} d on d.subject = s.reference left join ${entityTable} o on o.entity = d.entity
    left join ${keptContributionTable} k on k.contribution = s.contribution
    where not l.protected and not coalesce(e.protected, false) and not coalesce(o.protected, false)
    order by caption, entity, s.property, "value", partner, file, s."row" limit ${limit}`);
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ content, total: _, ...row }) => ({ ...row, grade: gradeOf(content) })),
  };
}

/**
 * Makes `statedTable`. An id is a hash of what is stated: to find it is to make those of all statements that are looked
 * through, so that all there are come last.
 */
async function gatherBehind(lake: Lake, ids: Query, near: Query): Promise<void> {
  await gatherRecords(
    lake,
    nearTable,
    sql`select entity as subject from (${near})
      union select c.subject from ${clusterTable} c semi join (${near}) n on n.entity = c.entity`,
  );
  await lake.run(sql`create or replace table ${behindTable} as ${ids}`);
  const isBehind = sql`${statementId()} in (select id from ${behindTable})`;
  await lake.run(sql`create or replace table ${statedTable} as
    select s.* from ${statementTable} s semi join ${nearTable} r on ${inRecord} where ${isBehind}`);
  const { missing } = await lake.row<{ missing: number }>(sql`
    select count(*) as missing from ${behindTable} b
    where b.id not in (select ${statementId()} from ${statedTable} s)`);
  if (missing > 0)
    await lake.run(sql`create or replace table ${statedTable} as
      select s.* from ${statementTable} s where ${isBehind}`);
}
