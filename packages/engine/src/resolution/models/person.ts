import { birthDate } from '../comparisons/birth-date.ts';
import { employer } from '../comparisons/employer.ts';
import { generation } from '../comparisons/generation.ts';
import { issuedNumber } from '../comparisons/number.ts';
import { personName } from '../comparisons/person-name.ts';
import { phone } from '../comparisons/phone.ts';
import { postalAddress } from '../comparisons/place-of-living.ts';
import { sameCode } from '../comparisons/same-code.ts';
import { sharedValue } from '../comparisons/shared-value.ts';
import { levelByTitle, type TypeModel } from '../model.ts';
import { roleMailboxSql } from '../role-mailbox.ts';
import { dateOf } from '../value-code.ts';

const document = issuedNumber(
  { id: 'document', title: 'Document number', column: 'documents' },
  { m: 0.6, u: 2e-6, near: 0.04 },
);
const taxNumber = issuedNumber(
  { id: 'taxNumber', title: 'Social security or tax number', column: 'tax_numbers' },
  { m: 0.8, u: 2e-6, near: 0.08 },
);
const account = issuedNumber(
  { id: 'account', title: 'Account', column: 'accounts' },
  { m: 0.4, u: 3e-6, near: 0.02 },
);

const name = (title: string) => levelByTitle(personName, title);
const date = (title: string) => levelByTitle(birthDate, title);
const nextYear = date('one year apart');
const home = levelByTitle(postalAddress, 'nearly all words and numbers');
const street = levelByTitle(postalAddress, 'most words, no number in common');
const identified = `(coalesce(document, 0) >= 1 or coalesce(taxNumber, 0) >= 1 or coalesce(account, 0) >= 1)`;
const otherGiven = `name = ${name('the same family name, another given name')}`;
const otherFamily = `name = ${name('the same given name, another family name')}`;
const likeName = `name >= ${name('one name the same, the other not known')}`;
const anyName = `name >= ${name('the same family name, another given name')}`;
const placeheld = `birthDate = ${date('the same year, and the same day that stands for one not known')}`;
const sameName = `name >= ${name('the same name by sound or in another spelling')}`;
const nearlyDated = `birthDate in (${[
  date('the same month of the same year, and the day not known'),
  date('the same day and month, and the year not known'),
  date('the same year, and day and month not known or 1 January'),
  date('another year, the same day and month'),
  date('fifteen or more years apart, the same day and month'),
].join(', ')})`;
const dated = `birthDate >= ${date('the day or the month other')}`;

const contact = `(coalesce(phone, 0) >= 1 or coalesce(email, 0) >= 1 or coalesce(handle, 0) = 1 or coalesce(address, 0) >= ${street})`;
const corroborated = `(${contact} or coalesce(${dated}, false)
  or coalesce(plate, 0) = 1 or coalesce(birthPlace, 0) = 1 or coalesce(employer, 0) >= 2)`;
const bothNames = `name >= ${name('given and family name the same, another name between them')}`;
/** Parent and child may share a birthday: where they share a way of contact too, it tells nothing. */
const generationApart = `(birthDate = 0 or (birthDate = ${date('fifteen or more years apart, the same day and month')} and ${contact}))`;
/** Of one place, and born in one year or the next: each says little, the two together something. */
const neighbours = `(address >= ${levelByTitle(postalAddress, 'the same place, and no number told')} and birthDate >= ${date('another date, less than fifteen years apart or the year not known')})`;

const ownRecords = {
  own: `name >= ${name('like names')} and ${dated}`,
  settled: '(coalesce(document, 0) = 2 or coalesce(taxNumber, 0) = 2)',
  among: 'name is not null and birth is not null',
};

const ymd = dateOf('birth');
const names = (features: string) =>
  `(select n, unnest(coalesce(names, [name])) as x, birth from ${features} where name is not null)`;

/** Nationality is left out on purpose: it is never a matching key. */
export const personModel: TypeModel = {
  type: 'person',
  features: {
    names: {
      kind: 'person',
      whole: ['name', 'alias'],
      given: ['firstName', 'middleName'],
      family: ['lastName'],
    },
    addresses: { property: 'address' },
    dates: { property: 'birthDate', age: 'age', one: 'birth', all: 'births' },
    values: [
      { column: 'documents', properties: ['document'], text: true, lookAlikes: true },
      { column: 'tax_numbers', properties: ['taxNumber'], text: true, lookAlikes: true },
      { column: 'phones', properties: ['phone'] },
      { column: 'phone_ends', properties: ['phone'], ending: 8 },
      { column: 'emails', properties: ['email'], text: true, without: roleMailboxSql },
      { column: 'handles', properties: ['handle'] },
      { column: 'accounts', properties: ['account'], text: true, checked: 'iban' },
      { column: 'plates', properties: ['plate'] },
      { column: 'birth_places', properties: ['birthPlace'] },
    ],
    associated: [{ property: 'employer', column: 'employers' }],
    codes: [{ column: 'sex', property: 'sex' }],
  },
  comparisons: [
    personName,
    birthDate,
    document,
    taxNumber,
    phone,
    issuedNumber({ id: 'email', title: 'E-mail', column: 'emails' }, { m: 0.6, u: 1e-5, near: 0.08 }),
    sharedValue({ id: 'handle', title: 'Online account', column: 'handles' }, { m: 0.5, u: 5e-6 }),
    account,
    sharedValue({ id: 'plate', title: 'Vehicle', column: 'plates' }, { m: 0.4, u: 1e-5 }),
    postalAddress,
    sharedValue({ id: 'birthPlace', title: 'Place of birth', column: 'birth_places' }, { m: 0.8, u: 0.01 }),
    sameCode({ id: 'sex', title: 'Sex', column: 'sex' }, { m: 0.97, u: 0.55 }),
    generation,
    employer,
  ],
  interactions: [
    {
      id: 'siblings',
      title: 'Like twins or siblings: one family name and date of birth, but other given names',
      when: `${otherGiven} and ${dated} and not ${identified}`,
      weight: -10,
      conflict: true,
      // 12 of 1,000 deliveries are of twins: Monden, Pison and Smits, "Twin Peaks", Human Reproduction 36, 2021.
      rival: { perSubject: 0.012, alike: `${otherGiven} and ${dated}`, ...ownRecords },
    },
    {
      id: 'seniority',
      title: 'Senior and junior are two people',
      when: 'generation = 0',
      weight: -10,
      conflict: true,
    },
    {
      id: 'generations',
      title: 'Like parent and child: one name, but births many years apart',
      when: `${anyName} and ${generationApart} and not ${identified}`,
      weight: -8,
      conflict: true,
      // One in fifty has a parent or child of the same name in the file: more than is usual anywhere, to be safe.
      rival: { perSubject: 0.02, alike: `${anyName} and ${generationApart}`, ...ownRecords },
    },
    {
      id: 'relatives',
      title: 'One family name and address or phone, but other given names and dates of birth',
      when: `${otherGiven} and birthDate < ${date('the day or the month other')} and not ${identified} and ${contact}`,
      weight: -8,
      conflict: true,
    },
    {
      id: 'household',
      title: 'One family name and address or phone, but other given names',
      when: `${otherGiven} and birthDate is null and not ${identified} and ${contact}`,
      weight: -8,
      conflict: false,
    },
    {
      id: 'unknownBirthday',
      title:
        'Common names and unknown birthdays go together: where one is registered as born on 1 January, so are namesakes',
      when: `${likeName} and ${placeheld} and not ${identified} and not ${contact} and coalesce(plate, 0) = 0 and coalesce(birthPlace, 0) = 0`,
      weight: -8,
      conflict: false,
    },
    {
      id: 'sharedAccount',
      title: 'One account under quite other names: people share accounts, and lend them',
      when: `name = ${name('another name')} and account >= 1 and coalesce(document, 0) < 1 and coalesce(taxNumber, 0) < 1 and not coalesce(${dated}, false)`,
      weight: -14,
      conflict: false,
    },
    {
      id: 'bearers',
      title: 'One document, but other names and births: papers are lent, and a number is given twice',
      when: `(name = ${name('another name')} or ${otherGiven}) and birthDate < ${date('the day or the month other')} and document >= 1 and coalesce(taxNumber, 0) < 1`,
      weight: -14,
      conflict: true,
    },
    {
      id: 'contact',
      title: 'Nothing in common but ways of contact, which people share',
      when: `not coalesce(${anyName}, false) and not ${identified} and not coalesce(${dated}, false)`,
      weight: -12,
      conflict: false,
    },
  ],
  // A name alone never makes two people one, nor do ways of contact. Under another name a date of birth needs an
  // address, an e-mail address or a number of one's own beside it: people of one switchboard are often born on one day.
  // One given name in one home may be one person who took another family name, where the births do not say otherwise.
  // A day that stands for one not known is little more than a year, and so are a month and a day without their year or
  // day: they take the whole name, and no other document.
  linkable: `${identified} or (coalesce(${likeName}, false) and ${corroborated}) or coalesce(${bothNames} and ${neighbours}, false)
    or (coalesce(${dated}, false) and ${contact} and (coalesce(name, 1) >= 1 or coalesce(address, 0) >= ${street} or coalesce(email, 0) >= 1))
    or coalesce((${otherGiven} or ${otherFamily}) and ${dated} and address >= 1, false)
    or coalesce(${otherFamily} and address >= ${home}, false) and coalesce(birthDate, ${nextYear}) >= ${nextYear}
    or coalesce(name >= ${name('one name like, the other not known')} and email >= 1, false)
    or coalesce(name = ${name('one name like, the other not known')} and birthDate = ${date('the same date')}, false)
    or coalesce(${sameName} and (${placeheld} or ${nearlyDated}) and coalesce(document, 1) >= 1, false)`,
  // A birth in that year, and a birthday under another family name: where the name is rare enough.
  linkableIfSure: `((${likeName} and birthDate >= ${date('the same year')}) or (${otherFamily} and ${dated})) and coalesce(document, 1) >= 1`,
  nearness: '(birth & 134217727, name.full_code)',
  rules: [
    {
      id: 'number',
      title: 'a document, tax or account number',
      uses: ['document', 'taxNumber', 'account'],
      keys: (features) =>
        `select n, unnest(list_concat(list_transform(coalesce(documents, []), lambda x: x * 4::bigint),
                  list_transform(coalesce(tax_numbers, []), lambda x: x * 4::bigint + 1),
                  list_transform(coalesce(accounts, []), lambda x: x * 4::bigint + 2))) as key, name.given_sound as refined
         from ${features}`,
    },
    {
      id: 'contact',
      title: 'a phone, e-mail address or online account',
      uses: ['phone', 'email', 'handle'],
      keys: (features) =>
        `select n, unnest(list_concat(list_transform(coalesce(phone_ends, []), lambda x: x * 4::bigint),
                  list_transform(coalesce(emails, []), lambda x: x * 4::bigint + 1),
                  list_transform(coalesce(handles, []), lambda x: x * 4::bigint + 2))) as key,
                coalesce(name.given_sound, name.family_sound) as refined
         from ${features}`,
    },
    {
      id: 'mailbox',
      title: 'the letters of an e-mail address before the @',
      uses: ['email'],
      keys: (features) =>
        `select n, case when length(letters) > 4 then letters end as key, coalesce(name.given_sound, name.family_sound) as refined
         from (select n, name, regexp_replace(split_part(unnest(emails_text), '@', 1), '[^A-Za-z]', '', 'g') as letters
               from ${features} where emails_text is not null)`,
    },
    {
      id: 'name',
      title: 'the sounds of the whole name',
      uses: ['name'],
      keys: (features) => `select n, x.key_code as key, ${ymd} // 10000 as refined from ${names(features)}`,
    },
    {
      id: 'birth and family name',
      title: 'the date of birth and the sound of the family name',
      uses: ['name', 'birthDate'],
      keys: (features) =>
        `select n, case when ${ymd} % 100 > 0 then hash(${ymd}, x.family_sound) end as key, x.given_sound as refined from ${names(features)}`,
    },
    {
      id: 'birth and given name',
      title: 'the date of birth and the sound of the given name',
      uses: ['name', 'birthDate'],
      keys: (features) =>
        `select n, case when ${ymd} % 100 > 0 then hash(${ymd}, x.given_sound) end as key, x.family_sound as refined from ${names(features)}`,
    },
    {
      id: 'birth',
      title: 'the date of birth, day and month in either order',
      uses: ['birthDate'],
      keys: (features) =>
        `select n, case when ${ymd} % 100 > 0 then hash(${ymd} // 10000, least(${ymd} // 100 % 100, ${ymd} % 100), greatest(${ymd} // 100 % 100, ${ymd} % 100)) end as key,
                name.family[1] as refined from ${features} where birth is not null`,
    },
    {
      id: 'family name and year',
      title: 'the sound of the family name, the first letter of the given name and the year of birth',
      uses: ['name'],
      keys: (features) =>
        `select n, hash(x.family_sound, x.given[1], ${ymd} // 10000) as key, x.given_sound as refined from ${names(features)} where birth is not null`,
    },
    {
      id: 'given name and year',
      title: 'the sound of the given name, the first letter of the family name and the year of birth',
      uses: ['name'],
      keys: (features) =>
        `select n, hash(x.given_sound, x.family[1], ${ymd} // 10000) as key, ${ymd} as refined from ${names(features)} where birth is not null and x.given_sound is not null`,
    },
    {
      id: 'family and given name',
      title: 'the sounds of the first and the last name, in either order',
      uses: ['name'],
      keys: (features) =>
        `select n, hash(least(x.family_sound, x.given_sound), greatest(x.family_sound, x.given_sound)) as key,
                ${ymd} // 10000 as refined from ${names(features)} where x.given_sound is not null and x.family_sound is not null`,
    },
    {
      id: 'given name and day',
      title: 'the sound of the given name, the day and month of birth in either order',
      uses: ['name', 'birthDate'],
      keys: (features) =>
        `select n, hash(x.given_sound, least(${ymd} // 100 % 100, ${ymd} % 100), greatest(${ymd} // 100 % 100, ${ymd} % 100)) as key,
                ${ymd} // 100000 as refined from ${names(features)} where birth is not null and ${ymd} % 100 > 0 and ${ymd} % 10000 <> 101`,
    },
    {
      id: 'employer',
      title: 'a word of the employer and the sound of the family name',
      uses: ['employer', 'name'],
      keys: (features) =>
        `select n, hash(employer, name.family_sound) as key, name.given_sound as refined
         from (select n, name, unnest(employers) as employer from ${features} where name is not null)`,
    },
    {
      id: 'address',
      title: 'the address',
      uses: ['address'],
      keys: (features) =>
        `select n, unnest(coalesce(addresses, [address])).code as key, coalesce(name.given_sound, name.family_sound) as refined
         from ${features} where address is not null`,
    },
    {
      id: 'number and word of address',
      title: 'a number and a word of the address, and the first letter of a name',
      uses: ['address'],
      keys: (features) =>
        `select distinct n, hash(number, word) as key, coalesce(name.given_sound, name.family_sound) as refined
         from (select n, name, number, unnest(words) as word
               from (select n, name, unnest(address.numbers) as number, address.words[:4] as words from ${features} where address is not null))`,
    },
  ],
};
