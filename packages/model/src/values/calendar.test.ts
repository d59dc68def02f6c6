import { expect, test } from 'vitest';
import { gregorianFromSolarHijri } from './calendar.ts';

const persian = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

test('every 97th day of 1900 to 2050 agrees with the calendar of the platform', () => {
  for (let day = -25_567; day < 29_220; day += 97) {
    const date = new Date(day * 86_400_000);
    const part = (type: string) =>
      Number(persian.formatToParts(date).find((found) => found.type === type)?.value);
    expect(gregorianFromSolarHijri({ year: part('year'), month: part('month'), day: part('day') })).toEqual({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
  }
});

test('a month that is not there gives nothing', () => {
  expect(gregorianFromSolarHijri({ year: 1400, month: 13, day: 1 })).toBeUndefined();
  expect(gregorianFromSolarHijri({ year: 1400, month: 7, day: 31 })).toBeUndefined();
});
