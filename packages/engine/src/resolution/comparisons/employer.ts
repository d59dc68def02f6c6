import { commonCount, haveCommon, leastCommon } from '../lists.ts';
import type { Comparison } from '../model.ts';
import { classSql } from '../value-code.ts';

const words = (l: string, r: string) => commonCount(`${l}.employers`, `${r}.employers`);
const rarestWord = (l: string, r: string) => classSql(leastCommon(`${l}.employers`, `${r}.employers`));

/**
 * Whom people work for: little by itself, because firms employ many and people change; a firm is often told of by some of
 * its words only.
 */
export const employer: Comparison = {
  id: 'employer',
  title: 'Employer',
  known: (l, r) => `${l}.employers is not null and ${r}.employers is not null`,
  levels: [
    {
      title: 'the same',
      when: (l, r) => `${l}.employers = ${r}.employers`,
      m: 0.4,
      u: 2e-3,
      frequency: rarestWord,
    },
    {
      title: 'all words of the shorter one',
      when: (l, r) =>
        `${words(l, r)} > 0 and ${words(l, r)} >= least(len(${l}.employers), len(${r}.employers))`,
      m: 0.1,
      u: 2e-3,
      frequency: rarestWord,
    },
    {
      title: 'a word in common',
      when: (l, r) => haveCommon(`${l}.employers`, `${r}.employers`),
      m: 0.08,
      u: 0.02,
      frequency: rarestWord,
    },
    { title: 'another', when: () => 'true', m: 0.42, u: 0.976 },
  ],
};
