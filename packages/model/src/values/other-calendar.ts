import {
  type Calendar,
  type CalendarDay,
  dayFrom,
  gregorianFromIslamic,
  gregorianFromSolarHijri,
  gregorianYearFromBuddhist,
} from './calendar.ts';
import { century, dateFrom, dateFromDay, spanFrom } from './date-value.ts';
import { monthFrom } from './months.ts';
import { failed, type Parsed } from './parsed.ts';

type Other = Exclude<Calendar, 'gregorian'>;

// Months in Latin letters as they are commonly spelt, and in the script of their country with letters made one (see
// `plainArabic`). Iranian and Afghan names of the solar months stand side by side.
const solarMonths = [
  'farvardin hamal فروردین حمل',
  'ordibehesht sawr saur thawr اردیبهشت ثور',
  'khordad jawza jauza خرداد جوزا',
  'tir saratan تیر سرطان',
  'mordad amordad asad مرداد امرداد اسد',
  'shahrivar sunbula sonbola شهریور سنبله',
  'mehr mizan مهر میزان',
  'aban aqrab ابان عقرب',
  'azar qaws qaus اذر قوس',
  'dey jadi jaddi دی جدی',
  'bahman dalw dalwa بهمن دلو',
  'esfand hut hoot اسفند حوت',
];
const islamicMonths = [
  'muharram moharram محرم',
  'safar صفر',
  'rabi1 ربیع1',
  'rabi2 ربیع2',
  'jumada1 جمادی1',
  'jumada2 جمادی2',
  'rajab رجب',
  "shaban sha'ban شعبان",
  'ramadan ramazan رمضان',
  'shawwal شوال',
  'dhualqadah zulqada ذوالقعده ذیالقعده',
  'dhualhijjah zulhijja ذوالحجه ذیالحجه',
];
const thaiMonths = [
  'มกราคม ม.ค.',
  'กุมภาพันธ์ ก.พ.',
  'มีนาคม มี.ค.',
  'เมษายน เม.ย.',
  'พฤษภาคม พ.ค.',
  'มิถุนายน มิ.ย.',
  'กรกฎาคม ก.ค.',
  'สิงหาคม ส.ค.',
  'กันยายน ก.ย.',
  'ตุลาคม ต.ค.',
  'พฤศจิกายน พ.ย.',
  'ธันวาคม ธ.ค.',
];

const monthsOf: Readonly<Record<Other, ReadonlyMap<string, number>>> = {
  'solar-hijri': numbered(solarMonths),
  islamic: numbered(islamicMonths),
  buddhist: numbered(thaiMonths),
};

function numbered(lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lines.flatMap((line, index) => line.split(' ').map((word) => [word, index + 1] as const)));
}

const marks: readonly (readonly [Other, RegExp])[] = [
  [
    'solar-hijri',
    /(?<![a-z])(?:h\.?\s?sh\.?|s\.?h\.?|shamsi|solar hijri|hijri shamsi|jalali|khorshidi)(?![a-z])|ه\.?\s?ش\.?|هجری شمسی|شمسی|خورشیدی/i,
  ],
  [
    'islamic',
    /(?<![a-z])(?:a\.?h\.?|hijri(?: qamari)?|qamari)(?![a-z])|ه\.?\s?ق\.?|هجری قمری|هجری|قمری|(?<!\p{L})ه(?!\p{L})/iu,
  ],
  ['buddhist', /(?<![a-z])b\.?e\.?(?![a-z])|พ\.\s?ศ\.|พุทธศักราช/i],
];

const years: Readonly<Record<Other, readonly [number, number]>> = {
  'solar-hijri': [1100, 1600],
  islamic: [1200, 1600],
  buddhist: [2343, 2743],
};

/**
 * A date of a calendar other than the Gregorian: of `calendar` where the mapping names it, else where the text itself
 * does, by a mark (SH, AH, BE and their native forms) or the name of a month. Undefined where nothing says so, and where
 * the year can only be Gregorian. A year alone, or a month, becomes the span of days that it covers.
 */
export function parseOtherCalendar(text: string, calendar: Calendar | undefined): Parsed | undefined {
  const plain = plainArabic(text);
  const mark = marks.find(([, pattern]) => pattern.test(plain));
  const bare = mark === undefined ? plain : plain.replace(mark[1], ' ').trim();
  const given = calendar === 'gregorian' ? undefined : calendar;
  const named = (Object.keys(monthsOf) as Other[]).find((one) =>
    wordsOf(bare, one).some((word) => monthsOf[one].has(word)),
  );
  const found = mark?.[0] ?? named ?? given;
  if (found === undefined) return undefined;
  const day = partsOf(bare, found);
  const [from, to] = years[found];
  if (day === undefined || day.year < from || day.year > to) {
    if (mark === undefined && named === undefined) return undefined;
    // "Be", "sh" and the like stand in other texts too: only with a year that fits does a mark say anything.
    return named === undefined ? undefined : failed('date-unreadable');
  }
  return converted(day, found);
}

function converted({ year, month, day }: CalendarDay, calendar: Other): Parsed {
  if (calendar === 'buddhist') return dateFrom(gregorianYearFromBuddhist(year), month, day);
  const convert = calendar === 'islamic' ? gregorianFromIslamic : gregorianFromSolarHijri;
  if (day > 0) {
    const found = convert({ year, month, day });
    return found === undefined ? failed('date-impossible') : dateFromDay(found);
  }
  if (month > 12) return failed('date-impossible');
  const first = convert({ year, month: Math.max(1, month), day: 1 });
  const next =
    month === 0 || month === 12
      ? convert({ year: year + 1, month: 1, day: 1 })
      : convert({ year, month: month + 1, day: 1 });
  if (first === undefined || next === undefined) return failed('date-impossible');
  const last = dayFrom(Date.UTC(next.year, next.month - 1, next.day) / 86_400_000 - 1);
  return spanFrom(dateFromDay(first), dateFromDay(last));
}

/** Year, month and day, 0 where they are not given: "1369/1/1", "1/1/1369", "1 Farvardin 1369", "1369". */
function partsOf(text: string, calendar: Other): CalendarDay | undefined {
  const words = wordsOf(text, calendar);
  if (words.length > 6) return undefined;
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  const months = words
    .map((word) => monthsOf[calendar].get(word) ?? (calendar === 'buddhist' ? monthFrom(word) : undefined))
    .filter((month) => month !== undefined);
  const others = words.filter((word) => /^\d/.test(word) && !/^\d{1,4}$/.test(word));
  if (others.length > 0 || months.length > 1) return undefined;
  const isYearFirst = (numbers[0] ?? 0) >= 100;
  const ordered = isYearFirst ? numbers : [...numbers].reverse();
  const [year, second = 0, third = 0] = ordered as [number | undefined, number?, number?];
  if (year === undefined || ordered.length > 3) return undefined;
  if (months.length === 1) {
    if (ordered.length > 2) return undefined;
    return { year, month: months[0] as number, day: second };
  }
  return words.length === numbers.length ? { year: fullYear(year), month: second, day: third } : undefined;
}

function fullYear(year: number): number {
  return year < 100 ? century(year) : year;
}

function wordsOf(text: string, calendar: Other): readonly string[] {
  const joined = calendar === 'islamic' ? ordinalMonths(text) : text;
  const parts = calendar === 'buddhist' ? joined.split(/[\s,/-]+/) : joined.split(/[\s.,/،-]+/);
  return parts.filter((part) => part !== '');
}

/** "Rabi al-awwal" is `rabi1`, "Jumada II" `jumada2`, "ذو القعدة" one word. */
function ordinalMonths(text: string): string {
  return text
    .replace(
      /\b(rabi'?|juma?da)(?:[\s-]+(?:al|ul|ath|us|as)?[\s-]*)(i{1,2}|1|2|awwal|ula|thani|sani|akhir(?:a|ah)?|thania?h?)\b/g,
      (_, month: string, which: string) =>
        `${month.startsWith('r') ? 'rabi' : 'jumada'}${isFirst(which) ? 1 : 2}`,
    )
    .replace(
      /\b(dhu|zu)l?[\s-]*(?:al|'l)?[\s-]*(qa?'?i?dah?|hijjah?)\b/g,
      (_, _dhu: string, month: string) => (month.startsWith('h') ? 'dhualhijjah' : 'dhualqadah'),
    )
    .replace(
      /(ربیع|جمادی)\s?(?:ال)?(اول[ی]?|اولی|ثانی[ه]?|اخر[ه]?)/g,
      (_, month: string, which: string) => `${month}${which.startsWith('او') ? 1 : 2}`,
    )
    .replace(/(ذو|ذی)\s?(ال)?(قعده|حجه)/g, 'ذوال$3');
}

function isFirst(which: string): boolean {
  return which === 'i' || which === '1' || which === 'awwal' || which === 'ula';
}

/** Lower case, without vowel marks, and with one form of the letters that Arabic and Persian keyboards spell apart. */
function plainArabic(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u064b-\u065f\u0670\u0640\u200c-\u200f]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/ة/g, 'ه')
    .trim();
}
