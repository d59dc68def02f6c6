import type { Lake } from '../../lake/lake.ts';
import { sql } from '../../lake/sql.ts';
import { clusterTable } from '../../resolution/tables.ts';
import { valueSubject } from '../../resolution/value-subject.ts';
import type { Proposed } from '../detector.ts';
import type { Tested } from '../facilitators/candidate.ts';
import { saidAs, type Told } from '../told.ts';
import { bearingTable } from './bearings.ts';
import { documentGroupTable, type FoundGroup, testCustomers } from './customers.ts';
import { areasTold, protectedTold, testedTold } from './document-sentences.ts';
import { customersTold, linksChanceTold } from './supplier-customers.ts';
import { type BehindGroup, behindGroups } from './tell-customers.ts';

/** Fills `documentGroupTable` with the documents of each address and each sponsor, and tests whom they reach. */
export async function testGrounds(lake: Lake): Promise<Tested> {
  await lake.run(sql`create or replace table ${documentGroupTable} as
    select distinct b.sort as layer, coalesce(c.entity, b.subject) as provider, b.document
    from (
      select sort, document, ${valueSubject(sql`sort`, sql`value`)}::ubigint as subject from ${bearingTable}
      where sort in ('address', 'sponsor')
    ) b left join ${clusterTable} c on c.subject = b.subject order by all`);
  return testCustomers(lake);
}

/** Gathers the evidence of each address and sponsor and puts it into words. */
export async function tellGrounds(
  lake: Lake,
  found: readonly FoundGroup[],
  context: { readonly tested: number; readonly otherwise: readonly string[] },
): Promise<Proposed[]> {
  const behind = await behindGroups(lake, found, (provider) => provider);
  const { tested, otherwise } = context;
  return found.flatMap((one, place): Proposed[] => {
    const rests = behind[place];
    if (rests === undefined) return [];
    const { type, people, members, networks, chance, chanceCorrected } = one;
    const { documents, forged, areas } = rests;
    return [
      {
        kind: type,
        subjects: rests.subjects,
        evidence: rests.evidence,
        labels: rests.labels,
        reason: {
          ...saidAs(groundTold({ ...one, ...rests, tested })),
          otherwise,
          figures: { documents, forged, people, members, networks, areas, chance, chanceCorrected, tested },
          picture: rests.picture,
        },
        chance,
        chanceCorrected,
      },
    ];
  });
}

export type GroundFigures = Omit<FoundGroup, 'areas'> &
  Pick<BehindGroup, 'documents' | 'forged' | 'areas' | 'protected'> & { readonly tested: number };

/** The sentences of a lead. */
export function groundTold(figures: GroundFigures): readonly Told[] {
  const { type, documents, forged } = figures;
  return [
    {
      code: `breeder.${type}`,
      values: { documents, forged },
      words: `${documents} documents name one ${type}. Examined and found false: ${forged} of them.`,
    },
    customersTold(figures),
    ...areasTold(figures.areas),
    linksChanceTold(figures.chance),
    testedTold('documents.testedGrounds', { ...figures, what: 'addresses and sponsors' }),
    ...protectedTold(figures.protected),
  ];
}
