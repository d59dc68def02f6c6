/** Everything that can be wrong with a partner's data. `docs/errors.md` is generated from this list. */
export const problemCodes = {
  'row-shape': {
    title: 'The row has another number of cells than the header',
    advice: 'Look for a separator inside a value that is not quoted, or a line break inside a cell.',
  },
  'row-unreadable': {
    title: 'The row cannot be read',
    advice: 'Open the file at this row; a quote that is never closed is the usual reason.',
  },
  'row-too-long': {
    title: 'The row is longer than the limit',
    advice: 'One row must stay under 16 MiB. Check the line endings of the file.',
  },
  'row-encoding': {
    title: 'The row has bytes that are not valid in the encoding of the file',
    advice: 'Save the file as UTF-8 or name its encoding in the mapping.',
  },
  'row-empty': {
    title: 'Nothing in the row could be stated',
    advice: 'Check that the mapping names the columns that hold the content.',
  },
  'date-unreadable': { title: 'Not a date', advice: 'Name the order of day, month and year in the mapping.' },
  'date-impossible': {
    title: 'No such date',
    advice: 'Ask the owner: the day, the month or the year cannot be.',
  },
  'date-ambiguous': {
    title: 'Day and month can be read both ways',
    advice: 'Name the order of day, month and year in the mapping.',
  },
  'date-calendar': {
    title: 'The year is of another calendar',
    advice: 'Name the calendar in the mapping: solar-hijri, islamic or buddhist.',
  },
  'phone-unreadable': {
    title: 'Not a phone number',
    advice: 'Give the country of national numbers in the mapping.',
  },
  'country-unknown': { title: 'Not a country', advice: 'Use ISO 3166 codes or the name of the country.' },
  'iban-checksum': {
    title: 'The check digits of the IBAN are wrong',
    advice: 'Ask the owner for the number again.',
  },
  'document-checksum': {
    title: 'The check digit of the document number is wrong',
    advice: 'Letters O and I are often typed for 0 and 1.',
  },
  'value-unreadable': {
    title: 'The value does not fit the property',
    advice: 'Check the mapping of this column.',
  },
  'value-too-long': {
    title: 'The value is longer than 64 KiB and was cut',
    advice: 'The full value stays in the record.',
  },
  'category-unknown': {
    title: 'Not a data-subject category',
    advice: "Translate the partner's codes with `values` in the mapping.",
  },
  'property-refused': {
    title: 'The legal profile of the hub does not allow this property to be kept',
    advice: 'Leave the column out of the mapping.',
  },
  'reference-unknown': {
    title: 'Refers to something that is not in the file',
    advice: 'Hand in the file it refers to.',
  },
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** One thing that is wrong with a contribution: where, what, and the value as it was given. */
export interface Problem {
  readonly contribution: string;
  /** The data row, counted from 1. */
  readonly row: number;
  /** The column, or null when the whole row is meant. */
  readonly field: string | null;
  readonly code: ProblemCode;
  readonly value: string | null;
  /** True when nothing of the row was stated. */
  readonly refused: boolean;
}
