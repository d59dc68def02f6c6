import type { Comparison } from '../model.ts';

/** A trait with one value of few: sex, country of issue, make. */
export function sameCode(
  trait: { id: string; title: string; column: string },
  shares: { m: number; u: number },
  fixed = false,
): Comparison {
  return {
    id: trait.id,
    title: trait.title,
    known: (l, r) => `${l}.${trait.column} is not null and ${r}.${trait.column} is not null`,
    fixed,
    levels: [
      {
        title: 'the same',
        when: (l, r) => `${l}.${trait.column} = ${r}.${trait.column}`,
        m: shares.m,
        u: shares.u,
      },
      { title: 'another', when: () => 'true', m: 1 - shares.m, u: 1 - shares.u },
    ],
  };
}
