// In: a mapping and what somebody corrects in it. Out: the corrected mapping.
// Invariant: what is not corrected stays; a property that reads nothing more goes; nothing is changed in place.

import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import { findEntityType, findProperty } from '@clew/model/ontology/ontology.ts';

/** What a column becomes. The subject `row` with the property `seen` dates the row. */
export interface Target {
  readonly subject: string;
  readonly property: string;
}

/** One column for one property. */
export interface ColumnUse extends Target {
  readonly column: string;
  readonly type: string;
}

export const rowDate: Target = { subject: 'row', property: 'seen' };

export function isSame(one: Target | null, other: Target | null): boolean {
  return one?.subject === other?.subject && one?.property === other?.property;
}

/** Every column that a mapping reads for a property, in its order; one that is read twice is there twice. */
export function columnUses({ subjects, seen }: Mapping): readonly ColumnUse[] {
  const uses = Object.entries(subjects).flatMap(([subject, { type, properties }]) =>
    Object.entries(properties).flatMap(([property, { columns = [], alternatives = [] }]) =>
      [...columns, ...alternatives].map((column) => ({ column, subject, type, property })),
    ),
  );
  return seen === undefined ? uses : [...uses, { column: seen.column, type: 'row', ...rowDate }];
}

/** How a property is read; for the date of the row as far as it is the same. */
export function sourceOf(mapping: Mapping, { subject, property }: Target): PropertySource {
  if (subject === rowDate.subject) return { order: mapping.seen?.order };
  return mapping.subjects[subject]?.properties[property] ?? {};
}

/** A column taken from one target and put to another; null: from none, to none. */
export function withColumnMoved(
  mapping: Mapping,
  move: { readonly column: string; readonly from: Target | null; readonly to: Target | null },
): Mapping {
  const without = move.from === null ? mapping : withoutColumn(mapping, move.column, move.from);
  return move.to === null ? without : withColumn(without, move.column, move.to);
}

/** A property read another way; what is undefined in the change is no longer said. */
export function withSource(mapping: Mapping, target: Target, change: Partial<PropertySource>): Mapping {
  if (target.subject === rowDate.subject) {
    if (mapping.seen === undefined) return mapping;
    const { order } = change;
    const { column } = mapping.seen;
    return { ...mapping, seen: order === undefined ? { column } : { column, order } };
  }
  const source = said({ ...sourceOf(mapping, target), ...change });
  return withProperty(mapping, target, isRead(source) ? source : undefined);
}

function said(source: PropertySource): PropertySource {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));
}

function withoutColumn(mapping: Mapping, column: string, from: Target): Mapping {
  if (from.subject === rowDate.subject) {
    const { seen, ...rest } = mapping;
    return seen?.column === column ? rest : mapping;
  }
  if (mapping.subjects[from.subject]?.properties[from.property] === undefined) return mapping;
  const { columns, alternatives } = sourceOf(mapping, from);
  const kept = (names: readonly string[] | undefined) => names?.filter((name) => name !== column);
  return withSource(mapping, from, {
    columns: kept(columns) as string[] | undefined,
    alternatives: kept(alternatives) as string[] | undefined,
  });
}

/** Kinds whose columns make one value together; of all others each column holds one of its own. */
const joined: ReadonlySet<string> = new Set(['name', 'address', 'place', 'text']);

function withColumn(mapping: Mapping, column: string, to: Target): Mapping {
  if (to.subject === rowDate.subject) return { ...mapping, seen: { column } };
  const ready = withSubject(mapping, to.subject, column);
  const { columns = [], alternatives = [] } = sourceOf(ready, to);
  const kind = findProperty(ready.subjects[to.subject]?.type ?? '', to.property)?.kind ?? 'text';
  const isFirst = columns.length + alternatives.length === 0;
  return withSource(
    ready,
    to,
    isFirst || (joined.has(kind) && alternatives.length === 0)
      ? { columns: [...columns, column] }
      : { alternatives: [...alternatives, column] },
  );
}

/** A subject that the mapping does not have yet is named as its type, and tied to what is there. */
export function withSubject(mapping: Mapping, name: string, column?: string): Mapping {
  const type = findEntityType(name);
  if (Object.hasOwn(mapping.subjects, name) || type === undefined) return mapping;
  const isKeyed = type.identification === 'by-record' && column !== undefined && !isEvent(name);
  const fresh: SubjectMapping = { type: name, ...(isKeyed ? { key: [column] } : {}), properties: {} };
  const known = Object.entries(mapping.subjects);
  const pointing = referenceFrom(name, known);
  const pointed = known.flatMap(([subject, { type: of }]) => {
    const property = referenceTo(of, name);
    return property === undefined ? [] : [{ subject, property }];
  });
  const subjects = { ...mapping.subjects, [name]: { ...fresh, properties: pointing } };
  return pointed
    .filter(({ subject, property }) => mapping.subjects[subject]?.properties[property] === undefined)
    .reduce((next, target) => withProperty(next, target, { ref: name }), { ...mapping, subjects });
}

/** Types of which each row tells a new one: a case goes on over many rows, what happened once does not. */
function isEvent(type: string): boolean {
  return type !== 'case';
}

/** The property by which things of a type refer to things of another. */
export function referenceTo(type: string, range: string): string | undefined {
  const properties = Object.entries(findEntityType(type)?.properties ?? {});
  return properties.find(([, { kind, range: to }]) => kind === 'ref' && to === range)?.[0];
}

function referenceFrom(
  type: string,
  known: readonly (readonly [string, SubjectMapping])[],
): Record<string, PropertySource> {
  const references = known.flatMap(([subject, { type: range }]) => {
    const property = referenceTo(type, range);
    return property === undefined ? [] : [[property, { ref: subject }] as const];
  });
  return Object.fromEntries(references.reverse());
}

function isRead({ columns = [], alternatives = [], literal, ref }: PropertySource): boolean {
  return columns.length + alternatives.length > 0 || literal !== undefined || ref !== undefined;
}

function withProperty(mapping: Mapping, at: Target, source: PropertySource | undefined): Mapping {
  const subject = mapping.subjects[at.subject];
  if (subject === undefined) return mapping;
  const { [at.property]: before, ...others } = subject.properties;
  const properties =
    source === undefined
      ? others
      : before === undefined
        ? { ...others, [at.property]: source }
        : { ...subject.properties, [at.property]: source };
  return { ...mapping, subjects: { ...mapping.subjects, [at.subject]: { ...subject, properties } } };
}
