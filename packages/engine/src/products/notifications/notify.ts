// In: statements.statement, statements.label, resolution.cluster, kept.partner, kept.contribution.
// Out: products.holding, products.notification, products.held_back. Invariant: a row tells its recipient what it holds itself, that
// another owner holds the same, and whom to ask; no value of the other owner is read on the way to it.
import { keptContributionTable, keptPartnerTable } from '../../kept.ts';
import type { Lake } from '../../lake/lake.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import { runStep } from '../../lake/store.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { heldBackTable, holdingTable, notificationTable } from '../tables.ts';
import { groundTable, loadGrounds } from './grounds.ts';
import { holdingRows, shareableTypes } from './holdings.ts';

/**
 * An identifier that more persons and organisations than this use tells nothing about any two of them (a hotel's
 * switchboard, a reception centre's address): no hit is made of it, and it is counted.
 */
export const hubHolders = 50;
/** At most so many subjects, and so many contributions, are named on each side of one notification. */
const sideLimit = 100;

/** Finds what two owners hold and writes one row for each recipient, other owner and entity. */
export async function notify(lake: Lake, { folder }: { readonly folder: string }): Promise<void> {
  await runStep(lake, folder, { writes: holdingTable, select: holdingRows });
  await withSides(lake, { holdings: sql`${holdingTable}`, clusters: sql`${clusterTable}` }, async () => {
    await runStep(lake, folder, { writes: notificationTable, select: notificationQuery });
    await runStep(lake, folder, { writes: heldBackTable, select: heldBackQuery });
  });
}

/**
 * Fills a table with the notifications on what the holdings tell: rows of `holdingTable`, with all rows of each thing, and of
 * each thing that shares an entity with it. `statements.label` must hold their labels, and `clusters` their things and subjects.
 */
export function takeNotifications(
  lake: Lake,
  given: { readonly holdings: Query; readonly clusters: Query; readonly into: Query },
): Promise<void> {
  return withSides(lake, given, () =>
    lake.run(sql`create or replace table ${given.into} as ${notificationQuery}`),
  );
}

/** The notifications that the holdings would give with these clusters (subject, type, entity); nothing is written. */
export function holdersToTell<T>(
  lake: Lake,
  given: { readonly holdings: Query; readonly clusters: Query },
): Promise<T[]> {
  return withSides(lake, given, () => lake.rows<T>(notificationQuery));
}

/** Does something while the sides of what is shared stand in working tables. */
async function withSides<T>(
  lake: Lake,
  { holdings, clusters }: { readonly holdings: Query; readonly clusters: Query },
  use: () => Promise<T>,
): Promise<T> {
  await loadGrounds(lake);
  await lake.run(sql`create or replace temp table holding as ${holdingOf(holdings, clusters)}`);
  for (const [name, select] of workingTables) {
    await lake.run(sql`create or replace temp table ${{ text: name }} as ${select}`);
  }
  const used = await use();
  for (const name of ['holding', ...workingTables.map(([name]) => name)]) {
    await lake.run(sql`drop table ${{ text: name }}`);
  }
  await lake.run(sql`drop table ${groundTable}`);
  return used;
}

/** Who holds what of one thing, with the grounds on which others may learn of it. */
function holdingOf(holdings: Query, clusters: Query): Query {
  return sql`
    select coalesce(c.entity, h.thing) as entity, coalesce(c.type, h.type) as type, h.subject, h.label,
      {'contribution': h.contribution, 'row': h.row} as place, string_split(h.contributions, ' ') as contributions,
      case when h.named then concat(h.subject, ':', h.thing) else h.subject::varchar end as own_key,
      case when h.named and h.user then coalesce(u.entity, h.subject) end as user_entity, g.owner, g.ground, g.tells
    from ${holdings} h
    left join ${clusters} c on c.subject = h.thing
    left join ${clusters} u on u.subject = h.subject
    join ${groundTable} g on g.label = h.label`;
}

/** What more than one owner holds on one ground, and how many persons and organisations use it. */
const shared = sql`
  select h.entity, min(h.type) as type, count(distinct h.user_entity) as users
  from holding h
  where h.entity in (select entity from holding group by entity, ground having min(owner) <> max(owner))
  group by h.entity`;

/**
 * Each owner's side of each shared entity, as the owner itself knows it and as others may be told. `first` is what
 * the owner handed in first of it: what it hands in later does not change it. Lists are made distinct when they are whole:
 * the engine would else sort out each aggregate in a table of its own.
 */
const side = sql`
  select h.entity, h.owner,
    list_sort(list_distinct(list(h.subject)))[1:${sideLimit}] as own,
    list_sort(list_distinct(flatten(list(h.contributions))))[1:${sideLimit}] as contributions,
    min({'received': coalesce(k.received_at, ''), 'place': h.place, 'key': h.own_key}) as first,
    list_sort(list_distinct(list(h.user_entity) filter (where h.user_entity is not null))) as users,
    list_distinct(list(h.ground)) as grounds,
    list_distinct(list(h.ground) filter (where h.tells)) as told_on,
    array_to_string(list_sort(list_distinct(list(coalesce(k.contact, p.contact))
      filter (where h.tells and coalesce(k.contact, p.contact) is not null))), '; ') as contact
  from holding h
  join shared s on s.entity = h.entity and s.users <= ${hubHolders}
  left join ${keptContributionTable} k on k.contribution = h.place.contribution
  left join ${keptPartnerTable} p on p.partner = h.owner
  group by h.entity, h.owner`;

const workingTables: readonly (readonly [string, Query])[] = [
  ['shared', shared],
  ['side', side],
];

const kinds = joinSql(
  shareableTypes.map(({ id, title }) => sql`(${id}, ${`the same ${title.toLowerCase()}`})`),
  ', ',
);

/**
 * The id is made of the recipient's own side only: what the other changes can't change it, and what the recipient
 * adds to it later doesn't either. A phone that the same people use on both sides adds nothing to the hit that the
 * people themselves make, and is not told of again.
 */
const notificationQuery = sql`
  select md5_number_lower(concat_ws('|', mine.owner, other.owner, s.type, mine.first.key))::ubigint as notification,
    mine.owner as recipient, other.owner as other, other.contact, k.kind, s.type, mine.own,
    mine.contributions as own_contributions, mine.first.place.contribution as own_contribution,
    mine.first.place.row as own_row, mine.entity, other.own as others, other.contributions as other_contributions
  from side mine
  join side other on other.entity = mine.entity and other.owner <> mine.owner
    and list_has_any(mine.grounds, other.told_on)
  join shared s on s.entity = mine.entity
  join (values ${kinds}) k(type, kind) on k.type = s.type
  where mine.users is distinct from other.users or mine.users is null
  order by recipient, other, notification, entity`;

const heldBackQuery = sql`
  select entity, type, 'hub' as reason, users as holders from shared where users > ${hubHolders}
  union all
  select s.entity, any_value(s.type), 'H3', count(distinct side.owner)
  from side join shared s on s.entity = side.entity
  where side.told_on is null
  group by s.entity
  order by entity, reason`;
