import type { Lake } from '../../lake/lake.ts';
import type { Proposed } from '../detector.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import { protectedTold, testedTold } from './document-sentences.ts';
import type { FoundBearing } from './shared-numbers.ts';
import { type BehindBearing, bearingPicture, behindBearings } from './tell-bearings.ts';

/** Gathers the evidence of each breeder document and photograph and puts it into words. */
export async function tellBreeders(
  lake: Lake,
  found: readonly FoundBearing[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  const behind = await behindBearings(lake, found);
  const { tested, otherwise } = context;
  return found.flatMap((one, lead): Proposed[] => {
    const rests = behind[lead];
    if (rests === undefined) return [];
    const { sort, bearers, chance, chanceCorrected } = one;
    const [people, documents] = [bearers.length, rests.documents.length];
    return [
      {
        kind: sort,
        subjects: [...rests.documents, ...bearers.map(({ person }) => person)],
        evidence: rests.evidence,
        labels: rests.labels,
        reason: {
          ...saidAs(breederTold({ ...one, ...rests, tested, people, documents })),
          otherwise,
          figures: { people, documents, files: rests.files, chance, chanceCorrected, tested },
          picture: bearingPicture(rests.uses, true),
        },
        chance,
        chanceCorrected,
      },
    ];
  });
}

export type BreederFigures = Pick<FoundBearing, 'sort' | 'others' | 'chance' | 'chanceCorrected'> &
  Pick<BehindBearing, 'protected'> & {
    readonly people: number;
    readonly documents: number;
    readonly tested: number;
  };

const grounds = { basis: 'rest on one breeder document', photograph: 'bear one photograph' } as const;

/** The sentences of a lead. */
export function breederTold(figures: BreederFigures): readonly Told[] {
  const { sort, people, documents, others, chance } = figures;
  const besides: Told = {
    code: 'breeder.others',
    values: { count: others },
    words: `On file with it besides, and not counted, for they may be the same people or their family: ${others}.`,
  };
  return [
    {
      code: `breeder.${sort}`,
      values: { people, documents },
      words: `${documents} documents of ${people} people ${grounds[sort as keyof typeof grounds]}. Names and dates of birth show the people to be different, and they have no family name in common.`,
    },
    ...(others > 0 ? [besides] : []),
    chanceTold(
      'breeder.chance',
      chance,
      'By slips and by numbers that are given twice, so many people on one would come up',
    ),
    testedTold('documents.testedBreeders', { ...figures, what: 'breeder documents and photographs' }),
    ...protectedTold(figures.protected),
  ];
}
