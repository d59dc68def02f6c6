import { haveCommon, leastCommon } from '../lists.ts';
import type { Comparison } from '../model.ts';
import { classSql } from '../value-code.ts';

/** Phones in E.164, or all but the country code, which partners guess wrongly. */
export const phone: Comparison = {
  id: 'phone',
  title: 'Phone',
  known: (l, r) => `${l}.phones is not null and ${r}.phones is not null`,
  levels: [
    {
      title: 'the same',
      when: (l, r) => haveCommon(`${l}.phones`, `${r}.phones`),
      m: 0.5,
      u: 1e-5,
      frequency: (l, r) => classSql(leastCommon(`${l}.phones`, `${r}.phones`)),
    },
    {
      title: 'the same but for the country code',
      when: (l, r) => haveCommon(`${l}.phone_ends`, `${r}.phone_ends`),
      m: 0.03,
      u: 2e-6,
      frequency: (l, r) => classSql(leastCommon(`${l}.phone_ends`, `${r}.phone_ends`)),
    },
    { title: 'another', when: () => 'true', m: 0.47, u: 0.999988 },
  ],
};
