// In: a snapshot with its holdings, and the clusters of some subjects as they are and as they would be.
// Out: the hits that would be told, and those that would no longer hold. Invariant: both sides are counted in the same
// way, by the query that tells hits; nothing of it stays.

import { entityTable } from '../../graph/tables.ts';
import { keptPartnerTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Query, sql } from '../../lake/sql.ts';
import { defineTable } from '../../lake/table.ts';
import { loadTable } from '../../lake/table-writer.ts';
import type { Placed } from '../../resolution/review/clusters-if-judged.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { holdingTable } from '../tables.ts';
import { holdersToTell } from './notify.ts';

/** A hit that would come or go. */
export interface HitChange {
  readonly effect: 'raised' | 'withdrawn';
  readonly recipient: string;
  readonly recipientTitle: string;
  readonly other: string;
  readonly otherTitle: string;
  readonly kind: string;
  readonly type: string;
  /** What both hold, as it is called in the snapshot. */
  readonly entity: bigint;
  readonly caption: string;
}

interface Told {
  readonly notification: bigint;
  readonly recipient: string;
  readonly other: string;
  readonly kind: string;
  readonly type: string;
  readonly entity: bigint;
}

const placedTable = defineTable('review', 'placed', {
  subject: 'UBIGINT',
  before: 'UBIGINT',
  after: 'UBIGINT',
});

/** What hits would be raised and withdrawn, in the order of recipient, other owner and id. */
export async function hitsIfJudged(lake: Lake, placed: readonly Placed[]): Promise<readonly HitChange[]> {
  if (!placed.some(({ before, after }) => before !== after)) return [];
  await lake.makeSchema(placedTable.schema);
  await loadTable(lake, placedTable, placed);
  await lake.run(sql`create or replace table review.standing as ${standingHoldings}`);
  const holdings = sql`review.standing`;
  try {
    const before = await holdersToTell<Told>(lake, { holdings, clusters: clustersBy('before') });
    const after = await holdersToTell<Told>(lake, { holdings, clusters: clustersBy('after') });
    const raised = beyond(after, before).map((told) => ({ effect: 'raised' as const, told }));
    const withdrawn = beyond(before, after).map((told) => ({ effect: 'withdrawn' as const, told }));
    return named(lake, [...raised, ...withdrawn]);
  } finally {
    await lake.run(sql`drop table review.standing`);
    await lake.run(sql`drop table ${placedTable}`);
  }
}

/** SQL: (subject, type, entity) as it is or would be. */
function clustersBy(when: 'before' | 'after'): Query {
  return sql`(select c.subject, c.type, coalesce(p.${{ text: when }}, c.entity) as entity
    from ${clusterTable} c left join ${placedTable} p using (subject))`;
}

/** All rows of each thing that a placed subject is or names, and of each that shares an entity with it (`takeNotifications`). */
const standingHoldings = sql`
  with member as (select subject from ${placedTable}),
  touched as (
    select c.entity from ${clusterTable} c semi join member using (subject)
    union select coalesce(c.entity, h.thing) from ${holdingTable} h left join ${clusterTable} c on c.subject = h.thing
      where h.named and h.subject in (from member))
  select h.* from ${holdingTable} h where h.thing in (
    select subject from ${clusterTable} where entity in (from touched) union from touched)`;

function beyond(some: readonly Told[], others: readonly Told[]): readonly Told[] {
  const known = new Set(others.map(({ notification }) => notification));
  return [...new Map(some.map((told) => [told.notification, told])).values()].filter(
    ({ notification }) => !known.has(notification),
  );
}

async function named(
  lake: Lake,
  changes: readonly { readonly effect: HitChange['effect']; readonly told: Told }[],
): Promise<readonly HitChange[]> {
  const things = [...new Set(changes.map(({ told }) => told.entity))];
  if (things.length === 0) return [];
  const captions = new Map(
    (
      await lake.rows<{ subject: bigint; entity: bigint; caption: string }>(sql`
        select c.subject, e.entity, e.caption from ${clusterTable} c join ${entityTable} e using (entity)
        where c.subject in ${things}`)
    ).map(({ subject, ...entity }) => [subject, entity]),
  );
  const titles = new Map(
    (
      await lake.rows<{ partner: string; title: string }>(sql`select partner, title from ${keptPartnerTable}`)
    ).map(({ partner, title }) => [partner, title]),
  );
  return changes.map(({ effect, told: { recipient, other, kind, type, entity: thing } }) => {
    const { entity, caption } = captions.get(thing) ?? { entity: thing, caption: '' };
    return {
      ...{ effect, recipient, other, kind, type, entity, caption },
      recipientTitle: titles.get(recipient) ?? recipient,
      otherTitle: titles.get(other) ?? other,
    };
  });
}
