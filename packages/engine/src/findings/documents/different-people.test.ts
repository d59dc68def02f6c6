import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  areDifferent,
  areUnrelated,
  type Bearer,
  differentBearers,
  isReissued,
  mayBeInOnePassport,
  mayBeOnePerson,
} from './different-people.ts';

const nobody: Bearer = {
  ...{ person: 1n, births: [], names: [], families: [], days: [], issued: [], expires: [], documents: [] },
};

const who = (name: string, ...births: string[]): Bearer => ({
  ...nobody,
  births,
  names: [name],
  families: [name],
});

const adam = who('adam berg', '1980-03-04');

test.each<[string, Bearer, boolean]>([
  ['another name and year', who('viktor stan', '1990-11-20'), true],
  ['a brother', who('egon berg', '1986-11-20'), true],
  ['another name, born a year later', who('viktor stan', '1981-11-20'), false],
  ['another name, born on the same day of another year', who('viktor stan', '1990-03-04'), false],
  ['another name, with day and month changed about', who('viktor stan', '1990-04-03'), false],
  ['another name and year, only the years known', who('viktor stan', '1995'), true],
  ['another name, born in a decade that may be the same', who('viktor stan', '1975/1985'), false],
  ['a spelling of the name', who('adem bergh', '1990-11-20'), false],
  ['an initial', who('a berg', '1990-11-20'), false],
  ['names in another order', who('berg adam', '1990-11-20'), false],
  ['one of several births the same', who('viktor stan', '1990-11-20', '1980-03-04'), false],
  ['no birth', who('viktor stan'), false],
  ['no name', { ...who('', '1990-11-20'), names: [] }, false],
])('adam berg of 4 March 1980 and %s', (_what, other, different) => {
  expect(areDifferent(adam, other)).toBe(different);
  expect(areDifferent(other, adam)).toBe(different);
});

test.each<[string, Bearer, boolean]>([
  ['a spelling of the name and a birth in the next year', who('adem bergh', '1981-03-04'), true],
  ['the same name, of whom no birth is known', who('adam berg'), true],
  ['the same name, born long before', who('adam berg', '1950-11-20'), false],
  ['another name, born on that day', who('viktor stan', '1980-03-04'), false],
  ['no name, born on that day', { ...who('', '1980-03-04'), names: [] }, false],
])('perhaps adam berg of 4 March 1980: %s', (_what, other, expected) => {
  expect(mayBeOnePerson(adam, other)).toBe(expected);
  expect(mayBeOnePerson(other, adam)).toBe(expected);
});

test.each([
  ['a child of the name', 'egon berg', '2001-01-02', true],
  ['a brother', 'egon berg', '1986-01-02', false],
  ['somebody young of another name', 'egon stan', '2001-01-02', false],
])('in one passport: %s', (_what, name, birth, expected) => {
  expect(mayBeInOnePassport(adam, who(name, birth), [])).toBe(expected);
});

test('two children are in the passport of a parent, and brothers in none of an uncle’s child', () => {
  const brothers = [who('egon berg', '1982-01-02'), who('ida berg', '1985-05-06')] as const;
  expect(mayBeInOnePassport(...brothers, [who('rosa berg', '1955-01-02')])).toBe(true);
  expect(mayBeInOnePassport(...brothers, [who('rosa berg', '2005-01-02')])).toBe(false);
  expect(mayBeInOnePassport(...brothers, [who('rosa berg')])).toBe(true);
  expect(mayBeInOnePassport(...brothers, [who('rosa stan')])).toBe(false);
});

test('a family name that is a particle elsewhere is a name', () => {
  const child: Bearer = { ...who('rozalia le', '1980-03-25'), families: ['le'] };
  const parent: Bearer = { ...who('tan phuoc le', '1957-06-28'), families: ['le', 'tan phuoc le'] };
  expect(mayBeInOnePassport(parent, child, [])).toBe(true);
  expect(mayBeInOnePassport(parent, { ...child, families: ['de'] }, [])).toBe(false);
});

test.each([
  ['one given name', 'adam stan', true],
  ['a family name in another spelling', 'bilal bergh', false],
  ['a family name with its article in one word', 'abdallah alberg', false],
])('unrelated: %s', (_what, name, expected) => {
  expect(areUnrelated(who('adam al berg', '1980'), who(name, '1990'))).toBe(expected);
});

test('one document in two hands does not make two who rest on one certificate', () => {
  const other = who('viktor stan', '1990-11-20');
  expect(areUnrelated({ ...adam, documents: [7n] }, { ...other, documents: [7n, 8n] })).toBe(false);
});

test.each<[string, Partial<Bearer>, Partial<Bearer>, boolean]>([
  ['issued after it had ended', { expires: ['2020-01-01'] }, { issued: ['2021-01-01'] }, true],
  ['valid at one time', { expires: ['2020-01-01'] }, { issued: ['2019-01-01'] }, false],
  ['used eleven years apart', { days: [10_000] }, { days: [14_100] }, true],
  ['used in turn', { days: [10_000, 14_200] }, { days: [14_100] }, false],
  ['no day known', {}, { days: [14_100] }, false],
])('given anew: %s', (_what, one, other, expected) => {
  expect(isReissued({ ...nobody, ...one }, { ...nobody, ...other })).toBe(expected);
  expect(isReissued({ ...nobody, ...other }, { ...nobody, ...one })).toBe(expected);
});

test('whoever is counted differs from all others that are', () => {
  const name = fc.constantFrom(
    'adam berg',
    'adem bergh',
    'viktor stan',
    'omar haddad',
    'egon berg',
    'v stan',
  );
  const birth = fc.integer({ min: 1950, max: 2000 }).map((year) => `${year}-05-06`);
  fc.assert(
    fc.property(fc.array(fc.record({ name, birth }), { maxLength: 12 }), (people) => {
      const bearers = people.map((person) => who(person.name, person.birth));
      const taken = differentBearers(bearers, () => true);
      expect(taken.length).toBeGreaterThanOrEqual(Math.min(1, bearers.length));
      for (const one of taken)
        for (const other of taken) if (one !== other) expect(areDifferent(one, other)).toBe(true);
    }),
  );
});
