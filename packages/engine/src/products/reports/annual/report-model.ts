// The report as plain data. The page, the PDF and the text form are three printings of this one thing, so they say
// the same.

/** A number in running text with the endnote that tells where it comes from; or plain text; or emphasis. */
export type Inline =
  | string
  | { readonly number: string; readonly note: number }
  | { readonly strong: string };

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Its share of the width beside other columns of words, 1 when not given. */
  readonly width?: number;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'lead'; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  /** Something that the reader must know before the numbers. */
  | { readonly kind: 'notice'; readonly text: readonly Inline[] }
  /** Words that a person has still to write. */
  | { readonly kind: 'template'; readonly text: string }
  | {
      readonly kind: 'tiles';
      readonly tiles: readonly { readonly number: string; readonly label: string; readonly note: number }[];
    }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly note: number;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly string[])[];
      readonly total?: readonly string[];
    }
  | {
      readonly kind: 'chart';
      readonly caption: string;
      readonly notes: readonly number[];
      readonly svg: string;
      readonly alt: string;
      readonly remark?: string;
    };

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface Endnote {
  readonly number: number;
  readonly title: string;
  readonly query: string;
}

/** Endnotes under the section in which they are first used. */
export interface EndnoteGroup {
  readonly title: string;
  readonly notes: readonly Endnote[];
}

/** Rows that queries of the endnotes speak of by name. */
export interface NamedQuery {
  readonly name: string;
  readonly meaning: string;
  readonly query: string;
}

export interface Report {
  readonly hub: string;
  readonly title: string;
  readonly subtitle: string;
  readonly year: number;
  readonly snapshot: string;
  /** The day of the last contribution in the snapshot, ISO; null when there is none. */
  readonly asOf: string | null;
  readonly handling: readonly string[];
  /** How to read it, in a few lines before everything else. */
  readonly reading: readonly string[];
  readonly sections: readonly Section[];
  readonly endnotes: readonly EndnoteGroup[];
  readonly definitions: readonly NamedQuery[];
}
