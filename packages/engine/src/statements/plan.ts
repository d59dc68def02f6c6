import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import type { EntityType } from '@clew/model/ontology/entity-type.ts';
import { findEntityType, findProperty } from '@clew/model/ontology/ontology.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { failed, nothing } from '@clew/model/values/parsed.ts';
import { cellParser, type ParseCell } from './cell-parser.ts';
import { type ParseDate, seenParser } from './seen.ts';

/** A mapping made ready for reading rows. */
export interface Plan {
  readonly subjects: readonly SubjectPlan[];
  /** What the codes in short statements stand for, by code. */
  readonly properties: readonly PropertyCode[];
  readonly seen: { readonly column: string; readonly parse: ParseDate } | undefined;
  /** By subject: the indices of the persons of the row whose standing it takes. Of persons none: they have their own. */
  readonly bearers: readonly (readonly number[])[];
}

export interface PropertyCode {
  readonly type: string;
  readonly property: string;
}

export interface SubjectPlan {
  readonly name: string;
  readonly index: number;
  readonly type: string;
  readonly isPerson: boolean;
  readonly key: readonly string[] | undefined;
  readonly when: { readonly column: string; readonly values: ReadonlySet<string> } | undefined;
  readonly properties: readonly PropertyPlan[];
  readonly references: readonly ReferencePlan[];
  /** The code of `name`, which persons get from the parts of their name or from an alias. */
  readonly nameCode: number;
}

export interface PropertyPlan {
  readonly code: number;
  readonly property: string;
  readonly columns: readonly string[];
  readonly alternatives: readonly string[];
  readonly join: string;
  readonly split: string | undefined;
  readonly literal: string | undefined;
  readonly parse: ParseCell;
}

export interface ReferencePlan {
  readonly code: number;
  /** The index of the subject that is referred to. */
  readonly target: number;
}

/** Whether the legal profile lets nobody keep a property of a type. */
export type Refused = (type: string, property: string) => boolean;

/** Makes a mapping ready. Values of refused properties become problems. Throws `Refusal('mapping-invalid')` where it names what is not there. */
export function planFrom(mapping: Mapping, refused: Refused = () => false): Plan {
  const properties: PropertyCode[] = [];
  const codes = new Map<string, number>();
  const codeOf = (type: string, property: string): number => {
    const id = `${type}.${property}`;
    const known = codes.get(id);
    if (known !== undefined) return known;
    codes.set(id, properties.length);
    return properties.push({ type, property }) - 1;
  };
  const names = Object.keys(mapping.subjects);
  const subjects = names.map((name, index) =>
    subjectPlan(mapping.subjects[name] as SubjectMapping, { name, index, names, codeOf, refused }),
  );
  const seen =
    mapping.seen === undefined
      ? undefined
      : { column: mapping.seen.column, parse: seenParser(mapping.seen.order) };
  return { subjects, properties, seen, bearers: bearersOf(subjects, properties) };
}

/** Who bears each thing, by the references that the ontology marks with `standing`, whichever end states them. */
function bearersOf(
  subjects: readonly SubjectPlan[],
  properties: readonly PropertyCode[],
): readonly (readonly number[])[] {
  const bearers = subjects.map(() => new Set<number>());
  for (const { index, isPerson, references } of subjects) {
    for (const { code, target } of references) {
      const { type, property } = properties[code] as PropertyCode;
      if (findProperty(type, property)?.standing !== true) continue;
      const [thing, person] = isPerson ? [target, index] : [index, target];
      if (!subjects[thing]?.isPerson) bearers[thing]?.add(person);
    }
  }
  return bearers.map((each) => [...each]);
}

interface Surroundings {
  readonly name: string;
  readonly index: number;
  readonly names: readonly string[];
  readonly codeOf: (type: string, property: string) => number;
  readonly refused: Refused;
}

function subjectPlan(subject: SubjectMapping, around: Surroundings): SubjectPlan {
  const type = findEntityType(subject.type);
  if (type === undefined) throw misfit(`There is no type "${subject.type}".`);
  const properties: PropertyPlan[] = [];
  const references: ReferencePlan[] = [];
  for (const [property, source] of Object.entries(subject.properties)) {
    const code = around.codeOf(type.id, property);
    if (source.ref !== undefined) {
      const target = around.names.indexOf(source.ref);
      if (target < 0) throw misfit(`There is no subject "${source.ref}".`);
      references.push({ code, target });
    } else {
      const plan = propertyPlan(type, property, { source, code });
      properties.push(
        around.refused(type.id, property) ? { ...plan, literal: undefined, parse: refuse } : plan,
      );
    }
  }
  return {
    name: around.name,
    index: around.index,
    type: type.id,
    isPerson: type.id === 'person',
    key: subject.key,
    when:
      subject.when === undefined
        ? undefined
        : { column: subject.when.column, values: new Set(subject.when.in) },
    properties,
    references,
    nameCode: type.id === 'person' ? around.codeOf('person', 'name') : -1,
  };
}

const refuse: ParseCell = (text) => (text.trim() === '' ? nothing : failed('property-refused'));

function propertyPlan(
  type: EntityType,
  property: string,
  from: { readonly source: PropertySource; readonly code: number },
): PropertyPlan {
  const known = Object.hasOwn(type.properties, property) ? type.properties[property] : undefined;
  if (known === undefined) throw misfit(`There is no property "${property}" of ${type.id}.`);
  if (known.kind === 'ref') throw misfit(`The property "${property}" of ${type.id} needs a ref.`);
  const { source, code } = from;
  return {
    code,
    property,
    columns: source.columns ?? [],
    alternatives: source.alternatives ?? [],
    join: source.join ?? ' ',
    split: source.split === '' ? undefined : source.split,
    literal: source.literal,
    parse: cellParser(known, source, type.id === 'person' ? 'person' : 'other'),
  };
}

function misfit(sentence: string): Refusal {
  return new Refusal('mapping-invalid', sentence, 'Let `clew map` propose a mapping and start from that.');
}
