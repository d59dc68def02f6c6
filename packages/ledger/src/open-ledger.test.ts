import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAudit, audit } from './audit.ts';
import {
  addContribution,
  addMapping,
  contributionId,
  contributions,
  findContribution,
  findKey,
  objectName,
  setAside,
} from './contributions.ts';
import type { Ledger } from './database.ts';
import { addJudgement, judgements, lastJudgements } from './judgements.ts';
import { createLedger, openLedger } from './open-ledger.ts';
import { addPartner, findPartner, partners } from './partners.ts';
import { publishedSnapshot, publishSnapshot, snapshots } from './snapshots.ts';

const at = '2026-01-02T03:04:05.678Z';
const mapping = { clew: 1 as const, subjects: { zebra: { type: 'person', properties: {} } } };
let root: string;
let folder: string;
let ledger: Ledger;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-ledger-'));
  folder = join(root, 'ledger');
  await createLedger(join(root, 'new'), at);
  await cp(join(root, 'new'), folder, { recursive: true });
  ledger = await openLedger(folder, at);
});

afterAll(async () => {
  await ledger.close();
  await rm(root, { recursive: true, force: true });
});

function contributionOf(partner: string, sha256: string) {
  const object = objectName(partner, sha256);
  const terms = termsSchema.parse({});
  return {
    id: contributionId(object),
    object,
    partner,
    fileName: 'people.csv',
    bytes: 12,
    sha256,
    receivedAt: at,
    terms,
    mapping,
  };
}

test('a partner is registered once', async () => {
  const partner = { id: 'police', title: 'Police', country: 'nl', contact: 'the desk' };
  await ledger.transaction((database) => addPartner(database, partner, at));
  await ledger.transaction((database) => addPartner(database, { ...partner, title: 'Other' }, at));
  expect(await partners(ledger)).toEqual([partner]);
  expect(await findPartner(ledger, 'nobody')).toBeUndefined();
  const bad = { ...partner, id: "Robert'); drop table partner" };
  await expect(ledger.transaction((database) => addPartner(database, bad, at))).rejects.toMatchObject({
    code: 'usage',
  });
});

test('a contribution keeps its history of mappings, and is brought back by the next one', async () => {
  const given = contributionOf('police', 'a'.repeat(64));
  const key = { hubKey: '01234567', wrapped: 'AAAA' };
  await ledger.transaction((database) => addContribution(database, given, key));
  expect(await contributions(ledger)).toEqual([{ ...given, mappingVersion: 1, setAside: null }]);
  expect(await findKey(ledger, given.object)).toEqual(key);
  const aside = { code: 'file-unreadable', reason: 'Not readable.' };
  await ledger.transaction((database) => setAside(database, given.id, { ...aside, at }));
  expect((await findContribution(ledger, given.id))?.setAside).toEqual(aside);
  const corrected = { ...mapping, title: 'corrected' };
  await ledger.transaction((database) => addMapping(database, given.id, { mapping: corrected, at }));
  expect(await findContribution(ledger, given.id)).toMatchObject({
    mapping: corrected,
    mappingVersion: 2,
    setAside: null,
  });
});

test('what fails half-way leaves nothing', async () => {
  const given = contributionOf('police', 'b'.repeat(64));
  const failing = ledger.transaction(async (database) => {
    await addContribution(database, given, { hubKey: '01234567', wrapped: 'AAAA' });
    throw new Error('stopped here');
  });
  await expect(failing).rejects.toThrow('stopped here');
  expect(await findContribution(ledger, given.id)).toBeUndefined();
  expect(await findKey(ledger, given.object)).toBeUndefined();
});

test('the last word on a pair counts and nothing is lost', async () => {
  const first = { a: 'person-1', b: 'person-0', verdict: 'same', by: 'x', reason: 'scar', at } as const;
  await ledger.transaction((database) => addJudgement(database, first));
  await ledger.transaction((database) => addJudgement(database, { ...first, verdict: 'different' }));
  expect((await judgements(ledger)).map((each) => each.verdict)).toEqual(['same', 'different']);
  expect(await lastJudgements(ledger)).toEqual([
    { ...first, a: 'person-0', b: 'person-1', verdict: 'different' },
  ]);
  const blank = ledger.transaction((database) => addJudgement(database, { ...first, reason: ' ' }));
  await expect(blank).rejects.toMatchObject({ code: 'usage' });
});

test('publishing moves the pointer and keeps the history', async () => {
  expect(await publishedSnapshot(ledger)).toBeUndefined();
  const parts = { engine: '1', contributions: [], judgements: { count: 0, hash: '' } };
  for (const id of ['0'.repeat(12), '1'.repeat(12), '0'.repeat(12)]) {
    await ledger.transaction((database) => publishSnapshot(database, { id, parts }, at));
  }
  expect(await publishedSnapshot(ledger)).toEqual({
    id: '0'.repeat(12),
    parts,
    createdAt: at,
    publishedAt: at,
  });
  expect(await snapshots(ledger)).toHaveLength(2);
});

test('what was decided or given cannot be changed, not even by SQL', async () => {
  for (const text of [
    "update judgement set verdict = 'same'",
    'delete from judgement',
    "update contribution set file_name = ''",
    'delete from contribution_mapping',
    "update contribution_terms set terms = '{}'",
    "update vault_key set wrapped = ''",
    'delete from snapshot',
  ]) {
    await expect(ledger.transaction((database) => database.query(text))).rejects.toThrow('never changed');
  }
  await ledger.transaction((database) => addAudit(database, { at, action: 'judge', what: 'person-0' }));
  await expect(ledger.transaction((database) => database.query('delete from audit'))).rejects.toThrow();
  expect(await audit(ledger)).toHaveLength(1);
});

test('a process that is killed while it writes leaves a whole ledger, with all that it acknowledged', async () => {
  const killed = join(root, 'killed');
  await cp(join(root, 'new'), killed, { recursive: true });
  const acknowledged: string[] = [];
  for (const delay of [15, 60, 140, 260]) {
    const child = writer(killed, acknowledged.length);
    acknowledged.push(...(await killAfter(child, delay)));
    const reopened = await openLedger(killed, at);
    const found = await contributions(reopened);
    const keys = await reopened.query<{ count: number }>('select count(*)::int as count from vault_key');
    const log = await audit(reopened);
    await reopened.close();
    expect(found.map((each) => each.id)).toEqual(expect.arrayContaining(acknowledged));
    expect(keys[0]?.count).toBe(found.length);
    expect(log).toHaveLength(found.length);
  }
  expect(acknowledged.length).toBeGreaterThan(4);
});

/** Adds contributions one after the other and prints the id of each once its transaction has returned. */
function writer(into: string, start: number): ChildProcess {
  const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const code = `
    import { createHash } from 'node:crypto';
    import { openLedger } from ${url('./open-ledger.ts')};
    import { addPartner } from ${url('./partners.ts')};
    import { addAudit } from ${url('./audit.ts')};
    import { addContribution, contributionId, objectName } from ${url('./contributions.ts')};
    const at = '${at}';
    const ledger = await openLedger(${JSON.stringify(into)}, at);
    await ledger.transaction((d) => addPartner(d, { id: 'p', title: 'P', country: null, contact: 'c' }, at));
    for (let n = ${start}; ; n++) {
      const sha256 = createHash('sha256').update(process.pid + ' ' + n).digest('hex');
      const object = objectName('p', sha256);
      const id = contributionId(object);
      await ledger.transaction(async (d) => {
        await addContribution(d, { id, object, partner: 'p', fileName: 'f', bytes: 1, sha256, receivedAt: at,
          terms: {}, mapping: { clew: 1, subjects: {} } }, { hubKey: 'k', wrapped: 'w'.repeat(2000) });
        await addAudit(d, { at, action: 'contribute', what: id });
      });
      process.stdout.write(id + '\\n');
    }`;
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Kills the process some milliseconds after its first acknowledgement; gives all that it acknowledged. */
async function killAfter(child: ChildProcess, milliseconds: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (lines.push(line) === 1) setTimeout(() => child.kill('SIGKILL'), milliseconds);
  }
  return lines.filter((line) => line.length === 16);
}
