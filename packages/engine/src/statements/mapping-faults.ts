import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import { findEntityType, ontology } from '@clew/model/ontology/ontology.ts';
import { foldPhrase } from '@clew/model/values/fold.ts';
import { editDistance } from './edit-distance.ts';

/** What is wrong with a mapping, a sentence each, with the nearest known name. */
export function mappingFaults(mapping: Mapping, columns?: readonly string[]): readonly string[] {
  const names = Object.keys(mapping.subjects);
  const faults: string[] = [];
  if (names.length === 0) faults.push('It has no subjects.');
  for (const [name, subject] of Object.entries(mapping.subjects)) {
    faults.push(...subjectFaults(name, subject, mapping));
  }
  if (columns !== undefined) {
    const known = new Set(columns);
    for (const column of columnsOf(mapping)) {
      if (!known.has(column)) faults.push(`The file has no column "${column}"${nearest(column, columns)}.`);
    }
  }
  return faults;
}

function subjectFaults(name: string, subject: SubjectMapping, mapping: Mapping): string[] {
  const type = findEntityType(subject.type);
  if (type === undefined) {
    const known = nearest(
      subject.type,
      ontology.map(({ id }) => id),
    );
    return [`The subject "${name}" has the type "${subject.type}", which is not known${known}.`];
  }
  const faults: string[] = [];
  const subjects = Object.keys(mapping.subjects);
  for (const [property, source] of Object.entries(subject.properties)) {
    const known = Object.hasOwn(type.properties, property) ? type.properties[property] : undefined;
    if (known === undefined) {
      faults.push(
        `${type.title} has no property "${property}"${nearest(property, Object.keys(type.properties))}.`,
      );
    } else if (known.kind === 'ref' || source.ref !== undefined) {
      faults.push(
        ...referenceFaults({
          place: `${name}.${property}`,
          range: known.kind === 'ref' ? known.range : undefined,
          source,
          mapping,
          subjects,
        }),
      );
    } else if (isEmpty(source)) {
      faults.push(`"${name}.${property}" names no columns.`);
    }
  }
  return faults;
}

interface Reference {
  readonly place: string;
  readonly range: string | undefined;
  readonly source: PropertySource;
  readonly mapping: Mapping;
  readonly subjects: readonly string[];
}

function referenceFaults({ place, range, source, mapping, subjects }: Reference): string[] {
  if (range === undefined) return [`"${place}" takes a value from columns, not a "ref".`];
  if (source.ref === undefined) return [`"${place}" needs a "ref" to a subject of type ${range}.`];
  const target = mapping.subjects[source.ref];
  if (target === undefined) {
    return [`"${place}" refers to "${source.ref}", which is no subject${nearest(source.ref, subjects)}.`];
  }
  if (target.type === range) return [];
  return [`"${place}" refers to "${source.ref}" of type ${target.type}; it needs one of type ${range}.`];
}

function isEmpty(source: PropertySource): boolean {
  return (
    source.literal === undefined && (source.columns ?? []).length + (source.alternatives ?? []).length === 0
  );
}

/** Every column that a mapping names, once. */
export function columnsOf(mapping: Mapping): readonly string[] {
  const columns = new Set<string>();
  if (mapping.seen !== undefined) columns.add(mapping.seen.column);
  for (const { key, when, properties } of Object.values(mapping.subjects)) {
    for (const column of key ?? []) columns.add(column);
    if (when !== undefined) columns.add(when.column);
    for (const source of Object.values(properties)) {
      for (const column of [...(source.columns ?? []), ...(source.alternatives ?? [])]) columns.add(column);
    }
  }
  return [...columns];
}

/** `; did you mean "x"?` where a known name is close. */
function nearest(name: string, known: readonly string[]): string {
  const folded = foldPhrase(name);
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(folded.length / 3)) + 1;
  for (const candidate of known.slice(0, 2000)) {
    const distance = editDistance(folded, foldPhrase(candidate.slice(0, 100)));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best === undefined ? '' : `; perhaps "${best}" is meant`;
}
