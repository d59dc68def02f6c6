import type { Lake } from '../../lake/lake.ts';
import type { Proposed } from '../detector.ts';
import { counted } from '../say-figures.ts';
import { chanceTold, saidAs, type Told } from '../told.ts';
import type { FoundGroup } from './customers.ts';
import { areasTold, protectedTold, testedTold } from './document-sentences.ts';
import type { Binding } from './suppliers.ts';
import { type BehindGroup, behindGroups } from './tell-customers.ts';

/** Gathers the evidence of each supplier and puts it into words. */
export async function tellSuppliers(
  lake: Lake,
  found: readonly FoundGroup[],
  context: {
    readonly tested: number;
    readonly otherwise: readonly string[];
    readonly bindings: ReadonlyMap<bigint, Binding>;
  },
): Promise<Proposed[]> {
  const { tested, otherwise, bindings } = context;
  const mainOf = (provider: bigint) => bindings.get(provider)?.source ?? provider;
  const behind = await behindGroups(lake, found, mainOf);
  return found.flatMap((one, place): Proposed[] => {
    const rests = behind[place];
    const binding = bindings.get(one.provider);
    if (rests === undefined || binding === undefined) return [];
    const { people, members, networks, chance, chanceCorrected } = one;
    const { documents, forged, areas } = rests;
    const { marks, runs, grounds } = binding;
    return [
      {
        // Crime areas are those of all cases of the customers.
        kind: rests.areas.length < 2 ? 'of-networks' : 'customers',
        subjects: rests.subjects,
        evidence: rests.evidence,
        labels: rests.labels,
        reason: {
          ...saidAs(supplierTold({ ...one, ...rests, ...binding, tested })),
          otherwise,
          figures: {
            ...{ documents, forged, people, members, networks, areas },
            ...{ marks, runs, grounds, chance, chanceCorrected, tested },
          },
          picture: rests.picture,
        },
        chance,
        chanceCorrected,
      },
    ];
  });
}

export type SupplierFigures = Omit<Binding, 'source'> &
  Omit<FoundGroup, 'areas'> &
  Pick<BehindGroup, 'documents' | 'forged' | 'areas' | 'protected'> & { readonly tested: number };

/** The sentences of a lead. */
export function supplierTold(figures: SupplierFigures): readonly Told[] {
  const { documents, forged, marks, runs, grounds } = figures;
  return [
    {
      code: 'suppliers.documents',
      values: { documents, forged },
      words: `${documents} documents are bound to one supplier. Examined and found false: ${forged} of them.`,
    },
    {
      code: 'suppliers.binding',
      values: { marks, runs, grounds },
      words: `What binds them: ${counted(marks, 'mark')} of a printer, ${counted(runs, 'run')} of numbers, ${counted(grounds, 'photograph or breeder document', 'photographs or breeder documents')}.`,
    },
    customersTold(figures),
    ...areasTold(figures.areas),
    linksChanceTold(figures.chance),
    testedTold('documents.testedSuppliers', { ...figures, what: 'suppliers' }),
    ...protectedTold(figures.protected),
  ];
}

/** Of how many networks those who carry the documents are. */
export function customersTold(figures: Pick<SupplierFigures, 'members' | 'people' | 'networks'>): Told {
  const { members, people, networks } = figures;
  return {
    code: 'documents.networks',
    values: { members, people, networks },
    words: `${members} of the ${people} people who carry them belong to ${networks} networks.`,
  };
}

/** The chance under the null of facilitators. */
export function linksChanceTold(chance: number): Told {
  return chanceTold(
    'documents.linksChance',
    chance,
    'Were links spread by chance, with as many for everyone as now, this or more would come up',
  );
}
