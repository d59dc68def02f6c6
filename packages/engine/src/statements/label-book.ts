import { isMatchable, isProtected, type Label, labelFrom, labelText } from '@clew/model/terms/label.ts';
import type { SubjectCategory, Terms } from '@clew/model/terms/terms.ts';
import type { Row } from '../lake/table.ts';
import { idOf } from './subject-id.ts';
import type { labelTable } from './tables.ts';

export interface Standing {
  readonly category: SubjectCategory | undefined;
  /** The row gives a category that cannot be read: nobody knows it, whatever the terms say of the rest. */
  readonly unreadable: boolean;
  readonly minor: boolean;
  readonly personal: boolean;
}

/** The distinct labels of one contribution, numbered in the order of first use. */
export class LabelBook {
  readonly #owner: string;
  readonly #terms: Terms;
  readonly #numbers = new Map<string, number>();
  readonly #labels: Label[] = [];
  readonly ids: bigint[] = [];

  constructor(owner: string, terms: Terms) {
    this.#owner = owner;
    this.#terms = terms;
  }

  /** The number of the label of a subject with this standing. */
  numberOf(standing: Standing): number {
    const key = `${standing.category ?? ''}|${standing.unreadable}|${standing.minor}|${standing.personal}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const { category: _, ...uncategorised } = this.#terms;
    const terms = standing.unreadable ? uncategorised : this.#terms;
    const label = labelFrom(this.#owner, terms, standing);
    const id = idOf(labelText(label));
    let number = this.ids.indexOf(id);
    if (number < 0) {
      number = this.ids.push(id) - 1;
      this.#labels.push(label);
    }
    this.#numbers.set(key, number);
    return number;
  }

  rows(): readonly Row<typeof labelTable>[] {
    return this.#labels
      .map((label, number) => ({
        label: this.ids[number] as bigint,
        owner: this.#owner,
        matchable: isMatchable(label),
        protected: isProtected(label),
        content: labelText(label),
      }))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  }
}
