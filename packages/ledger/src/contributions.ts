import { createHash } from 'node:crypto';
import type { Contribution } from '@clew/model/contribution.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { type Database, instant } from './database.ts';
import type { WrappedKey } from './vault/data-key.ts';

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
  readonly setAside: SetAside | null;
}

/** The name in the vault of what a partner handed in. Two partners' copies never share a name or a key. */
export function objectName(partner: string, sha256: string): string {
  return createHash('sha256').update(`${partner}\n${sha256}`).digest('hex');
}

/** The id of a contribution, from the name of its bytes. */
export function contributionId(object: string): string {
  return object.slice(0, 16);
}

/** Keeps a new contribution with its first mapping and terms and its wrapped key. Run it in a transaction. */
export async function addContribution(
  database: Database,
  given: Contribution & { readonly object: string },
  key: WrappedKey,
): Promise<void> {
  await database.query(
    `insert into contribution (id, partner, file_name, bytes, sha256, object, received_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [given.id, given.partner, given.fileName, given.bytes, given.sha256, given.object, given.receivedAt],
  );
  await database.query('insert into vault_key (object, hub_key, wrapped) values ($1, $2, $3)', [
    given.object,
    key.hubKey,
    key.wrapped,
  ]);
  await addMapping(database, given.id, { mapping: given.mapping, at: given.receivedAt });
  await addTerms(database, given.id, { terms: given.terms, at: given.receivedAt });
}

/** Keeps a mapping as the one that stands from now on. Earlier ones stay. */
export async function addMapping(
  database: Database,
  contribution: string,
  given: { readonly mapping: Mapping; readonly at: string },
): Promise<void> {
  await database.query(
    `insert into contribution_mapping (contribution, version, mapping, at)
     select $1, coalesce(max(version), 0) + 1, $2::json, $3
     from contribution_mapping where contribution = $1`,
    [contribution, JSON.stringify(given.mapping), given.at],
  );
}

/** Keeps terms as those that stand from now on. Earlier ones stay. */
export async function addTerms(
  database: Database,
  contribution: string,
  given: { readonly terms: Terms; readonly at: string },
): Promise<void> {
  await database.query(
    `insert into contribution_terms (contribution, version, terms, at)
     select $1, coalesce(max(version), 0) + 1, $2::json, $3
     from contribution_terms where contribution = $1`,
    [contribution, JSON.stringify(given.terms), given.at],
  );
}

/** Marks a contribution as unreadable under the mapping that stands now. */
export async function setAside(
  database: Database,
  contribution: string,
  given: SetAside & { readonly at: string },
): Promise<void> {
  await database.query(
    `insert into set_aside (contribution, version, code, reason, at)
     select $1, max(version), $2, $3, $4 from contribution_mapping where contribution = $1
     on conflict (contribution, version) do nothing`,
    [contribution, given.code, given.reason, given.at],
  );
}

/** All contributions in the order in which they came. */
export async function contributions(database: Database): Promise<readonly KeptContribution[]> {
  const rows = await database.query<ContributionRow>(`${selectContribution} order by c.received_at, c.id`);
  return rows.map(contributionFrom);
}

/** The contribution with this id, or undefined. */
export async function findContribution(
  database: Database,
  id: string,
): Promise<KeptContribution | undefined> {
  const rows = await database.query<ContributionRow>(`${selectContribution} where c.id = $1`, [id]);
  return rows[0] === undefined ? undefined : contributionFrom(rows[0]);
}

/** The wrapped key of a vault object, or undefined when it was destroyed. */
export async function findKey(database: Database, object: string): Promise<WrappedKey | undefined> {
  const rows = await database.query<{ hub_key: string; wrapped: string }>(
    'select hub_key, wrapped from vault_key where object = $1',
    [object],
  );
  return rows[0] === undefined ? undefined : { hubKey: rows[0].hub_key, wrapped: rows[0].wrapped };
}

interface ContributionRow {
  readonly id: string;
  readonly partner: string;
  readonly file_name: string;
  readonly bytes: number | string;
  readonly sha256: string;
  readonly object: string;
  readonly received_at: Date;
  readonly mapping: Mapping;
  readonly mapping_version: number;
  readonly terms: Terms;
  readonly aside_code: string | null;
  readonly aside_reason: string | null;
}

const selectContribution = `
select c.id, c.partner, c.file_name, c.bytes, c.sha256, c.object, c.received_at,
       m.mapping, m.version as mapping_version, t.terms, s.code as aside_code, s.reason as aside_reason
from contribution c
join contribution_mapping m on m.contribution = c.id
 and m.version = (select max(version) from contribution_mapping where contribution = c.id)
join contribution_terms t on t.contribution = c.id
 and t.version = (select max(version) from contribution_terms where contribution = c.id)
left join set_aside s on s.contribution = c.id and s.version = m.version`;

function contributionFrom(row: ContributionRow): KeptContribution {
  return {
    id: row.id,
    partner: row.partner,
    fileName: row.file_name,
    bytes: Number(row.bytes),
    sha256: row.sha256,
    object: row.object,
    receivedAt: instant(row.received_at),
    terms: row.terms,
    mapping: row.mapping,
    mappingVersion: row.mapping_version,
    setAside: row.aside_code === null ? null : { code: row.aside_code, reason: row.aside_reason ?? '' },
  };
}
