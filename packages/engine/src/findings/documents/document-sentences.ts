import { counted, percent, thousands } from '../say-figures.ts';
import { shareAtMost, type Told } from '../told.ts';

/** How many of `what` (a plural) were tested, and how far leads may be chance. */
export function testedTold(
  code: string,
  of: { readonly tested: number; readonly chanceCorrected: number; readonly what: string },
): Told {
  const { tested, chanceCorrected, what } = of;
  return {
    code,
    values: { tested, share: shareAtMost(chanceCorrected) },
    words: `${thousands(tested)} ${what} were tested; of leads like this one, at most ${percent(shareAtMost(chanceCorrected))} are expected to be chance.`,
  };
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
      words: `On file with it too: ${counted(count, 'protected person', 'protected people')}, not counted and not shown.`,
    },
  ];
}
