import { compact } from '@clew/model/values/code.ts';
import { foldWords } from '@clew/model/values/fold.ts';
import { parsePhone } from '@clew/model/values/phone.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { clusterTable } from '../resolution/tables.ts';
import { labelTable, statementTable, subjectTable } from '../statements/tables.ts';
import { entityTable } from './tables.ts';

/** An entity as a list shows it. */
export interface FoundEntity {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly owners: readonly string[];
  readonly statements: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  /** What matched. */
  readonly matched: string;
}

/** The entity that an id means: its own, or that of one of its subjects. Undefined when there is none. */
export async function findEntity(lake: Lake, id: bigint): Promise<bigint | undefined> {
  const rows = await lake.rows<{ entity: bigint }>(sql`
    select e.entity from ${entityTable} e where e.entity = ${id}
    union all
    select c.entity from ${clusterTable} c semi join ${entityTable} e on e.entity = c.entity where c.subject = ${id}
    limit 1`);
  return rows[0]?.entity;
}

/**
 * Entities by any of their values: names in any script and order of words, numbers however they are spaced, keys of
 * the partners. What is stated of protected persons is not searched: it would undo their pseudonyms.
 */
export async function findEntities(
  lake: Lake,
  options: { readonly text: string; readonly type?: string; readonly limit: number },
): Promise<FoundEntity[]> {
  const matching = matcher(options.text);
  if (matching === undefined) return [];
  const ofType = options.type === undefined ? sql`true` : sql`e.type = ${options.type}`;
  return lake.rows<FoundEntity>(sql`
    with hidden as (select distinct label from ${labelTable} where protected),
    stated as (
      select s.subject, s.property || ' ' || coalesce(s.original, s.value) as matched, ${matching(sql`s.value`)} as rank
      from ${statementTable} s anti join hidden h on h.label = s.label
      where ${matching(sql`s.value`)} > 0
    ), keyed as (
      select k.subject, 'key ' || k.key as matched, 3 as rank
      from ${subjectTable} k where k.key is not null and ${matching(sql`k.key`)} = 2
    ), found as (
      select coalesce(c.entity, s.subject) as entity, s.rank, s.matched
      from (from stated union all from keyed) s left join ${clusterTable} c on c.subject = s.subject
      union all
      select entity, ${matching(sql`caption`)}, type || ' ' || caption
      from ${entityTable} where not protected and ${matching(sql`caption`)} > 0
    ), best as (
      select entity, max(rank) as rank, max_by(matched, row(rank, matched)) as matched from found group by entity
    )
    select e.entity, e.type, e.caption, e.owners, e.statements, e.first_seen, e.last_seen, left(b.matched, 120) as matched
    from best b join ${entityTable} e on e.entity = b.entity
    where not e.protected and ${ofType}
    order by b.rank desc, e.statements desc, e.entity
    limit ${options.limit}`);
}

/** SQL for how well a text column matches: 2 when it is the same, 1 when it holds all the words, else 0. */
function matcher(asked: string): ((column: Query) => Query) | undefined {
  // No value holds a NUL, and no query can.
  const text = asked.replaceAll('\0', ' ');
  const words = foldWords(text);
  const phone = parsePhone(text).value;
  const keys = [
    ...new Set([words.join(' '), compact(text), text.trim(), text.trim().toLowerCase(), phone]),
  ].filter((key): key is string => key !== null && key !== '');
  if (keys.length === 0) return undefined;
  return (column) => {
    const holds = words.map((word) => sql`list_contains(string_split(lower(${column}), ' '), ${word})`);
    const all = holds.length === 0 ? sql`false` : joinSql(holds, ' and ');
    return sql`case when ${column} in ${keys} then 2 when ${all} then 1 else 0 end`;
  };
}
