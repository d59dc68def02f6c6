import type { Sample } from '@clew/engine/contribution/sample.ts';
import type { Mapping, PropertySource } from '@clew/model/mapping.ts';
import { findEntityType } from '@clew/model/ontology/ontology.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** Refuses a mapping that names what the ontology does not know, or columns that the file does not have. */
export function checkMapping(mapping: Mapping, sample: Pick<Sample, 'reader' | 'columns'>): void {
  const faults = [...ontologyFaults(mapping), ...columnFaults(mapping, sample)];
  if (Object.keys(mapping.subjects).length === 0) {
    faults.push('it has no subject');
  }
  if (faults.length === 0) return;
  const shown = faults.slice(0, 5).join('; ');
  const more = faults.length > 5 ? `; and ${faults.length - 5} more` : '';
  throw new Refusal(
    'mapping-invalid',
    `The mapping does not fit: ${shown}${more}.`,
    `The file has the columns: ${sample.columns.join(', ')}. Propose a mapping with: clew map FILE`,
  );
}

function ontologyFaults(mapping: Mapping): string[] {
  const faults: string[] = [];
  for (const [name, subject] of Object.entries(mapping.subjects)) {
    const type = findEntityType(subject.type);
    if (type === undefined) {
      faults.push(`subject ${name} has the unknown type ${subject.type}`);
      continue;
    }
    for (const [property, source] of Object.entries(subject.properties)) {
      if (type.properties[property] === undefined) {
        faults.push(`${subject.type} has no property ${property}`);
      }
      if (source.ref !== undefined && mapping.subjects[source.ref] === undefined) {
        faults.push(`${name}.${property} refers to ${source.ref}, which is no subject of this mapping`);
      }
    }
  }
  return faults;
}

/** Readers whose files name a column only where a row has a value. */
const sparse: ReadonlySet<string> = new Set(['json', 'ftm']);

function columnFaults(mapping: Mapping, sample: Pick<Sample, 'reader' | 'columns'>): string[] {
  const there = new Set(sample.columns);
  const named = [...new Set(columnsOf(mapping))];
  const missing = named.filter((column) => !there.has(column));
  if (sparse.has(sample.reader) && missing.length < named.length) return [];
  return missing.map((column) => `the file has no column ${JSON.stringify(column)}`);
}

function columnsOf(mapping: Mapping): string[] {
  const subjects = Object.values(mapping.subjects);
  return [
    ...(mapping.seen === undefined ? [] : [mapping.seen.column]),
    ...subjects.flatMap((subject) => [
      ...(subject.key ?? []),
      ...(subject.when === undefined ? [] : [subject.when.column]),
      ...Object.values(subject.properties).flatMap(sourceColumns),
    ]),
  ];
}

function sourceColumns(source: PropertySource): readonly string[] {
  return [...(source.columns ?? []), ...(source.alternatives ?? [])];
}
