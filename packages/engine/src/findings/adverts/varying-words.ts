// Words that vary by nature though they have no digit: units of what is counted before them, and addresses of sites.

import { fewWords, keyOfWord } from './characters.ts';

/** What stands behind an amount and changes with it: money, lengths, weights, times, sizes of data. */
const units =
  'eur euro euros usd dollar dollars gbp pound pounds chf lei ron zł zl pln kn kč kc czk huf ft lv bgn rub руб uah грн tl try aed sek nok dkk ' +
  'mm cm m km kg g lb lbs ms s sec secs second seconds min mins minute minutes h hr hrs hour hours std am pm b kb mb gb tb hz mhz ghz';
const unitKeys: ReadonlySet<number> = new Set(units.split(' ').map(keyOfWord));
const mayBeUnit = fewWords(unitKeys);

/** Whether a word is a unit of what is counted before it; the word by its key. */
export function isUnit(key: number): boolean {
  return mayBeUnit(key) && unitKeys.has(key);
}

const topLevels: ReadonlySet<string> = new Set(
  (
    'com net org info biz xyz online site shop club live me tv cc io app link page example eu co uk ie de at ch fr be nl lu es pt it ' +
    'gr cy mt pl cz sk hu ro md bg rs hr si ba me mk al tr ua by ru ge am az kz lt lv ee fi se no dk is us ca mx br ar cl pe co ve ' +
    'ng gh ke za ma dz tn eg ae sa qa il lb jo iq ir pk in bd np lk cn hk tw jp kr th vn my sg id ph au nz'
  ).split(' '),
);

/** Whether a word with a dot in it is the address of a site. */
export function isSite(word: string): boolean {
  return topLevels.has(word.slice(word.lastIndexOf('.') + 1).toLowerCase());
}
