import { birthDate } from '../comparisons/birth-date.ts';
import { issuedNumber } from '../comparisons/number.ts';
import { personName } from '../comparisons/person-name.ts';
import { sameCode } from '../comparisons/same-code.ts';
import { levelByTitle, type TypeModel } from '../model.ts';

const closeBirth = `birthDate >= ${levelByTitle(birthDate, 'the day or the month other')}`;
const likeName = `name >= ${levelByTitle(personName, 'like names')}`;

export const documentModel: TypeModel = {
  type: 'document',
  features: {
    names: { kind: 'person', whole: ['holderName'], given: [], family: [] },
    dates: { property: 'holderBirthDate', one: 'birth', all: 'births' },
    values: [{ column: 'numbers', properties: ['number'], text: true, lookAlikes: true }],
    codes: [
      { column: 'country', property: 'country' },
      { column: 'kind', property: 'documentKind' },
      { column: 'expires', property: 'expires' },
    ],
  },
  comparisons: [
    issuedNumber({ id: 'number', title: 'Number', column: 'numbers' }, { m: 0.93, u: 1e-6, near: 0.05 }),
    sameCode({ id: 'country', title: 'Issuing country', column: 'country' }, { m: 0.97, u: 0.2 }),
    sameCode({ id: 'kind', title: 'Kind', column: 'kind' }, { m: 0.95, u: 0.5 }),
    sameCode({ id: 'expires', title: 'Expiry date', column: 'expires' }, { m: 0.93, u: 0.001 }),
    personName,
    birthDate,
  ],
  interactions: [
    {
      id: 'issuers',
      title: 'The same number from two countries is two documents',
      when: 'number = 2 and country = 0',
      weight: -20,
      conflict: true,
      explains: ['number'],
    },
    {
      id: 'kinds',
      title: 'The same number on two kinds of document that expire on two days',
      when: 'number = 2 and kind = 0 and expires = 0',
      weight: -14,
      conflict: true,
      explains: ['number'],
    },
    {
      id: 'holders',
      title: 'The same number with a holder of another name and date of birth: a copy',
      when: `number = 2 and not ${likeName} and not ${closeBirth}`,
      weight: -16,
      conflict: true,
      explains: ['number'],
    },
    {
      id: 'series',
      title: 'Neighbouring numbers with other holders, as a series has them',
      when: `number = 1 and not coalesce(${likeName}, false)`,
      weight: -14,
      conflict: false,
    },
  ],
  linkable: `coalesce(number, 0) = 2 or (number = 1 and coalesce(${likeName}, false))`,
  nearness: '(country, birth & 134217727)',
  rules: [
    {
      id: 'number',
      title: 'the number',
      uses: ['number'],
      keys: (features) => `select n, unnest(numbers) as key, country as refined from ${features}`,
    },
    {
      id: 'holder',
      title: 'the name and date of birth of the holder',
      uses: ['name', 'birthDate'],
      keys: (features) =>
        `select n, hash(name.key_code, birth & 134217727) as key, 0 as refined from ${features} where name is not null and birth is not null`,
    },
  ],
};
