import { issuedNumber } from '../comparisons/number.ts';
import { organizationName } from '../comparisons/organization-name.ts';
import { phone } from '../comparisons/phone.ts';
import { postalAddress } from '../comparisons/place-of-living.ts';
import { sharedValue } from '../comparisons/shared-value.ts';
import { levelByTitle, type TypeModel } from '../model.ts';

const names = (features: string) =>
  `(select n, unnest(coalesce(names, [name])) as x from ${features} where name is not null)`;
const identified = `(coalesce(registrationNumber, 0) >= 1 or coalesce(account, 0) = 1)`;

export const organizationModel: TypeModel = {
  type: 'organization',
  features: {
    names: { kind: 'organization', whole: ['name', 'alias'], given: [], family: [] },
    addresses: { property: 'address' },
    values: [
      { column: 'registration_numbers', properties: ['registrationNumber'], text: true },
      { column: 'phones', properties: ['phone'] },
      { column: 'phone_ends', properties: ['phone'], ending: 8 },
      { column: 'emails', properties: ['email'] },
      { column: 'websites', properties: ['website'] },
      { column: 'accounts', properties: ['account'] },
    ],
    codes: [],
  },
  comparisons: [
    organizationName,
    issuedNumber(
      { id: 'registrationNumber', title: 'Registration number', column: 'registration_numbers' },
      { m: 0.7, u: 3e-6, near: 0.05 },
    ),
    phone,
    sharedValue({ id: 'email', title: 'E-mail', column: 'emails' }, { m: 0.5, u: 2e-5 }),
    sharedValue({ id: 'website', title: 'Web site', column: 'websites' }, { m: 0.7, u: 2e-5 }),
    sharedValue({ id: 'account', title: 'Account', column: 'accounts' }, { m: 0.4, u: 5e-6 }),
    postalAddress,
  ],
  interactions: [
    {
      id: 'branches',
      title: 'One name at two addresses, and nothing else that binds them',
      when: `name > 0 and address < ${levelByTitle(postalAddress, 'the same place, and no number told')} and not ${identified}
        and not coalesce(phone >= 1, false) and not coalesce(email = 1, false) and not coalesce(website = 1, false)`,
      weight: -4,
      conflict: true,
    },
    {
      id: 'contact',
      title: 'Nothing in common but an address or a phone, which firms share',
      when: `coalesce(name, 0) = 0 and not ${identified}`,
      weight: -12,
      conflict: false,
    },
  ],
  // A name alone is enough where it is the same and nothing else is known of both.
  linkable: `${identified} or (coalesce(name, 0) > 0 and (coalesce(phone, 0) >= 1 or coalesce(email, 0) = 1
    or coalesce(website, 0) = 1 or coalesce(address, 0) >= ${levelByTitle(postalAddress, 'most words, no number in common')}))
    or (coalesce(name, 0) >= ${levelByTitle(organizationName, 'the same name by sound or in another spelling')}
      and registrationNumber is null and phone is null and email is null and website is null and address is null)`,
  nearness: '(address.code, name.full_code)',
  rules: [
    {
      id: 'number',
      title: 'a registration or account number',
      uses: ['registrationNumber', 'account'],
      keys: (features) =>
        `select n, unnest(list_concat(list_transform(coalesce(registration_numbers, []), lambda x: x * 2::bigint),
            list_transform(coalesce(accounts, []), lambda x: x * 2::bigint + 1))) as key, 0 as refined from ${features}`,
    },
    {
      id: 'contact',
      title: 'a phone, e-mail address or web site',
      uses: ['phone', 'email', 'website'],
      keys: (features) =>
        `select n, unnest(list_concat(list_transform(coalesce(phone_ends, []), lambda x: x * 4::bigint),
            list_transform(coalesce(emails, []), lambda x: x * 4::bigint + 1),
            list_transform(coalesce(websites, []), lambda x: x * 4::bigint + 2))) as key, name.sounds[1] as refined from ${features}`,
    },
    {
      id: 'name',
      title: 'the sounds of all words of the name',
      uses: ['name'],
      keys: (features) => `select n, x.key_code as key, 0 as refined from ${names(features)}`,
    },
    {
      id: 'word',
      title: 'a word of the name and the first letter of another',
      uses: ['name'],
      keys: (features) =>
        `select n, unnest(x.sounds) as key, x.family[1:3] as refined from ${names(features)}`,
    },
    {
      id: 'address',
      title: 'the address',
      uses: ['address'],
      keys: (features) =>
        `select n, unnest(coalesce(addresses, [address])).code as key, name.sounds[1] as refined from ${features} where address is not null`,
    },
    {
      id: 'number and word of address',
      title: 'a number and a word of the address',
      uses: ['address'],
      keys: (features) =>
        `select distinct n, hash(number, word) as key, refined
         from (select n, refined, number, unnest(words) as word
               from (select n, name.sounds[1] as refined, unnest(address.numbers) as number, address.words[:4] as words from ${features} where address is not null))`,
    },
  ],
};
