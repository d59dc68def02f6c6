import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import { type Found, tellCircuits } from '../circuits/circuit-evidence.ts';
import { type Companions, companionsOf } from '../circuits/companions.ts';
import { gatherObservations, type Traveller, travellersIn } from '../circuits/stays.ts';
import { type Circuit, testCircuit } from '../circuits/test-circuit.ts';
import type { Detected, Detector } from '../detector.ts';
import { keepUnlikely } from '../keep-unlikely.ts';

/** A circuit has three places: between two one only goes to and fro. */
const leastPlaces = 3;

export const circuits: Detector = {
  id: 'circuits',
  title: 'Circuits',
  explain:
    'A campaign of adverts, a vehicle or a person that goes round the same places again and again in one order, and ' +
    'who moves along. Somebody on a round goes on from each place to where they went before. Chance is measured by ' +
    'letting everybody come back to any of their own places, each as often as they are there: commuters, lorry ' +
    'drivers with a depot, tourists and traders who visit the same markets in any order do not stand out.',
  otherwise: [
    'A regular round of work: deliveries, markets, shows, care, seasonal harvests.',
    'A person who works freely and tours the same cities.',
    'An agency or a site that posts in the same order of cities for many.',
    'Observations that were made on a round themselves, such as controls at one place after the other.',
  ],
  kinds: { campaign: 'Adverts on a circuit', vehicle: 'Vehicle on a circuit', person: 'Person on a circuit' },
  research: [
    'Ibanez, Suthers: Detection of domestic human trafficking indicators and movement trends using content available on open internet sources, HICSS (2014), on circuits in adverts',
    'Hong: On computing the distribution function for the Poisson binomial distribution, Comput. Stat. Data Anal. 59, 41 (2013)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
  ],
  standing: 'untested',
  looksAt: [],
  gathers: [gatherObservations],
  detect,
};

async function detect(lake: Lake, watch: Watch): Promise<Detected> {
  const tell = (done: number) => watch.onProgress?.({ step: 'circuits', done, total: 3, unit: 'steps' });
  tell(0);
  const candidates: (Traveller & { readonly circuit: Circuit; readonly chance: number })[] = [];
  let tested = 0;
  for await (const traveller of travellersIn(lake)) {
    const circuit = testCircuit(traveller.stays.map(({ place }) => place));
    if (circuit === undefined) continue;
    tested++;
    if (circuit.places.length >= leastPlaces && circuit.hits > circuit.expected)
      candidates.push({ ...traveller, circuit, chance: circuit.chance });
  }
  tell(1);
  const found = keepUnlikely(candidates, tested).sort(
    (a, b) => a.chance - b.chance || (a.subject < b.subject ? -1 : 1),
  );
  if (found.length === 0) return { tested, findings: [] };
  const companions = await companionsOf(lake, found);
  tell(2);
  const told = withoutCompanions(found, companions);
  const findings = await tellCircuits(lake, told, { tested, otherwise: circuits.otherwise, companions });
  tell(3);
  return { tested, findings };
}

/** Adverts and whoever moves with them are one lead, that of the adverts; else the unlikeliest is told. */
function withoutCompanions(found: readonly Found[], companions: Companions): Found[] {
  const order = { campaign: 0, vehicle: 1, person: 2 } as const;
  const told: Found[] = [];
  const along = new Set<bigint>();
  for (const one of [...found].sort((a, b) => order[a.kind] - order[b.kind])) {
    if (along.has(one.subject)) continue;
    told.push(one);
    for (const { subject } of companions.shown.get(one.subject) ?? []) along.add(subject);
  }
  return told;
}
