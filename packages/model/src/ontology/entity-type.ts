/** What a property's text means: decides how it is parsed, compared and shown. */
export type ValueKind =
  | 'name'
  | 'date'
  | 'time'
  | 'country'
  | 'text'
  | 'phone'
  | 'email'
  | 'handle'
  | 'document-number'
  | 'plate'
  | 'vin'
  | 'imei'
  | 'iban'
  | 'address'
  | 'place'
  | 'sex'
  | 'number'
  | 'age'
  | 'money'
  | 'code'
  | 'url'
  | 'crime-area'
  | 'indicator'
  | 'role'
  | 'category'
  | 'ref';

export interface Property {
  readonly title: string;
  readonly kind: ValueKind;
  /**
   * The type that this property points at. With kind `ref` the value is a subject id of that type stated in the
   * same contribution. With any other kind the value identifies something of that type by itself (a phone number
   * is a phone), and the graph makes a node for it.
   */
  readonly range?: string;
  /** The kind of the link that the graph makes from subject to range. Present exactly when `range` is. */
  readonly link?: string;
  /** Of a date of which only the day and the month can be, these are stated (`--MM-DD`): a birthday tells people apart. */
  readonly yearless?: true;
  /**
   * On a reference between a person and a thing of that person's own: the thing is the person's in law too, so its
   * statements take the person's data-subject category and the flag of a minor. A number that only a victim's
   * passport has tells who the victim is.
   */
  readonly standing?: true;
  /** Header words, in any language, by which a column of this property is recognised (lower case, folded). */
  readonly headers: readonly string[];
}

/** How things of a type are recognised as the same. */
export type Identification =
  /** The key property's value decides: two phones with one number are one phone. */
  | 'by-key'
  /** Weighed evidence decides (Fellegi-Sunter). */
  | 'by-evidence'
  /** An event or a record of the contribution: the same only if its key is the same within one owner. */
  | 'by-record';

export interface EntityType {
  readonly id: string;
  readonly title: string;
  readonly plural: string;
  readonly identification: Identification;
  /** The property whose value is the key; needed when identified by key. */
  readonly key?: string;
  /** Properties that make the caption, first found wins. */
  readonly caption: readonly string[];
  readonly properties: Readonly<Record<string, Property>>;
}
