import { commonCount } from '../lists.ts';
import type { Comparison, PairSql } from '../model.ts';
import { classSql } from '../value-code.ts';

const sameNumbers: PairSql = (l, r) => `${l}.numbers is not distinct from ${r}.numbers`;
/** Branches name a place; the house that they belong to does not. */
const onePlace: PairSql = (l, r) => `${l}.places is not distinct from ${r}.places`;
/** Where both say what form they have, it is of one kind. */
const oneForm: PairSql = (l, r) => `coalesce(${l}.legal = ${r}.legal, true)`;
/** The words that only one of the two has, as one text. */
const beside = (one: string, other: string) =>
  `array_to_string(list_filter(${one}.words, lambda a: not list_contains(${other}.words, a)), '')`;
const besideAlike: PairSql = (l, r) =>
  `(case when bit_count(${l}.signature & ${r}.signature) * 2 >= least(bit_count(${l}.signature), bit_count(${r}.signature)) or greatest(${l}.tokens, ${r}.tokens) < 4
      then least(length(${beside(l, r)}), length(${beside(r, l)})) > 3
        and levenshtein(${beside(l, r)}, ${beside(r, l)}) <= least(length(${beside(l, r)}), length(${beside(r, l)})) // 4
      else false end)`;
const closely: PairSql = (l, r) =>
  `levenshtein(${l}, ${r}) <= greatest(1, least(length(${l}), length(${r})) // 5)`;

/**
 * Names of organisations without their legal forms. Registers see to it that two firms of one country do not share a name,
 * so a name that is often mentioned is of a firm that is often mentioned: m and u are fixed and frequency says nothing,
 * but for names of one word.
 */
export const organizationName: Comparison = {
  id: 'name',
  title: 'Name',
  fixed: true,
  variants: { one: 'name', all: 'names', fields: true },
  known: (l, r) => `${l}.full_code is not null and ${r}.full_code is not null`,
  levels: [
    {
      title: 'the same name',
      when: (l, r) => `${l}.tokens > 1 and ${l}.full_code = ${r}.full_code and ${oneForm(l, r)}`,
      m: 0.4,
      u: 1e-7,
    },
    {
      title: 'the same name by sound or in another spelling',
      when: (l, r) =>
        `(${l}.letters = ${r}.letters and length(${l}.family) > 4 and ${oneForm(l, r)}
          or (${l}.tokens > 1 and ${l}.key_code = ${r}.key_code and ${sameNumbers(l, r)} and ${oneForm(l, r)} and ${closely(`${l}.spelt`, `${r}.spelt`)}))`,
      m: 0.1,
      u: 2e-7,
    },
    {
      title: 'the same name of one word',
      when: (l, r) => `${l}.full_code = ${r}.full_code and ${oneForm(l, r)}`,
      m: 0.08,
      u: 2e-5,
      frequency: (l) => classSql(`${l}.full_code`),
    },
    {
      title: 'a name that differs by a few letters',
      when: (l, r) =>
        `${sameNumbers(l, r)} and coalesce(${l}.places = ${r}.places, true) and ${oneForm(l, r)} and ${besideAlike(l, r)}`,
      m: 0.1,
      u: 3e-6,
    },
    {
      title: 'the same words that tell it from others of its trade',
      when: (l, r) =>
        `${l}.core = ${r}.core and length(${l}.core) > 3 and ${sameNumbers(l, r)} and ${onePlace(l, r)}`,
      m: 0.04,
      u: 1e-4,
    },
    {
      title: 'the first letters of all words',
      when: (l, r) =>
        `(case when ${l}.tokens = 1 then length(${l}.family) > 2 and ${l}.family = ${r}.initials
            when ${r}.tokens = 1 then length(${r}.family) > 2 and ${r}.family = ${l}.initials else false end)`,
      m: 0.02,
      u: 1e-5,
    },
    {
      title: 'all words of the shorter name',
      when: (l, r) =>
        `bit_count(${l}.signature & ${r}.signature) >= least(2, least(${l}.tokens, ${r}.tokens))
         and ${commonCount(`${l}.sounds`, `${r}.sounds`)} >= least(${l}.tokens, ${r}.tokens)`,
      m: 0.13,
      u: 1e-3,
    },
    {
      title: 'half of the words',
      when: (l, r) =>
        `(${l}.signature & ${r}.signature) <> 0
         and ${commonCount(`${l}.sounds`, `${r}.sounds`)} * 2 >= greatest(${l}.tokens, ${r}.tokens)`,
      m: 0.06,
      u: 4e-3,
    },
    { title: 'another name', when: () => 'true', m: 0.07, u: 0.994 },
  ],
};
