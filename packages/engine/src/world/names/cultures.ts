import { allLocales, type LocaleDefinition } from '@faker-js/faker';
import type { Dice } from '../dice.ts';
import {
  cyrillicForm,
  latinForm,
  latinForms,
  type NameForm,
  nativeForms,
  romanianForm,
} from './name-form.ts';
import * as tables from './name-tables.ts';

export type Sex = 'f' | 'm';

/** Where a name comes from: how often, with which nationalities, and the words that it is made of. */
export interface Culture {
  readonly id: string;
  readonly weight: number;
  readonly nationalities: readonly string[];
  readonly given: Readonly<Record<Sex, readonly NameForm[]>>;
  /** A second given name or the father's name, drawn from these; empty where it isn't usual. */
  readonly middle: Readonly<Record<Sex, readonly NameForm[]>>;
  readonly family: Readonly<Record<Sex, readonly NameForm[]>>;
  readonly birthCities: readonly string[];
  /** Chance that the date of birth is registered as the first of January. */
  readonly newYear: number;
}

interface Words {
  readonly given: Readonly<Record<Sex, readonly string[]>>;
  readonly family: Readonly<Record<Sex, readonly string[]>>;
  readonly middle: Readonly<Record<Sex, readonly string[]>>;
}

const none = { f: [], m: [] };

function localeWords(id: keyof typeof allLocales): Words {
  const person = (allLocales[id] as LocaleDefinition).person;
  const bySex = (entry: unknown): Record<Sex, readonly string[]> => {
    const {
      generic = [],
      female = [],
      male = [],
    } = (entry ?? {}) as Record<string, readonly string[] | undefined>;
    return { f: female.length > 0 ? female : generic, m: male.length > 0 ? male : generic };
  };
  const family = (person?.last_name ?? {}) as Record<string, readonly string[] | undefined>;
  const shared = family.generic ?? [];
  return {
    given: bySex(person?.first_name),
    family: { f: [...shared, ...(family.female ?? [])], m: [...shared, ...(family.male ?? [])] },
    middle: bySex(person?.middle_name),
  };
}

function forms(
  words: Record<Sex, readonly string[]>,
  form: (name: string) => NameForm,
): Record<Sex, NameForm[]> {
  const usable = (list: readonly string[]) => list.filter((name) => name.length > 1).map(form);
  return { f: usable(words.f), m: usable(words.m) };
}

function fromLocale(
  id: keyof typeof allLocales,
  form: (name: string) => NameForm,
): Pick<Culture, 'given' | 'middle' | 'family'> {
  const words = localeWords(id);
  return {
    given: forms(words.given, form),
    family: forms(words.family, form),
    middle: forms(words.middle, form),
  };
}

function chineseGiven(): Record<Sex, NameForm[]> {
  const syllables = tables.chineseSyllables.split('\n').map((line) => line.split('|'));
  const given: Record<Sex, NameForm[]> = { f: [], m: [] };
  for (const [first = '', a = '', sex] of syllables) {
    const list = sex === 'f' ? given.f : given.m;
    list.push({ native: first, spellings: [capital(a)] });
    for (const [second = '', b = '', other] of syllables) {
      if (other !== sex || first.length > 1 || second.length > 1 || first === second) continue;
      list.push({
        native: first + second,
        spellings: [capital(a + b), `${capital(a)} ${capital(b)}`, `${capital(a)}-${b}`],
      });
    }
  }
  return given;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function both(list: readonly NameForm[]): Record<Sex, readonly NameForm[]> {
  return { f: list, m: list };
}

const arabicMen = nativeForms(tables.arabicMen);

function nameCultures(): Culture[] {
  const uk = fromLocale('uk', (name) => cyrillicForm(name, 'ukrainian'));
  const ru = fromLocale('ru', (name) => cyrillicForm(name, 'russian'));
  const latin = (id: keyof typeof allLocales) => ({ ...fromLocale(id, latinForm), middle: none });
  const ordinary = { newYear: 0.004 };
  return [
    {
      id: 'romanian',
      weight: 18,
      nationalities: ['RO'],
      ...fromLocale('ro', romanianForm),
      middle: none,
      birthCities: [
        'București',
        'Iași',
        'Cluj-Napoca',
        'Timișoara',
        'Constanța',
        'Craiova',
        'Bacău',
        'Galați',
      ],
      ...ordinary,
    },
    {
      id: 'arabic',
      weight: 17,
      nationalities: ['SY', 'IQ', 'MA', 'EG'],
      given: { f: nativeForms(tables.arabicWomen), m: arabicMen },
      middle: both(arabicMen),
      family: both(nativeForms(tables.arabicFamilies)),
      birthCities: [
        'Damascus',
        'Aleppo',
        'Homs',
        'Baghdad',
        'Mosul',
        'Basra',
        'Casablanca',
        'Rabat',
        'Cairo',
        'Alexandria',
      ],
      newYear: 0.12,
    },
    {
      id: 'ukrainian',
      weight: 12,
      nationalities: ['UA'],
      ...uk,
      birthCities: ['Kyiv', 'Lviv', 'Odesa', 'Kharkiv', 'Dnipro', 'Chernivtsi'],
      ...ordinary,
    },
    {
      id: 'vietnamese',
      weight: 10,
      nationalities: ['VN'],
      ...latin('vi'),
      birthCities: ['Hanoi', 'Hai Phong', 'Da Nang', 'Vinh', 'Ho Chi Minh City'],
      newYear: 0.03,
    },
    {
      id: 'nigerian',
      weight: 9,
      nationalities: ['NG'],
      given: { f: latinForms(tables.nigerianWomen), m: latinForms(tables.nigerianMen) },
      middle: none,
      family: both(latinForms(tables.nigerianFamilies)),
      birthCities: ['Lagos', 'Benin City', 'Abuja', 'Kano', 'Ibadan', 'Port Harcourt'],
      newYear: 0.08,
    },
    {
      id: 'german',
      weight: 8,
      nationalities: ['DE', 'AT'],
      ...latin('de'),
      birthCities: ['Berlin', 'Hamburg', 'Köln', 'Wien', 'Leipzig'],
      ...ordinary,
    },
    {
      id: 'chinese',
      weight: 6,
      nationalities: ['CN'],
      given: chineseGiven(),
      middle: none,
      family: both(nativeForms(tables.chineseFamilies)),
      birthCities: ['Fuzhou', 'Wenzhou', 'Shanghai', 'Guangzhou'],
      ...ordinary,
    },
    {
      id: 'russian',
      weight: 3,
      nationalities: ['RU', 'UA'],
      ...ru,
      birthCities: ['Moscow', 'Saint Petersburg', 'Rostov-on-Don', 'Kharkiv'],
      ...ordinary,
    },
    {
      id: 'french',
      weight: 4,
      nationalities: ['FR', 'BE'],
      ...latin('fr'),
      birthCities: ['Paris', 'Lyon', 'Marseille', 'Lille', 'Liège'],
      ...ordinary,
    },
    {
      id: 'dutch',
      weight: 3,
      nationalities: ['NL', 'BE'],
      ...latin('nl'),
      birthCities: ['Amsterdam', 'Rotterdam', 'Antwerpen', 'Utrecht'],
      ...ordinary,
    },
    {
      id: 'spanish',
      weight: 3,
      nationalities: ['ES'],
      ...latin('es'),
      birthCities: ['Madrid', 'Barcelona', 'Valencia', 'Sevilla'],
      ...ordinary,
    },
    {
      id: 'polish',
      weight: 3,
      nationalities: ['PL'],
      ...latin('pl'),
      birthCities: ['Warszawa', 'Kraków', 'Gdańsk', 'Wrocław'],
      ...ordinary,
    },
    {
      id: 'turkish',
      weight: 3,
      nationalities: ['TR'],
      ...latin('tr'),
      birthCities: ['Istanbul', 'Ankara', 'Izmir', 'Gaziantep'],
      newYear: 0.03,
    },
    {
      id: 'serbian',
      weight: 3,
      nationalities: ['RS'],
      ...latin('sr_RS_latin'),
      birthCities: ['Beograd', 'Niš', 'Novi Sad'],
      ...ordinary,
    },
    {
      id: 'english',
      weight: 3,
      nationalities: ['GB', 'US'],
      ...latin('en'),
      birthCities: ['London', 'Manchester', 'New York', 'Chicago'],
      ...ordinary,
    },
    {
      id: 'italian',
      weight: 2,
      nationalities: ['IT'],
      ...latin('it'),
      birthCities: ['Roma', 'Milano', 'Napoli', 'Torino'],
      ...ordinary,
    },
  ];
}

export const cultures: readonly Culture[] = nameCultures();

const total = cultures.reduce((sum, culture) => sum + culture.weight, 0);

export function pickCulture(dice: Dice): Culture {
  let left = dice.next() * total;
  for (const culture of cultures) {
    left -= culture.weight;
    if (left < 0) return culture;
  }
  return cultures[0] as Culture;
}

/** A word that people call somebody by, unlike the names on papers. */
export const nicknames: readonly string[] = [
  'Vulpe',
  'Doctorul',
  'Ursu',
  'Gigi',
  'Blondu',
  'Lungu',
  'Kapitan',
  'Sascha',
  'Tolik',
  'Borya',
  'Sultan',
  'Abu Karim',
  'Abu Omar',
  'Abu Yasin',
  'Hajji',
  'Ustaz',
  'Prince',
  'Oga',
  'Biggie',
  'Madam',
  'Mama Joy',
  'Senator',
  'Anh Ba',
  'Chú Tư',
  'Long',
  'Rồng',
  'Lao Da',
  'Ah Wei',
  'Mister Lee',
  'Tony',
  'Rocky',
  'Johnny',
  'Simba',
  'Panda',
  'El Gordo',
  'Flaco',
  'Rubio',
  'Zorro',
  'Le Grand',
  'Petit Jean',
  'Baba',
  'Dayi',
  'Kral',
  'Paşa',
  'Fox',
  'Shark',
];
