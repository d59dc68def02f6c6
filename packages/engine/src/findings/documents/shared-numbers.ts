import type { Lake } from '../../lake/lake.ts';
import type { Proposed } from '../detector.ts';
import { counted } from '../say-figures.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { protectedTold, testedTold } from './document-sentences.ts';
import type { SharedBearing } from './several-bearers.ts';
import {
  type BehindBearing,
  bearingPicture,
  behindBearings,
  comingsBack,
  daysAtOnce,
} from './tell-bearings.ts';

export interface FoundBearing extends SharedBearing {
  readonly chanceCorrected: number;
}

/** Gathers the evidence of each number with several bearers and puts it into words. */
export async function tellSharedNumbers(
  lake: Lake,
  found: readonly FoundBearing[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  const behind = await behindBearings(lake, found);
  return found.flatMap((one, lead): Proposed[] => {
    const rests = behind[lead];
    if (rests === undefined) return [];
    const { chance, chanceCorrected, bearers } = one;
    const [people, returns, atOnce] = [bearers.length, comingsBack(rests.uses), daysAtOnce(rests.uses)];
    const { tested, otherwise } = context;
    const told = numberTold({ ...one, ...rests, tested, people, returns, atOnce });
    const { rows, files } = rests;
    return [
      {
        kind: 'bearers',
        subjects: [...rests.documents, ...bearers.map(({ person }) => person)],
        evidence: rests.evidence,
        labels: rests.labels,
        reason: {
          ...saidAs(told),
          otherwise,
          figures: { people, rows, files, returns, atOnce, chance, chanceCorrected, tested },
          picture: bearingPicture(rests.uses, false),
        },
        chance,
        chanceCorrected,
      },
    ];
  });
}

export type NumberFigures = Pick<FoundBearing, 'others' | 'chance' | 'chanceCorrected'> &
  Pick<BehindBearing, 'files' | 'rows' | 'protected'> & {
    readonly people: number;
    readonly returns: number;
    readonly atOnce: number;
    readonly tested: number;
  };

/** The sentences of a lead. */
export function numberTold(figures: NumberFigures): readonly Told[] {
  const { people, rows, files, returns, atOnce, others, chance } = figures;
  return [
    {
      code: 'bearers.people',
      values: { people },
      words: `${people} people whom names and dates of birth show to be different are on file with one document.`,
    },
    {
      code: 'bearers.rows',
      values: { rows, files },
      words: `It is in their hands by ${counted(rows, 'row')} of ${counted(files, 'file')}.`,
    },
    ...ifAny(returns, {
      code: 'bearers.returns',
      values: { times: returns },
      words: `It came back to somebody after another had had it: ${counted(returns, 'time')}.`,
    }),
    ...ifAny(atOnce, {
      code: 'bearers.atOnce',
      values: { days: atOnce },
      words: `It was in different hands in different places on one day: ${counted(atOnce, 'time')}.`,
    }),
    ...ifAny(others, {
      code: 'bearers.others',
      values: { count: others },
      words: `On file with it besides, and not counted, for they may be the same people, a child of one or a slip: ${others}.`,
    }),
    chanceTold(
      'bearers.chance',
      chance,
      'By slips and by numbers that are given twice, so many bearers would come up',
    ),
    testedTold('documents.testedNumbers', { ...figures, what: 'numbers' }),
    ...protectedTold(figures.protected),
  ];
}

function ifAny(count: number, told: Told): readonly Told[] {
  return count > 0 ? [told] : [];
}
