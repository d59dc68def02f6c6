import { labelFromText } from '@clew/model/terms/label.ts';
import { entityTable, joinedLabelTable, linkTable } from '../../graph/tables.ts';
import type { Lake } from '../../lake/lake.ts';
import { joinSql, type Query, sql } from '../../lake/sql.ts';
import type { NetworkFilters } from './network.ts';
import { dropTables, gatherDegrees } from './network-tables.ts';
import { areasOf } from './read-network.ts';

/** SQL over `m`, a link, and `o`, the entity at its other end. */
export interface LetThrough {
  readonly link: Query;
  readonly thing: Query;
}

/** What of a link, and of the thing at its other end, is let through. */
export async function letThrough(lake: Lake, filters: NetworkFilters): Promise<LetThrough> {
  const { withoutTypes = [], withoutKinds = [] } = filters;
  const weak = await weakLabels(lake, filters);
  const both = (row: Query) => [
    ...within(row, filters),
    ...(weak.length === 0 ? [] : [sql`(${row}.label is null or ${row}.label not in ${weak})`]),
  ];
  const kinds = withoutKinds.length === 0 ? [] : [sql`m.kind not in ${withoutKinds}`];
  const types = withoutTypes.length === 0 ? [] : [sql`o.type not in ${withoutTypes}`];
  return {
    link: joinSql([sql`true`, ...kinds, ...both(sql`m`)], ' and '),
    thing: joinSql([sql`not o.protected`, ...types, ...both(sql`o`)], ' and '),
  };
}

/**
 * Runs something with what can be told of a thing `n` only once it is known which ones are `near` (a query with the column
 * `entity`): by crime area, and by number of links.
 */
export async function withWanted(
  lake: Lake,
  { filters, near }: { readonly filters: NetworkFilters; readonly near: Query },
  run: (isWanted: Query) => Promise<void>,
): Promise<void> {
  const { areas = [], hubsAbove } = filters;
  const byArea =
    areas.length === 0
      ? sql`true`
      : sql`n.entity not in (
          select entity from (${areasOf(aboutOf(near))}) group by entity having not bool_or(area in ${areas}))`;
  if (hubsAbove === undefined) return run(byArea);
  await gatherDegrees(lake, near);
  await run(sql`(${byArea}
    and n.entity not in (select entity from network_degree where degree > ${hubsAbove}))`);
  await dropTables(lake, ['network_degree']);
}

function aboutOf(at: Query): { readonly links: Query; readonly things: Query } {
  return {
    links: sql`(select l.* from ${linkTable} l semi join (${at}) a on a.entity = l.source)`,
    things: sql`(select e.* from ${entityTable} e semi join (${at}) a on a.entity = e.entity)`,
  };
}

function within(row: Query, { from, until }: NetworkFilters): readonly Query[] {
  return [
    ...(from === undefined
      ? []
      : [sql`coalesce(${row}.last_seen, ${row}.first_seen, 'infinity') >= ${from}::date`]),
    ...(until === undefined
      ? []
      : [sql`coalesce(${row}.first_seen, ${row}.last_seen, '-infinity') <= ${until}::date`]),
  ];
}

/** Labels whose grade is weaker than what is let through. Grades sort from the best to the weakest. */
async function weakLabels(
  lake: Lake,
  { weakestSource, weakestInformation }: NetworkFilters,
): Promise<readonly bigint[]> {
  if (weakestSource === undefined && weakestInformation === undefined) return [];
  const labels = await lake.rows<{ label: bigint; content: string }>(
    sql`select label, content from ${joinedLabelTable} order by label`,
  );
  return labels
    .filter(({ content }) => {
      const { source, information } = labelFromText(content);
      return (
        (weakestSource !== undefined && source > weakestSource) ||
        (weakestInformation !== undefined && information > weakestInformation)
      );
    })
    .map(({ label }) => label);
}
