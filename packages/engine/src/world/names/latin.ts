const special: Readonly<Record<string, string>> = {
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ı: 'i',
  ə: 'e',
  '’': "'",
  '‌': '',
  ʼ: "'",
};

const german: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ß: 'ss',
};

/** Text without diacritics: what a keyboard without them gives. */
export function plain(text: string): string {
  return replaceFrom(text.normalize('NFD').replace(/\p{M}/gu, ''), special);
}

/** Text with umlauts written as two letters. */
export function germanPlain(text: string): string {
  return replaceFrom(text, german);
}

const machineNames = new Map<string, string>();

/** A name as in the machine-readable zone of a passport: A-Z and blanks (ICAO Doc 9303-3, section 6). */
export function machineReadable(text: string): string {
  const known = machineNames.get(text);
  if (known !== undefined) return known;
  const written = plain(germanPlain(text))
    .toUpperCase()
    .replace(/[^A-Z]+/g, ' ')
    .trim();
  machineNames.set(text, written);
  return written;
}

/** Text cut down to what Windows-1252 can hold. */
export function westernOnly(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is the point
  if (/^[\u0000-\u00ff]*$/.test(text)) return text;
  return [...text]
    .map((letter) => (letter <= '\u00ff' ? letter : plain(letter)))
    .join('')
    .replace(/[^\u0020-\u00ff]/g, '');
}

// One line a system: Cyrillic letter and its Latin writing.
const systems = {
  // Resolution 55 of the Cabinet of Ukraine, 2010 (inside a word)
  ukrainian:
    "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ь  ю iu я ia ' ",
  // ICAO Doc 9303 for Russian
  russian:
    "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь  э e ю iu я ia ' ",
  german:
    "а a б b в w г g ґ g д d е e ё jo є je ж sch з s и i і i ї ji й j к k л l м m н n о o п p р r с s т t у u ф f х ch ц z ч tsch ш sch щ schtsch ъ  ы y ь  э e ю ju я ja ' ",
  french:
    "а a б b в v г g ґ g д d е e ё io є ie ж j з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у ou ф f х kh ц ts ч tch ш ch щ chtch ъ  ы y ь  э e ю iou я ia ' ",
  english:
    "а a б b в v г g ґ g д d е e ё yo є ye ж zh з z и y і i ї yi й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю yu я ya ' ",
} as const;

export type CyrillicSystem = keyof typeof systems;

const tables = new Map(
  Object.entries(systems).map(([name, line]) => {
    const parts = line.split(' ');
    const table = new Map<string, string>();
    for (let index = 0; index + 1 < parts.length; index += 2)
      table.set(parts[index] ?? '', parts[index + 1] ?? '');
    return [name, table];
  }),
);

/** Cyrillic text in Latin letters by one of the systems that are in use. */
export function latinFromCyrillic(text: string, system: CyrillicSystem): string {
  const table = tables.get(system);
  let latin = '';
  for (const letter of text) {
    const lower = letter.toLowerCase();
    const written = table?.get(lower) ?? lower;
    latin += lower === letter ? written : written.slice(0, 1).toUpperCase() + written.slice(1);
  }
  return latin;
}

function replaceFrom(text: string, table: Readonly<Record<string, string>>): string {
  let written = '';
  for (const letter of text) written += table[letter] ?? letter;
  return written;
}
