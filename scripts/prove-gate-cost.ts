// What the gate costs: listing 1,000 entities of a hub of a million statements through it and without it, in turns.
// npm run prove:gate-cost -- --people 52000 --rounds 60
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Compared, proveGateCost } from '../packages/server/src/prove/gate-cost/prove-gate-cost.ts';

const most = 1.2;
const { values } = parseArgs({
  options: { people: { type: 'string', default: '52000' }, rounds: { type: 'string', default: '60' } },
});
const folder = await mkdtemp(join(tmpdir(), 'clew-gate-cost-'));
try {
  const found = await proveGateCost({
    folder,
    people: Number(values.people),
    rounds: Number(values.rounds),
    tell: (line) => console.error(line),
  });
  const { statements, labels, rounds, milliseconds, cpu } = found;
  const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  const told = ({ withGate, without, added }: Compared) =>
    `${withGate.toFixed(1)} ms through the gate, ${without.toFixed(1)} ms without, ${added.toFixed(1)} added`;
  console.log(
    `prove:gate-cost: 1,000 entities of a view of ${statements} statements under ${labels} labels: ${told(milliseconds)}, ratio ${milliseconds.ratio.toFixed(2)} (aim ${most}); of CPU ${told(cpu)}; medians of ${rounds} turns, ${machine}`,
  );
  process.exitCode = milliseconds.ratio <= most ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
