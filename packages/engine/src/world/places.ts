import { allLocales, type LocaleDefinition } from '@faker-js/faker';
import type { Dice } from './dice.ts';
import { latinFromCyrillic } from './names/latin.ts';

/** Streets and towns that people live in; `cities` are the large ones where things happen. */
export interface Region {
  readonly country: string;
  readonly weight: number;
  readonly cities: readonly string[];
  readonly towns: readonly string[];
  readonly streets: readonly string[];
  /** Digits of a postcode. */
  readonly postcode: number;
  readonly numberFirst: boolean;
}

/** A postal address before it is written down. */
export interface Address {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
}

function townsOf(id: keyof typeof allLocales): string[] {
  const names = (allLocales[id] as LocaleDefinition).location?.city_name ?? [];
  return names.filter((name) => !/[(.,]/.test(name));
}

function streetsOf(id: keyof typeof allLocales): string[] {
  const names = (allLocales[id] as LocaleDefinition).location?.street_name ?? [];
  return names.filter((name) => !/[(,]/.test(name) && name.length < 32);
}

/** Every street of `stems` under every one of `kinds`; `*` stands for the stem. */
function streetsFrom(kinds: readonly string[], stems: string): string[] {
  return stems.split(',').flatMap((stem) => kinds.map((kind) => kind.replace('*', stem)));
}

export const regions: readonly Region[] = [
  {
    country: 'DE',
    weight: 24,
    cities: ['Berlin', 'Hamburg', 'München', 'Köln', 'Frankfurt am Main', 'Stuttgart', 'Leipzig', 'Dortmund'],
    towns: townsOf('de'),
    streets: streetsOf('de'),
    postcode: 5,
    numberFirst: false,
  },
  {
    country: 'RO',
    weight: 18,
    cities: ['București', 'Cluj-Napoca', 'Timișoara', 'Iași', 'Constanța', 'Brașov'],
    towns: townsOf('ro'),
    streets: streetsFrom(
      ['Strada *', 'Bulevardul *', 'Aleea *'],
      'Mihai Eminescu,Avram Iancu,Unirii,Libertății,Republicii,Florilor,Teilor,Plopilor,Victoriei,Independenței,Ștefan cel Mare,Nicolae Bălcescu,Tudor Vladimirescu,Traian,Decebal,Morii,Gării,Pieței,Salcâmilor,Castanilor,Primăverii,Viilor,Dorobanților,Cuza Vodă,Horea',
    ),
    postcode: 6,
    numberFirst: false,
  },
  {
    country: 'FR',
    weight: 14,
    cities: ['Paris', 'Lyon', 'Marseille', 'Lille', 'Toulouse', 'Nice', 'Calais', 'Strasbourg'],
    towns: townsOf('fr'),
    streets: streetsFrom(
      ['Rue *', 'Avenue *', 'Boulevard *', 'Impasse *'],
      "de la Paix,Pasteur,de la République,du Moulin,des Lilas,Victor Hugo,de l'Église,du Stade,Jean Jaurès,Molière,des Écoles,de Paris,du Port,Voltaire,des Acacias,du Château,Gambetta,de Lyon,du Général Leclerc,des Peupliers",
    ),
    postcode: 5,
    numberFirst: true,
  },
  {
    country: 'UA',
    weight: 8,
    cities: ['Kyiv', 'Lviv', 'Odesa', 'Kharkiv', 'Dnipro', 'Chernivtsi'],
    towns: townsOf('uk').map((name) => latinFromCyrillic(name, 'ukrainian')),
    streets: streetsFrom(
      ['* Street', '* Avenue', '* Lane'],
      'Shevchenka,Franka,Lesi Ukrainky,Sadova,Zelena,Tsentralna,Shkilna,Naberezhna,Myru,Peremohy,Kyivska,Lvivska,Soborna,Sobornosti,Hrushevskoho,Khmelnytskoho,Polova,Lisova,Vyshneva,Kvitkova',
    ),
    postcode: 5,
    numberFirst: false,
  },
  {
    country: 'NL',
    weight: 7,
    cities: ['Amsterdam', 'Rotterdam', 'Den Haag', 'Utrecht', 'Eindhoven', 'Groningen'],
    towns:
      'Almelo,Alkmaar,Arnhem,Assen,Breda,Delft,Deventer,Dordrecht,Ede,Enschede,Gouda,Haarlem,Heerlen,Helmond,Hilversum,Hoorn,Leiden,Lelystad,Maastricht,Nijmegen,Oss,Roermond,Roosendaal,Schiedam,Sittard,Tilburg,Venlo,Vlaardingen,Westland,Zwolle'.split(
        ',',
      ),
    streets: streetsFrom(
      ['*straat', '*weg', '*laan', '*plein'],
      'Kerk,Molen,Dorps,School,Julia,Wilhelmina,Beatrix,Linden,Eiken,Beuken,Haven,Stations,Markt,Tuin,Wester,Ooster,Noorder,Zuider,Boom,Kastanje,Tulpen,Rozen,Vond,Parallel',
    ),
    postcode: 4,
    numberFirst: false,
  },
  {
    country: 'ES',
    weight: 7,
    cities: ['Madrid', 'Barcelona', 'Valencia', 'Sevilla', 'Málaga', 'Almería'],
    towns: townsOf('es'),
    streets: streetsFrom(
      ['Calle *', 'Avenida *', 'Plaza *'],
      'Mayor,de la Constitución,Real,del Sol,de la Luna,San Juan,San José,Santa María,de la Iglesia,Nueva,de Cervantes,de Goya,del Prado,de la Fuente,del Carmen,de Andalucía,de Castilla,del Mar,de la Estación,del Olivo',
    ),
    postcode: 5,
    numberFirst: false,
  },
  {
    country: 'IT',
    weight: 6,
    cities: ['Roma', 'Milano', 'Napoli', 'Torino', 'Bari', 'Trieste'],
    towns: townsOf('it'),
    streets: streetsFrom(
      ['Via *', 'Viale *', 'Piazza *'],
      'Roma,Garibaldi,Mazzini,Dante,Verdi,Marconi,Cavour,Matteotti,Leopardi,Manzoni,della Libertà,dei Mille,Galilei,Volta,Europa,Colombo,Gramsci,Piave,Trento,Trieste',
    ),
    postcode: 5,
    numberFirst: false,
  },
  {
    country: 'GB',
    weight: 5,
    cities: ['London', 'Manchester', 'Birmingham', 'Leeds', 'Glasgow'],
    towns:
      'Bolton,Bradford,Brighton,Coventry,Derby,Dover,Exeter,Hull,Ipswich,Leicester,Luton,Newport,Norwich,Oxford,Plymouth,Preston,Reading,Slough,Stockport,Swindon,Watford,Wigan,York'.split(
        ',',
      ),
    streets: streetsOf('en_GB'),
    postcode: 5,
    numberFirst: true,
  },
  {
    country: 'US',
    weight: 5,
    cities: ['New York', 'Miami', 'Chicago', 'Houston', 'Los Angeles', 'Las Vegas'],
    towns:
      'Akron,Albany,Aurora,Austin,Boise,Buffalo,Dayton,Denver,El Paso,Fresno,Irving,Laredo,Lincoln,Madison,Mesa,Mobile,Newark,Oakland,Omaha,Reno,Salem,Tampa,Toledo,Tucson,Tulsa'.split(
        ',',
      ),
    streets: streetsOf('en_US'),
    postcode: 5,
    numberFirst: true,
  },
  {
    country: 'AT',
    weight: 3,
    cities: ['Wien', 'Graz', 'Linz', 'Salzburg'],
    towns: townsOf('de_AT'),
    streets: streetsOf('de_AT'),
    postcode: 4,
    numberFirst: false,
  },
  {
    country: 'HR',
    weight: 3,
    cities: ['Zagreb', 'Split', 'Rijeka', 'Osijek'],
    towns: townsOf('hr'),
    streets: streetsOf('hr'),
    postcode: 5,
    numberFirst: false,
  },
];

const total = regions.reduce((sum, region) => sum + region.weight, 0);

export function pickRegion(dice: Dice): Region {
  let left = dice.next() * total;
  for (const region of regions) {
    left -= region.weight;
    if (left < 0) return region;
  }
  return regions[0] as Region;
}

export function makeAddress(dice: Dice, region: Region): Address {
  const inCity = dice.chance(0.4);
  const list = inCity ? region.cities : region.towns;
  const at = dice.below(list.length);
  const span = 10 ** (region.postcode - 1);
  const postcode = span + ((at * 7919 + (inCity ? 0 : 389)) % (9 * span - 40)) + dice.below(40);
  return {
    street: dice.pick(region.streets),
    number: String(1 + dice.below(160)) + (dice.chance(0.15) ? dice.pick(['a', 'b', 'c']) : ''),
    postcode: String(postcode),
    city: list[at] as string,
    country: region.country,
  };
}

const numberFirst = new Set(regions.filter((region) => region.numberFirst).map((region) => region.country));

/** Street and number in the order that the country is used to. */
export function streetLine(address: Address): string {
  return numberFirst.has(address.country)
    ? `${address.number} ${address.street}`
    : `${address.street} ${address.number}`;
}

/** The whole address on one line, without the country. */
export function addressLine(address: Address): string {
  return `${streetLine(address)}, ${address.postcode} ${address.city}`;
}

/** Border posts and the country on whose side they are; places of sightings. */
export const borderPosts: readonly string[] = [
  'Bajakovo',
  'Bregana',
  'Rupa',
  'Macelj',
  'Stara Gradiška',
  'Gunja',
  'Maljevac',
  'Vinjani Donji',
  'Metković',
  'Karasovići',
  'Split',
  'Zagreb',
  'Rijeka',
  'Dubrovnik',
];

/** Large cities of all regions: adverts, trips, circuits. */
export const largeCities: readonly { readonly city: string; readonly country: string }[] = regions
  .filter((region) => region.country !== 'US')
  .flatMap((region) => region.cities.map((city) => ({ city, country: region.country })));
