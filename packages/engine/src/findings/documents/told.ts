import type { FindingReason, SaidSentence } from '@clew/model/finding.ts';
import { leastChance, leastShare, leastTimes, oneIn, percent, thousands, timesOf } from '../say-figures.ts';

/** A sentence as a code with its values and in English. */
export interface Told extends SaidSentence {
  readonly words: string;
}

/** The reason of a lead from its sentences. */
export function reasonFrom(
  told: readonly Told[],
  rest: Pick<FindingReason, 'otherwise' | 'figures' | 'picture'>,
): FindingReason {
  return {
    sentences: told.map(({ words }) => words),
    said: told.map(({ code, values }) => ({ code, values })),
    ...rest,
  };
}

/** How often it comes up by chance: `code`, or `code` with `Least` where that is as good as never. */
export function chanceTold(code: string, chance: number, before: string): Told {
  const isLeast = chance < leastChance;
  return {
    code: isLeast ? `${code}Least` : code,
    values: { times: isLeast ? leastTimes : timesOf(chance) },
    words: `${before} ${oneIn(chance)}.`,
  };
}

/** `what` is the plural of what was tested. */
export function testedTold(code: string, { tested, chanceCorrected, what }: TestedFigures): Told {
  return {
    code,
    // It is said as a bound: a bound that is a little higher is true as well.
    values: { tested, share: Math.max(chanceCorrected, leastShare) },
    words: `${thousands(tested)} ${what} were tested; of leads like this one, at most ${percent(chanceCorrected)} are expected to be chance.`,
  };
}

interface TestedFigures {
  readonly tested: number;
  readonly chanceCorrected: number;
  readonly what: string;
}

/** In cases of which crime areas people are; nothing where it is one or none. */
export function areasTold(areas: readonly string[]): readonly Told[] {
  if (areas.length < 2) return [];
  return [
    {
      code: 'documents.areas',
      values: { count: areas.length, areas },
      words: `They are in cases of ${areas.length} crime areas: ${areas.join(', ')}.`,
    },
  ];
}

/** How many protected people have to do with it; nothing where it is none. */
export function protectedTold(count: number): readonly Told[] {
  if (count === 0) return [];
  return [
    {
      code: 'documents.protected',
      values: { count },
      words: `Protected people among those on file with it: ${count}. They are not counted and not shown.`,
    },
  ];
}
