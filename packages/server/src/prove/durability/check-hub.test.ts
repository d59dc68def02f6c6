// A proof that cannot fail proves nothing: what is taken away or cut must be told.

import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findContribution } from '@clew/ledger/contributions.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Hub } from '../../hub/hub.ts';
import { chanceFrom } from './chance.ts';
import { type AuditEnd, checkHub } from './check-hub.ts';
import { makeProofHub, openProofHub } from './proof-hub.ts';
import { type Acknowledged, contribute, publish, workOnce } from './work.ts';

const chance = chanceFrom(5);
const done: Acknowledged[] = [];
let folder: string;
let hub: Hub;
let end: AuditEnd;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clew-check-hub-'));
  await makeProofHub({ folder: join(folder, 'hub') });
  hub = await openProofHub({ folder: join(folder, 'hub') });
  done.push(await contribute(hub, chance), await contribute(hub, chance));
  const kinds = () => new Set(done.map(({ kind }) => kind));
  while (['terms', 'judgement', 'role'].some((kind) => !kinds().has(kind as 'terms'))) {
    const more = await workOnce(hub, chance);
    if (more !== undefined) done.push(more);
  }
  const published = await publish(hub);
  if (published !== undefined) done.push(published);
});

afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

const contributionId = () => done.flatMap((each) => (each.kind === 'contribution' ? [each.id] : []))[0] ?? '';

test('a hub that kept everything is whole', async () => {
  const checked = await checkHub(hub, done, undefined);
  expect(checked).toMatchObject({ lost: [], halfThere: [], audit: [] });
  end = checked.end;
});

test('what was acknowledged and is not there is lost, of every kind', async () => {
  const other = '0'.repeat(16);
  const claimed = done.map((each): Acknowledged => {
    if (each.kind === 'contribution') return { ...each, sha256: other };
    if (each.kind === 'terms') return { ...each, contact: other };
    if (each.kind === 'publication') return { ...each, snapshot: other };
    if (each.kind === 'key') return { ...each, id: other };
    return { ...each, reason: other };
  });
  expect((await checkHub(hub, claimed, end)).lost).toHaveLength(done.length);
});

test('an end of the audit log that is no longer there is told, and so is work without an entry', async () => {
  const later = await checkHub(hub, done, { ...end, number: end.number + 1 });
  const other = await checkHub(hub, done, { ...end, hash: '0'.repeat(64) });
  expect([later.audit.length, other.audit.length]).toEqual([1, 1]);
  const role = done.filter(({ kind }) => kind === 'role').slice(0, 1);
  const many = Array.from({ length: 100 }, () => role).flat();
  expect((await checkHub(hub, many, end)).audit).toHaveLength(1);
});

test('a changed entry of the audit log is told', async () => {
  const change = (what: string) =>
    hub.ledger.transaction(async (database) => {
      await database.query('alter table audit disable trigger user');
      await database.query(`update audit set what = ${what} where number = 2`);
      await database.query('alter table audit enable trigger user');
    });
  await change("what || 'x'");
  expect((await checkHub(hub, done, end)).audit).toEqual(['changed at 2']);
  await change('left(what, -1)');
  expect((await checkHub(hub, done, end)).audit).toEqual([]);
});

test('a published table that is cut, and one that is gone, are told', async () => {
  const id = (await publishedSnapshot(hub.ledger))?.id ?? '';
  const place = join(hub.layout.snapshots, id);
  const tables = (await readdir(place, { recursive: true })).filter((name) => name.endsWith('.parquet'));
  await truncate(join(place, tables[0] ?? ''), 100);
  expect((await checkHub(hub, done, end)).halfThere).toHaveLength(1);
  await rm(place, { recursive: true });
  expect((await checkHub(hub, done, end)).halfThere).toEqual([`snapshot ${id}: published and not there`]);
});

test('a contribution without its bytes is half-there', async () => {
  const before = (await checkHub(hub, done, end)).halfThere.length;
  const kept = await findContribution(hub.ledger, contributionId());
  await hub.vault.remove(kept?.object ?? '');
  const { halfThere } = await checkHub(hub, done, end);
  expect(halfThere).toHaveLength(before + 1);
  expect(halfThere[0]).toContain(`contribution ${contributionId()}`);
});
