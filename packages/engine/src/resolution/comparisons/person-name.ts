import { commonCount, haveCommon } from '../lists.ts';
import type { Comparison, PairSql } from '../model.ts';
import { classSql } from '../value-code.ts';

// The similarity is cheaper than the distance and rules most pairs out.
const close = (a: string, b: string) =>
  `(case when jaro_winkler_similarity(${a}, ${b}) > 0.7
      then levenshtein(${a}, ${b}) <= greatest(1, least(length(${a}), length(${b})) // 3) else false end)`;
const likeGiven: PairSql = (l, r) =>
  `(${l}.given_letters = ${r}.given_letters or ${close(`${l}.given`, `${r}.given`)} or ${close(`${l}.given_joined`, `${r}.given_joined`)})`;
const likeFamily: PairSql = (l, r) =>
  `(${l}.family_letters = ${r}.family_letters or ${close(`${l}.family`, `${r}.family`)})`;
// Lists are looked at only where the bits of both meet: `case` keeps to its order, `and` does not.
const shareNickname: PairSql = (l, r) =>
  `(case when (${l}.nickname_signature & ${r}.nickname_signature) <> 0
      then ${haveCommon(`${l}.nicknames`, `${r}.nicknames`)} else false end)`;
const givenAlike: PairSql = (l, r) =>
  `(${l}.given_code = ${r}.given_code or ${shareNickname(l, r)}
    or ((length(${l}.given) = 1 or length(${r}.given) = 1) and ${l}.given[1] = ${r}.given[1]))`;
const contained: PairSql = (l, r) =>
  `(case when ${l}.tokens > 1 and ${r}.tokens > 1
        and bit_count(${l}.signature & ${r}.signature) >= least(bit_count(${l}.signature), bit_count(${r}.signature))
      then ${commonCount(`${l}.sounds`, `${r}.sounds`)} >= greatest(2, least(${l}.tokens, ${r}.tokens)) else false end)`;
const oneIsOther: PairSql = (l, r) =>
  `(case when (${l}.tokens = 1 or ${r}.tokens = 1) and (${l}.signature & ${r}.signature) <> 0
      then ${haveCommon(`${l}.sounds`, `${r}.sounds`)} else false end)`;

/**
 * Names of people, in whatever order, script and fashion: by tokens, by sound, by nickname, by edit distance.
 * Aliases and native names count as names; the best pair counts.
 */
export const personName: Comparison = {
  id: 'name',
  title: 'Name',
  variants: { one: 'name', all: 'names' },
  known: (l, r) => `${l}.full_code is not null and ${r}.full_code is not null`,
  apart: (l, r) =>
    `(${l}.signature & ${r}.signature) = 0 and (${l}.nickname_signature & ${r}.nickname_signature) = 0
      and (${l}.given is null or ${r}.given is null or ${l}.family is null or ${r}.family is null
        or bit_count(xor(${l}.family_mask, ${r}.family_mask)) > least(${l}.family_slack, ${r}.family_slack)
        or bit_count(xor(${l}.given_mask, ${r}.given_mask)) > least(${l}.given_slack, ${r}.given_slack))`,
  levels: [
    {
      title: 'the same name',
      when: (l, r) => `${l}.tokens > 1 and ${l}.full_code = ${r}.full_code`,
      m: 0.45,
      u: 2e-5,
      frequency: (l) => classSql(`${l}.full_code`),
    },
    {
      title: 'the same name by sound or in another spelling',
      when: (l, r) =>
        `${l}.tokens > 1 and ${r}.tokens > 1 and (${l}.key_code = ${r}.key_code
          or (${l}.family_code = ${r}.family_code and ${l}.given_joined = ${r}.given_joined))`,
      m: 0.09,
      u: 1e-5,
      frequency: (l, r) => classSql(`greatest(${l}.key_code, ${r}.key_code)`),
    },
    {
      title: 'given name, nickname or initial, and the same family name',
      when: (l, r) => `${l}.family_code = ${r}.family_code and ${givenAlike(l, r)}`,
      m: 0.1,
      u: 8e-5,
      frequency: (l) => classSql(`${l}.family_code`),
    },
    {
      title: 'all names of the shorter one',
      when: contained,
      m: 0.07,
      u: 3e-5,
    },
    {
      title: 'the same family name, a like given name',
      when: (l, r) => `${l}.family_code = ${r}.family_code and ${likeGiven(l, r)}`,
      m: 0.06,
      u: 4e-5,
      frequency: (l) => classSql(`${l}.family_code`),
    },
    {
      title: 'the same given name, a like family name',
      when: (l, r) =>
        `((${l}.given_code = ${r}.given_code or ${shareNickname(l, r)})
          and ${likeFamily(l, r)})`,
      m: 0.06,
      u: 4e-5,
      frequency: (l) => classSql(`${l}.given_code`),
    },
    {
      title: 'like names',
      when: (l, r) =>
        `((${likeGiven(l, r)} and ${likeFamily(l, r)})
          or (${l}.given_sound = ${r}.family_sound and ${close(`${l}.family`, `${r}.given`)})
          or (${l}.family_sound = ${r}.given_sound and ${close(`${l}.given`, `${r}.family`)}))`,
      m: 0.03,
      u: 4e-5,
    },
    {
      title: 'one name the same, the other not known',
      when: (l, r) =>
        `((${l}.family_code = ${r}.family_code and (${l}.given is null or ${r}.given is null
              or length(${l}.given) = 1 or length(${r}.given) = 1))
          or (${l}.given_code = ${r}.given_code and (${l}.family is null or ${r}.family is null))
          or ${oneIsOther(l, r)})`,
      m: 0.03,
      u: 2e-4,
      frequency: (l, r) =>
        classSql(`case when ${l}.family_code = ${r}.family_code then ${l}.family_code
              when ${l}.given_code = ${r}.given_code then ${l}.given_code end`),
    },
    {
      title: 'the same given name, another family name',
      when: (l, r) => `(${l}.given_code = ${r}.given_code or ${shareNickname(l, r)})`,
      m: 0.05,
      u: 0.008,
      frequency: (l, r) => classSql(`case when ${l}.given_code = ${r}.given_code then ${l}.given_code end`),
    },
    {
      title: 'the same family name, another given name',
      when: (l, r) => `${l}.family_code = ${r}.family_code`,
      m: 0.02,
      u: 0.002,
      frequency: (l) => classSql(`${l}.family_code`),
    },
    { title: 'another name', when: () => 'true', m: 0.04, u: 0.99 },
  ],
};
