import type { Mapping } from '@clew/model/mapping.ts';
import { expect, test } from 'vitest';
import { columnUses, rowDate, sourceOf, withColumnMoved, withSource } from './mapping-change.ts';

const mapping: Mapping = {
  clew: 1,
  seen: { column: 'Entered' },
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

const to = (subject: string, property: string) => ({ subject, property });

test('every column is there for each property that reads it, and the one that dates the row', () => {
  expect(columnUses(mapping).map(({ column, property }) => `${column} -> ${property}`)).toEqual([
    'Given -> name',
    'Family -> name',
    'Phone 1 -> phone',
    'Phone 2 -> phone',
    'Entered -> seen',
  ]);
});

test('a column that is left out leaves the rest as it was', () => {
  const once = withColumnMoved(mapping, { column: 'Given', from: to('person', 'name'), to: null });
  expect(once.subjects.person?.properties.name).toEqual({ columns: ['Family'], join: ' ' });
  expect(once.subjects.person?.key).toEqual(['Id']);
  const twice = withColumnMoved(once, { column: 'Family', from: to('person', 'name'), to: null });
  expect(Object.keys(twice.subjects.person?.properties ?? {})).toEqual(['phone', 'category']);
  expect(mapping.subjects.person?.properties.name?.columns).toEqual(['Given', 'Family']);
  expect(withColumnMoved(mapping, { column: 'Entered', from: rowDate, to: null }).seen).toBeUndefined();
  expect(withColumnMoved(mapping, { column: 'X', from: to('car', 'plate'), to: null })).toBe(mapping);
});

test('a second column joins a name and stands beside a number', () => {
  const named = withColumnMoved(mapping, { column: 'Title', from: null, to: to('person', 'name') });
  expect(named.subjects.person?.properties.name?.columns).toEqual(['Given', 'Family', 'Title']);
  const called = withColumnMoved(mapping, { column: 'Fax', from: null, to: to('person', 'phone') });
  expect(called.subjects.person?.properties.phone).toEqual({ alternatives: ['Phone 1', 'Phone 2', 'Fax'] });
  const first = withColumnMoved(mapping, { column: 'Mail', from: null, to: to('person', 'email') });
  expect(first.subjects.person?.properties.email).toEqual({ columns: ['Mail'] });
});

test('what the mapping has not yet comes with its tie to what is there', () => {
  const cased = withColumnMoved(mapping, { column: 'File no', from: null, to: to('case', 'number') });
  expect(cased.subjects.case).toEqual({
    type: 'case',
    key: ['File no'],
    properties: { number: { columns: ['File no'] } },
  });
  expect(cased.subjects.person?.properties.case).toEqual({ ref: 'case' });
  const seen = withColumnMoved(mapping, { column: 'Where', from: null, to: to('sighting', 'place') });
  expect(seen.subjects.sighting?.properties).toEqual({
    person: { ref: 'person' },
    place: { columns: ['Where'] },
  });
  expect(seen.subjects.sighting?.key).toBeUndefined();
});

test('how a column is read is said and taken back', () => {
  const phone = to('person', 'phone');
  const french = withSource(mapping, phone, { country: 'fr' });
  expect(sourceOf(french, phone)).toEqual({ alternatives: ['Phone 1', 'Phone 2'], country: 'fr' });
  expect(withSource(french, phone, { country: undefined })).toEqual(mapping);
  expect(withSource(mapping, rowDate, { order: 'dmy' }).seen).toEqual({ column: 'Entered', order: 'dmy' });
  const none = withSource(mapping, to('person', 'category'), { literal: undefined });
  expect(Object.keys(none.subjects.person?.properties ?? {})).toEqual(['name', 'phone']);
});
