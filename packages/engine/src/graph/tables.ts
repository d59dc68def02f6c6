import { defineTable } from '../lake/table.ts';

/**
 * A thing that the statements speak of. `caption` is a pseudonym where `protected`: a person whom any statement
 * puts among victims, witnesses, informants or minors, or all of them together may make a minor, or a thing that only
 * statements about such persons name.
 * `label` is the join of the labels of all its statements. `subjects` counts the source subjects merged into it.
 */
export const entityTable = defineTable('graph', 'entity', {
  entity: 'UBIGINT',
  type: 'VARCHAR',
  caption: 'VARCHAR',
  statements: 'BIGINT',
  subjects: 'BIGINT',
  owners: 'VARCHAR[]',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
  protected: 'BOOLEAN',
});

/** A typed link, source -> target, with the ids of the statements behind it. */
export const linkTable = defineTable('graph', 'link', {
  link: 'UBIGINT',
  kind: 'VARCHAR',
  source: 'UBIGINT',
  source_type: 'VARCHAR',
  target: 'UBIGINT',
  target_type: 'VARCHAR',
  evidence: 'UBIGINT[]',
  owners: 'VARCHAR[]',
  first_seen: 'DATE',
  last_seen: 'DATE',
  label: 'UBIGINT',
});

/**
 * Where an entity was, by statement. `place` is the gazetteer's name where it knows the place, else the compare key
 * as stated, or null when only the country is stated. `latitude` and `longitude` are WGS 84 degrees, null when not
 * known: no country centroids.
 */
export const placeTable = defineTable('graph', 'place', {
  entity: 'UBIGINT',
  place: 'VARCHAR',
  country: 'VARCHAR',
  latitude: 'DOUBLE',
  longitude: 'DOUBLE',
  seen: 'DATE',
  evidence: 'UBIGINT[]',
  label: 'UBIGINT',
});

/**
 * What happened to an entity and when. `kind` is the type of the event, a property such as `opened`, or the kind of
 * the link to the event, which is then in `other`.
 */
export const momentTable = defineTable('graph', 'moment', {
  entity: 'UBIGINT',
  date: 'DATE',
  kind: 'VARCHAR',
  other: 'UBIGINT',
  evidence: 'UBIGINT[]',
  label: 'UBIGINT',
});

/**
 * Labels of derived rows, in the form of `statements.label`; those that are no more than one statement's label
 * included. `owner` lists all owners, separated by commas.
 */
export const joinedLabelTable = defineTable('graph', 'label', {
  label: 'UBIGINT',
  owner: 'VARCHAR',
  matchable: 'BOOLEAN',
  protected: 'BOOLEAN',
  content: 'VARCHAR',
});

/**
 * What entities are found by. `term` is a word of a value, or (`whole`) a value. `matched` names the property and shows
 * the value. In the order of terms, the entity with the most statements first. Nothing that is said of protected persons.
 */
export const termTable = defineTable('graph', 'term', {
  term: 'VARCHAR',
  entity: 'UBIGINT',
  whole: 'BOOLEAN',
  type: 'VARCHAR',
  statements: 'BIGINT',
  matched: 'VARCHAR',
});

/** The words of `termTable` with the number of entities that have them, in the order of words. */
export const wordTable = defineTable('graph', 'word', { word: 'VARCHAR', entities: 'BIGINT' });

/** Words by their forms with one letter left out, themselves among them, in the order of forms. */
export const spellingTable = defineTable('graph', 'spelling', {
  form: 'VARCHAR',
  word: 'VARCHAR',
  entities: 'BIGINT',
});

/** The crime areas of each case, each once. */
export const caseAreaTable = defineTable('graph', 'case_area', { case: 'UBIGINT', area: 'VARCHAR' });

export const graphTables = [
  entityTable,
  linkTable,
  placeTable,
  momentTable,
  caseAreaTable,
  joinedLabelTable,
  termTable,
  wordTable,
  spellingTable,
] as const;
