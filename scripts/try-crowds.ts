// Tries a hub in which one thing is named by very many rows, of each kind of thing: one employer, phone, address, document,
// vehicle, case, account paid into and out of, caller, advertised number, place, and one person. What is done pair by pair
// of those that share it grows with the square of their number; the line must get through within a set memory.
// npm run try:crowds -- [--rows 20000: of each kind] [--memory 1GB] [--only KIND,KIND]

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { cpuSeconds } from '../packages/engine/src/bench/cpu-seconds.ts';
import { profileStatements } from '../packages/engine/src/bench/profile-statements.ts';
import { termsSchema } from '../packages/model/src/terms/terms.ts';
import { contributeFile } from '../packages/server/src/hub/contributions/contribute-file.ts';
import { createHub } from '../packages/server/src/hub/create-hub.ts';
import { runHub } from '../packages/server/src/hub/run-hub.ts';
import { benchKey, founderOf, openBench } from './bench-hub.ts';
import { bornOf, nameOf } from './bench-people.ts';

interface Crowd {
  readonly header: string;
  /** A row of the file, by its number. */
  readonly row: (at: number) => string;
}

const person = 'name,date of birth';
const payment = 'date,payer account,payee account,amount,currency,purpose';
const one = 'DE89370400440532013000';
const crowds: Readonly<Record<string, Crowd>> = {
  employer: { header: `${person},employer`, row: (at) => `${whoIs(at)},Harvest Hands Ltd` },
  phone: { header: `${person},phone`, row: (at) => `${whoIs(at)},+40721555010` },
  address: { header: `${person},address`, row: (at) => `${whoIs(at)},"12 rue des Lilas, Lyon"` },
  document: { header: `${person},passport number,nationality`, row: (at) => `${whoIs(at)},XA1234567,ROU` },
  vehicle: { header: `${person},plate`, row: (at) => `${whoIs(at)},TM245WGV` },
  case: { header: `${person},case number`, row: (at) => `${whoIs(at)},OP-2026-1` },
  payee: { header: payment, row: (at) => `${dayOf(at)},${accountOf(at)},${one},${50 + (at % 900)},EUR,rent` },
  payer: { header: payment, row: (at) => `${dayOf(at)},${one},${accountOf(at)},${50 + (at % 900)},EUR,wage` },
  caller: {
    header: 'caller,called,start,duration',
    row: (at) => `+40721555010,+40721${String(1e6 + at).slice(1)},${momentOf(at)},${at % 300}`,
  },
  advert: {
    header: 'text,phone,posted at,city',
    row: (at) =>
      `"New in town, sweet ${nameOf(at)}, call me day and night",+40721555010,${momentOf(at)},Lyon`,
  },
  sighting: {
    header: 'plate,date,place',
    row: (at) => `TM245WGV,${momentOf(at)},${['Lyon', 'Paris', 'Nice', 'Metz'][at % 4]}`,
  },
  person: { header: `${person},phone`, row: () => 'Ivan Petrov,1980-03-04,+40721555010' },
};

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    memory: { type: 'string', default: '1GB' },
    only: { type: 'string', default: Object.keys(crowds).join() },
  },
});
const rows = Number(values.rows);
const folder = await mkdtemp(join(tmpdir(), 'clew-crowds-'));
const place = join(folder, 'hub');
try {
  const content = { clew: 1, title: 'Crowds', profile: 'eu-europol' } as const;
  await createHub({ folder: place, content, hubKey: benchKey, founder: 'founder' });
  const hub = await openBench(place, values.memory);
  const caller = await founderOf(hub);
  for (const kind of values.only.split(',')) {
    for (const side of [0, 1]) {
      const { counts } = await contributeFile(hub, caller, {
        fileName: `${kind} ${side}.csv`,
        content: file(kind, side),
        size: null,
        partner: { id: `partner-${side}`, title: `Partner ${side}`, country: 'nl', contact: 'desk' },
        terms: termsSchema.parse({ category: 'suspect', purposes: ['cross-check', 'strategic-analysis'] }),
        watch: {},
      });
      if (counts.refused > 0) throw new Error(`${counts.refused} rows of ${kind} were refused`);
    }
  }
  const times = profileStatements(hub.lake);
  try {
    await runHub(hub, caller);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `passed: ${rows} rows for each of ${values.only}, within ${values.memory}; ${cpuSeconds().toFixed(0)} CPU s, peak ${peak} MB`,
    );
  } catch (error) {
    console.log(
      `failed: ${error instanceof Error ? error.message : error} The dearest statements until then:`,
    );
    const dearest = [...times.values()].sort((a, b) => b.cpu - a.cpu).slice(0, 3);
    for (const { cpu, sql } of dearest) console.log(`${cpu.toFixed(1)} CPU s: ${sql}`);
    process.exitCode = 1;
  }
  await hub.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Every second row, for each of two partners. */
async function* file(kind: string, side: number): AsyncGenerator<Uint8Array> {
  const crowd = crowds[kind];
  if (crowd === undefined) throw new Error(`There is no kind ${kind}: ${Object.keys(crowds).join(', ')}`);
  yield Buffer.from(`${crowd.header}\n`);
  for (let at = side; at < rows; at += 2) yield Buffer.from(`${crowd.row(at)}\n`);
}

function whoIs(at: number): string {
  return `${nameOf(at)},${bornOf(at)}`;
}

function accountOf(at: number): string {
  return `NL91ABNA${String(1e10 + at).slice(1)}`;
}

function momentOf(at: number): string {
  return new Date(Date.UTC(2026, 0, 1 + (at % 300), at % 24, at % 60)).toISOString();
}

function dayOf(at: number): string {
  return momentOf(at).slice(0, 10);
}
