import { century, dateFrom, digitsToAscii, isYearless, mayBeDay } from './date-value.ts';
import { parseEstimated } from './estimated-date.ts';
import { foldPhrase } from './fold.ts';
import { monthFrom } from './months.ts';
import { parseOtherCalendar } from './other-calendar.ts';
import { failed, nothing, type Parsed, type ParseOptions, parsedWith } from './parsed.ts';

type Order = 'dmy' | 'mdy' | 'ymd';

/**
 * A date as `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (ISO 8601), in the Gregorian calendar, or as a span of such dates
 * (`1985/1990`) where it is estimated. Where the order of day and month stays open, only the year is given, with a
 * problem, and of a day that cannot be only the month or the year. A time of day is cut off. Zeros and X for the day, the
 * month or the year mean that it is not known. Other calendars are converted where the mapping or the text names them
 * (`parseOtherCalendar`); a year that can only be of another one, and nobody says of which, is a problem. A day of a year
 * that cannot be or is not known is `--MM-DD` where the options say that such a day is worth something.
 */
export function parseDate(text: string, options: ParseOptions = {}): Parsed {
  const read = readDate(text, options);
  if (read.value === null || !isYearless(read.value)) return read;
  return options.yearless ? read : failed('date-impossible');
}

function readDate(text: string, options: ParseOptions): Parsed {
  const trimmed = text.trim();
  const { calendar = 'gregorian' } = options;
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(trimmed);
  if (iso !== null && calendar === 'gregorian') {
    return dateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  if (trimmed === '') return nothing;
  if (trimmed.length > 200) return failed('date-unreadable');
  const plain = withoutTime(digitsToAscii(trimmed));
  const read = (part: string) => oneDate(part.trim(), options);
  const whole = read(plain);
  if (whole.value !== null && whole.problem === null) return whole;
  return parseEstimated(plain, read) ?? whole;
}

function oneDate(text: string, { calendar = 'gregorian', order }: ParseOptions): Parsed {
  const other =
    calendar !== 'gregorian' || mayNameCalendar.test(text) ? parseOtherCalendar(text, calendar) : undefined;
  return other ?? numeric(text, order) ?? worded(text, order) ?? failed('date-unreadable');
}

/** A letter beside a year that is not Gregorian; quick, because nearly all dates are numbers. */
const mayNameCalendar = /^(?=.*\p{L})(?=.*(?:1[2-5]|2[3-6])\d\d)/u;

function withoutTime(text: string): string {
  return text
    .replace(
      /[T\s,]+(?!\d{1,2}\.\d\d\.\d{4}$)\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT)?\s*(?:[+-]\d\d:?\d\d)?$/i,
      '',
    )
    .trim();
}

const threeParts =
  /^(\d{1,4}|[x?_-]{1,4}|\d{2}[x?_]{2})\s?[./\-\s年]\s?(\d{1,2}|[x?_]{1,2}|--)\s?[./\-\s月]\s?(\d{1,4}|[x?_-]{1,4})\s?[.日]?(?:\s?(?:г|р)\.?)?$/i;

function numeric(text: string, order: Order | undefined): Parsed | undefined {
  if (/^\d{8}$/.test(text)) return eightDigits(text, order);
  if (/^\d{4}$/.test(text)) return dateFrom(Number(text), 0, 0);
  const two = /^(?:(\d{1,2})[./-](\d{4})|(\d{4})[./-](\d{1,2}))$/.exec(text);
  if (two !== null) return dateFrom(Number(two[2] ?? two[3]), Number(two[1] ?? two[4]), 0);
  const birthday = /^--(\d\d)-?(\d\d)$/.exec(text);
  if (birthday !== null) return dateFrom(0, Number(birthday[1]), Number(birthday[2]));
  const three = threeParts.exec(text);
  if (three === null) return undefined;
  const [first, second, third] = [three[1], three[2], three[3]] as [string, string, string];
  if (first.length >= 3) return dateFrom(partNumber(first), partNumber(second), partNumber(third));
  if (third.length >= 3)
    return dayAndMonth(partNumber(first), partNumber(second), { year: partNumber(third), order });
  if (third.length > 2) return undefined;
  if (order === 'ymd') return dateFrom(century(partNumber(first)), partNumber(second), partNumber(third));
  return dayAndMonth(partNumber(first), partNumber(second), { year: century(partNumber(third)), order });
}

function partNumber(part: string): number {
  return /^\d+$/.test(part) ? Number(part) : 0;
}

function dayAndMonth(
  first: number,
  second: number,
  rest: { readonly year: number; readonly order: Order | undefined },
): Parsed {
  if (first === 0 || second === 0) {
    const month = rest.order === 'mdy' ? first : second;
    return dateFrom(rest.year, month <= 12 ? month : 0, 0);
  }
  const dmy = mayBeDay({ year: rest.year, month: second, day: first });
  const mdy = mayBeDay({ year: rest.year, month: first, day: second });
  if (!dmy && !mdy) return dateFrom(rest.year, second > 12 && first <= 12 ? first : second, 99);
  if (dmy && mdy && first !== second && rest.order !== 'dmy' && rest.order !== 'mdy') {
    const year = dateFrom(rest.year, 0, 0);
    return year.value === null ? year : parsedWith(year.value, 'date-ambiguous');
  }
  const monthFirst = !dmy || (mdy && rest.order === 'mdy');
  return monthFirst ? dateFrom(rest.year, first, second) : dateFrom(rest.year, second, first);
}

function eightDigits(text: string, order: Order | undefined): Parsed {
  const head = Number(text.slice(0, 4));
  const tail = Number(text.slice(4));
  const asYmd = dateFrom(head, Math.floor(tail / 100), tail % 100);
  const yearLast = dayAndMonth(Math.floor(head / 100), head % 100, { year: tail, order });
  const preferred = order === 'dmy' || order === 'mdy' ? yearLast : asYmd;
  const other = preferred === asYmd ? yearLast : asYmd;
  const readings = [preferred, other].filter(({ value }) => value !== null);
  return (
    readings.find(({ problem }) => problem !== 'date-impossible') ?? readings[0] ?? failed('date-impossible')
  );
}

/** "24-May-11", "Mar 1 1970", "1er mars 1990", "mars 1990", "1990 március 3". */
function worded(text: string, order: Order | undefined): Parsed | undefined {
  const words = foldPhrase(text.replace(/(\d)(?=\p{L})/gu, '$1 ').replace(/(\p{L})(?=\d)/gu, '$1 ')).split(
    ' ',
  );
  const months = words.map((word) => monthFrom(word)).filter((month) => month !== undefined);
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word));
  const month = months[0];
  if (months.length !== 1 || month === undefined || numbers.length === 0 || numbers.length > 2)
    return undefined;
  if (words.length > 8) return undefined;
  const [first, second] = numbers as [string, string | undefined];
  if (second === undefined) return first.length === 4 ? dateFrom(Number(first), month, 0) : undefined;
  if (first.length === 4 || (order === 'ymd' && second.length <= 2)) {
    return dateFrom(first.length === 4 ? Number(first) : century(Number(first)), month, Number(second));
  }
  return dateFrom(second.length === 4 ? Number(second) : century(Number(second)), month, Number(first));
}

/** Which orders of day, month and year a text allows; empty when it tells nothing of the order. */
export function ordersOf(text: string): readonly Order[] {
  const plain = withoutTime(digitsToAscii(text.trim()));
  const compact = /^(\d\d)(\d\d)(\d{4})$/.exec(plain);
  const parts = threeParts.exec(plain) ?? compact;
  if (parts === null) return [];
  const [first, second, third] = [parts[1], parts[2], parts[3]].map((part) => partNumber(part as string)) as [
    number,
    number,
    number,
  ];
  const orders: Order[] = [];
  const allows = (value: Parsed) => value.value?.length === 10;
  if (compact !== null && allows(dateFrom(first * 100 + second, Math.floor(third / 100), third % 100))) {
    orders.push('ymd');
  }
  if (compact === null && (parts[1] as string).length >= 3) return ['ymd'];
  const year = (parts[3] as string).length > 2 ? third : century(third);
  if (allows(dateFrom(year, second, first))) orders.push('dmy');
  if (allows(dateFrom(year, first, second))) orders.push('mdy');
  if (
    compact === null &&
    (parts[3] as string).length === 2 &&
    allows(dateFrom(century(first), second, third))
  ) {
    orders.push('ymd');
  }
  return orders;
}
