import type { Mapping } from '@clew/model/mapping.ts';
import { expect, test } from 'vitest';
import { checkMapping } from './check-mapping.ts';

const mapping: Mapping = {
  clew: 1,
  subjects: {
    person: { type: 'person', properties: { name: { columns: ['Name'] }, phone: { columns: ['Tel'] } } },
  },
};

test('a sample of JSON need not show every column, but one of them', () => {
  const check = (reader: string, columns: readonly string[]) => () =>
    checkMapping(mapping, { reader, columns });
  expect(check('csv', ['Name', 'Tel'])).not.toThrow();
  expect(check('json', ['Name'])).not.toThrow();
  expect(check('csv', ['Name'])).toThrow('no column "Tel"');
  expect(check('json', ['x'])).toThrow('no column "Name"');
});
