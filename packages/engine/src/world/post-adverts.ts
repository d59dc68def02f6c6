import type { Cell } from './cell.ts';
import { phoneFrom } from './identifiers.ts';
import type { Person } from './people.ts';
import { largeCities } from './places.ts';

/** What a poster writes for whoever pays: the same few wordings for all, so that a wording tells nobody. */
const wordings = {
  work: [
    'We are hiring for {city}: packing, cleaning and harvest, weekly wages, room arranged. Ask for {name}',
    'Job in {city} from Monday, no language needed, salary in hand, transport from your town. {name} answers',
    'Interview today, start tomorrow: jobs in kitchens and hotels of {city}, write to {name}',
  ],
  company: [
    '{name} is back in {city} for a short time, discreet flat near the centre, evenings only',
    'Meet {name} in {city}: charming, patient, happy to visit you at your hotel',
    'Only this week: {name}, visiting {city}, quiet place, real pictures, no hurry',
  ],
} as const;

const names = ['Alma', 'Cleo', 'Dana', 'Elif', 'Ines', 'Jana', 'Lola', 'Maja', 'Nela', 'Rina', 'Sara', 'Zoe'];

interface Order {
  readonly person: Person;
  /** The account that posts it. */
  readonly handle: string;
  readonly thing: string;
  readonly offers: keyof typeof wordings;
}

/** The number under which a person lets others post: not the one of adverts of the person's own. */
export function postedNumber({ id }: Person): string {
  return phoneFrom('DE', 20_000_000 + id);
}

/** An advert that somebody posts for a person under a number of this person's. */
export function postFor(cell: Cell, { person, handle, thing, offers }: Order): void {
  const { dice } = cell;
  const { city, country } = dice.pick(largeCities);
  const name = dice.pick(names);
  const at = dice.below(wordings[offers].length);
  const pattern = wordings[offers][at] as string;
  cell.adverts.push({
    template: `aposted-${offers}-${at}`,
    campaign: `p${person.id}`,
    title: `${name} ${city}`,
    text: pattern.replaceAll('{city}', city).replaceAll('{name}', name),
    number: postedNumber(person),
    shown: true,
    ...{ city, country, handle, thing },
    site: offers === 'work' ? 'jobs-abroad.example' : 'citynights.example',
    day: dice.below(1_000),
    circuit: null,
  });
}
