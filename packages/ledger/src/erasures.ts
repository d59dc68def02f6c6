import type { ErasureGround } from '@clew/model/terms/erasure.ts';
import { type Database, instant } from './database.ts';

/** A folder of the lake as it was before it was removed. */
export interface RemovedFolder {
  /** Its name under the lake, for example `snapshots/0123456789ab`. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the names and hashes of its files. */
  readonly sha256: string;
}

/** What there was of a contribution when its erasure was ordered. */
export interface ErasureInventory {
  /** The name of its bytes in the vault. */
  readonly object: string;
  readonly folders: readonly RemovedFolder[];
}

/** An order to erase. It is carried out to the end whatever stops the process in between. */
export interface Erasure {
  readonly contribution: string;
  readonly ground: ErasureGround;
  /** The article or section. */
  readonly law: string;
  /** In the words of whoever ordered it. They stay: they must quote nothing of the content. */
  readonly reason: string;
  readonly by: string;
  readonly inventory: ErasureInventory;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Keeps the order. False when there is one already: then that one stands. */
export async function addErasure(database: Database, erasure: Erasure): Promise<boolean> {
  const rows = await database.query(
    `insert into erasure (contribution, ground, law, reason, by, inventory, at)
     values ($1, $2, $3, $4, $5, $6::json, $7) on conflict (contribution) do nothing returning contribution`,
    [
      erasure.contribution,
      erasure.ground,
      erasure.law,
      erasure.reason,
      erasure.by,
      JSON.stringify(erasure.inventory),
      erasure.at,
    ],
  );
  return rows.length > 0;
}

/** The order to erase a contribution, or undefined. */
export async function findErasure(database: Database, contribution: string): Promise<Erasure | undefined> {
  const rows = await database.query<ErasureRow>(`${selectErasure} where e.contribution = $1`, [contribution]);
  return rows[0] === undefined ? undefined : erasureFrom(rows[0]);
}

/** Orders without a certificate, the oldest first: what was interrupted. */
export async function unfinishedErasures(database: Database): Promise<readonly Erasure[]> {
  const rows = await database.query<ErasureRow>(
    `${selectErasure} left join erasure_certificate c on c.contribution = e.contribution
     where c.contribution is null order by e.at, e.contribution`,
  );
  return rows.map(erasureFrom);
}

/** The ids of all contributions whose erasure was ordered, carried out or not. */
export async function erasureOrders(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query<{ contribution: string }>('select contribution from erasure');
  return new Set(rows.map(({ contribution }) => contribution));
}

/** What the ledger tells of a contribution for good, erased or not. */
export interface ContributionHeader {
  readonly id: string;
  readonly partner: string;
  readonly object: string;
  readonly bytes: number;
  readonly sha256: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
}

/** The header of a contribution, erased or not; undefined when there never was one. */
export async function contributionHeader(
  database: Database,
  id: string,
): Promise<ContributionHeader | undefined> {
  const rows = await database.query<{
    readonly id: string;
    readonly partner: string;
    readonly object: string;
    readonly bytes: number | string;
    readonly sha256: string;
    readonly received_at: Date;
  }>('select id, partner, object, bytes, sha256, received_at from contribution where id = $1', [id]);
  const row = rows[0];
  if (row === undefined) return undefined;
  const { partner, object, sha256 } = row;
  return { id, partner, object, sha256, bytes: Number(row.bytes), receivedAt: instant(row.received_at) };
}

/** Something that left the hub and was made from what is now erased. */
export interface ReleaseOver {
  readonly kind: string;
  readonly title: string;
  readonly snapshot: string | null;
  readonly recipients: readonly string[];
  readonly at: string;
}

/** A hit or a consent through which somebody learnt of a contribution. */
export interface ToldOf {
  readonly hit: string;
  readonly partner: string;
  readonly what: 'hit' | 'shared';
  readonly at: string;
}

/** The proof that a contribution was erased. Nothing of its content is in it. */
export interface ErasureCertificate {
  readonly clew: 1;
  readonly contribution: string;
  readonly owner: string;
  readonly receivedAt: string;
  /** Bytes and SHA-256 of what was handed in. */
  readonly bytes: number;
  readonly sha256: string;
  readonly ground: ErasureGround;
  readonly law: string;
  readonly reason: string;
  readonly orderedBy: string;
  readonly orderedAt: string;
  readonly completedAt: string;
  readonly keyDestroyed: true;
  readonly removed: ErasureInventory;
  /** Products over it that had left the hub. Their numbers can no longer be asked again. */
  readonly releases: readonly ReleaseOver[];
  /** Partners that learnt of it through hits and shared content. */
  readonly told: readonly ToldOf[];
  /** Who was sent an onward notice. */
  readonly noticesTo: readonly string[];
  /** Recipients that are no partners: the data protection officer tells them. */
  readonly tellOutside: readonly string[];
}

/** Keeps the certificate: the last step of an erasure. */
export async function addErasureCertificate(
  database: Database,
  certificate: ErasureCertificate,
): Promise<void> {
  await database.query(
    `insert into erasure_certificate (contribution, certificate, at) values ($1, $2::json, $3)
     on conflict (contribution) do nothing`,
    [certificate.contribution, JSON.stringify(certificate), certificate.completedAt],
  );
}

/** All certificates, the oldest first. */
export async function erasureCertificates(database: Database): Promise<readonly ErasureCertificate[]> {
  const rows = await database.query<{ certificate: ErasureCertificate }>(
    'select certificate from erasure_certificate order by at, contribution',
  );
  return rows.map(({ certificate }) => certificate);
}

/** Products over a contribution that left the hub, in the order in which they did. */
export async function releasesOver(
  database: Database,
  contribution: string,
): Promise<readonly ReleaseOver[]> {
  const rows = await database.query<Omit<ReleaseOver, 'at'> & { readonly at: Date }>(
    `select kind, title, snapshot, recipients, at from release
     where contributions::jsonb @> to_jsonb($1::text) order by number`,
    [contribution],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** Who learnt of a contribution through hits and consents, its owner left out; each hit once, each consent once. */
export async function toldOf(database: Database, contribution: string): Promise<readonly ToldOf[]> {
  const rows = await database.query<Omit<ToldOf, 'at'> & { readonly at: Date }>(
    `select h.id as hit, h.recipient as partner, 'hit' as what, h.told_at as at
     from hit h join contribution c on c.id = $1 and c.partner <> h.recipient
     where exists (
       select from hit_side s where s.hit = h.id and s.other_contributions::jsonb @> to_jsonb($1::text))
     union all
     select k.hit, k.recipient, 'shared', k.at
     from consent k join contribution c on c.id = $1 and c.partner <> k.recipient
     where k.contributions::jsonb @> to_jsonb($1::text)
     order by at, hit, what`,
    [contribution],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

interface ErasureRow extends Omit<Erasure, 'at'> {
  readonly at: Date;
}

const selectErasure =
  'select e.contribution, e.ground, e.law, e.reason, e.by, e.inventory, e.at from erasure e';

function erasureFrom(row: ErasureRow): Erasure {
  return { ...row, at: instant(row.at) };
}
