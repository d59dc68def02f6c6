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

/** Hits by recipient and other partner, of one type of thing when it is named. */
export function countHits(lake: Lake, options: { readonly type?: string | undefined }): Promise<HitCount[]> {
  const ofType = options.type === undefined ? sql`true` : sql`n.type = ${options.type}`;
  return lake.rows<HitCount>(sql`
    select n.recipient, n.other, coalesce(p.title, n.other) as "otherTitle", count(*) as hits
    from ${notificationTable} n left join ${keptPartnerTable} p on p.partner = n.other
    where ${ofType} group by all order by n.recipient, hits desc, n.other`);
}
