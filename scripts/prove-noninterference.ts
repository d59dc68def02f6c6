// npm run prove:noninterference -- --hubs N [--seed S] [--from BATCH] [--recompute]
// In: how many random hubs. Out: one line; exit code 1 on any difference, which is shown with what it takes to see it
// again: the seed is `S/BATCH`.

import { parseArgs } from 'node:util';
import { proveNonInterference } from '../packages/server/src/prove/noninterference/prove-noninterference.ts';

const { values } = parseArgs({
  options: {
    hubs: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    recompute: { type: 'boolean', default: false },
  },
});
const [hubs, seed, from] = [Number(values.hubs), Number(values.seed), Number(values.from)];
const began = performance.now();
let shown = 0;
const proof = await proveNonInterference({
  ...{ hubs, seed, from, recompute: values.recompute },
  onBatch: (done) => {
    for (const each of done.differences.slice(shown)) {
      console.error(`Differs: seed ${each.seed}, observer ${each.observer}, ${each.request}`);
      console.error(`--- base\n${each.base}\n--- variant\n${each.variant}\n---`);
    }
    shown = done.differences.length;
    const seconds = (performance.now() - began) / 1000;
    const left = Math.round((seconds / done.hubs) * (hubs - done.hubs));
    const rate = (done.hubs / seconds).toFixed(2);
    console.error(`${done.hubs} of ${hubs} hubs, ${rate} a second, ${left} s left, ${shown} differ`);
  },
});
const seconds = Math.round((performance.now() - began) / 1000);
const figures = [
  `${proof.hubs.toLocaleString('en')} hubs`,
  `${proof.observers.toLocaleString('en')} observers`,
  `${proof.answers.toLocaleString('en')} answers compared`,
];
if (proof.unasked.length > 0) console.error(`Routes that nobody asked: ${proof.unasked.join(', ')}`);
console.log(
  `prove:noninterference: ${figures.join(', ')}, ${proof.differences.length} differ (seed ${seed}, ${seconds} s)`,
);
process.exit(proof.differences.length + proof.unasked.length > 0 ? 1 : 0);
