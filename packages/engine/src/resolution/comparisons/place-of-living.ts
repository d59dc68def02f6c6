import { commonCount, haveCommon, leastCommon } from '../lists.ts';
import type { Comparison, Level } from '../model.ts';
import { classSql } from '../value-code.ts';

const words = (l: string, r: string) => commonCount(`${l}.words`, `${r}.words`);
const fewest = (l: string, r: string) => `least(len(${l}.words), len(${r}.words))`;
const numbers = (l: string, r: string) => haveCommon(`${l}.numbers`, `${r}.numbers`);
const allNumbers = (l: string, r: string) =>
  `(${commonCount(`${l}.numbers`, `${r}.numbers`)} >= least(len(${l}.numbers), len(${r}.numbers)) and ${numbers(l, r)})`;
const rarestWord = (l: string, r: string) => classSql(leastCommon(`${l}.words`, `${r}.words`));
// Bits that the two share. Two common items may share a bit, so that the conditions ask for one bit less than items.
const touch = (l: string, r: string) => `bit_count(${l}.signature & ${r}.signature)`;

/**
 * Addresses as bags of words (by sound) and numbers (house numbers, postcodes), because partners write them in every
 * order and completeness.
 */
export const postalAddress: Comparison = {
  id: 'address',
  title: 'Address',
  variants: { one: 'address', all: 'addresses', fields: true },
  known: (l, r) => `${l}.code is not null and ${r}.code is not null`,
  levels: [
    {
      title: 'the same address',
      when: (l, r) => `${l}.code = ${r}.code and len(${l}.numbers) > 0`,
      m: 0.35,
      u: 1e-5,
      frequency: (l) => classSql(`${l}.code`),
    },
    {
      title: 'nearly all words and numbers',
      when: (l, r) =>
        `${touch(l, r)} > 1 and ${allNumbers(l, r)} and ${words(l, r)} >= 2 and ${words(l, r)} * 4 >= ${fewest(l, r)} * 3`,
      m: 0.25,
      u: 2e-5,
      frequency: rarestWord,
    },
    {
      title: 'half of the words and a number',
      when: (l, r) =>
        `${touch(l, r)} > 0 and ${numbers(l, r)} and ${words(l, r)} * 2 >= ${fewest(l, r)} and ${words(l, r)} > 0`,
      m: 0.1,
      u: 2e-4,
      frequency: rarestWord,
    },
    {
      title: 'most words, no number in common',
      when: (l, r) =>
        `${touch(l, r)} > 0 and ${l}.code <> ${r}.code and ${words(l, r)} >= 2 and ${words(l, r)} * 2 > ${fewest(l, r)}`,
      m: 0.08,
      u: 2e-3,
      frequency: rarestWord,
    },
    {
      // A city is where people live, not a way to reach one of them.
      title: 'the same place, and no number told',
      when: (l, r) => `${l}.code = ${r}.code`,
      m: 0.03,
      u: 0.005,
      frequency: (l) => classSql(`${l}.code`),
    },
    {
      title: 'a number or a place in common',
      when: (l, r) => `(${l}.signature & ${r}.signature) <> 0 and (${words(l, r)} > 0 or ${numbers(l, r)})`,
      m: 0.08,
      u: 0.05,
    },
    { title: 'another address', when: () => 'true', m: 0.14, u: 0.948 },
  ],
};

const neighbours: Level = {
  title: 'all words, and each a number that the other has not',
  when: (l, r) =>
    `${touch(l, r)} > 0 and ${words(l, r)} >= 2 and ${words(l, r)} >= ${fewest(l, r)} and not ${allNumbers(l, r)}
         and len(${l}.numbers) > 0 and len(${r}.numbers) > 0`,
  m: 0.05,
  u: 1e-4,
  frequency: rarestWord,
};

const [same, nearly, ...others] = postalAddress.levels as readonly [Level, Level, ...Level[]];
const further = others.filter(({ title }) => title !== 'the same place, and no number told');

/**
 * The same for an address as a thing by itself: houses of one street and flats of one house are told apart. People who move
 * next door, or whose house number is mistyped, are not. Two people may share an address and stay two; two addresses that
 * read alike are hardly ever two, with a number or without.
 */
export const houseAddress: Comparison = {
  ...postalAddress,
  levels: [
    { ...same, when: (l, r) => `${l}.code = ${r}.code`, u: 1e-6 },
    { ...nearly, u: 5e-6 },
    neighbours,
    ...further,
  ],
};
