import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flatten, parseJson } from './flatten.ts';
import { ElementSplitter } from './split-elements.ts';

function elementsOf(text: string, pieces = 1, limit?: number) {
  const splitter = new ElementSplitter(limit);
  const elements: (string | null)[] = [];
  for (let at = 0; at < text.length; at += pieces)
    elements.push(...splitter.push(text.slice(at, at + pieces)));
  return { elements: elements.map((text) => (text === null ? null : JSON.parse(text))), splitter };
}

test.each<[title: string, text: string, rows: unknown[]]>([
  ['an array', '[{"a":1},\n {"b":[1,{"c":"]}"}]} ]', [{ a: 1 }, { b: [1, { c: ']}' }] }]],
  [
    'an array in an object',
    '{"meta":{"n":2,"tags":["x"]},"rows":[{"a":1},{"a":2}],"end":true}',
    [{ a: 1 }, { a: 2 }],
  ],
  ['an array further in', '{"r":{"d":{"items":[{"a":"\\"["}]}}}', [{ a: '"[' }]],
  ['one object', '{"a":1,"b":{"c":[1,2]}}', [{ a: 1, b: { c: [1, 2] } }]],
  ['objects one after another', '{"a":1}\n{\n"a":2\n}', [{ a: 1 }, { a: 2 }]],
  ['an empty array', ' [ ] ', []],
  ['values that are no objects', '[1,"x,y",null]', [1, 'x,y', null]],
])('%s', (_title, text, rows) => {
  for (const pieces of [1, 2, 5, 1000]) {
    const found = elementsOf(text, pieces);
    expect(found.elements).toEqual(rows);
    expect(found.splitter.isComplete).toBe(true);
  }
});

test('what comes before the place where a document is cut is kept', () => {
  const found = elementsOf('[{"a":1},{"a":2},{"a":"x');
  expect(found.elements).toEqual([{ a: 1 }, { a: 2 }]);
  expect(found.splitter.isComplete).toBe(false);
});

test('brackets that do not match end the reading', () => {
  expect(elementsOf('[{"a":1},{"a":[2}]').splitter.isBroken).toBe(true);
  expect(elementsOf('[{"a":1}] [{"a":2}]').splitter.isBroken).toBe(true);
});

test('a row over the limit is skipped', () => {
  const text = `[{"a":1},{"a":"${'x'.repeat(50)}"},{"a":3}]`;
  for (const pieces of [1, 7, 1000])
    expect(elementsOf(text, pieces, 20).elements).toEqual([{ a: 1 }, null, { a: 3 }]);
});

test('two lists of objects are refused by name', () => {
  expect(() => elementsOf('{"a":{"p":[{"x":1}]},"q":[{"y":1}]}')).toThrow(/a\.p and q/);
});

test('any array comes back element by element', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.jsonValue())),
      fc.integer({ min: 1, max: 30 }),
      (rows, pieces) => {
        expect(elementsOf(JSON.stringify(rows, null, pieces % 3), pieces).elements).toEqual(
          JSON.parse(JSON.stringify(rows)),
        );
      },
    ),
  );
});

test('objects become columns', () => {
  const object = {
    id: 7,
    name: { first: 'A', last: 'B' },
    tags: ['x', 'y'],
    none: null,
    FEATURES: [{ PHONE: '1' }, { NAME: 'N', PHONE: '2' }],
  };
  const flat = flatten(object);
  expect(Object.fromEntries(flat?.columns.map((column, index) => [column, flat.cells[index]]) ?? [])).toEqual(
    {
      id: '7',
      'name.first': 'A',
      'name.last': 'B',
      tags: 'x; y',
      none: '',
      'FEATURES.PHONE': '1; 2',
      'FEATURES.NAME': 'N',
    },
  );
});

test('no digit of a long number is lost', () => {
  const text = '{"account":12345678901234567890,"note":"12345678901234567890: \\"1","small":1.50}';
  expect(parseJson(text)).toEqual({
    account: '12345678901234567890',
    note: '12345678901234567890: "1',
    small: 1.5,
  });
});

test('what is nested a thousand times deep is no row', () => {
  const deep = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
  expect(flatten(JSON.parse(deep))).toBeUndefined();
  expect(flatten(JSON.parse(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`))).toBeUndefined();
});
