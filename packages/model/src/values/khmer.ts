// Khmer writes no spaces between syllables and leaves out the vowel that a consonant brings along: a or o, by its series.
// Romanised as Cambodian passports mostly have it, after the UNGEGN table of 1972 with its vowels made plain; names that
// passports write otherwise are given as they stand there.

const names: Readonly<Record<string, string>> = {
  តារា: 'dara',
  ដារ៉ា: 'dara',
  វណ្ណា: 'vanna',
  វណ្ណៈ: 'vannak',
  សុភា: 'sophea',
  បុប្ផា: 'bopha',
  ធីតា: 'thida',
  សម្បត្តិ: 'sambath',
  រតនា: 'ratana',
  វិចិត្រ: 'vichet',
  ពិសិដ្ឋ: 'piseth',
  ចន្ទ្រា: 'chantrea',
  ចិន្ដា: 'chenda',
  រដ្ឋា: 'ratha',
  វាសនា: 'veasna',
  សុវណ្ណ: 'sovann',
  សុវណ្ណារ៉ា: 'sovannara',
};

type Series = 'a' | 'o';

/** Consonants of the first and of the second series. */
const first = 'k ក kh ខ ch ច chh ឆ d ដ th ឋ n ណ t ត th ថ b ប ph ផ s ស h ហ l ឡ sh ឝ s ឞ';
const second = 'k គ kh ឃ ng ង ch ជ chh ឈ nh ញ d ឌ th ឍ t ទ th ធ n ន p ព ph ភ m ម y យ r រ l ល v វ';
const consonants = new Map<string, readonly [string, Series]>([
  ...lettersOf(first, 'a'),
  ...lettersOf(second, 'o'),
  ['អ', ['', 'a']],
]);

/** Vowel signs after a consonant of the first and of the second series; longer ones first. */
const vowels: readonly (readonly [string, string, string])[] = [
  ['ុំ', 'om', 'um'],
  ['ាំង', 'ang', 'eang'],
  ['ាំ', 'am', 'oam'],
  ['ុះ', 'oh', 'uh'],
  ['ា', 'a', 'ea'],
  ['ិ', 'e', 'i'],
  ['ី', 'ey', 'i'],
  ['ឹ', 'e', 'i'],
  ['ឺ', 'eu', 'eu'],
  ['ុ', 'o', 'u'],
  ['ូ', 'o', 'u'],
  ['ួ', 'uo', 'uo'],
  ['ើ', 'aeu', 'eu'],
  ['ឿ', 'oea', 'oea'],
  ['ៀ', 'ie', 'ie'],
  ['េ', 'e', 'e'],
  ['ែ', 'ae', 'e'],
  ['ៃ', 'ai', 'ey'],
  ['ោ', 'ao', 'o'],
  ['ៅ', 'au', 'ov'],
  ['ំ', 'am', 'om'],
  ['ះ', 'ah', 'eah'],
];
/** Consonants under another one that leave it its series. */
const weak: ReadonlySet<string> = new Set('ងញនមយរលវ');
const coeng = '្';
const silencer = '៍';
const firstSeries = '៉';
const secondSeries = '៊';
const shortener = '់';

/** A run of consonants with the vowel that is written after it, null where none is. */
interface Unit {
  readonly onset: string;
  readonly series: Series;
  readonly vowel: string | null;
}

/** Whether a text is of Khmer letters and nothing else. */
export function isKhmerWord(text: string): boolean {
  return /^[\u1780-\u17d3\u17dd]+$/.test(text);
}

/** A Khmer word in Latin letters. What is not a consonant with its signs is left out. */
export function latinFromKhmer(word: string): string {
  const known = names[word];
  if (known !== undefined) return known;
  const units = unitsOf(word);
  let text = '';
  for (let index = 0; index < units.length; index++) {
    const { onset, series, vowel } = units[index] as Unit;
    if (vowel !== null) text += onset + vowel;
    else if (index > 0 && bareFrom(units, index) % 2 === 1) text += onset;
    else text += onset + series;
  }
  return text;
}

/** Consonants without a vowel sign from here on: they go in pairs, and an odd one closes the syllable before it. */
function bareFrom(units: readonly Unit[], index: number): number {
  let end = index;
  while (end < units.length && units[end]?.vowel === null) end++;
  return end - index;
}

function unitsOf(word: string): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  while (at < word.length) {
    const found = consonants.get(word[at] as string);
    if (found === undefined) {
      at++;
      continue;
    }
    let [onset, series] = found;
    at++;
    if (word[at] === silencer) {
      at++;
      continue;
    }
    while (word[at] === coeng) {
      const [letters, own] = consonants.get(word[at + 1] ?? '') ?? ['', series];
      onset = `${onset === 'b' ? 'p' : onset}${letters}`;
      if (!weak.has(word[at + 1] ?? '')) series = own;
      at += 2;
    }
    if (word[at] === firstSeries) {
      series = 'a';
      onset = onset === 'b' ? 'p' : onset;
      at++;
    } else if (word[at] === secondSeries) {
      series = 'o';
      at++;
    }
    const sign = vowels.find(([written]) => word.startsWith(written, at));
    at += sign?.[0].length ?? 0;
    if (word[at] === shortener) at++;
    units.push({ onset, series, vowel: sign === undefined ? null : series === 'a' ? sign[1] : sign[2] });
  }
  return units;
}

function lettersOf(line: string, series: Series): [string, readonly [string, Series]][] {
  const words = line.split(' ');
  return words.flatMap((latin, index): [string, readonly [string, Series]][] =>
    index % 2 === 0 ? [[words[index + 1] as string, [latin, series]]] : [],
  );
}
