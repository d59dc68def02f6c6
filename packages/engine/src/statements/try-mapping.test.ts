import type { Mapping } from '@clew/model/mapping.ts';
import { expect, test } from 'vitest';
import { tryMapping } from './try-mapping.ts';

const mapping: Mapping = {
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      properties: { name: { columns: ['Name'] }, birthDate: { columns: ['Born'] } },
    },
  },
};

test('a trial says at which cell what is wrong, and which row would state nothing', () => {
  const rows = [{ Name: 'Anna Ruiz', Born: '1990-13-45' }, { Other: 'x' }, { Name: 'Paul Stein' }];
  expect(tryMapping(mapping, rows)).toEqual([
    { row: 1, field: 'Born', code: 'date-impossible' },
    { row: 2, field: null, code: 'row-empty' },
  ]);
});

test('what the legal profile lets nobody keep is a problem of the trial too', () => {
  const refused = (_type: string, property: string) => property === 'birthDate';
  expect(tryMapping(mapping, [{ Name: 'Anna Ruiz', Born: '1990-03-05' }], refused)).toEqual([
    { row: 1, field: 'Born', code: 'property-refused' },
  ]);
});
