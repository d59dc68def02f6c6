// In: the beginning of a partner's file.
// Out: a mapping that reads it, and for each column what it was taken for, how sure that is, and why.
// Invariant: the mapping is valid, names only columns of the file, and every column is accounted for.
import type { Mapping } from '@clew/model/mapping.ts';
import type { Sample } from '../contribution/sample.ts';
import { buildMapping } from './proposal/build-mapping.ts';
import { chooseSlots } from './proposal/choose-slots.ts';
import { recordTypesOf } from './proposal/record-types.ts';

export interface ProposedColumn {
  readonly column: string;
  /** The subject's name in the mapping; `row` for what is said of the row itself; null when the column is left out. */
  readonly subject: string | null;
  readonly property: string | null;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

export interface Proposal {
  readonly mapping: Mapping;
  readonly columns: readonly ProposedColumn[];
}

/** Proposes how to read a file. `country` is that of its owner, where national phone numbers are at home. */
export function proposeMapping(
  sample: Sample,
  options: { readonly country?: string | undefined } = {},
): Proposal {
  const chosen = chooseSlots(sample, options.country);
  const types = recordTypesOf(sample.reader, chosen.columns);
  const { mapping, places } = buildMapping(sample, chosen, types);
  const byColumn = new Map(chosen.choices.map((choice) => [choice.column, choice]));
  const columns = sample.columns.map((column): ProposedColumn => {
    if (column === types?.column) {
      const reason = 'it says whether the row is about a person or an organisation';
      return { column, subject: 'row', property: 'type', confidence: 0.95, reason };
    }
    const choice = byColumn.get(column);
    if (choice === undefined || choice.slot.id === 'row.skip') {
      const reason = choice === undefined ? chosen.leftOut.get(column) : 'nothing that is stated';
      return { column, subject: null, property: null, confidence: 0, reason: reason ?? 'not known' };
    }
    const place = column === mapping.seen?.column ? { subject: 'row', property: 'seen' } : places.get(choice);
    if (place === undefined) {
      const reason = `it looks like ${choice.slot.id}, which has no place in this file`;
      return { column, subject: null, property: null, confidence: 0, reason };
    }
    return { column, ...place, confidence: choice.confidence, reason: choice.reason };
  });
  return { mapping, columns };
}
