import { expect, test } from 'vitest';
import { type CalendarDay, gregorianFromIslamic, gregorianFromSolarHijri } from './calendar.ts';

test.each([
  ['persian', gregorianFromSolarHijri],
  ['islamic-civil', gregorianFromIslamic],
] as const)(
  '%s: every 97th day of 1900 to 2050 agrees with the calendar of the platform',
  (calendar, convert) => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    });
    for (let day = -25_567; day < 29_220; day += 97) {
      const date = new Date(day * 86_400_000);
      const parts = format.formatToParts(date);
      const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
      const given: CalendarDay = { year: part('year'), month: part('month'), day: part('day') };
      expect(convert(given)).toEqual({
        year: date.getUTCFullYear(),
        month: date.getUTCMonth() + 1,
        day: date.getUTCDate(),
      });
    }
  },
);

test('a month or a day that is not there gives nothing', () => {
  expect(gregorianFromSolarHijri({ year: 1400, month: 13, day: 1 })).toBeUndefined();
  expect(gregorianFromSolarHijri({ year: 1400, month: 7, day: 31 })).toBeUndefined();
  expect(gregorianFromIslamic({ year: 1400, month: 13, day: 1 })).toBeUndefined();
  expect(gregorianFromIslamic({ year: 1400, month: 1, day: 31 })).toBeUndefined();
});
