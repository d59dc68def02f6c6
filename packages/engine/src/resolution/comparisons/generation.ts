import type { Comparison } from '../model.ts';

/** Senior, junior, the second: what a family calls itself to be told apart. */
export const generation: Comparison = {
  id: 'generation',
  title: 'Generation',
  known: (l, r) => `${l}.generation is not null and ${r}.generation is not null`,
  fixed: true,
  levels: [
    { title: 'the same', when: (l, r) => `${l}.generation = ${r}.generation`, m: 0.999, u: 0.6 },
    { title: 'senior and junior', when: () => 'true', m: 0.001, u: 0.4 },
  ],
};
