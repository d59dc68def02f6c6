import { createHash } from 'node:crypto';
import { findProperty } from '@clew/model/ontology/ontology.ts';
import type { Purpose, SubjectCategory } from '@clew/model/terms/codes.ts';
import { isMatchable, isProtected, labelFrom, labelText } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import type { Row } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { clusterTable } from '../resolution/tables.ts';
import { labelTable, statementId, statementTable, subjectTable } from '../statements/tables.ts';

export interface FixtureStanding {
  readonly owner: string;
  readonly category?: SubjectCategory | undefined;
  readonly minor?: boolean;
  /** The ISO day that its statements bear; none unless told. */
  readonly seen?: string;
  /** For what the row may be used; cross-checking and strategic analysis unless told. */
  readonly purposes?: readonly Purpose[];
}

/** A value as compare key, with the original beside it where that differs; `@name` refers to another subject. */
export type FixtureValue = string | readonly [value: string, original: string];

/** Hand-made statements and clusters, by the names of their subjects: what tests of this stage and later ones read. */
export class GraphFixture {
  readonly #statements: Row<typeof statementTable>[] = [];
  readonly #clusters = new Map<bigint, Row<typeof clusterTable>>();
  readonly #labels = new Map<bigint, Row<typeof labelTable>>();
  readonly #same: (readonly [string, string])[] = [];
  #row = 0;

  /** States a subject. A property with several values takes a list of lists: `[['a'], ['b']]`. */
  subject(
    name: string,
    type: string,
    standing: FixtureStanding,
    properties: Readonly<Record<string, FixtureValue | readonly (readonly [string, string?])[]>>,
  ): this {
    const label = this.#labelOf(type, standing);
    this.#clusters.set(hashed(name), {
      subject: hashed(name),
      type,
      entity: hashed(name),
      component: hashed(name),
    });
    this.#row++;
    for (const [property, given] of Object.entries(properties)) {
      const meant = findProperty(type, property);
      if (meant === undefined) throw new Error(`No property ${property} of ${type}`);
      for (const [first, original = null] of severalOf(given)) {
        const value = first.startsWith('@') ? hashed(first.slice(1)).toString(16).padStart(16, '0') : first;
        this.#statements.push({
          contribution: standing.owner,
          row: this.#row,
          subject: hashed(name),
          type,
          property,
          value,
          original,
          first_seen: standing.seen ?? null,
          last_seen: standing.seen ?? null,
          label,
        });
        if (meant.range !== undefined && meant.kind !== 'ref') {
          const subject = valueId(meant.range, value);
          this.#clusters.set(subject, { subject, type: meant.range, entity: subject, component: subject });
        }
      }
    }
    return this;
  }

  /** States a subject in the row of the one before. */
  besides(...stated: Parameters<GraphFixture['subject']>): this {
    this.#row--;
    return this.subject(...stated);
  }

  /** Says that two subjects are one entity. */
  same(a: string, b: string): this {
    this.#same.push([a, b]);
    return this;
  }

  reversed(): this {
    this.#statements.reverse();
    return this;
  }

  /** The entity of a subject. */
  entity(name: string): bigint {
    const id = hashed(name);
    const merged = this.#same.filter((pair) => pair.includes(name)).flatMap((pair) => pair.map(hashed));
    const [least = id] = [id, ...merged].sort((a, b) => (a < b ? -1 : 1));
    return least;
  }

  subjectId(name: string): bigint {
    return hashed(name);
  }

  valueEntity(type: string, value: string): bigint {
    return valueId(type, value);
  }

  short(name: string): string {
    return this.entity(name).toString(16).padStart(16, '0').slice(-6);
  }

  valueShort(type: string, value: string): string {
    return valueId(type, value).toString(16).padStart(16, '0').slice(-6);
  }

  statementIds(): Query {
    return sql`select ${statementId('s')} from ${statementTable} s`;
  }

  async load(lake: Lake): Promise<void> {
    for (const [a, b] of this.#same) {
      const entity = this.entity(a);
      for (const name of [a, b]) {
        const row = this.#clusters.get(hashed(name));
        if (row !== undefined) this.#clusters.set(hashed(name), { ...row, entity });
      }
    }
    await loadTable(lake, statementTable, this.#statements);
    await loadTable(lake, labelTable, this.#labels.values());
    await loadTable(lake, clusterTable, this.#clusters.values());
    await loadTable(lake, subjectTable, this.#subjects());
  }

  /** Each subject in each record that states something of it. */
  #subjects(): readonly Row<typeof subjectTable>[] {
    const rows = new Map<string, Row<typeof subjectTable>>();
    for (const { contribution, row, subject, type } of this.#statements)
      rows.set(`${contribution} ${row} ${subject}`, {
        contribution,
        row,
        subject,
        type,
        name: type,
        key: null,
      });
    return [...rows.values()];
  }

  #labelOf(type: string, { owner, category, minor = false, purposes }: FixtureStanding): bigint {
    const terms = termsSchema.parse(purposes === undefined ? {} : { purposes });
    const label = labelFrom(owner, terms, { category, minor, personal: type === 'person' });
    const content = labelText(label);
    const id = hashed(content);
    this.#labels.set(id, {
      label: id,
      owner,
      matchable: isMatchable(label),
      protected: isProtected(label),
      content,
    });
    return id;
  }
}

function severalOf(
  given: FixtureValue | readonly (readonly [string, string?])[],
): readonly (readonly [string, string?])[] {
  if (typeof given === 'string') return [[given]];
  return isPair(given) ? [given] : given;
}

function isPair(
  given: readonly [string, string] | readonly (readonly [string, string?])[],
): given is readonly [string, string] {
  return typeof given[0] === 'string';
}

function hashed(text: string): bigint {
  return createHash('sha256').update(text).digest().readBigUInt64BE(0);
}

/** As `md5_number_lower('<type>|<value>')` in the lake: the last eight bytes, the least significant first. */
function valueId(type: string, value: string): bigint {
  return createHash('md5').update(`${type}|${value}`).digest().readBigUInt64LE(8);
}
