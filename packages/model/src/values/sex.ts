import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

// ISO/IEC 5218 (0, 1, 2, 9), ICAO Doc 9303 (F, M, X) and the words of partners' languages. The letter M is a man:
// in Spanish files it is a woman, which only the column as a whole tells (H beside M).
const words: readonly (readonly [string, string])[] = [
  [
    'm',
    'm male man mann mannlich masculin masculino maschile uomo homme h hombre barbat mannelijk mezczyzna ch cholovicha cholovik choloviche mazh muzhskoy muzh muzhchina muzki 1 boy garcon junge',
  ],
  [
    'f',
    'f w female woman frau weiblich feminin feminine feminino femminile femeie femme mujer v vrouw vrouwelijk vrouwlijk kobieta k zh zhinocha zhinka zhena zhenski zhenskiy zhenshchina 2 girl fille madchen donna mulher',
  ],
  ['x', 'x divers diverse other nonbinary non binary indeterminate autre'],
  ['', 'u unknown unbekannt inconnu necunoscut onbekend desconocido 0 9 not known not applicable'],
];

const bySex = new Map<string, string>();
for (const [sex, line] of words) {
  for (const word of line.split(' ')) if (!bySex.has(word)) bySex.set(word, sex);
}

/** Sex as f, m or x; nothing where it is said to be unknown. */
export function parseSex(text: string): Parsed {
  if (text.trim() === '') return nothing;
  const folded = text.length > 100 ? '' : foldPhrase(text);
  const sex =
    bySex.get(folded) ??
    bySex.get(folded.replaceAll(' ', '')) ??
    (folded.startsWith('non binary') ? 'x' : undefined);
  return sex === undefined ? failed('value-unreadable') : parsed(sex);
}
