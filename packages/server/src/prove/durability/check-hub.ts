// In: a hub that was killed, opened again, and what it had acknowledged. Out: what is lost and what is half-there.
// Invariant: nothing is taken from what the hub says of itself where the thing can be looked at.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { auditEntries } from '@clew/ledger/audit/chain.ts';
import { verifyAudit } from '@clew/ledger/audit/verify.ts';
import { contributions, type KeptContribution, termsHistory } from '@clew/ledger/contributions.ts';
import { judgements } from '@clew/ledger/judgements.ts';
import { roleChanges } from '@clew/ledger/people.ts';
import { publishedSnapshot, publishedSnapshots, snapshots } from '@clew/ledger/snapshots.ts';
import { contributionFolder, isTakenIn } from '../../hub/contributions/contribution-folder.ts';
import type { Hub } from '../../hub/hub.ts';
import { personIds } from './proof-hub.ts';
import type { Acknowledged } from './work.ts';

/** Where the audit log ended when it was last looked at. */
export interface AuditEnd {
  readonly number: number;
  readonly hash: string;
}

export interface Checked {
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There, and not whole. */
  readonly halfThere: readonly string[];
  /** What is wrong with the audit log. */
  readonly audit: readonly string[];
  readonly end: AuditEnd;
}

export async function checkHub(
  hub: Hub,
  acknowledged: readonly Acknowledged[],
  before: AuditEnd | undefined,
): Promise<Checked> {
  const kept = await contributions(hub.ledger);
  const audit = await checkAudit(hub, acknowledged, before);
  return {
    lost: await lostOf(hub, kept, acknowledged),
    halfThere: [
      ...(await halfContributions(hub, kept)),
      ...(await strayObjects(hub, kept)),
      ...(await halfPublished(hub)),
    ],
    ...audit,
  };
}

async function lostOf(
  hub: Hub,
  kept: readonly KeptContribution[],
  acknowledged: readonly Acknowledged[],
): Promise<readonly string[]> {
  const there = new Set(kept.map(({ id, sha256 }) => `contribution ${id} ${sha256}`));
  for (const { id } of kept) {
    for (const { content } of await termsHistory(hub.ledger, id)) there.add(`terms ${id} ${content.contact}`);
  }
  for (const { a, b, reason } of await judgements(hub.ledger)) there.add(`judgement ${a} ${b} ${reason}`);
  for (const person of personIds) {
    for (const { reason } of await roleChanges(hub.ledger, person)) there.add(`role ${person} ${reason}`);
  }
  const changes = await auditEntries(hub.ledger, { action: 'key.rotate', outcome: 'done', limit: 10_000 });
  for (const { what } of changes) there.add(`key ${what.slice(-8)}`);
  for (const { id } of await snapshots(hub.ledger)) there.add(`publication ${id}`);
  const lost = acknowledged.map(nameOf).filter((name) => !there.has(name));
  const published = acknowledged.some(({ kind }) => kind === 'publication');
  const pointer = published && (await publishedSnapshot(hub.ledger)) === undefined;
  return pointer ? [...lost, 'the pointer to what is published'] : lost;
}

function nameOf(done: Acknowledged): string {
  switch (done.kind) {
    case 'contribution':
      return `contribution ${done.id} ${done.sha256}`;
    case 'terms':
      return `terms ${done.contribution} ${done.contact}`;
    case 'judgement':
      return `judgement ${done.a} ${done.b} ${done.reason}`;
    case 'role':
      return `role ${done.person} ${done.reason}`;
    case 'publication':
      return `publication ${done.snapshot}`;
    case 'key':
      return `key ${done.id}`;
  }
}

/** Every contribution that can be seen has its bytes, readable under its key, a mapping and terms. */
async function halfContributions(hub: Hub, kept: readonly KeptContribution[]): Promise<string[]> {
  const half: string[] = [];
  for (const each of kept) {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of hub.vault.read(each.object)) {
        hash.update(chunk);
        bytes += chunk.length;
      }
    } catch {
      half.push(`contribution ${each.id}: its bytes cannot be read`);
      continue;
    }
    if (hash.digest('hex') !== each.sha256 || bytes !== each.bytes)
      half.push(`contribution ${each.id}: bytes`);
    if (each.mapping?.subjects === undefined) half.push(`contribution ${each.id}: mapping`);
    if (each.terms?.purposes === undefined) half.push(`contribution ${each.id}: terms`);
    if (!isTakenIn(hub.layout, each)) continue;
    half.push(...(await cutTables(contributionFolder(hub.layout, each), `contribution ${each.id}`)));
  }
  return half;
}

/** Bytes and keys that nothing names: the hub takes them away when it is opened. */
async function strayObjects(hub: Hub, kept: readonly KeptContribution[]): Promise<string[]> {
  const known = new Set(kept.map(({ object }) => object));
  const objects = await hub.vault.objects();
  const keys = (await hub.vault.keys.objects()).map(({ object }) => object);
  return [...new Set([...objects, ...keys])].filter((object) => !known.has(object)).map((o) => `object ${o}`);
}

async function halfPublished(hub: Hub): Promise<string[]> {
  const half: string[] = [];
  for (const { id } of await publishedSnapshots(hub.ledger)) {
    const folder = join(hub.layout.snapshots, id);
    if (existsSync(folder)) half.push(...(await cutTables(folder, `snapshot ${id}`)));
    else half.push(`snapshot ${id}: published and not there`);
  }
  return half;
}

/** Parquet files begin and end with the same four letters. */
async function cutTables(folder: string, name: string): Promise<string[]> {
  const cut: string[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.name.endsWith('.parquet')) continue;
    const handle = await open(join(entry.parentPath, entry.name), 'r');
    try {
      const { size } = await handle.stat();
      const letters = Buffer.alloc(8);
      await handle.read(letters, 0, 4, 0);
      await handle.read(letters, 4, 4, Math.max(size - 4, 0));
      if (letters.toString('latin1') !== 'PAR1PAR1') cut.push(`${name}: ${entry.name}`);
    } finally {
      await handle.close();
    }
  }
  return entries.length === 0 ? [`${name}: nothing is in it`] : cut;
}

const audited = {
  contribution: 'contribution.hand-in',
  terms: 'contribution.restrict',
  judgement: 'pair.judge',
  role: 'person.manage',
  publication: 'hub.run',
  key: 'key.rotate',
} as const;

/** The chain is whole, still has what it had, and holds an entry for each piece of work. */
async function checkAudit(
  hub: Hub,
  acknowledged: readonly Acknowledged[],
  before: AuditEnd | undefined,
): Promise<Pick<Checked, 'audit' | 'end'>> {
  const wrong: string[] = [];
  const verified = await verifyAudit(hub.ledger, { hubPublicKey: hub.signing.publicKey });
  if (verified.broken !== null) wrong.push(`${verified.broken.kind} at ${verified.broken.number}`);
  if (before !== undefined && before.number > 0) {
    const [row] = await auditEntries(hub.ledger, { from: before.number, limit: 1 });
    if (row?.number !== before.number || row.hash !== before.hash) wrong.push('the end is not what it was');
  }
  for (const [kind, action] of Object.entries(audited)) {
    const done = acknowledged.filter((each) => each.kind === kind).length;
    const entries = await auditEntries(hub.ledger, { action, outcome: 'allowed', limit: done });
    if (entries.length < done) wrong.push(`${done} of ${kind}, ${entries.length} entries`);
  }
  return { audit: wrong, end: { number: verified.entries, hash: verified.hash } };
}
