// Looks up what is asked of a snapshot, and puts beside it what came after it. In: ids, as a query. Out: working tables with what
// is held of these ids and no more. Invariant: what was said last of a pair or of a subject's cluster holds.

import type { Lake } from '../lake/lake.ts';
import { takeFound } from '../lake/look-up.ts';
import { type Query, sql } from '../lake/sql.ts';
import { typedColumns, unpackedFeatures } from './feature-text.ts';
import { heldSchema, heldTable, laterClusters, unpacked } from './held-kinds.ts';
import { type ClusterId, clusterShelf, type Shelved, shelfFolder, shelves } from './shelves.ts';
import { text } from './work.ts';

/** Fills a table with rows of the clusters that are held: those whose column is among the ids that a query gives. */
export async function takeClusters(
  lake: Lake,
  base: string,
  of: { readonly column: ClusterId; readonly ids: Query; readonly into: Query },
): Promise<void> {
  const { column, ids, into } = of;
  const by = text(column);
  await takeFound(lake, {
    ...{ ...clusterShelf(column), folder: shelfFolder(base, `cluster_${column}`) },
    ...{ ids, into: foundTable },
  });
  await lake.run(sql`create or replace table ${into} as
    select subject, type, entity, component from ${laterClusters} where ${by} in (${ids})
    union all by name (from (select * rename (id as ${by}) from ${foundTable}) anti join ${laterClusters} using (subject))`);
}

/** Where what was looked up stands until it is used. */
const foundTable = { schema: heldSchema, name: 'found', columns: {} } as const;
const foundToo = { schema: heldSchema, name: 'found_too', columns: {} } as const;

interface Asked {
  /** The folder of the snapshot. */
  readonly base: string;
  readonly type: string;
  /** Which ids are asked for. */
  readonly ids: Query;
}

/** Looks up the rows of a snapshot. */
function takeShelf(
  lake: Lake,
  { base, type, ids }: Asked,
  of: {
    readonly shelf: Shelved;
    readonly into: typeof foundTable | typeof foundToo;
    readonly idsAlone?: boolean;
  },
): Promise<void> {
  const folder = shelfFolder(base, `${of.shelf}_${type}`);
  return takeFound(lake, { ...shelves[of.shelf](type), ...of, folder, ids });
}

/** Fills a table (subject) with those of some ids that are held. */
export async function takeKnownSubjects(lake: Lake, asked: Asked, into: string): Promise<void> {
  await takeShelf(lake, asked, { shelf: 'feature', into: foundTable, idsAlone: true });
  await lake.run(sql`create or replace table ${text(into)} as
    select id as subject from ${foundTable}
    union select subject from ${text(heldTable('feature', asked.type))} where subject in (${asked.ids})`);
}

/** Looks up the features of some subjects that are held, and returns SQL that gives them: subject, several, the columns. */
export async function takeFeatures(lake: Lake, asked: Asked, columns: readonly string[]): Promise<string> {
  await takeShelf(lake, asked, { shelf: 'feature', into: foundTable });
  const shape = await typedColumns(lake, text(heldTable('shape', asked.type)));
  const { text: from } = sql`(from ${foundTable} union all
    select subject, told from ${text(heldTable('feature', asked.type))} where subject in (${asked.ids}))`;
  const told = unpackedFeatures(shape, { names: ['several', ...columns], from });
  return `select * rename (id as subject) from (${told})`;
}

/** Fills a table (key, subject) with who is held and has one of some keys, or `of` some subjects with their keys. */
export async function takeKeys(
  lake: Lake,
  asked: Asked,
  { by, into }: { readonly by: 'key' | 'subject'; readonly into: string },
): Promise<void> {
  await takeShelf(lake, asked, { shelf: by === 'key' ? 'key' : 'key_of', into: foundTable });
  const column = text(by);
  await lake.run(sql`create or replace table ${text(into)} as
    select key, subject from (select * rename (id as ${column}) from ${foundTable})
    union all select key, subject from ${text(heldTable('key', asked.type))} where ${column} in (${asked.ids})`);
}

/** Adds to a table (subject) the rivals of those who are in it. */
export async function addRivals(lake: Lake, asked: Omit<Asked, 'ids'>, table: string): Promise<void> {
  const [all, later] = [text(table), text(heldTable('rival', asked.type))];
  await takeShelf(lake, { ...asked, ids: sql`from ${all}` }, { shelf: 'rival', into: foundTable });
  await lake.run(sql`insert into ${all} select subject from (select other as subject from ${foundTable}
      union select a from ${later} where b in (from ${all}) union select b from ${later} where a in (from ${all}))
    where subject not in (from ${all})`);
}

/**
 * Fills a table with the held pairs of a type of which both are among some subjects, or one is and evidence rather speaks for
 * one thing, or they are rivals; as rows of `scored_<type>` with subjects for numbers.
 */
export async function takePairs(lake: Lake, asked: Asked, into: string): Promise<void> {
  const { type, ids } = asked;
  await takeShelf(lake, asked, { shelf: 'scored', into: foundTable });
  await takeShelf(lake, asked, { shelf: 'scored_with', into: foundToo });
  const ofAsked = sql`(a in (${ids}) or b in (${ids}))`;
  await lake.run(sql`create or replace table ${text(into)} as
    with later as materialized (
      select a, b, telling, said from ${text(heldTable('scored', type))} where ${ofAsked}
      qualify row_number() over (partition by a, b order by turn desc) = 1)
    select a, b, ${text(unpacked(type))} from (select a, b, string_split(said, ',') as said from (
      select a, b, said from later where said is not null and (telling or (a in (${ids}) and b in (${ids})))
      union all by name (from (
        select id as a, b, said[2:] as said from ${foundTable} where said[1] = '+' or b in (${ids})
        union all by name select a, id as b, said from ${foundToo} where a not in (${ids})) anti join later using (a, b))))`);
}
