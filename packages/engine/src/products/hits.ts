import { keptContributionTable, keptPartnerTable } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { notificationTable } from './tables.ts';

/** A hit as its recipient may see it. `contribution`, `file` and `row` are the recipient's own. */
export interface Hit {
  readonly notification: bigint;
  /** For example `the same phone`. */
  readonly kind: string;
  readonly type: string;
  /** The partner that holds the same, and its title. */
  readonly other: string;
  readonly otherTitle: string;
  /** The desk to ask; null when the other partner has named none. */
  readonly contact: string | null;
  readonly own: readonly bigint[];
  readonly contribution: string;
  readonly file: string | null;
  readonly row: number;
}

export interface HitsOptions {
  readonly partner: string;
  /** Only hits on this type of thing. */
  readonly type?: string | undefined;
  readonly limit?: number | undefined;
}

/** The hits that a partner is told of, by other partner, kind and place in the partner's own files. */
export async function listHits(lake: Lake, options: HitsOptions): Promise<readonly Hit[]> {
  const ofType = options.type === undefined ? sql`true` : sql`n.type = ${options.type}`;
  const limit = options.limit === undefined ? sql`` : sql`limit ${options.limit}`;
  return lake.rows<Hit>(sql`
    select n.notification, n.kind, n.type, n.other, coalesce(p.title, n.other) as "otherTitle", n.contact, n.own,
      n.own_contribution as contribution, k.file_name as file, n.own_row as row
    from ${notificationTable} n
    left join ${keptPartnerTable} p on p.partner = n.other
    left join ${keptContributionTable} k on k.contribution = n.own_contribution
    where n.recipient = ${options.partner} and ${ofType}
    order by n.other, n.type, n.own_contribution, n.own_row, n.notification
    ${limit}`);
}
