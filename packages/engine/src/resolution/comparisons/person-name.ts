import { commonCount, haveCommon } from '../lists.ts';
import type { Comparison, PairSql } from '../model.ts';
import { classSql } from '../value-code.ts';

// The similarity is cheaper than the distance and rules most pairs out. One letter in four to six, two in seven to nine.
const close = (a: string, b: string) =>
  `(case when jaro_winkler_similarity(${a}, ${b}) > 0.8
      then levenshtein(${a}, ${b}) <= (least(length(${a}), length(${b})) - 1) // 3 else false end)`;
/** One letter in three, of four letters and more: misspelt, or another name. */
const somewhat = (a: string, b: string) =>
  `(case when jaro_winkler_similarity(${a}, ${b}) > 0.7
      then least(length(${a}), length(${b})) > 3 and levenshtein(${a}, ${b}) <= least(length(${a}), length(${b})) // 3 else false end)`;
/** A condition where a value is asked for: there the engine works out every part of it for every row, in `when` no more than it must. */
const inTurn = (condition: string) => `(case when ${condition} then true else false end)`;
// Lists are looked at only where the bits of both meet: `case` keeps to its order, `and` does not.
const shareNickname: PairSql = (l, r) =>
  `(case when (${l}.nickname_signature & ${r}.nickname_signature) <> 0
      then ${haveCommon(`${l}.nicknames`, `${r}.nicknames`)} else false end)`;
/** Both are known names, and different ones: not a misspelling. */
const otherGiven: PairSql = (l, r) =>
  `(${l}.nickname_signature <> 0 and ${r}.nickname_signature <> 0 and not ${shareNickname(l, r)})`;
/** Few letters that only one has: asked before anything that looks at letters in their order. */
const near =
  (part: 'given' | 'family'): PairSql =>
  (l, r) =>
    `bit_count(xor(${l}.${part}_mask, ${r}.${part}_mask)) <= least(${l}.${part}_slack, ${r}.${part}_slack)`;
const nearGiven = near('given');
const nearFamily = near('family');
const likeGiven: PairSql = (l, r) =>
  `(case when not (${nearGiven(l, r)}) or ${otherGiven(l, r)} then false when ${l}.given_letters = ${r}.given_letters
    or (${l}.given_sound = ${r}.given_sound and length(${l}.given_sound) > 2)
    or ${close(`${l}.given`, `${r}.given`)} or ${close(`${l}.given_joined`, `${r}.given_joined`)} then true else false end)`;
const likeFamily: PairSql = (l, r) =>
  `(case when ${nearFamily(l, r)} then ${inTurn(`${l}.family_letters = ${r}.family_letters
    or (${l}.family_sound = ${r}.family_sound and length(${l}.family_sound) > 2)
    or ${close(`${l}.family`, `${r}.family`)}`)} else false end)`;
/**
 * Two slips of one given name: `marvo` and `maroc`, `dakrid` and `draid`; or its letters in disorder: `archie` and `areceih`.
 * Two known names are no slips, and of a short name two slips leave too little.
 * Damerau, "A technique for computer detection and correction of spelling errors", CACM 7, 1964.
 */
const twiceMisspelt: PairSql = (l, r) => {
  const others = `bit_count(xor(${l}.given_mask, ${r}.given_mask))`;
  const shorter = `least(length(${l}.given), length(${r}.given))`;
  const longer = `abs(length(${l}.given) - length(${r}.given))`;
  return `(case when ${others} > 3 or (${l}.nickname_signature <> 0 and ${r}.nickname_signature <> 0) then false
      when ${others} <= 1 and ${longer} <= 1 and ${shorter} > 3 then true
      when ${longer} <= 2 and ${shorter} > 4 then damerau_levenshtein(${l}.given, ${r}.given) <= 2 else false end)`;
};
const isInitial = (a: string, b: string) => `((length(${a}) = 1 or length(${b}) = 1) and ${a}[1] = ${b}[1])`;
/** The given name of one is an initial, and the initials of both go together as far as both have them. */
const areInitials: PairSql = (l, r) =>
  `(${isInitial(`${l}.given`, `${r}.given`)} and (starts_with(${l}.initials, ${r}.initials) or starts_with(${r}.initials, ${l}.initials)))`;
const givenAlike: PairSql = (l, r) =>
  `(${l}.given_code = ${r}.given_code or ${shareNickname(l, r)} or ${areInitials(l, r)})`;

// Names of three words and more are compared word by word, whatever their order.
const areLong: PairSql = (l, r) =>
  `greatest(${l}.tokens, ${r}.tokens) > 2 and least(${l}.tokens, ${r}.tokens) > 1`;
const contained: PairSql = (l, r) =>
  `(case when ${l}.tokens > 1 and ${r}.tokens > 1
        and bit_count(${l}.signature & ${r}.signature) >= least(bit_count(${l}.signature), bit_count(${r}.signature))
        and (least(${l}.tokens, ${r}.tokens) > 2 or abs(${l}.tokens - ${r}.tokens) < 3)
      then ${commonCount(`${l}.sounds`, `${r}.sounds`)} >= greatest(2, least(${l}.tokens, ${r}.tokens)) else false end)`;

/** All words of the shorter name but one are in the longer, and that one is like a word which the longer has beside. */
function allButOne(
  like: (a: string, b: string, names: { a: string; b: string; even: string; more: string }) => string,
): PairSql {
  return (l, r) => {
    const names = {
      a: `${l}.word_names[i]`,
      b: `${r}.word_names[j]`,
      even: `${l}.tokens = ${r}.tokens`,
      more: `least(${l}.tokens, ${r}.tokens) > 2`,
    };
    const beside = `len(list_filter(${r}.words, lambda b, j: not list_contains(${l}.sounds, ${r}.sounds[j])
      and ${like('a', 'b', names)})) > 0`;
    return `(case when ${areLong(l, r)} and bit_count(${l}.signature & ${r}.signature)
          >= greatest(1, least(bit_count(${l}.signature), bit_count(${r}.signature)) - 1)
        then (case when ${commonCount(`${l}.sounds`, `${r}.sounds`)} = least(${l}.tokens, ${r}.tokens) - 1
          then len(list_filter(${l}.words, lambda a, i: not list_contains(${r}.sounds, ${l}.sounds[i]) and ${beside})) > 0 else false end)
        else false end)`;
  };
}
/** The same words with the given names exchanged: `ahmad bin hasan`, `hasan bin ahmad`. */
const fatherAndSon: PairSql = (l, r) =>
  `(${l}.tokens = ${r}.tokens and ${l}.family_code = ${r}.family_code and ${otherGiven(l, r)})`;
const allButShort = allButOne(
  (a, b, names) =>
    `(${isInitial(a, b)} or bit_count(${names.a} & ${names.b}) > 1 or (${names.even} and (${a} = 'abd' || ${b} or ${b} = 'abd' || ${a})))`,
);
// Of two words one stands for all that is the same, and words spelt plainly are nearer than they were: `schaefer`, `schneider`.
const allButLike = allButOne(
  (a, b, names) =>
    `(bit_count(${names.a} & ${names.b}) > 1 or ${names.a} = 0 or ${names.b} = 0)
      and (case when ${names.more} then ${close(a, b)} or (least(length(${a}), length(${b})) > 4 and ${somewhat(a, b)})
        else ${close(a, b)} and levenshtein(${a}, ${b}) <= 1 end)`,
);
const allButSomewhat = allButOne((a, b) => somewhat(a, b));
const oneIsOther: PairSql = (l, r) =>
  `(case when (${l}.tokens = 1 or ${r}.tokens = 1) and (${l}.signature & ${r}.signature) <> 0
      then ${haveCommon(`${l}.sounds`, `${r}.sounds`)} else false end)`;

/** One has a single name, which stands for the given and the family name alike where nothing says which it is. */
const hasSingle: PairSql = (l, r) => `least(${l}.tokens, ${r}.tokens) = 1`;
const isSingle = (name: string) => `(${name}.tokens = 1 and ${name}.given = ${name}.family)`;
const likeSingles: PairSql = (l, r) =>
  `(case when ${isSingle(l)} and ${isSingle(r)} then ${l}.given_code = ${r}.given_code or ${likeGiven(l, r)} else false end)`;
const inOneWord = (name: string) =>
  `(case when ${name}.tokens = 1 then ${name}.family else coalesce(${name}.given_joined, '') || ${name}.family end)`;
/** One is written as a single word: `fridrichbuchenberg`. */
const runTogether: PairSql = (l, r) =>
  `(case when least(${l}.tokens, ${r}.tokens) = 1 and greatest(${l}.tokens, ${r}.tokens) > 1
        and least(length(${l}.spelt), length(${r}.spelt)) > 7
      then ${close(inOneWord(l), inOneWord(r))} else false end)`;

/**
 * Names of people, in whatever order, script and fashion: by tokens, by sound, by nickname, by edit distance.
 * Aliases and native names count as names; the best pair counts.
 */
export const personName: Comparison = {
  id: 'name',
  title: 'Name',
  variants: { one: 'name', all: 'names', fields: true },
  known: (l, r) => `${l}.full_code is not null and ${r}.full_code is not null`,
  apart: (l, r) =>
    `(${l}.signature & ${r}.signature) = 0 and (${l}.nickname_signature & ${r}.nickname_signature) = 0
      and ${l}.letters <> ${r}.letters and ${l}.key_code <> ${r}.key_code and least(${l}.tokens, ${r}.tokens) > 1
      and (${l}.given is null or ${r}.given is null or ${l}.family is null or ${r}.family is null
        or bit_count(xor(${l}.family_mask, ${r}.family_mask)) > least(${l}.family_slack, ${r}.family_slack)
        or bit_count(xor(${l}.given_mask, ${r}.given_mask)) > least(${l}.given_slack, ${r}.given_slack))`,
  levels: [
    {
      title: 'the same name',
      when: (l, r) => `${l}.tokens > 1 and ${l}.full_code = ${r}.full_code and not ${fatherAndSon(l, r)}`,
      m: 0.45,
      u: 2e-5,
      frequency: (l) => classSql(`${l}.full_code`),
    },
    {
      title: 'the same name by sound or in another spelling',
      when: (l, r) =>
        `(${l}.letters = ${r}.letters and greatest(${l}.tokens, ${r}.tokens) > 1 and not ${otherGiven(l, r)}
          or (${l}.tokens > 1 and ${r}.tokens > 1 and (
            (case when ${l}.key_code = ${r}.key_code then not ${otherGiven(l, r)}
              and levenshtein(${l}.spelt, ${r}.spelt) <= greatest(1, least(length(${l}.spelt), length(${r}.spelt)) // 5) else false end)
            or (${l}.family_code = ${r}.family_code and ${l}.given_joined = ${r}.given_joined))))`,
      m: 0.09,
      u: 2e-5,
      frequency: (l, r) => classSql(`greatest(${l}.key_code, ${r}.key_code)`),
    },
    {
      title: 'given name, nickname or initial, and the same family name',
      when: (l, r) =>
        `(case when ${areLong(l, r)} then ${allButShort(l, r)} or (${l}.family_code = ${r}.family_code and ${areInitials(l, r)})
            when ${hasSingle(l, r)} then false when ${l}.family_code = ${r}.family_code then ${inTurn(givenAlike(l, r))} else false end)`,
      m: 0.1,
      u: 3e-5,
      frequency: (l, r) =>
        classSql(`case when ${l}.family_code = ${r}.family_code then ${l}.family_code end`),
    },
    {
      title: 'all names of the shorter one',
      when: (l, r) => `(${contained(l, r)} and not ${fatherAndSon(l, r)})`,
      m: 0.07,
      u: 3e-5,
    },
    {
      title: 'the same family name, a like given name',
      when: (l, r) =>
        `(case when ${areLong(l, r)} then ${allButLike(l, r)} or (case when ${l}.family_code = ${r}.family_code and ${l}.tokens <> ${r}.tokens
                then not ${otherGiven(l, r)} and ${close(`${l}.given_joined`, `${r}.given_joined`)} else false end)
            when ${l}.family_code = ${r}.family_code and not ${hasSingle(l, r)} then ${likeGiven(l, r)} else false end)`,
      m: 0.06,
      u: 2e-5,
      frequency: (l, r) =>
        classSql(`case when ${l}.family_code = ${r}.family_code then ${l}.family_code end`),
    },
    {
      title: 'the same given name, a like family name',
      when: (l, r) =>
        `(case when ${areLong(l, r)} then ${l}.given_joined = ${r}.given_joined and ${likeFamily(l, r)} when ${hasSingle(l, r)} then false
            when ${l}.given_code = ${r}.given_code or ${shareNickname(l, r)} then ${likeFamily(l, r)} else false end)`,
      m: 0.06,
      u: 2e-5,
      frequency: (l) => classSql(`${l}.given_code`),
    },
    {
      title: 'like names',
      when: (l, r) =>
        `(case when ${areLong(l, r)} then false when ${hasSingle(l, r)} then ${runTogether(l, r)}
            when ${nearGiven(l, r)} and ${nearFamily(l, r)} then ${inTurn(`${likeGiven(l, r)} and ${likeFamily(l, r)}`)}
            when ${l}.given_sound = ${r}.family_sound then ${close(`${l}.family`, `${r}.given`)}
            when ${l}.family_sound = ${r}.given_sound then ${close(`${l}.given`, `${r}.family`)} else false end)`,
      m: 0.03,
      u: 1e-5,
    },
    {
      title: 'one name the same or like, the other somewhat alike',
      when: (l, r) =>
        `(case when ${areLong(l, r)} then ${allButSomewhat(l, r)} or (case when ${l}.family_code = ${r}.family_code and ${l}.tokens <> ${r}.tokens
                then ${somewhat(`${l}.given_joined`, `${r}.given_joined`)} else false end)
            when ${hasSingle(l, r)} then ${likeSingles(l, r)}
            when (${nearFamily(l, r)} or ${l}.family_sound = ${r}.family_sound) and (${nearGiven(l, r)} or least(length(${l}.given), length(${r}.given)) = 1) and not ${otherGiven(l, r)}
            then ${inTurn(`(${l}.family_sound = ${r}.family_sound or ${l}.family_letters = ${r}.family_letters or ${somewhat(`${l}.family`, `${r}.family`)})
              and (${givenAlike(l, r)} or ${l}.given_sound = ${r}.given_sound or ${l}.given_letters = ${r}.given_letters
                or ${somewhat(`${l}.given`, `${r}.given`)} or ${somewhat(`${l}.given_joined`, `${r}.given_joined`)})`)}
            else false end)`,
      m: 0.03,
      u: 2.5e-5,
      frequency: (l, r) =>
        classSql(`case when ${isSingle(l)} and ${l}.full_code = ${r}.full_code then ${l}.full_code end`),
    },
    {
      title: 'the same family name, a given name that looks alike',
      when: (l, r) =>
        `(case when ${l}.family_code = ${r}.family_code and ${nearGiven(l, r)} and not ${hasSingle(l, r)}
            then ${inTurn(`levenshtein(${l}.given, ${r}.given) <= 1 or ${somewhat(`${l}.given`, `${r}.given`)} or ${twiceMisspelt(l, r)}`)} else false end)`,
      m: 0.01,
      u: 1e-4,
    },
    {
      title: 'given and family name the same, another name between them',
      when: (l, r) => `(${l}.family_code = ${r}.family_code and ${l}.given_code = ${r}.given_code)`,
      m: 0.008,
      u: 5e-5,
      frequency: (l) => classSql(`${l}.family_code`),
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
      title: 'one name like, the other not known',
      when: (l, r) =>
        `(case when (${l}.given is null or ${r}.given is null) and ${nearFamily(l, r)} then ${likeFamily(l, r)}
            when (${l}.family is null or ${r}.family is null) and ${nearGiven(l, r)} then ${likeGiven(l, r)} else false end)`,
      m: 0.01,
      u: 4e-4,
    },
    {
      title: 'the same given name, another family name',
      when: (l, r) => `(${l}.given_code = ${r}.given_code or ${shareNickname(l, r)})`,
      m: 0.04,
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
