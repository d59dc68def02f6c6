import { keptPartnerTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { notificationTable } from './tables.ts';

/** How many hits a partner has with another. */
export interface HitCount {
  readonly recipient: string;
  readonly other: string;
  readonly otherTitle: string;
  readonly hits: number;
}

/** Hits by recipient and other partner: all of them, those on one type of thing, or those on one entity. */
export function countHits(
  lake: Lake,
  options: { readonly type?: string | undefined; readonly entity?: bigint | undefined },
): Promise<HitCount[]> {
  const ofType = options.type === undefined ? sql`true` : sql`n.type = ${options.type}`;
  const ofEntity = options.entity === undefined ? sql`true` : sql`n.entity = ${options.entity}`;
  return lake.rows<HitCount>(sql`
    select n.recipient, n.other, coalesce(p.title, n.other) as "otherTitle", count(*) as hits
    from ${notificationTable} n left join ${keptPartnerTable} p on p.partner = n.other
    where ${ofType} and ${ofEntity} group by all order by n.recipient, hits desc, n.other`);
}
