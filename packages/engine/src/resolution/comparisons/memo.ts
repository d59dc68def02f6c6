import { commonCount, haveCommon, leastCommon } from '../lists.ts';
import type { Comparison } from '../model.ts';
import { classSql } from '../value-code.ts';

const fewest = (l: string, r: string) => `least(len(${l}.memo_words), len(${r}.memo_words))`;
const words = (l: string, r: string) => commonCount(`${l}.memo_words`, `${r}.memo_words`);
const sameOpening = (l: string, r: string) => `${l}.memo_opening = ${r}.memo_opening`;
const rarestWord = (l: string, r: string) => classSql(leastCommon(`${l}.memo_words`, `${r}.memo_words`));
/** Two words in a row are rarer than either: initials are common, the pair of them is not. */
const rarest = (l: string, r: string) => `least(${classSql(`${l}.memo_opening`)}, ${rarestWord(l, r)})`;

/**
 * What two sides of a payment say it is for. Banks cut memos off and add codes of their own behind, so that what stands first
 * counts, and otherwise which words the two share, and how rare these are.
 */
export const memo: Comparison = {
  id: 'purpose',
  title: 'Purpose',
  known: (l, r) => `${l}.memo is not null and ${r}.memo is not null`,
  levels: [
    {
      title: 'the same',
      when: (l, r) => `${l}.memo = ${r}.memo`,
      m: 0.4,
      u: 1e-4,
      frequency: (l) => classSql(`${l}.memo`),
    },
    {
      title: 'one is the beginning of the other',
      when: (l, r) =>
        `${sameOpening(l, r)} and (starts_with(${l}.memo_text, ${r}.memo_text) or starts_with(${r}.memo_text, ${l}.memo_text))`,
      m: 0.2,
      u: 2e-4,
      frequency: rarest,
    },
    {
      title: 'the same first words, and all words of the shorter one but one',
      when: (l, r) => `${sameOpening(l, r)} and ${words(l, r)} + 1 >= ${fewest(l, r)} and ${words(l, r)} > 2`,
      m: 0.1,
      u: 2e-4,
      frequency: rarest,
    },
    {
      title: 'the same first words',
      when: sameOpening,
      m: 0.1,
      u: 4e-4,
      frequency: (l) => classSql(`${l}.memo_opening`),
    },
    {
      title: 'one is the beginning of the other, and cut within the first two words',
      when: (l, r) =>
        `starts_with(${l}.memo_text, ${r}.memo_text) or starts_with(${r}.memo_text, ${l}.memo_text)`,
      m: 0.02,
      u: 5e-4,
    },
    {
      title: 'half of the words or more',
      when: (l, r) => `${words(l, r)} * 2 >= ${fewest(l, r)} and ${words(l, r)} > 0`,
      m: 0.05,
      u: 0.01,
      frequency: rarestWord,
    },
    {
      title: 'a word in common',
      when: (l, r) => haveCommon(`${l}.memo_words`, `${r}.memo_words`),
      m: 0.03,
      u: 0.05,
      frequency: rarestWord,
    },
    { title: 'another', when: () => 'true', m: 0.1, u: 0.9393 },
  ],
};
