// How fast a ledger writes and proves its audit log. In: how many entries. Out: one line for each of them, on PostgreSQL
// in this process with every commit on the disk, or on the server that CLEW_TEST_POSTGRES names.
// npm run bench:ledger -- --entries 20000

import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AuditEntry } from '../packages/ledger/src/audit/chain.ts';
import { hubSigningKey } from '../packages/ledger/src/audit/signing-key.ts';
import { verifyAudit } from '../packages/ledger/src/audit/verify.ts';
import type { LedgerPlace } from '../packages/ledger/src/ledger-place.ts';
import { createLedger, openLedger } from '../packages/ledger/src/open-ledger.ts';
import { dropSchema } from '../packages/ledger/src/server-store.ts';
import { hubKeyFrom } from '../packages/ledger/src/vault/hub-key.ts';
import { Vault } from '../packages/ledger/src/vault/vault.ts';
import { createAuditWriter } from '../packages/server/src/access/audit-writer.ts';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '20000' } } });
const entries = Number(values.entries);
if (!Number.isInteger(entries) || entries < 1) throw new Error('--entries takes a whole number');

const hubKey = hubKeyFrom('ab'.repeat(32));
const at = new Date().toISOString();
const entry: AuditEntry = {
  ...{ at, person: 'ada', via: 'session', action: 'view.read', what: '0123456789abcdef' },
  ...{ purpose: 'strategic-analysis', project: null, label: 'fedcba9876543210', outcome: 'done' },
};
const folder = await mkdtemp(join(tmpdir(), 'clew-bench-ledger-'));
const url = process.env.CLEW_TEST_POSTGRES;
const server = { kind: 'server', url: url ?? '', schema: 'bench_ledger' } as const;
const place: LedgerPlace = url === undefined ? { kind: 'folder', folder: join(folder, 'ledger') } : server;
try {
  const vault = await Vault.open(join(folder, 'vault'), hubKey);
  await createLedger(place, at);
  const ledger = await openLedger(place, { at, keys: vault.keys });
  const store = url === undefined ? 'PGlite' : 'PostgreSQL';
  console.log(`${store}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`);
  for (const callers of [1, 32, 128]) {
    const count = callers === 1 ? Math.min(2000, entries) : entries;
    const writer = createAuditWriter(ledger);
    const started = performance.now();
    let given = 0;
    const caller = async () => {
      while (given++ < count) await writer.write(entry);
    };
    await Promise.all(Array.from({ length: callers }, caller));
    const seconds = (performance.now() - started) / 1000;
    await writer.close();
    const rate = Math.round(count / seconds).toLocaleString('en-GB');
    console.log(
      `${callers} callers at once: ${rate} entries a second, ${(1000 / (count / seconds)).toFixed(3)} ms each`,
    );
  }
  const started = performance.now();
  const verified = await verifyAudit(ledger, { hubPublicKey: hubSigningKey(hubKey).publicKey });
  const seconds = (performance.now() - started) / 1000;
  if (verified.broken !== null) throw new Error(`The log breaks at ${verified.broken.number}`);
  console.log(
    `${verified.entries.toLocaleString('en-GB')} entries proved unbroken in ${seconds.toFixed(1)} s`,
  );
  await ledger.close();
} finally {
  if (url !== undefined) await dropSchema(server);
  await rm(folder, { recursive: true, force: true });
}
