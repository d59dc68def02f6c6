import { haveCommon, leastCommon } from '../lists.ts';
import type { Comparison } from '../model.ts';
import { classSql } from '../value-code.ts';

/**
 * Numbers that somebody issued: documents, tax numbers, chassis numbers, accounts. `column` holds the codes,
 * `<column>_text` the list of texts in which O, I and the like are digits. Two texts whose check digits are right (they
 * begin with `=`) are two numbers, however like: a slip would show.
 */
export function issuedNumber(
  trait: { id: string; title: string; column: string },
  shares: { m: number; u: number; near: number },
): Comparison {
  const { column } = trait;
  const text = `${column}_text`;
  return {
    id: trait.id,
    title: trait.title,
    known: (l, r) => `${l}.${column} is not null and ${r}.${column} is not null`,
    levels: [
      {
        title: 'the same',
        when: (l, r) => haveCommon(`${l}.${column}`, `${r}.${column}`),
        m: shares.m,
        u: shares.u,
        frequency: (l, r) => classSql(leastCommon(`${l}.${column}`, `${r}.${column}`)),
      },
      {
        title: 'one character other, or two swapped',
        when: (l, r) => nearSql(`${l}.${text}`, `${r}.${text}`),
        m: shares.near,
        u: shares.u * 20,
      },
      {
        title: 'another',
        when: () => 'true',
        m: 1 - shares.m - shares.near,
        u: 1 - shares.u * 21,
      },
    ],
  };
}

function nearSql(l: string, r: string): string {
  // The similarity is cheap and rules most pairs out.
  const one = (a: string, b: string) =>
    `(case when jaro_winkler_similarity(${a}, ${b}) > 0.8 and length(${a}) > 5 and abs(length(${a}) - length(${b})) <= 2
        and not (${a}[1] = '=' and ${b}[1] = '=')
      then ${slip(`ltrim(${a}, '=')`, `ltrim(${b}, '=')`)} else false end)`;
  return `case when len(${l}) = 1 and len(${r}) = 1 then ${one(`${l}[1]`, `${r}[1]`)}
    else list_bool_or(list_transform(${l}, lambda a: list_bool_or(list_transform(${r}, lambda b: ${one('a', 'b')})))) end`;
}

function slip(a: string, b: string): string {
  return `(levenshtein(${a}, ${b}) <= 1 or (length(${a}) = length(${b}) and levenshtein(${a}, ${b}) = 2
        and list_sort(string_split(${a}, '')) = list_sort(string_split(${b}, ''))))`;
}
