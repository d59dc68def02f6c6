import { randomBytes } from 'node:crypto';
import { type Database, instant } from './database.ts';
import { sealText, textOpener } from './vault/sealed-text.ts';

/** Whose a saved network is, and for what it was saved: nobody and nothing else gets at it. */
export interface ViewOwner {
  readonly person: string;
  readonly purpose: string;
  readonly project: string | null;
}

/** A text that may quote contributions. */
export interface QuotingText {
  readonly text: string;
  /** Ids of those contributions. */
  readonly contributions: readonly string[];
}

export interface NetworkViewToKeep {
  readonly owner: ViewOwner;
  readonly title: QuotingText;
  readonly things: number;
  /** Plain data: ids and places, no content. */
  readonly document: unknown;
  /** By the id of the thing that each is about. */
  readonly notes: ReadonlyMap<string, QuotingText>;
  readonly at: string;
}

/** A saved network as a list shows it. */
export interface ListedNetworkView {
  readonly id: string;
  /** Null when one of the contributions that it may quote was erased. */
  readonly title: string | null;
  readonly things: number;
  readonly savedAt: string;
}

export interface KeptNetworkView extends ListedNetworkView {
  readonly document: unknown;
  /** By the id of the thing that each is about; those that may quote something erased are gone. */
  readonly notes: ReadonlyMap<string, string>;
}

/** Keeps a network. Gives its id. */
export async function addNetworkView(database: Database, view: NetworkViewToKeep): Promise<string> {
  const id = randomBytes(8).toString('hex');
  const { owner, title, notes } = view;
  await database.query(
    `insert into network_view (id, person, purpose, project, things, document, contributions, sealed, at)
     values ($1, $2, $3, $4, $5, $6::json, $7::json, $8, $9)`,
    [
      id,
      owner.person,
      owner.purpose,
      owner.project,
      view.things,
      JSON.stringify(view.document),
      ...(await sealed(database, title)),
      view.at,
    ],
  );
  for (const [entity, note] of notes) {
    await database.query(
      'insert into network_note (view, entity, contributions, sealed) values ($1, $2, $3::json, $4)',
      [id, entity, ...(await sealed(database, note))],
    );
  }
  return id;
}

/** Somebody's networks, the last one first. */
export async function networkViewsOf(
  database: Database,
  owner: ViewOwner,
): Promise<readonly ListedNetworkView[]> {
  const open = textOpener(database);
  const rows = await database.query<Omit<ViewRow, 'document'>>(
    `select id, things, contributions, sealed, at from network_view where ${isTheirs} order by at desc, id`,
    valuesOf(owner),
  );
  return Promise.all(
    rows.map(async ({ id, things, contributions, sealed: text, at }) => ({
      id,
      things,
      title: await open(contributions, text),
      savedAt: instant(at),
    })),
  );
}

/** One of somebody's networks; undefined when it is not theirs or not there. */
export async function findNetworkView(
  database: Database,
  owner: ViewOwner,
  id: string,
): Promise<KeptNetworkView | undefined> {
  const [row] = await database.query<ViewRow>(
    `select id, things, document, contributions, sealed, at from network_view where ${isTheirs} and id = $4`,
    [...valuesOf(owner), id],
  );
  if (row === undefined) return undefined;
  const open = textOpener(database);
  const written = await database.query<NoteRow>(
    'select entity, contributions, sealed from network_note where view = $1 order by entity collate "C"',
    [id],
  );
  const notes = new Map<string, string>();
  for (const { entity, contributions, sealed: text } of written) {
    const note = await open(contributions, text);
    if (note !== null) notes.set(entity, note);
  }
  const { things, document } = row;
  const title = await open(row.contributions, row.sealed);
  return { id, things, document, title, notes, savedAt: instant(row.at) };
}

/** Removes one of somebody's networks for good. False when it is not theirs or not there. */
export async function removeNetworkView(database: Database, owner: ViewOwner, id: string): Promise<boolean> {
  const gone = await database.query(`delete from network_view where ${isTheirs} and id = $4 returning id`, [
    ...valuesOf(owner),
    id,
  ]);
  return gone.length > 0;
}

const isTheirs = 'person = $1 and purpose = $2 and project is not distinct from $3';

function valuesOf({ person, purpose, project }: ViewOwner): readonly (string | null)[] {
  return [person, purpose, project];
}

interface ViewRow {
  readonly id: string;
  readonly things: number;
  readonly document: unknown;
  readonly contributions: readonly string[];
  readonly sealed: string;
  readonly at: Date;
}

type NoteRow = Pick<ViewRow, 'contributions' | 'sealed'> & { readonly entity: string };

/** The contributions and the sealed text, as two columns. */
async function sealed(
  database: Database,
  { text, contributions }: QuotingText,
): Promise<readonly [string, string]> {
  const sources = [...new Set(contributions)].sort();
  return [JSON.stringify(sources), await sealText(database, sources, text)];
}
