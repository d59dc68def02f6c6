import {
  isMatchable,
  isProtected,
  joinLabels,
  type Label,
  labelFrom,
  labelText,
} from '@clew/model/terms/label.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import type { Row } from '../lake/table.ts';
import type { Standing } from './standing.ts';
import { idOf } from './subject-id.ts';
import type { labelTable } from './tables.ts';

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

  /** The number of the label of what is a person's, or of several persons; of a mere thing where there are none. */
  numberOf(persons: readonly Standing[]): number {
    const key = persons
      .map(({ category, unreadable, minor }) => `${category ?? ''}|${unreadable}|${minor}`)
      .join('||');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const label = this.#labelOf(persons);
    const id = idOf(labelText(label));
    let number = this.ids.indexOf(id);
    if (number < 0) {
      number = this.ids.push(id) - 1;
      this.#labels.push(label);
    }
    this.#numbers.set(key, number);
    return number;
  }

  #labelOf(persons: readonly Standing[]): Label {
    const thing = labelFrom(this.#owner, this.#terms, { minor: false, personal: false });
    const { category: _, ...uncategorised } = this.#terms;
    return persons
      .map(({ category, minor, unreadable }) =>
        labelFrom(this.#owner, unreadable ? uncategorised : this.#terms, { category, minor, personal: true }),
      )
      .reduce(joinLabels, thing);
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
