import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ValueKind } from '../ontology/entity-type.ts';
import { parseValue } from './parse-value.ts';

const kinds: readonly ValueKind[] = [
  'name',
  'date',
  'time',
  'country',
  'text',
  'phone',
  'email',
  'handle',
  'document-number',
  'plate',
  'vin',
  'imei',
  'iban',
  'address',
  'place',
  'sex',
  'number',
  'age',
  'money',
  'code',
  'url',
  'crime-area',
  'indicator',
  'role',
  'category',
  'ref',
];

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789./-:,; <>@+()xX ') }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
    .map((units) => String.fromCharCode(...units)),
);

test.each(kinds)('%s: no text makes the parser throw, and a value is its own value', (kind) => {
  fc.assert(
    fc.property(
      anyText,
      fc.constantFrom('.', ',', undefined),
      fc.constantFrom('dmy', 'mdy', 'ymd', undefined),
      (text, decimal, order) => {
        const { value, problem } = parseValue(kind, text, { decimal, order, country: 'DE' } as never);
        expect(value === null || value !== '').toBe(true);
        if (value === null) return;
        expect(problem === null || typeof problem === 'string').toBe(true);
        expect(parseValue(kind, value, { decimal: '.', country: 'DE' }).value).toBe(value);
      },
    ),
    { numRuns: 300 },
  );
});
