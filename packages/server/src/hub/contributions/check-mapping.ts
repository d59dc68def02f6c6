import type { Sample } from '@clew/engine/contribution/sample.ts';
import { columnsOf, mappingFaults } from '@clew/engine/statements/mapping-faults.ts';
import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** Refuses a mapping that names what the ontology does not know, or columns that the file does not have. */
export function checkMapping(mapping: Mapping, sample: Pick<Sample, 'reader' | 'columns'>): void {
  const faults = mappingFaults(mapping, mayLackColumns(mapping, sample) ? undefined : sample.columns);
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5).join(' ');
  const more = faults.length > 5 ? ` And ${faults.length - 5} more.` : '';
  throw new Refusal(
    'mapping-invalid',
    `The mapping does not fit. ${shown}${more}`,
    `The file has the columns: ${columnList(sample.columns)}. Propose a mapping with: clew map FILE`,
  );
}

/** Readers whose files name a column only where a row has a value. */
const sparse: ReadonlySet<string> = new Set(['json', 'ftm']);

/** The sample of a sparse file may lack columns that come later, but not all of them. */
function mayLackColumns(mapping: Mapping, { reader, columns }: Pick<Sample, 'reader' | 'columns'>): boolean {
  return sparse.has(reader) && columnsOf(mapping).some((column) => columns.includes(column));
}

const columnsShown = 40;

function columnList(columns: readonly string[]): string {
  const shown = columns.slice(0, columnsShown).join(', ');
  return columns.length > columnsShown ? `${shown} and ${columns.length - columnsShown} more` : shown;
}
