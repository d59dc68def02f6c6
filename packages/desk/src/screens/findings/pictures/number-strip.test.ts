import { expect, test } from 'vitest';
import { numberStrip } from './number-strip.ts';

test('numbers that follow one another are a strip with its gaps', () => {
  const strip = numberStrip(['AB0098', 'AB0101', 'AB0099']);
  expect(strip?.begin).toBe('AB0');
  expect(strip?.numbers).toEqual([
    { end: '098', number: 'AB0098' },
    { end: '099', number: 'AB0099' },
    { end: '100', number: null },
    { end: '101', number: 'AB0101' },
  ]);
});

test('the last two digits are always told, and letters behind the digits with them', () => {
  expect(numberStrip(['X12345-Q', 'X12346-Q'])).toEqual({
    begin: 'X123',
    numbers: [
      { end: '45-Q', number: 'X12345-Q' },
      { end: '46-Q', number: 'X12346-Q' },
    ],
  });
});

test('numbers of several forms, far apart, without digits or alone are no strip', () => {
  for (const given of [['A12', 'B13'], ['A12', 'A013'], ['A100', 'A900'], ['one', 'two'], ['A12'], []]) {
    expect(numberStrip(given), given.join()).toBeUndefined();
  }
});
