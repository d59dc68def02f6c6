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

const common = new Set(
  'street road avenue lane boulevard drive court place square highway parkway way close crescent circuit terrace apartment apartments apt unit suite floor flat building bld block bloc house po box postbox strasse strada str ulitsa vulitsa ulice ulica rue calle avenida via viale plaza platz gasse weg allee chaussee bulevardul bulevard bul soseaua aleea sector etaj scara ap sc et nr no number the of de la le les del di da e east w west n north s south ne nw se sw'.split(
    ' ',
  ),
);

/** Takes a folded address apart. Undefined when it has nothing but common words. */
export function addressForm(text: string): AddressForm | undefined {
  const tokens = text.split(' ').filter(Boolean).slice(0, 24);
  const numbers = new Set<string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (/\d/.test(token)) numbers.add(token.replace(/^0+(?=\d)/, ''));
    else if (!common.has(token))
      words.push(token.replace(/(?:strasse|gatan|gata|straat|utca)$/, '') || token);
  }
  if (numbers.size === 0 && words.length === 0) return undefined;
  const sounds = new Set(words.map((word) => soundKey(word) || word));
  return {
    canonical: [...new Set([...numbers, ...words])].sort().join(' '),
    words: [...sounds],
    numbers: [...numbers],
  };
}
