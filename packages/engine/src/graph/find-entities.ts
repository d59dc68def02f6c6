import { idFromText } from '@clew/model/ids.ts';
import { compact } from '@clew/model/values/code.ts';
import { foldWords } from '@clew/model/values/fold.ts';
import { parsePhone } from '@clew/model/values/phone.ts';
import type { Lake } from '../lake/lake.ts';
import { joinSql, type Query, sql } from '../lake/sql.ts';
import { clusterTable } from '../resolution/tables.ts';
import { spellable } from './search-index.ts';
import { entityTable, spellingTable, termTable, wordTable } from './tables.ts';

/** An entity as a list shows it. */
export interface FoundEntity {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly owners: readonly string[];
  readonly statements: number;
  readonly first_seen: string | null;
  readonly last_seen: string | null;
  /** What matched. */
  readonly matched: string;
}

/** The entity that an id means: its own, or that of one of its subjects. Undefined when there is none. */
export async function findEntity(lake: Lake, id: bigint): Promise<bigint | undefined> {
  const rows = await lake.rows<{ entity: bigint }>(sql`
    select e.entity from ${entityTable} e where e.entity = ${id}
    union all
    select c.entity from ${clusterTable} c semi join ${entityTable} e on e.entity = c.entity where c.subject = ${id}
    limit 1`);
  return rows[0]?.entity;
}

/** A query has so many words at most; the others are left out. */
const mostWords = 16;
/** Other words that one word of a query may stand for. */
const mostAlternatives = 24;
/** A word with fewer characters is not taken for the beginning of others. */
const leastPrefix = 3;
const isSpellable = new RegExp(`^${spellable.pattern}$`);

const shownColumns = sql`entity, type, caption, owners, statements, first_seen, last_seen`;

interface Asked {
  readonly words: readonly string[];
  /** What a whole value may be, if this is what the query means. */
  readonly wholes: readonly string[];
}

/**
 * Entities by their id or any of their values: names in any script and order of words, numbers however they are spaced,
 * keys of the partners. Where fewer are found than asked for, words are taken as beginnings of longer ones, and as words with one
 * slip in them. What is stated of protected persons is not searched: it would undo their pseudonyms.
 */
export async function findEntities(
  lake: Lake,
  options: { readonly text: string; readonly type?: string; readonly limit: number },
): Promise<FoundEntity[]> {
  const id = idFromText(options.text);
  if (id !== undefined) return byId(lake, id);
  const asked = askedIn(options.text);
  if (asked.wholes.length === 0) return [];
  const exact = asked.words.map((word) => [word]);
  const found = await bestOf(lake, { asked, spelt: exact, ...options });
  if (found.length >= options.limit) return inFull(lake, found);
  const spelt = await alternativesOf(lake, asked.words);
  if (spelt.every((alternatives) => alternatives.length === 1)) return inFull(lake, found);
  const known = new Set(found.map(({ entity }) => entity));
  const near = await bestOf(lake, { asked, spelt, ...options });
  const all = [...found, ...near.filter(({ entity }) => !known.has(entity))];
  return inFull(lake, all.slice(0, options.limit));
}

async function byId(lake: Lake, id: bigint): Promise<FoundEntity[]> {
  const entity = await findEntity(lake, id);
  if (entity === undefined) return [];
  return lake.rows<FoundEntity>(sql`
    select ${shownColumns}, 'id' as matched from ${entityTable} where entity = ${entity} and not protected`);
}

function askedIn(query: string): Asked {
  // No value holds a NUL, and no query can.
  const text = query.replaceAll('\0', ' ');
  const words = [...new Set(foldWords(text))].slice(0, mostWords);
  const phone = parsePhone(text).value;
  const wholes = [foldWords(text).join(' '), compact(text), text.trim(), phone]
    .filter((key) => key !== null)
    .map((key) => key.toLowerCase())
    .filter((key) => key !== '');
  return { words, wholes: [...new Set(wholes)] };
}

/** Of each word: itself, then what it is the beginning of and what it may be a slip for, the commonest first. */
async function alternativesOf(lake: Lake, words: readonly string[]): Promise<(readonly string[])[]> {
  const near = words.flatMap((word, place) => [...beginnings(word, place), ...slips(word, place)]);
  if (near.length === 0) return words.map((word) => [word]);
  const others = await lake.rows<{ place: number; word: string }>(sql`
    select place, word, max(entities) as entities from (${joinSql(near, ' union all ')})
    group by place, word
    qualify row_number() over (partition by place order by max(entities) desc, word) <= ${mostAlternatives}
    order by place, entities desc, word`);
  return words.map((word, place) => [
    word,
    ...others.filter((other) => other.place === place).map((other) => other.word),
  ]);
}

function beginnings(word: string, place: number): readonly Query[] {
  if (word.length < leastPrefix) return [];
  // U+10FFFF is the last character there is: no word that begins so comes after it.
  return [
    sql`select ${place} as place, word, entities from ${wordTable}
      where word > ${word} and word < ${`${word}\u{10ffff}`}`,
  ];
}

function slips(word: string, place: number): readonly Query[] {
  if (!isSpellable.test(word)) return [];
  const forms = [word, ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))];
  // Those that share a form first: else the distance to every word there is would be measured.
  return [
    sql`select ${place} as place, word, entities from (
        with sharing as materialized (
          select distinct word, entities from ${spellingTable} where form in ${[...new Set(forms)]}
        ) select * from sharing
      ) where word <> ${word} and damerau_levenshtein(word, ${word}) <= 1`,
  ];
}

interface Search {
  readonly asked: Asked;
  /** For each word of the query what it may stand for, itself first. */
  readonly spelt: readonly (readonly string[])[];
  readonly type?: string;
  readonly limit: number;
}

/**
 * Entities that one of the whole values names, then those that have every word, as it is written before otherwise. What
 * matched is read of those that are told alone: a common word has very many.
 */
function bestOf(lake: Lake, search: Search): Promise<Best[]> {
  const { asked, spelt, type, limit } = search;
  const terms = [...new Set([...spelt.flat(), ...asked.wholes])];
  const isHit = sql`term in ${terms} and ${type === undefined ? sql`true` : sql`type = ${type}`}`;
  const unsaid = sql`(select *, null::varchar as matched from hit)`;
  const said = sql`(select * from ${termTable} where ${isHit} and entity in (select entity from best))`;
  return lake.rows<Best>(sql`
    with hit as materialized (select term, entity, whole, statements from ${termTable} where ${isHit}),
    best as materialized (
      select entity, max(rank) as rank, max(statements) as statements from (${ranked(unsaid, search)})
      group by entity order by rank desc, statements desc, entity limit ${limit}
    )
    select b.entity, r.matched
    from best b join (
      select entity, max_by(matched, row(rank, matched)) as matched from (${ranked(said, search)}) group by entity
    ) r on r.entity = b.entity
    order by b.rank desc, b.statements desc, b.entity`);
}

/** Entities of hits, each under what it is found by: columns `entity`, `rank`, `statements` and `matched`. */
function ranked(hits: Query, { asked, spelt }: Search): Query {
  const rows = spelt.flatMap((alternatives, index) =>
    alternatives.map((term, place) => sql`(${index}, ${term}, ${place === 0 ? 1 : 0})`),
  );
  const ofWords = sql`
    select entity, sum(as_written) as rank, max(statements) as statements, max(matched) as matched from (
      select t.entity, m.word, max(m.as_written) as as_written, max(t.statements) as statements,
        min(t.matched) as matched
      from ${hits} t join (values ${joinSql(rows, ', ')}) as m(word, term, as_written) on m.term = t.term
      group by t.entity, m.word
    ) group by entity having count(*) = ${asked.words.length}`;
  const ofWholes = sql`select entity, ${asked.words.length + 1} as rank, statements, matched
    from ${hits} where term in ${asked.wholes} and whole`;
  return joinSql(rows.length === 0 ? [ofWholes] : [ofWords, ofWholes], ' union all ');
}

interface Best {
  readonly entity: bigint;
  readonly matched: string;
}

async function inFull(lake: Lake, best: readonly Best[]): Promise<FoundEntity[]> {
  if (best.length === 0) return [];
  const ids = best.map(({ entity }) => entity);
  const rows = await lake.rows<Omit<FoundEntity, 'matched'>>(
    sql`select ${shownColumns} from ${entityTable} where entity in ${ids}`,
  );
  const found = new Map(rows.map((row) => [row.entity, row]));
  return best.flatMap(({ entity, matched }) => {
    const row = found.get(entity);
    return row === undefined ? [] : [{ ...row, matched }];
  });
}
