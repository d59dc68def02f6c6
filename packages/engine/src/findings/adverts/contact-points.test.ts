import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contactsIn } from './contact-points.ts';

const phone = '+40712345678';

describe('a phone number is read out of its disguise', () => {
  test.each([
    ['spaces', 'call +4 0 7 1 2 3 4 5 6 7 8 now', '+4 0 7 1 2 3 4 5 6 7 8'],
    ['dots', 'tel 00.40.71.23.45.67.8', '00.40.71.23.45.67.8'],
    ['letters that look like digits', 'O7l2 345 67B', 'O7l2 345 67B'],
    ['an O held by marks', 'only +4O-7-1-2-3-4-5-6-7-8', '+4O-7-1-2-3-4-5-6-7-8'],
    ['words among digits', 'ring 07 one two 345 six 78', '07 one two 345 six 78'],
    ['a word that doubles', 'zero seven one two three four five six seven eight', undefined],
    ['Spanish words', 'cero siete uno dos tres cuatro cinco seis siete ocho', undefined],
    ['French words', 'zéro sept un deux trois quatre cinq six sept huit', undefined],
    ['German words', 'null sieben eins zwei drei vier fünf sechs sieben acht', undefined],
    ['Romanian words', 'zero șapte unu doi trei patru cinci șase șapte opt', undefined],
    ['Russian words', 'ноль семь один два три четыре пять шесть семь восемь', undefined],
    ['Arabic words', 'صفر سبعة واحد اثنين ثلاثة اربعة خمسة ستة سبعة ثمانية', undefined],
    ['Chinese numerals', '零七一二三四五六七八', undefined],
    ['Arabic-Indic digits', '٠٧١٢٣٤٥٦٧٨', undefined],
    ['full-width digits', '０７１２ ３４５ ６７８', undefined],
    ['mathematical digits', '𝟎𝟕𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', undefined],
    ['keycaps', '0️⃣7️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', undefined],
    ['pictures between digits', 'text 0712❤345❤678', '0712❤345❤678'],
    ['a Cyrillic letter for the nought', 'О712 345 678', undefined],
  ])('%s', (_title, text, span) => {
    const found = contactsIn(text, { country: 'ro' });
    expect(found.map(({ kind, value }) => ({ kind, value }))).toEqual([{ kind: 'phone', value: phone }]);
    expect(text.slice(found[0]?.start, found[0]?.end)).toBe(span ?? text);
  });

  test('"double" says the next digit twice', () => {
    const [found] = contactsIn('zero seven one two three four double five six seven', { country: 'ro' });
    expect(found?.value).toBe('+40712345567');
  });

  test('what stands beside it is left out', () => {
    const text = '100 € 0712 345 678, 24/7. I am here';
    const found = contactsIn(text, { country: 'ro' });
    expect(found.map(({ value, start, end }) => [value, text.slice(start, end)])).toEqual([
      [phone, '0712 345 678'],
    ]);
  });

  test('ages, measures and hours are no numbers to call', () => {
    expect(
      contactsIn('I am 22, 170 cm, 55 kg, from 10:00 to 22:00, 150 for one hour', { country: 'ro' }),
    ).toEqual([]);
  });

  test('without a country the digits stay as they are written', () => {
    expect(contactsIn('0712 345 678')[0]?.value).toBe('0712345678');
    expect(contactsIn('+40 712 345 678')[0]?.value).toBe(phone);
  });
});

test.each([
  ['bella (at) mail [dot] example', 'email', 'bella@mail.example'],
  ['nina at gmail dot com', 'email', 'nina@gmail.com'],
  ['nina arroba correo punto es', 'email', 'nina@correo.es'],
  ['@nina.rose', 'handle', 'nina.rose'],
  ['t.me/Bella22', 'handle', 'bella22'],
  ['https://www.posts.example/a/b?c=1', 'web', 'posts.example/a/b'],
])('%s', (given, kind, value) => {
  const text = `Write to me: ${given} today`;
  const found = contactsIn(text);
  expect(found.map((point) => [point.kind, point.value, text.slice(point.start, point.end)])).toEqual([
    [kind, value, given],
  ]);
});

test('the name of a service names an account', () => {
  const text = 'Telegram: Bella_22';
  expect(contactsIn(text)).toEqual([{ kind: 'handle', value: 'bella_22', start: 10, end: 18 }]);
});

const said = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const disguise = fc.array(fc.constantFrom('plain', 'word', 'wide', 'arabic'), { minLength: 8, maxLength: 8 });

test('whatever the disguise of its digits, the span gives the number again', () => {
  const numbers = fc.tuple(fc.stringMatching(/^[0-9]{8}$/), disguise, fc.constantFrom(' ', '-', '.', ' . '));
  fc.assert(
    fc.property(numbers, ([digits, ways, between]) => {
      const shown = [...digits].map((digit, at) => {
        if (ways[at] === 'word') return ` ${said[Number(digit)]} `;
        if (ways[at] === 'wide') return String.fromCharCode(0xff10 + Number(digit));
        return ways[at] === 'arabic' ? String.fromCharCode(0x660 + Number(digit)) : digit;
      });
      const text = `Sweet and discreet, call +407${between}${shown.join(between)} any time`;
      const [found, ...more] = contactsIn(text);
      expect(more).toEqual([]);
      expect(found?.value).toBe(`+407${digits}`);
      const again = contactsIn(text.slice(found?.start, found?.end));
      expect(again.map(({ value }) => value)).toEqual([`+407${digits}`]);
    }),
    { numRuns: 30 },
  );
});

test('no text breaks it, and spans lie in the text and not over one another', () => {
  const parts = fc.constantFrom(
    '+',
    '0',
    '712',
    'O',
    'l',
    'double ',
    'six',
    ' ',
    '@',
    ' at ',
    ' dot ',
    'com',
    '\u{1f600}',
    '٠',
    '\ud835',
    '(',
    '[at]',
    't.me/',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string({ maxLength: 3 })), { maxLength: 40 }), (given) => {
      const text = given.join('');
      let last = 0;
      for (const { start, end } of contactsIn(text, { country: 'ro' })) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        last = end;
      }
      expect(last).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 60 },
  );
});
