import type { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { notificationTable } from './tables.ts';

/** A link between two owners' data as the snapshot found it, with both sides: for the hub alone. */
export interface Notification {
  /** 16 hex digits; made of the recipient's own side. */
  readonly id: string;
  readonly recipient: string;
  readonly other: string;
  /** For example `the same phone`. */
  readonly kind: string;
  readonly type: string;
  /** Subjects, 16 hex digits each. */
  readonly own: readonly string[];
  readonly ownContributions: readonly string[];
  /** Where the one stands that came first. */
  readonly ownContribution: string;
  readonly ownRow: number;
  readonly others: readonly string[];
  readonly otherContributions: readonly string[];
}

/** All notifications of the snapshot in the order of their ids, in portions. */
export async function* notifications(lake: Lake): AsyncGenerator<readonly Notification[]> {
  const batches = lake.stream(sql`
    select notification, recipient, other, kind, type, own, own_contributions, own_contribution, own_row, others,
      other_contributions
    from ${notificationTable} order by notification`);
  for await (const { rowCount, columns } of batches) {
    yield Array.from({ length: rowCount }, (_, index) =>
      notificationFrom(columns.map((column) => column[index])),
    );
  }
}

function notificationFrom(values: readonly unknown[]): Notification {
  const [id, recipient, other, kind, type, own, ownContributions, ownContribution, ownRow, others, theirs] =
    values;
  return {
    id: hex(id as bigint),
    recipient: recipient as string,
    other: other as string,
    kind: kind as string,
    type: type as string,
    own: (own as readonly bigint[]).map(hex),
    ownContributions: ownContributions as readonly string[],
    ownContribution: ownContribution as string,
    ownRow: Number(ownRow),
    others: (others as readonly bigint[]).map(hex),
    otherContributions: theirs as readonly string[],
  };
}

function hex(id: bigint): string {
  return id.toString(16).padStart(16, '0');
}
