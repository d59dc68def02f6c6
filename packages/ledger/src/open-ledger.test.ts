import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendAudit, auditEntries } from './audit/chain.ts';
import { addMapping, addTerms, contributions, setAside } from './contributions.ts';
import type { Ledger } from './database.ts';
import { addJudgement } from './judgements.ts';
import type { LedgerPlace } from './ledger-place.ts';
import { createLedger, openLedger } from './open-ledger.ts';
import { addReview } from './reviews.ts';
import { dropSchema } from './server-store.ts';
import { addTestContribution, testServer } from './test-ledger.ts';
import { hubKeyFrom } from './vault/hub-key.ts';
import { Vault } from './vault/vault.ts';

const at = '2026-01-02T03:04:05.678Z';
let root: string;
let vault: Vault;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-ledger-'));
  vault = await Vault.open(join(root, 'vault'), hubKeyFrom('ab'.repeat(32)));
  await createLedger({ kind: 'folder', folder: join(root, 'new') }, at);
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder with an empty ledger. */
async function folderOf(name: string): Promise<LedgerPlace & { kind: 'folder' }> {
  const folder = join(root, name);
  await cp(join(root, 'new'), folder, { recursive: true });
  return { kind: 'folder', folder };
}

const open = (place: LedgerPlace): Promise<Ledger> => openLedger(place, { at, keys: vault.keys });

test('a folder without a ledger is refused', async () => {
  await expect(open({ kind: 'folder', folder: join(root, 'nowhere') })).rejects.toMatchObject({
    code: 'damaged',
  });
});

test('nothing of what is sealed is in the files of the ledger in clear', async () => {
  const place = await folderOf('sealed');
  const ledger = await open(place);
  const marker = 'MARKER-OF-A-PERSON';
  const { id } = await addTestContribution(ledger, {
    fileName: `${marker}.csv`,
    mapping: { clew: 1, title: marker, subjects: {} },
    terms: termsSchema.parse({ handling: ['H3'], restriction: marker }),
  });
  await ledger.transaction(async (database) => {
    await addMapping(database, id, { mapping: { clew: 1, title: marker, subjects: {} }, by: 'x', at });
    await addTerms(database, id, { terms: termsSchema.parse({ contact: marker }), by: 'x', at });
    await setAside(database, id, { code: 'file-unreadable', reason: marker, at });
    await addJudgement(database, { a: 'p', b: 'q', verdict: 'same', by: 'x', reason: marker, at }, [id]);
    await addReview(
      database,
      { detector: 'd', evidence: ['e'], verdict: 'unsure', by: 'x', reason: marker, at },
      [id],
    );
    await appendAudit(database, entryOf('PLAIN-AND-EASY-TO-FIND'));
  });
  await ledger.close();
  const found = { sealed: 0, plain: 0 };
  for (const file of [...(await filesIn(place.folder)), ...(await filesIn(join(root, 'vault')))]) {
    const bytes = await readFile(file);
    if (bytes.includes(marker)) found.sealed++;
    if (bytes.includes('PLAIN-AND-EASY-TO-FIND')) found.plain++;
  }
  expect(found.plain).toBeGreaterThan(0);
  expect(found.sealed).toBe(0);
});

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('a process that is killed while it writes leaves a whole ledger, with all that it acknowledged', async () => {
  const place = await folderOf('killed');
  const acknowledged: string[] = [];
  for (const writes of [1, 2, 4]) {
    acknowledged.push(...(await killAfter(writer(place, acknowledged.length), writes)));
    const reopened = await open(place);
    const found = await contributions(reopened);
    const log = await auditEntries(reopened, { limit: 100_000 });
    await reopened.close();
    expect(found.map((each) => each.id)).toEqual(expect.arrayContaining(acknowledged));
    expect(log).toHaveLength(found.length);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(7);
});

describe.runIf(testServer !== undefined)('on a PostgreSQL server', () => {
  const place = { kind: 'server' as const, url: testServer ?? '', schema: 'test_open' };
  afterAll(() => dropSchema(place));

  test('a killed process leaves a whole ledger there too', async () => {
    await dropSchema(place);
    await expect(open(place)).rejects.toMatchObject({ code: 'damaged' });
    await createLedger(place, at);
    const acknowledged: string[] = [];
    for (const writes of [1, 3, 9]) {
      acknowledged.push(...(await killAfter(writer(place, acknowledged.length), writes)));
      const reopened = await open(place);
      const found = await contributions(reopened);
      expect(found.map((each) => each.id)).toEqual(expect.arrayContaining(acknowledged));
      expect(await auditEntries(reopened, { limit: 100_000 })).toHaveLength(found.length);
      await reopened.close();
    }
    await expect(createLedger(place, at)).rejects.toMatchObject({ code: 'already-there' });
  });

  test('processes that migrate at the same time do not meet', async () => {
    const many = { ...place, schema: 'test_many' };
    await Promise.all(Array.from({ length: 12 }, () => createLedger(many, at)));
    const ledgers = await Promise.all(Array.from({ length: 3 }, () => open(many)));
    const given = await addTestContribution(ledgers[0] as Ledger);
    await Promise.all(
      ledgers.flatMap((ledger) =>
        Array.from({ length: 8 }, () =>
          ledger.transaction(async (database) => {
            await addMapping(database, given.id, { mapping: { clew: 1, subjects: {} }, by: null, at });
            await appendAudit(database, entryOf('x'));
          }),
        ),
      ),
    );
    expect((await contributions(ledgers[1] as Ledger))[0]?.mappingVersion).toBe(25);
    expect(await auditEntries(ledgers[2] as Ledger, { limit: 1000 })).toHaveLength(24);
    await Promise.all(ledgers.map((ledger) => ledger.close()));
    await dropSchema(many);
  });
});

test.each([
  ['postgres:///x?host=/nowhere', 'ledger-unreachable'],
  ['postgres://user:secret-word@127.0.0.1:1/x', 'ledger-unreachable'],
  ['mysql://user:secret-word@127.0.0.1/x', 'usage'],
  ['no address', 'usage'],
  ['postgres:///x?schema=a";drop', 'usage'],
  ['postgres:///x?schema=pg_catalog', 'usage'],
])('the address %s is refused in words that do not quote it', async (url, code) => {
  const error = await open({ kind: 'server', url }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code });
  expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain('secret-word');
});

function entryOf(what: string) {
  const none = { purpose: null, project: null, label: null };
  return { at, person: 'mo', via: 'hub' as const, action: 'x', what, ...none, outcome: 'done' };
}

/** Adds contributions one after the other and prints the id of each once its transaction has returned. */
function writer(place: LedgerPlace, start: number): ChildProcess {
  const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const code = `
    import { createHash, randomBytes } from 'node:crypto';
    import { openLedger } from ${url('./open-ledger.ts')};
    import { addPartner } from ${url('./partners.ts')};
    import { appendAudit } from ${url('./audit/chain.ts')};
    import { addContribution, contributionId, objectName } from ${url('./contributions.ts')};
    import { KeyFolder } from ${url('./vault/keyring.ts')};
    import { hubKeyFrom } from ${url('./vault/hub-key.ts')};
    const at = '${at}';
    const keys = await KeyFolder.open(${JSON.stringify(join(root, 'vault', 'keys'))}, hubKeyFrom('ab'.repeat(32)));
    const ledger = await openLedger(${JSON.stringify(place)}, { at, keys });
    await ledger.transaction((d) => addPartner(d, { id: 'p', title: 'P', country: null, contact: 'c' }, at));
    for (let n = ${start}; ; n++) {
      const sha256 = createHash('sha256').update(process.pid + ' ' + n).digest('hex');
      const object = objectName('p', sha256);
      const id = contributionId(object);
      await keys.keep(object, randomBytes(32));
      await ledger.transaction(async (d) => {
        await addContribution(d, { id, object, partner: 'p', fileName: 'f', bytes: 1, sha256, receivedAt: at,
          terms: {}, mapping: { clew: 1, title: 'w'.repeat(2000), subjects: {} } });
        await appendAudit(d, ${JSON.stringify(entryOf('x'))});
      });
      process.stdout.write(id + '\\n');
    }`;
  // So short a life is not worth optimising WebAssembly for.
  const flags = ['--liftoff-only', '--import', 'tsx', '--input-type=module'];
  return spawn(process.execPath, [...flags, '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills the process in the write after so many that it acknowledged; gives all that it acknowledged. */
async function killAfter(child: ChildProcess, writes: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (lines.push(line) === writes) child.kill('SIGKILL');
  }
  return lines.filter((line) => line.length === 16);
}
