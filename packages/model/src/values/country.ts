import countries from 'i18n-iso-countries';
import { foldPhrase } from './fold.ts';
import { failed, nothing, type Parsed, parsed } from './parsed.ts';

/** Distinguishing signs of vehicles and the one-letter codes of machine-readable documents (ICAO Doc 9303). */
const signs: Readonly<Record<string, string>> = {
  A: 'at',
  B: 'be',
  D: 'de',
  E: 'es',
  F: 'fr',
  H: 'hu',
  I: 'it',
  L: 'lu',
  M: 'mt',
  N: 'no',
  P: 'pt',
  S: 'se',
  V: 'va',
  SLO: 'si',
  SRB: 'rs',
  BIH: 'ba',
  NMK: 'mk',
  RKS: 'xk',
  XKX: 'xk',
  UK: 'gb',
  GBR: 'gb',
  GBD: 'gb',
  IRL: 'ie',
  FIN: 'fi',
  EST: 'ee',
  RUS: 'ru',
  EL: 'gr',
  EW: 'ee',
  FL: 'li',
  CS: 'rs',
  TR: 'tr',
};

/** What people write besides the official names: adjectives, old and short names. */
const spoken: Readonly<Record<string, string>> = {
  af: 'afghan afghanistani',
  al: 'albanian albanisch albanais albanez',
  am: 'armenian',
  at: 'austrian osterreichisch',
  az: 'azerbaijani',
  ba: 'bosnian bosnisch|bosnia',
  bd: 'bangladeshi',
  be: 'belgian belge',
  bg: 'bulgarian bulgarisch bulgare bulgar balgariya balgarin bulgaro',
  br: 'brazilian',
  by: 'belarusian|white russia',
  ca: 'canadian',
  cd: 'congolese|dr congo|drc|kongo kinshasa',
  cg: 'congo',
  ch: 'swiss schweizer',
  ci: 'ivorian|ivory coast|cote d ivoire',
  cm: 'cameroonian',
  cn: 'chinese chinesisch chinois chinez|pr china',
  co: 'colombian',
  cz: 'czech|czech republic|tschechei',
  de: 'german deutsch allemand allemande germana duits|brd',
  dk: 'danish',
  dz: 'algerian',
  ee: 'estonian',
  eg: 'egyptian',
  er: 'eritrean',
  es: 'spanish spanisch',
  et: 'ethiopian',
  fi: 'finnish',
  fr: 'french franzosisch francais francaise',
  gb: 'british|england|scotland|wales|great britain|grossbritannien|united kingdom of great britain',
  ge: 'georgian',
  gh: 'ghanaian',
  gm: 'gambian',
  gn: 'guinean',
  gr: 'greek griechisch grec',
  hr: 'croatian',
  hu: 'hungarian ungarisch hongrois maghiar',
  ie: 'irish',
  in: 'indian',
  iq: 'iraqi irakisch irakien',
  ir: 'iranian iranisch iranien persian',
  it: 'italian italienisch italien',
  ke: 'kenyan',
  kh: 'cambodian',
  kp: 'north korea',
  kr: 'korean|south korea',
  lb: 'lebanese',
  lk: 'sri lankan',
  lt: 'lithuanian',
  lv: 'latvian',
  ly: 'libyan',
  ma: 'moroccan marokkanisch marocain',
  md: 'moldovan moldauisch moldave|moldova|republica moldova',
  mk: 'macedonian|macedonia',
  ml: 'malian',
  mm: 'burmese|burma',
  ng: 'nigerian nigerianisch nigeriane',
  nl: 'dutch niederlandisch|holland',
  no: 'norwegian',
  np: 'nepalese nepali',
  ph: 'filipino philippine',
  pk: 'pakistani',
  pl: 'polish polnisch polonais polonez',
  ps: 'palestinian|palestine',
  pt: 'portuguese',
  ro: 'romanian rumanisch roumain roumaine roman romana|rumania',
  rs: 'serbian serbisch serbe',
  ru: 'russian russisch russe rus|russland',
  sd: 'sudanese',
  se: 'swedish',
  si: 'slovene slovenian',
  sk: 'slovak',
  sn: 'senegalese',
  so: 'somali somalian',
  ss: 'south sudanese',
  sy: 'syrian syrisch syrien|syria',
  td: 'chadian',
  th: 'thai',
  tn: 'tunisian tunesisch',
  tr: 'turkish turkisch turc|turkiye',
  ua: 'ukrainian ukrainisch ukrainien ucrainean ukrayinets',
  ug: 'ugandan',
  us: 'american|usa|u s a|united states|vereinigte staaten|etats unis|estados unidos|statele unite',
  uz: 'uzbek',
  ve: 'venezuelan',
  vn: 'vietnamese vietnamesisch vietnamien vietnamez|viet nam',
  xk: 'kosovar|kosovo',
  ye: 'yemeni',
};

let names: Map<string, string> | undefined;

/** Folded names of all countries in all languages of the list, official ones first where two collide. */
function countryNames(): Map<string, string> {
  if (names !== undefined) return names;
  const found = new Map<string, string>();
  const add = (name: string, code: string) => {
    const folded = foldPhrase(name);
    if (folded.length > 2 && !found.has(folded)) found.set(folded, code);
  };
  for (const [code, line] of Object.entries(spoken)) {
    const [adjectives, ...others] = line.split('|') as [string, ...string[]];
    for (const name of [...adjectives.split(' '), ...others]) add(name, code);
  }
  const languages = [...countries.getSupportedLanguages()].sort();
  for (const language of ['en', ...languages.filter((language) => language !== 'en')]) {
    for (const [code, all] of Object.entries(countries.getNames(language, { select: 'all' }))) {
      for (const name of all) add(name, code.toLowerCase());
    }
  }
  names = found;
  return found;
}

/** A country as ISO 3166-1 alpha-2, lower case: from alpha-2, alpha-3 or numeric codes, vehicle signs or names. */
export function parseCountry(text: string): Parsed {
  const trimmed = text.trim();
  if (trimmed === '') return nothing;
  if (trimmed.length > 100) return failed('country-unknown');
  const code = trimmed.toUpperCase().replace(/<+$/, '').replace(/\./g, '');
  const upper = /^[A-Z]{1,3}$/.test(code) ? countryFromCode(code) : undefined;
  if (upper !== undefined) return parsed(upper);
  if (/^\d{3}$/.test(code)) {
    const numeric = countries.numericToAlpha2(code);
    return numeric === undefined ? failed('country-unknown') : parsed(numeric.toLowerCase());
  }
  const known = countryNames().get(foldPhrase(trimmed));
  return known === undefined ? failed('country-unknown') : parsed(known);
}

function countryFromCode(code: string): string | undefined {
  if (code.length === 2 && (countries.isValid(code) || code === 'XK')) return code.toLowerCase();
  if (Object.hasOwn(signs, code)) return signs[code];
  return code.length === 3 ? countries.alpha3ToAlpha2(code)?.toLowerCase() : undefined;
}
