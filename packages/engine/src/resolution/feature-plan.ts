import type { Range } from './tiles.ts';

/** Values of one trait of one subject beyond this number are left out of comparison. */
export const mostValues = 24;

/** Which properties become which columns of the feature table of a type, besides `n` and `subject`. */
export interface FeaturePlan {
  /** `name` and `names`: forms of person or organisation names. */
  readonly names?: {
    readonly kind: 'person' | 'organization';
    /** Properties with whole names. */
    readonly whole: readonly string[];
    /** Properties with parts: given names first, family name last. */
    readonly given: readonly string[];
    readonly family: readonly string[];
  };
  /** `address` and `addresses`. */
  readonly addresses?: { readonly property: string };
  /** `<one>` and `<all>`: dates of birth. Where none is stated, `age` is the property that tells the age when seen. */
  readonly dates?: {
    readonly property: string;
    readonly age?: string;
    readonly one: string;
    readonly all: string;
  };
  /** Lists of codes; with `text`, `<column>_text` too. */
  readonly values: readonly {
    readonly column: string;
    readonly properties: readonly string[];
    readonly text?: boolean;
    /** O and Q are 0, I and L are 1: numbers that differ in nothing else are one value. */
    readonly lookAlikes?: boolean;
    /** Texts whose IBAN check digits are right begin with `=`: two of those are never a slip of one another. */
    readonly checked?: 'iban';
    /** SQL over a value: values of which it holds are as if they had not been said. */
    readonly without?: (value: string) => string;
    /** Only this many characters from the end. */
    readonly ending?: number;
  }[];
  /** `<column>`: codes of the words of the name of an organisation that `property` refers to. */
  readonly associated?: readonly { readonly property: string; readonly column: string }[];
  /** `file`: the contribution that states it, as a number in the order of their ids. */
  readonly file?: true;
  /**
   * `<column>` (a number; of several the largest), `<column>_code`, and `<column>_class`: the frequency class of amounts
   * that are about as large.
   */
  readonly amounts?: { readonly property: string; readonly column: string };
  /** `<column>`: the day, counted from 1 January 1970; of several the first. */
  readonly days?: { readonly property: string; readonly column: string };
  /** `memo_text` (folded), `memo` (its code), `memo_opening` (the code of its first two words) and `memo_words`. */
  readonly memos?: { readonly property: string };
  /** Text columns of properties with few values; null where a subject has several. */
  readonly codes: readonly { readonly column: string; readonly property: string }[];
}

/** Columns of some traits by `n`, as a rule in a table of their own. */
export interface FeaturePart {
  readonly table: string;
  readonly columns: readonly string[];
  /** The column that is set where the subject has several values. */
  readonly several?: string;
  /** Where it is no table: SQL for the rows of some subjects, and the tables that it reads. */
  readonly read?: { readonly rows: (range: Range) => string; readonly from: readonly string[] };
}

/** The columns of a feature table besides `n`, `subject` and `several`; those of `lists` are set for whoever has several values. */
export function featureColumns({ names, addresses, dates, values, associated = [], codes }: FeaturePlan): {
  readonly single: readonly string[];
  readonly lists: readonly string[];
} {
  const named = names === undefined ? [] : ['name', 'generation'];
  const housed = addresses === undefined ? [] : ['address'];
  const dated = dates === undefined ? [] : [dates.one];
  const told = values.flatMap(({ column, text }) => (text ? [column, `${column}_text`] : [column]));
  return {
    single: [
      ...named,
      ...housed,
      ...dated,
      ...told,
      ...[...associated, ...codes].map(({ column }) => column),
    ],
    lists: [
      ...(names === undefined ? [] : ['names']),
      ...(addresses === undefined ? [] : ['addresses']),
      ...(dates === undefined ? [] : [dates.all]),
    ],
  };
}
