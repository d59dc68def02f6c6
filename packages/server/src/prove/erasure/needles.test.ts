import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundIn, markerDigits, markerWord, needlesOf } from './needles.ts';

const marker = 'qzxwvbnmklpdfg';
const needles = new Map([[marker, needlesOf(marker)]]);

const forms: Readonly<Record<string, (text: string, before: Buffer) => Buffer>> = {
  'UTF-8': (text, before) => Buffer.concat([before, Buffer.from(text)]),
  'UTF-16LE': (text, before) => Buffer.concat([before, Buffer.from(text, 'utf16le')]),
  'UTF-16BE': (text, before) =>
    Buffer.concat([before, Buffer.from(text, 'utf16le').swap16(), Buffer.from('\0')]),
  hex: (text, before) => Buffer.from(Buffer.concat([before, Buffer.from(text)]).toString('hex')),
  HEX: (text, before) =>
    Buffer.from(
      Buffer.concat([before, Buffer.from(text)])
        .toString('hex')
        .toUpperCase(),
    ),
  base64: (text, before) =>
    Buffer.from(Buffer.concat([before, Buffer.from(text), before]).toString('base64')),
};

for (const [name, form] of Object.entries(forms)) {
  test(`a marker is found as ${name}, in either case, wherever it begins`, () => {
    for (const text of [marker, marker.toUpperCase(), `Q${marker.slice(1)}`]) {
      for (let before = 0; before < 6; before++) {
        expect(foundIn(form(text, Buffer.alloc(before, 0xc3)), needles)).toEqual([marker]);
      }
    }
  });
}

test('nothing is found where nothing is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
      expect(foundIn(Buffer.from(bytes), needles)).toEqual([]);
    }),
  );
  expect(foundIn(Buffer.from(marker.slice(1)), needles)).toEqual([]);
});

test('markers differ', () => {
  const words = new Set(Array.from({ length: 100 }, markerWord));
  expect(words.size).toBe(100);
  expect(markerDigits()).toMatch(/^[1-9]\d{8}$/);
});
