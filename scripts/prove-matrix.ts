// Asks the gate every case of the matrix and compares it with the oracle. Prints one line; fails on any difference.
// npm run prove:matrix -- --drawn 200000
import { parseArgs } from 'node:util';
import { profiles } from '@clew/model/terms/profiles/profiles.ts';
import { proveMatrix } from '../packages/server/src/access/matrix/prove-matrix.ts';

const { values } = parseArgs({ options: { drawn: { type: 'string', default: '50000' } } });
const started = performance.now();
let [decisions, allowed] = [0, 0];
const differences: string[] = [];
for (const profile of Object.values(profiles)) {
  const result = proveMatrix({ profile, drawn: Number(values.drawn) });
  decisions += result.decisions;
  allowed += result.allowed;
  differences.push(...result.differences.map((each) => `${profile.id}: ${each}`));
}
for (const difference of differences.slice(0, 20)) console.error(difference);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  `prove:matrix: ${decisions} decisions, ${allowed} allowed, ${differences.length} differences, ${seconds} s`,
);
process.exitCode = differences.length > 0 ? 1 : 0;
