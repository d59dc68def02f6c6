import { mappingSchema } from '@clew/model/mapping.ts';
import type { Sample } from '../contribution/sample.ts';
import { mappingFaults } from './mapping-faults.ts';
import { proposeMapping } from './propose-mapping.ts';

/** A sample from lines of cells apart by `|`, the first being the header. */
export function table(text: string, reader = 'csv'): Sample {
  const [header, ...lines] = text.trim().split('\n') as [string, ...string[]];
  const columns = header.split('|').map((cell) => cell.trim());
  const rows = lines.map((line) =>
    Object.fromEntries(
      line
        .split('|')
        .map((cell, index) => [columns[index] as string, cell.trim()])
        .filter(([, cell]) => cell !== ''),
    ),
  );
  return { reader, encoding: 'utf-8', separator: ',', sheet: null, columns, rows };
}

/** The proposal in short: a line a column, then what is put together. Throws where it is no mapping of the sample. */
export function told(sample: Sample, country?: string): string[] {
  const { mapping, columns } = proposeMapping(sample, { country });
  mappingSchema.parse(mapping);
  const faults = mappingFaults(mapping, sample.columns);
  if (faults.length > 0) throw new Error(faults.join(' '));
  const structure = Object.entries(mapping.subjects).map(([name, { type, key, when, properties }]) => {
    const refs = Object.entries(properties).filter(([, { ref }]) => ref !== undefined);
    const joined = Object.entries(properties).filter(([, source]) => (source.columns ?? []).length > 1);
    return [
      `${name}: ${type}`,
      key === undefined ? '' : ` by ${key.join('+')}`,
      when === undefined ? '' : ` when ${when.column} in ${when.in.join('/')}`,
      ...refs.map(([property, { ref }]) => `, ${property} -> ${ref}`),
      ...joined.map(([property, source]) => `, ${property} = ${source.columns?.join(' + ')}`),
    ].join('');
  });
  return [
    ...columns.map(({ column, subject, property }) =>
      subject === null ? `${column}: -` : `${column}: ${subject}.${property}`,
    ),
    ...structure,
  ];
}
