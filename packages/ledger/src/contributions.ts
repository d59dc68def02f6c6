import { createHash } from 'node:crypto';
import type { Contribution } from '@clew/model/contribution.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { type Database, instant } from './database.ts';
import { openText, openWith, sealText, sealUnder, textKey } from './vault/sealed-text.ts';

/** Why a contribution takes no part in runs until it gets another mapping. */
export interface SetAside {
  readonly code: string;
  readonly reason: string;
}

/** A contribution as the ledger keeps it, with the mapping and the terms that stand now. */
export interface KeptContribution extends Contribution {
  /** The name of its bytes in the vault: SHA-256 over partner and content. The id is its beginning. */
  readonly object: string;
  readonly mappingVersion: number;
  readonly termsVersion: number;
  readonly setAside: SetAside | null;
}

/** What stays of a contribution whose key was destroyed. */
export interface ErasedContribution {
  readonly id: string;
  readonly partner: string;
  readonly receivedAt: string;
}

/** A mapping or terms, from which moment they stood and who laid them down (null: the partner, with the file). */
export interface Version<T> {
  readonly version: number;
  readonly content: T;
  readonly by: string | null;
  readonly at: string;
}

/** The name in the vault of what a partner handed in. Two partners' copies never share a name or a key. */
export function objectName(partner: string, sha256: string): string {
  return createHash('sha256').update(`${partner}\n${sha256}`).digest('hex');
}

/** The id of a contribution, from the name of its bytes. */
export function contributionId(object: string): string {
  return object.slice(0, 16);
}

/**
 * Keeps a new contribution with its first mapping and terms. The key of its object must be there (`Draft.keep`).
 * Refuses one that is there ('already-there') or was erased ('erased'). Run it in a transaction.
 */
export async function addContribution(
  database: Database,
  given: Contribution & { readonly object: string; readonly by?: string | null },
): Promise<void> {
  await refuseKnown(database, given.id);
  const sealed = await sealUnder(database.keys, [given.object], given.fileName);
  await database.query(
    `insert into contribution (id, partner, sealed, bytes, sha256, object, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [given.id, given.partner, sealed, given.bytes, given.sha256, given.object, given.receivedAt],
  );
  const by = given.by ?? null;
  await addMapping(database, given.id, { mapping: given.mapping, by, at: given.receivedAt });
  await addTerms(database, given.id, { terms: given.terms, by, at: given.receivedAt });
}

async function refuseKnown(database: Database, id: string): Promise<void> {
  const state = await contributionState(database, id);
  if (state === 'unknown') return;
  if (state === 'kept') throw new Refusal('already-there', 'This file was handed in before.');
  throw new Refusal('erased', 'This file was handed in before and has been erased.');
}

/** Keeps a mapping as the one that stands from now on. Earlier ones stay. */
export async function addMapping(
  database: Database,
  contribution: string,
  given: { readonly mapping: Mapping; readonly by: string | null; readonly at: string },
): Promise<void> {
  await database.query(
    `insert into contribution_mapping (contribution, version, sealed, by, at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4
     from contribution_mapping where contribution = $1`,
    [
      contribution,
      await sealText(database, [contribution], JSON.stringify(given.mapping)),
      given.by,
      given.at,
    ],
  );
}

/** Keeps terms as those that stand from now on. Earlier ones stay. */
export async function addTerms(
  database: Database,
  contribution: string,
  given: { readonly terms: Terms; readonly by: string | null; readonly at: string },
): Promise<void> {
  await database.query(
    `insert into contribution_terms (contribution, version, sealed, by, at)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4
     from contribution_terms where contribution = $1`,
    [contribution, await sealText(database, [contribution], JSON.stringify(given.terms)), given.by, given.at],
  );
}

/** Every mapping that stood, the first one first. Empty when the contribution is not known or was erased. */
export function mappingHistory(
  database: Database,
  contribution: string,
): Promise<readonly Version<Mapping>[]> {
  return history(database, contribution, 'contribution_mapping');
}

/** All terms that stood, the first ones first. Empty when the contribution is not known or was erased. */
export function termsHistory(database: Database, contribution: string): Promise<readonly Version<Terms>[]> {
  return history(database, contribution, 'contribution_terms');
}

async function history<T>(
  database: Database,
  contribution: string,
  table: 'contribution_mapping' | 'contribution_terms',
): Promise<readonly Version<T>[]> {
  const rows = await database.query<VersionRow>(
    `select version, sealed, by, at from ${table} where contribution = $1 order by version`,
    [contribution],
  );
  const versions: Version<T>[] = [];
  for (const { version, sealed, by, at } of rows) {
    const text = await openText(database, [contribution], sealed);
    if (text !== null) versions.push({ version, content: JSON.parse(text) as T, by, at: instant(at) });
  }
  return versions;
}

/** Marks a contribution as unreadable under the mapping that stands now. */
export async function setAside(
  database: Database,
  contribution: string,
  given: SetAside & { readonly at: string },
): Promise<void> {
  await database.query(
    `insert into set_aside (contribution, version, code, sealed, at)
     select $1, max(version), $2, $3, $4 from contribution_mapping where contribution = $1
     on conflict (contribution, version) do nothing`,
    [contribution, given.code, await sealText(database, [contribution], given.reason), given.at],
  );
}

/** All contributions in the order in which they came, but for those that were erased. */
export async function contributions(database: Database): Promise<readonly KeptContribution[]> {
  const rows = await database.query<ContributionRow>(`${selectContribution} order by c.received_at, c.id`);
  const all = await Promise.all(rows.map((row) => contributionFrom(database, row)));
  return all.filter((each) => each !== undefined);
}

/** A place in the list of contributions. */
export interface ContributionCursor {
  readonly receivedAt: string;
  readonly id: string;
}

/**
 * So many contributions after a place, in the order in which they came, of one partner or of all. Those that were
 * erased are not among them, but `next` counts them: null when there are no more.
 */
export async function contributionsAfter(
  database: Database,
  query: {
    readonly partner?: string | undefined;
    readonly after?: ContributionCursor | undefined;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly KeptContribution[]; readonly next: ContributionCursor | null }> {
  const rows = await database.query<ContributionRow>(
    `${selectContribution}
     where ($1::text is null or c.partner = $1)
       and ($2::timestamptz is null or (c.received_at, c.id) > ($2::timestamptz, $3::text))
     order by c.received_at, c.id limit $4`,
    [query.partner ?? null, query.after?.receivedAt ?? null, query.after?.id ?? null, query.limit],
  );
  const all = await Promise.all(rows.map((row) => contributionFrom(database, row)));
  const last = rows.length < query.limit ? undefined : rows.at(-1);
  return {
    items: all.filter((each) => each !== undefined),
    next: last === undefined ? null : { receivedAt: instant(last.received_at), id: last.id },
  };
}

/** The contribution with this id, or undefined when there is none or it was erased. */
export async function findContribution(
  database: Database,
  id: string,
): Promise<KeptContribution | undefined> {
  const rows = await database.query<ContributionRow>(`${selectContribution} where c.id = $1`, [id]);
  return rows[0] === undefined ? undefined : contributionFrom(database, rows[0]);
}

/** The version of the terms that stand, by contribution, of all that nobody ordered to be erased. Opens nothing sealed. */
export async function termsVersions(database: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await database.query<{ contribution: string; version: number }>(
    `select t.contribution, max(t.version)::integer as version from contribution_terms t
     where not exists (select from erasure e where e.contribution = t.contribution)
     group by t.contribution order by t.contribution`,
  );
  return new Map(rows.map(({ contribution, version }) => [contribution, version]));
}

/** Whether a contribution is known, and whether its key still stands. */
export async function contributionState(
  database: Database,
  id: string,
): Promise<'unknown' | 'kept' | 'erased'> {
  const rows = await database.query<{ object: string }>('select object from contribution where id = $1', [
    id,
  ]);
  if (rows[0] === undefined) return 'unknown';
  return (await database.keys.find(rows[0].object)) === undefined ? 'erased' : 'kept';
}

/** The contributions whose keys were destroyed, in the order in which they came. */
export async function erasedContributions(database: Database): Promise<readonly ErasedContribution[]> {
  const rows = await database.query<ErasedContribution & { object: string; receivedAt: Date }>(
    `select id, partner, object, received_at as "receivedAt" from contribution order by received_at, id`,
  );
  const erased: ErasedContribution[] = [];
  for (const { id, partner, object, receivedAt } of rows) {
    if ((await database.keys.find(object)) === undefined) {
      erased.push({ id, partner, receivedAt: instant(receivedAt) });
    }
  }
  return erased;
}

interface VersionRow {
  readonly version: number;
  readonly sealed: string;
  readonly by: string | null;
  readonly at: Date;
}

interface ContributionRow {
  readonly id: string;
  readonly partner: string;
  readonly sealed: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly object: string;
  readonly received_at: Date;
  readonly mapping: string;
  readonly mapping_version: number;
  readonly terms: string;
  readonly terms_version: number;
  readonly aside_code: string | null;
  readonly aside_reason: string | null;
}

const selectContribution = `
select c.id, c.partner, c.sealed, c.bytes, c.sha256, c.object, c.received_at,
       m.sealed as mapping, m.version as mapping_version, t.sealed as terms, t.version as terms_version,
       s.code as aside_code, s.sealed as aside_reason
from contribution c
join contribution_mapping m on m.contribution = c.id
 and m.version = (select max(version) from contribution_mapping where contribution = c.id)
join contribution_terms t on t.contribution = c.id
 and t.version = (select max(version) from contribution_terms where contribution = c.id)
left join set_aside s on s.contribution = c.id and s.version = m.version`;

async function contributionFrom(
  database: Database,
  row: ContributionRow,
): Promise<KeptContribution | undefined> {
  const key = await textKey(database.keys, [row.object]);
  if (key === undefined) return undefined;
  return {
    id: row.id,
    partner: row.partner,
    fileName: openWith(key, row.sealed),
    bytes: row.bytes,
    sha256: row.sha256,
    object: row.object,
    receivedAt: instant(row.received_at),
    terms: JSON.parse(openWith(key, row.terms)) as Terms,
    mapping: JSON.parse(openWith(key, row.mapping)) as Mapping,
    mappingVersion: row.mapping_version,
    termsVersion: row.terms_version,
    setAside:
      row.aside_code === null
        ? null
        : { code: row.aside_code, reason: openWith(key, row.aside_reason ?? '') },
  };
}
