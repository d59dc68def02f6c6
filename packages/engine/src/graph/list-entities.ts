import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { entityTable } from './tables.ts';

/** An entity as a list shows it. */
export interface ListedEntity {
  readonly entity: bigint;
  readonly type: string;
  /** A pseudonym for a protected person. */
  readonly caption: string;
  readonly owners: readonly string[];
  readonly statements: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly protected: boolean;
}

/** Entities in the order of their ids, `limit` of them after the one named. */
export function listEntities(
  lake: Lake,
  options: {
    readonly type?: string | undefined;
    readonly after?: bigint | undefined;
    readonly limit: number;
  },
): Promise<ListedEntity[]> {
  const ofType = options.type === undefined ? sql`true` : sql`type = ${options.type}`;
  const after = options.after === undefined ? sql`true` : sql`entity > ${options.after}::ubigint`;
  return lake.rows<ListedEntity>(sql`
    select entity, type, caption, owners, statements, first_seen as "firstSeen", last_seen as "lastSeen", protected
    from ${entityTable} where ${ofType} and ${after} order by entity limit ${options.limit}`);
}

/** The type of an entity that is there. */
export async function entityType(lake: Lake, entity: bigint): Promise<string> {
  const { type } = await lake.row<{ type: string }>(
    sql`select type from ${entityTable} where entity = ${entity}::ubigint`,
  );
  return type;
}
