import { haveCommon, leastCommon } from '../lists.ts';
import type { Comparison } from '../model.ts';
import { classSql } from '../value-code.ts';

/** A trait that either shares one of its values or does not: phones, e-mail addresses, accounts. */
export function sharedValue(
  trait: { id: string; title: string; column: string },
  shares: { m: number; u: number },
): Comparison {
  const column = trait.column;
  return {
    id: trait.id,
    title: trait.title,
    known: (l, r) => `${l}.${column} is not null and ${r}.${column} is not null`,
    levels: [
      {
        title: 'the same',
        when: (l, r) => haveCommon(`${l}.${column}`, `${r}.${column}`),
        m: shares.m,
        u: shares.u,
        frequency: (l, r) => classSql(leastCommon(`${l}.${column}`, `${r}.${column}`)),
      },
      { title: 'another', when: () => 'true', m: 1 - shares.m, u: 1 - shares.u },
    ],
  };
}
