import { foldWords } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** Street words and their short forms, written out so that one address has one key. */
const long: ReadonlyMap<string, string> = new Map(
  Object.entries({
    st: 'street',
    rd: 'road',
    ave: 'avenue',
    av: 'avenue',
    ln: 'lane',
    blvd: 'boulevard',
    bd: 'boulevard',
    bvd: 'boulevard',
    dr: 'drive',
    ct: 'court',
    pl: 'place',
    sq: 'square',
    hwy: 'highway',
    pkwy: 'parkway',
    apt: 'apartment',
    bldg: 'building',
    str: 'strasse',
    strada: 'strada',
    ul: 'ulitsa',
    vul: 'vulitsa',
    blok: 'bloc',
    bl: 'bloc',
    ap: 'apartment',
    bul: 'bulevard',
    prosp: 'prospekt',
    pza: 'plaza',
    ctra: 'carretera',
    sos: 'soseaua',
    cad: 'caddesi',
    sok: 'sokak',
    mah: 'mahallesi',
    avda: 'avenida',
  }),
);

const leading: ReadonlyMap<string, string> = new Map([
  ['c', 'calle'],
  ['st', 'saint'],
  ['r', 'rue'],
]);

const fillers: ReadonlySet<string> = new Set(['no', 'nr', 'num', 'number', 'n']);

/** An address as folded words, common street words written out, "no." left out. */
export function parseAddress(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const words: string[] = [];
  for (const [index, word] of foldWords(text).entries()) {
    if (fillers.has(word)) continue;
    // Before a name these stand for other words than behind one: C/ Mayor, St Petersburg.
    const first = index === 0 ? leading.get(word) : undefined;
    words.push(first ?? long.get(word) ?? (word.length > 5 && word.endsWith('str') ? `${word}asse` : word));
  }
  return words.length === 0 ? failed('value-unreadable') : parsed(words.join(' '));
}
