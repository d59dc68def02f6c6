import { expect, test } from 'vitest';
import { mappedColumns, withoutColumn } from './mapped-columns.ts';

const mapping = {
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['Id'],
      properties: {
        name: { columns: ['Given', 'Family'], join: ' ' },
        phone: { alternatives: ['Phone 1', 'Phone 2'] },
        category: { literal: 'suspect' },
      },
    },
  },
};

test('every column is there for each property that reads it', () => {
  expect(mappedColumns(mapping).map(({ column, property }) => `${column} -> ${property}`)).toEqual([
    'Given -> name',
    'Family -> name',
    'Phone 1 -> phone',
    'Phone 2 -> phone',
  ]);
});

test('a column that is left out leaves the rest as it was', () => {
  const [given] = mappedColumns(mapping);
  if (given === undefined) throw new Error('no column');
  const once = withoutColumn(mapping, given);
  expect(once.subjects.person.properties.name).toEqual({ columns: ['Family'], join: ' ' });
  expect(once.subjects.person.key).toEqual(['Id']);
  const twice = withoutColumn(once, { ...given, column: 'Family' });
  expect(Object.keys(twice.subjects.person.properties)).toEqual(['phone', 'category']);
  expect(mapping.subjects.person.properties.name.columns).toEqual(['Given', 'Family']);
});

test('what the mapping does not have changes nothing', () => {
  const stranger = { column: 'X', subject: 'car', type: 'vehicle', property: 'plate' };
  expect(withoutColumn(mapping, stranger)).toBe(mapping);
});
