import { houseAddress } from '../comparisons/place-of-living.ts';
import { sameCode } from '../comparisons/same-code.ts';
import { levelByTitle, type TypeModel } from '../model.ts';

export const addressModel: TypeModel = {
  type: 'address',
  features: {
    addresses: { property: 'full' },
    values: [],
    codes: [
      { column: 'postcode', property: 'postcode' },
      { column: 'country', property: 'country' },
    ],
  },
  comparisons: [
    houseAddress,
    sameCode({ id: 'postcode', title: 'Postcode', column: 'postcode' }, { m: 0.93, u: 0.002 }),
    sameCode({ id: 'country', title: 'Country', column: 'country' }, { m: 0.98, u: 0.3 }),
  ],
  interactions: [
    {
      id: 'abroad',
      title: 'Two countries',
      when: 'country = 0',
      weight: -10,
      conflict: true,
    },
    {
      id: 'neighbours',
      title: 'Two houses of one street, or two flats of one house',
      when: `address = ${levelByTitle(houseAddress, 'all words, and each a number that the other has not')}`,
      weight: -10,
      conflict: true,
    },
  ],
  linkable: `coalesce(address >= ${levelByTitle(houseAddress, 'nearly all words and numbers')}, false)`,
  nearness: 'address.code',
  rules: [
    {
      id: 'address',
      title: 'the address',
      uses: ['address'],
      keys: (features) =>
        `select n, address.code as key, 0 as refined from ${features} where address is not null`,
    },
    {
      id: 'two words and a number',
      title: 'a number and two words of the address',
      uses: ['address'],
      keys: (features) =>
        `select distinct n, hash(number, least(words[1], words[2]), greatest(words[1], words[2])) as key, len(words) as refined
         from (select n, unnest(address.numbers) as number, address.words as words from ${features} where address is not null)`,
    },
  ],
};
