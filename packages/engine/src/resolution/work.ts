import type { Query } from '../lake/sql.ts';
import { defineTable } from '../lake/table.ts';

/** Working tables live in this schema while the stage runs, and are gone when it ends. */
export const workSchema = 'resolving';

/** SQL text that was put together from the models of this folder; values from data never enter it unquoted. */
export function text(source: string): Query {
  return { text: source };
}

/** The name of a working table of a type. */
export function workTable(kind: string, type: string): string {
  return `${workSchema}.${kind}_${type}`;
}

/** Names taken apart. What is only asked whether it is the same stands as a number (`text-number.ts`). */
export const nameFormTable = defineTable(workSchema, 'name_form', {
  id: 'INTEGER',
  full_name: 'DOUBLE',
  sound_key: 'DOUBLE',
  spelt: 'VARCHAR',
  letters: 'DOUBLE',
  given: 'VARCHAR',
  family: 'VARCHAR',
  given_sound: 'VARCHAR',
  family_sound: 'VARCHAR',
  given_reading: 'DOUBLE',
  family_reading: 'DOUBLE',
  given_joined: 'VARCHAR',
  given_letters: 'DOUBLE',
  family_letters: 'DOUBLE',
  given_mask: 'INTEGER',
  family_mask: 'INTEGER',
  nicknames: 'DOUBLE[]',
  sounds: 'DOUBLE[]',
  words: 'VARCHAR[]',
  word_names: 'DOUBLE[]',
  generation: 'INTEGER',
  legal: 'VARCHAR',
  numbers: 'VARCHAR',
  initials: 'VARCHAR',
  core: 'VARCHAR',
  places: 'VARCHAR',
});

export const addressFormTable = defineTable(workSchema, 'address_form', {
  value: 'VARCHAR',
  canonical: 'VARCHAR',
  words: 'DOUBLE[]',
  numbers: 'DOUBLE[]',
});

/** Names of those whom a subject refers to, with the numbers of their words. */
export const associateFormTable = defineTable(workSchema, 'associate_form', {
  value: 'VARCHAR',
  words: 'DOUBLE[]',
});

/** Memos taken apart: folded words in a row, the first two of them, and each once. */
export const memoFormTable = defineTable(workSchema, 'memo_form', {
  value: 'VARCHAR',
  memo_text: 'VARCHAR',
  opening: 'DOUBLE',
  words: 'DOUBLE[]',
});
