import type { Detector } from '../../findings/detector.ts';
import { detectors } from '../../findings/detectors.ts';
import { findingTable } from '../../findings/tables.ts';
import { sql } from '../../lake/sql.ts';
import type { Indicator } from './indicator.ts';

/** Leads of one detector, by kind. */
export function leadsOf({ id, title }: Pick<Detector, 'id' | 'title'>): Indicator {
  return {
    id: `leads.${id}`,
    title: `${title}: leads proposed for review, by kind`,
    unit: 'leads',
    dimension: 'kind',
    cells: 'disjoint',
    smallCells: false,
    query: () => sql`
      select kind as dimension, count(*) as value from ${findingTable} where detector = ${id}
      group by kind order by value desc, dimension`,
  };
}

export const leads: readonly Indicator[] = detectors.map(leadsOf);
