const marks: ReadonlySet<string> = new Set([
  '-',
  '--',
  '---',
  '.',
  '?',
  '??',
  '???',
  '/',
  'NA',
  'N/A',
  'n/a',
  'NULL',
  'null',
  '#N/A',
  '(null)',
  '<NA>',
  'nan',
  'NaN',
  'None',
  'none',
  'NONE',
  'n. a.',
  'k.A.',
  'k. A.',
]);

const words =
  /^(?:unknown|unbekannt|inconnue?|necunoscuta?|onbekend|desconocid[oa]|sconosciut[oa]|nieznan[ya]|nevid[oa]m[oiya]*|neizvest(?:en|na|no|nyy)|anonym(?:ous|e|us)?|not known|not given|no name|keine angabe|невідом[оаий]+|неизвест(?:ен|на|но|ный)|anonim[oa]?)$/i;

/** Whether a cell is a mark for "nothing here": a dash, NULL, NA. Countries and codes may be spelt NA: ask for those apart. */
export function isEmptyMark(text: string): boolean {
  return marks.has(text);
}

/** Whether a cell says in words that the value is not known. */
export function saysUnknown(text: string): boolean {
  return text.length < 20 && words.test(text);
}
