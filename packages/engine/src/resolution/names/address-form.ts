import { soundKey } from './sound-key.ts';

/** An address as a bag of what tells it from others. */
export interface AddressForm {
  /** Words and numbers in alphabetical order, without words for streets and parts of buildings. */
  readonly canonical: string;
  /** Sounds of words, in the order given. */
  readonly words: readonly string[];
  /** Whatever has a digit: house numbers, postcodes. */
  readonly numbers: readonly string[];
}

// Words for streets, places, parts of buildings and units of government, folded, with their short forms. They are left out
// of comparison, because one partner writes them and the next does not.
const common = new Set(
  [
    // English
    'street road avenue lane boulevard drive court place square highway parkway way close crescent circuit terrace apartment apartments apt unit suite floor flat building block house po box postbox no number the of east west north south e w n s ne nw se sw',
    // German, Dutch
    'strasse platz gasse weg allee chaussee ring wohnung whg stock og eg haus hausnummer nr straat laan plein bus huisnummer',
    // French, Spanish, Portuguese, Italian
    'rue avenida av calle chemin impasse appartement etage bat batiment plaza pza paseo carretera ctra piso puerta pta rua travessa andar via viale piazza corso interno scala int de la le les del di da',
    // Romanian, Polish, Czech, Hungarian
    'strada str bulevardul bulevard bul bd soseaua sos aleea calea splaiul sector etaj scara ap sc et bloc judetul jud comuna com sat ulica aleja aleje osiedle os mieszkanie ulice ulici namesti nam byt utca ut ter emelet ajto',
    // Russian, Ukrainian, Bulgarian, Serbian
    'ul ulitsa vul vulitsa vulytsya prospekt prosp prospect pereulok provulok prov ploshchad ploshcha budinok budynok bud dom kv kvartira kvartyra korpus korp stroenie oblast obl rayon raion gorod misto selo smt zhk vhod bulvar shose naberezhnaya ulica',
    // Turkish, Arabic, Persian, Vietnamese
    'mahallesi mah caddesi cad sokak sokagi sok daire kat sharia shari khiaban khiyaban kucheh kuche duong phuong quan',
  ].flatMap((line) => line.split(' ')),
);

/** A letter that stands behind a house number; letters that are points of the compass or short words stay out. */
const houseLetter = /^[abcfgh]$/;

/** Takes a folded address apart. Undefined when it has nothing but common words. */
export function addressForm(text: string): AddressForm | undefined {
  const tokens = text.split(' ').filter(Boolean).slice(0, 24);
  const numbers: string[] = [];
  const words: string[] = [];
  const told: string[] = [];
  let isAfterNumber = false;
  for (const [index, token] of tokens.entries()) {
    const isLetter = isAfterNumber && houseLetter.test(token);
    isAfterNumber = /^\d+$/.test(token);
    if (isLetter) continue;
    if (/\d/.test(token)) {
      const next = tokens[index + 1] ?? '';
      const number = token.replace(/^0+(?=\d)/, '') + (isAfterNumber && houseLetter.test(next) ? next : '');
      addOnce(numbers, number);
      addOnce(told, number);
    } else if (!common.has(token)) {
      const word = token.replace(/(?:strasse|gatan|gata|straat|utca)$/, '') || token;
      addOnce(words, soundKey(word) || word);
      addOnce(told, word);
    }
  }
  return told.length === 0 ? undefined : { canonical: told.sort().join(' '), words, numbers };
}

/** A set takes more than it saves where there are so few. */
function addOnce(list: string[], value: string): void {
  if (!list.includes(value)) list.push(value);
}
