// The words by which people write the digits of a number that machines should not find, by language. Data only: a new
// language is a line. Words that are everyday words of another language ("on", "sat") do no harm, as only a run of
// seven digits and more is taken for a number.

import { fewWords, keyOfWord } from './characters.ts';

/** From nought to nine; other forms of a digit stand beside it, parted by a bar. */
const byLanguage: Readonly<Record<string, string>> = {
  ar: 'صفر واحد|واحدة اثنان|اثنين|إثنان|اتنين ثلاثة|ثلاث|تلاتة أربعة|اربعة|أربع خمسة|خمس ستة|ست سبعة|سبع ثمانية|ثمان|تمانية تسعة|تسع',
  bg: 'нула един|едно|една две|два три четири пет шест седем осем девет',
  cs: 'nula jedna|jeden dva|dvě tři čtyři pět šest sedm osm devět',
  de: 'null eins|ein zwei|zwo drei vier fünf|fuenf sechs sieben acht neun',
  el: 'μηδέν ένα|ένας δύο|δυο τρία τέσσερα πέντε έξι επτά|εφτά οκτώ|οχτώ εννέα|εννιά',
  en: 'zero|oh|nought one two three four five six seven eight nine',
  es: 'cero uno|una dos tres cuatro cinco seis siete ocho nueve',
  fa: 'صفر یک دو سه چهار پنج شش هفت هشت نه',
  fr: 'zéro un|une deux trois quatre cinq six sept huit neuf',
  hu: 'nulla egy kettő|két három négy öt hat hét nyolc kilenc',
  it: 'zero uno due tre quattro cinque sei sette otto nove',
  nl: 'nul een|één twee drie vier vijf zes zeven acht negen',
  pl: 'zero jeden dwa|dwie trzy cztery pięć sześć siedem osiem dziewięć',
  pt: 'zero um|uma dois|duas três|tres quatro cinco seis sete oito nove',
  ro: 'zero unu|una doi|două trei patru cinci șase|şase|sase șapte|şapte|sapte opt nouă|noua',
  ru: 'ноль|нуль один|одна два|две три четыре пять шесть семь восемь девять',
  sq: 'zero një dy tre katër pesë gjashtë shtatë tetë nëntë',
  sr: 'nula jedan dva tri četiri pet šest sedam osam devet',
  tr: 'sıfır bir iki üç dört beş altı yedi sekiz dokuz',
  uk: 'нуль один два три чотири п’ять шість сім вісім дев’ять',
  vi: 'không một hai ba bốn năm sáu bảy tám chín',
  zh: '零|〇 一|壹 二|贰|两 三|叁 四|肆 五|伍 六|陆 七|柒 八|捌 九|玖',
};

/** Words that say that the next digit stands twice or three times. */
const multipliers: Readonly<Record<string, number>> = { double: 2, triple: 3, doble: 2, doppel: 2, dublu: 2 };

const digitOfKey = new Map<number, number>();
for (const words of Object.values(byLanguage)) {
  words.split(' ').forEach((forms, digit) => {
    for (const form of forms.split('|'))
      if (!digitOfKey.has(keyOfWord(form))) digitOfKey.set(keyOfWord(form), digit);
  });
}
const mayBeDigit = fewWords(digitOfKey.keys());
const timesOfKey = new Map(Object.entries(multipliers).map(([word, times]) => [keyOfWord(word), times]));
const mayBeTimes = fewWords(timesOfKey.keys());

/** The digit that a word stands for; the word by its key. */
export function spelledDigit(key: number): number | undefined {
  return mayBeDigit(key) ? digitOfKey.get(key) : undefined;
}

/** How often the next digit stands, where a word says so. */
export function timesOf(key: number): number | undefined {
  return mayBeTimes(key) ? timesOfKey.get(key) : undefined;
}
