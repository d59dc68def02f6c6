import { expect, test } from 'vitest';
import { parseMrz } from './mrz.ts';

const book = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';

test('a passport of ICAO Doc 9303 part 4 is read', () => {
  expect(parseMrz(book)).toMatchObject({
    number: 'L898902C3',
    birthDate: '1974-08-12',
    expires: '2012-04-15',
    sex: 'f',
    wrong: [],
  });
});

test('letters that a machine read in fields of digits, and the other way, are put right', () => {
  const misread =
    'P<UTOERIKSS0N<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8989O2C36UT07408I22F1204159ZE184226B<<<<<10';
  expect(parseMrz(misread)).toEqual(parseMrz(book));
});

test('a check digit that no reading makes right is told', () => {
  expect(parseMrz(book.replace('L898902C36', 'L898902C35'))?.wrong).toEqual(['number']);
  expect(parseMrz(book.replace('7408122', '7408132'))?.wrong).toEqual(['birthDate']);
});

test('a card whose number has more than nine characters goes on behind the filler', () => {
  const card =
    'I<UTOD23145890<7349<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  expect(parseMrz(card)).toMatchObject({ number: 'D23145890734', wrong: [] });
});
