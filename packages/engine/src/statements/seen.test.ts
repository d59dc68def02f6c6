import { expect, test } from 'vitest';
import { mayBeMinor, spanOf } from './seen.ts';

const at = spanOf('2024-05-01');

test('a span of dates covers the days from the first of one to the last of the other', () => {
  expect(spanOf('1985/1990-02')).toEqual({
    first: spanOf('1985-01-01').first,
    last: spanOf('1990-02-28').last,
  });
});

test.each([
  ['2006-05-01', false],
  ['2006-05-02', true],
  ['2006', true],
  ['2000/2005-12-31', false],
  ['2000/2009', true],
  ['2003-05-02/2008-05-01', true],
  ['--05-01', false],
])('somebody born %s may be a minor on 1 May 2024: %s', (birthDate, minor) => {
  expect(mayBeMinor(birthDate, at)).toBe(minor);
});
