import type { ValueKind } from '@clew/model/ontology/entity-type.ts';
import { ontology } from '@clew/model/ontology/ontology.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import type { Step } from '../lake/store.ts';
import { clusterTable } from '../resolution/tables.ts';
import { labelTable, statementTable, subjectTable } from '../statements/tables.ts';
import { entityTable, spellingTable, termTable, wordTable } from './tables.ts';

/** Of a long text so many words are looked up; a value longer than `longestWhole` only by its words. */
const mostWords = 64;
const longestWhole = 200;

/** A search needs a few rows of each table: so many are read at once. */
const lookedUp = 8192;

/** Letters alone, and enough of them that one wrong one leaves the word recognisable. */
export const spellable = { pattern: '[a-z]{4,24}', least: 4, most: 24 } as const;

/**
 * graph.term: every value by its words and as a whole, for each entity that it is stated of or that it names. What is
 * stated of protected persons is not in it: it would undo their pseudonyms.
 */
export function termStep(): Step {
  return {
    writes: termTable,
    together: lookedUp,
    select: sql`
      with stated as (
        select s.subject, s.property, s.value, coalesce(s.original, s.value) as original, n.range
        from ${statementTable} s
          left join (${namingProperties()}) n on n.type = s.type and n.property = s.property
          anti join (select label from ${labelTable} where protected) h on h.label = s.label
        where (s.type, s.property) not in (${unsearchedProperties()})
      ), named as (
        select md5_number_lower(range || '|' || value)::ubigint as subject, property, value, original
        from stated where range is not null
      ), said as (
        select subject, property, lower(value) as value, original from stated
        union all select subject, property, lower(value), original from named
        union all select subject, 'key', lower(key), key from ${subjectTable} where key is not null
      ), value as (
        select coalesce(c.entity, s.subject) as entity, s.value,
          min(s.property || ' ' || left(s.original, 120)) as matched
        from said s left join ${clusterTable} c on c.subject = s.subject group by all
      ), part as (
        select entity, value as term, true as whole, matched from value where length(value) <= ${longestWhole}
        union all
        select entity, unnest(string_split(left(value, 10000), ' ')[1:${mostWords}]), false, matched
        from value where contains(value, ' ')
      )
      select p.term, p.entity, bool_or(p.whole) as whole, any_value(e.type) as type,
        any_value(e.statements) as statements, left(min(p.matched), 120) as matched
      from part p join ${entityTable} e on e.entity = p.entity
      where not e.protected and p.term <> '' and length(p.term) <= ${longestWhole}
      group by p.term, p.entity
      order by p.term, statements desc, p.entity`,
  };
}

/** graph.word: the single words of `graph.term`, and how many entities have each. */
export function wordStep(): Step {
  return {
    writes: wordTable,
    together: lookedUp,
    select: sql`select term as word, count(*) as entities from ${termTable}
      where not contains(term, ' ') group by term order by term`,
  };
}

/**
 * graph.spelling: words under each of their forms with one letter left out, and under themselves. Two words are at most
 * one slip apart (a letter wrong, missing, too many, or two exchanged) only if they share such a form: the symmetric
 * deletion that W. Garbe published as SymSpell, after T. Bocek, E. Hunt, B. Stiller, Fast Similarity Search in Large
 * Dictionaries, University of Zurich, 2007.
 */
export function spellingStep(): Step {
  return {
    writes: spellingTable,
    together: lookedUp,
    select: sql`
      with word as (
        select word, entities from ${wordTable} where regexp_full_match(word, ${spellable.pattern})
      ), gap as (
        select word, entities, unnest(generate_series(0, length(word))) as place from word
      )
      select distinct case when place = 0 then word else left(word, place - 1) || substr(word, place + 1) end as form,
        word, entities
      from gap order by form, word`,
  };
}

/** Codes that sort people and things; they are filters, not names, and nobody is looked for by nationality. */
const unsearched: ReadonlySet<ValueKind> = new Set([
  'ref',
  'sex',
  'category',
  'role',
  'country',
  'crime-area',
  'indicator',
  'number',
  'age',
  'money',
]);

function unsearchedProperties(): Query {
  return joinSql(
    ontology.flatMap((type) =>
      Object.entries(type.properties).flatMap(([name, { kind }]) =>
        unsearched.has(kind) ? [sql`(${type.id}, ${name})`] : [],
      ),
    ),
    ', ',
  );
}

/** The properties whose value names something of a type of its own, as rows. */
function namingProperties(): Query {
  const rows = ontology.flatMap((type) =>
    Object.entries(type.properties).flatMap(([name, { kind, range }]) =>
      kind === 'ref' || range === undefined ? [] : [sql`(${type.id}, ${name}, ${range})`],
    ),
  );
  return sql`select * from (values ${joinSql(rows, ', ')}) as v(type, property, range)`;
}
