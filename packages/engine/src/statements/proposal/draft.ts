import type { Mapping, PropertySource, SubjectMapping } from '@clew/model/mapping.ts';
import { findProperty } from '@clew/model/ontology/ontology.ts';
import { valueSeparator } from '../../contribution/reader.ts';
import type { Sample } from '../../contribution/sample.ts';
import type { Choice } from './choice.ts';
import { type Source, sourceFrom } from './property-source.ts';

export interface DraftSubject {
  readonly type: string;
  readonly properties: Record<string, PropertySource>;
  key?: readonly string[] | undefined;
  when?: SubjectMapping['when'];
}

/** A mapping in the making, and where in it each choice went. */
export class Draft {
  readonly #sample: Sample;
  readonly subjects = new Map<string, DraftSubject>();
  readonly places = new Map<Choice, { readonly subject: string; readonly property: string }>();

  constructor(sample: Sample) {
    this.#sample = sample;
  }

  subject(name: string, type: string): DraftSubject {
    const known = this.subjects.get(name);
    if (known !== undefined) return known;
    const subject: DraftSubject = { type, properties: {} };
    this.subjects.set(name, subject);
    return subject;
  }

  /** Adds the choices of one property to a subject: one column, or several that each hold a value of their own. */
  put(name: string, type: string, property: string, choices: readonly Choice[]): void {
    if (choices.length === 0) return;
    const kind = findProperty(type, property)?.kind;
    if (kind === undefined) return;
    const sources: Source[] = choices.map(({ column, given, options }) => ({ column, given, options }));
    const split =
      this.#sample.reader === 'csv' || this.#sample.reader === 'xlsx' ? undefined : valueSeparator;
    const subject = this.subject(name, type);
    subject.properties[property] = sourceFrom(kind, sources, { split });
    for (const choice of choices) this.place(choice, name, property);
  }

  putAll(name: string, type: string, choices: readonly Choice[]): void {
    const properties = new Set(choices.map(({ slot }) => slot.property));
    for (const property of properties) {
      this.put(
        name,
        type,
        property,
        choices.filter(({ slot }) => slot.property === property),
      );
    }
  }

  has(name: string, property: string): boolean {
    return this.subjects.get(name)?.properties[property] !== undefined;
  }

  /** Makes one subject refer to another, when both are there. */
  refer(from: string, property: string, to: string): void {
    const subject = this.subjects.get(from);
    if (subject === undefined || !this.subjects.has(to)) return;
    subject.properties[property] ??= { ref: to };
  }

  /** Takes the column of a property for the key of its subject. */
  keyBy(name: string, property: string): void {
    const subject = this.subjects.get(name);
    const column = subject?.properties[property]?.columns?.[0];
    if (subject !== undefined && column !== undefined) subject.key = [column];
  }

  /** Notes where a choice went, unless it has gone elsewhere before. */
  place(choice: Choice, subject: string, property: string): void {
    if (!this.places.has(choice)) this.places.set(choice, { subject, property });
  }

  mapping(seen: Choice | undefined): Mapping {
    const { reader, sheet, encoding, separator } = this.#sample;
    const subjects: Record<string, SubjectMapping> = {};
    for (const [name, { type, key, when, properties }] of this.subjects) {
      if (Object.keys(properties).length === 0) continue;
      subjects[name] = {
        type,
        ...(key === undefined ? {} : { key: [...key] }),
        ...(when === undefined ? {} : { when }),
        properties,
      };
    }
    const known = ['csv', 'xlsx', 'json', 'ftm'].find((id) => id === reader) as Mapping['reader'];
    return {
      clew: 1,
      ...(known === undefined ? {} : { reader: known }),
      ...(sheet === null ? {} : { sheet }),
      ...(encoding === null || known !== 'csv' ? {} : { encoding }),
      ...(separator === null || separator.length !== 1 ? {} : { separator }),
      ...(seen === undefined ? {} : { seen: { column: seen.column, ...orderOf(seen) } }),
      subjects,
    };
  }
}

function orderOf({ options }: Choice): Pick<NonNullable<Mapping['seen']>, 'order'> {
  return options.order === undefined ? {} : { order: options.order };
}
