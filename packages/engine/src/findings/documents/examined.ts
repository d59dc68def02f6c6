import { type Query, sql } from '../../lake/sql.ts';

/** What examiners call a document that is as it should be, folded. */
const genuine = 'genuine|authentic|echt|authentique|autentic|autentico|genuino|spravzhniy|istinski';

/** Whether what an examiner found, as SQL, is anything but that the document is genuine. */
export function isFalse(found: Query): Query {
  return sql`not regexp_matches(lower(${found}), ${`^(${genuine})`})`;
}
