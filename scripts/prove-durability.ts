// Kills a working hub again and again and looks what is left. Prints one line; fails when anything was lost.
// npm run prove:durability -- --kills 500 [--seed N] [--postgres URL]
import { parseArgs } from 'node:util';
import { dropSchema } from '../packages/ledger/src/server-store.ts';
import { proveDurability } from '../packages/server/src/prove/durability/prove-durability.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    postgres: { type: 'string' },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  throw new Error('--kills and --seed take whole numbers');
}
const postgres = values.postgres ?? process.env.CLEW_TEST_POSTGRES;
const started = performance.now();
const proof = await proveDurability({
  kills,
  seed,
  postgres,
  dropLedger: (url) => dropSchema({ kind: 'server', url }),
  onKill: (done, acknowledged) => {
    if (done % 10 === 0) console.error(`${done} kills, ${acknowledged} operations acknowledged`);
  },
});
const minutes = (performance.now() - started) / 60_000;
const faults = [...proof.lost, ...proof.halfThere, ...proof.broken];
for (const fault of faults.slice(0, 20)) console.error(fault);
const n = (value: number) => value.toLocaleString('en-GB');
const audit =
  proof.broken.length === 0 ? 'audit unbroken, rebuilds the same' : `${proof.broken.length} broken`;
console.log(
  `prove:durability: ${n(proof.kills)} kills (${n(proof.killsWhileOpening)} while opening), ` +
    `${n(proof.acknowledged)} operations acknowledged, ${n(proof.lost.length)} lost, ` +
    `${n(proof.halfThere.length)} half-there, ${audit} (${proof.rebuilds}); ` +
    `${postgres === undefined ? 'PGlite' : 'PostgreSQL'}, seed ${seed}, ${(proof.kills / minutes).toFixed(1)} kills a minute`,
);
process.exitCode = faults.length > 0 ? 1 : 0;
