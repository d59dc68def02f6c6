import { defineTable } from '../../lake/table.ts';

/** Adverts that may be looked at, by row from 0 in the order of their ids. A working table. */
export const advertTable = defineTable('findings_work', 'advert', {
  row: 'BIGINT',
  advert: 'UBIGINT',
  text: 'VARCHAR',
  title: 'VARCHAR',
  country: 'VARCHAR',
  label: 'UBIGINT',
});

/**
 * The contact points of each advert. `value` is a compare key; `start` and `end` are its span in the text, in UTF-16
 * units, null where it is not in the text; `stated` says whether a field names it. `binds` is false where the contact point is popular. A working table.
 */
export const contactTable = defineTable('findings_work', 'contact', {
  advert: 'UBIGINT',
  kind: 'VARCHAR',
  value: 'VARCHAR',
  start: 'INTEGER',
  end: 'INTEGER',
  stated: 'BOOLEAN',
  binds: 'BOOLEAN',
});

/** Templates of adverts: `content` is the template as JSON (`adverts/draft.ts`). A working table. */
export const templateTable = defineTable('findings_work', 'template', {
  template: 'INTEGER',
  content: 'VARCHAR',
});
