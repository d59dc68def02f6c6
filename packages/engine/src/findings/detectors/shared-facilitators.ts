import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import type { Detected, Detector } from '../detector.ts';
import { testBrokers } from '../facilitators/brokers.ts';
import { tellFacilitators } from '../facilitators/facilitator-evidence.ts';
import { providerKinds } from '../facilitators/provider-kind.ts';
import { testProviders } from '../facilitators/provider-test.ts';
import { gatherUses } from '../facilitators/uses.ts';
import { keepUnlikely } from '../keep-unlikely.ts';

export const sharedFacilitators: Detector = {
  id: 'shared-facilitators',
  title: 'Shared facilitators',
  explain:
    'A person, company, phone, address, vehicle, document source, account or online account of adverts that serves at ' +
    'least two networks or crime areas, more than chance explains. Chance is measured by spreading all links at random while everybody ' +
    'keeps as many as they have; a phone of one network, or a switchboard with many callers, does not stand out. ' +
    'Fewer than three people cannot be told from chance and are not tested. Of each is told what its networks would lose ' +
    'if it stopped: whom no other shared provider of the kind on file reaches.',
  otherwise: [
    'A business that serves everybody, of whose customers only these are on file.',
    'People of two networks who are one network: the files that would bind them are not here.',
    'A number, plate or address that was reassigned, mistyped or filled in for want of a better one.',
    'Records of two people who were taken for one.',
  ],
  cautions: [
    'Whoever is lodged, carried, paid or given papers by it may be a victim, whom a sudden stop leaves without shelter, ' +
      'without means or in the hands of the exploiters. First do no harm, and safety before everything (UNIAP, seven principles of ' +
      'ethics): agree with those who protect victims before anything is done, and have places ready.',
    'What is stopped is replaced: people may be moved to more dangerous routes, to other places or to harsher hands. Think of ' +
      'what comes instead, and look at it afterwards.',
    'Nobody is punished for what they were made to do (Directive (EU) 2024/1712): a helper may be a victim, and help given ' +
      'for humanity is not smuggling.',
    'The loss is counted from what is on file, and only says what to find out. A second provider that nobody reported is not seen.',
  ],
  kinds: providerKinds,
  research: [
    'Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, Phys. Rev. E 64, 026118 (2001)',
    'Saracco, Di Clemente, Gabrielli, Squartini: Randomizing bipartite networks, Sci. Rep. 5, 10595 (2015)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
    'Wood: Deterministic network interdiction, Math. Comput. Model. 17(2), 1 (1993)',
    'Kosmas, Sharkey, Mitchell, Maass, Martin: Multi-period max flow network interdiction with restructuring for ' +
      'disrupting domestic sex trafficking networks, Ann. Oper. Res. (2022)',
    'Morselli: Inside Criminal Networks, Springer (2009), on brokers and facilitators',
  ],
  standing: 'untested',
  looksAt: ['person'],
  gathers: [gatherUses],
  detect,
};

async function detect(lake: Lake, watch: Watch): Promise<Detected> {
  const tell = (done: number) =>
    watch.onProgress?.({ step: 'shared facilitators', done, total: 3, unit: 'steps' });
  tell(0);
  tell(1);
  const providers = await testProviders(lake);
  const brokers = await testBrokers(lake);
  tell(2);
  // Things and people are tested in different ways: each is a family of its own.
  const found = [providers, brokers].flatMap(({ tested, candidates }) =>
    keepUnlikely(candidates, tested).map((candidate) => ({ ...candidate, tested })),
  );
  const findings = await tellFacilitators(lake, found, sharedFacilitators);
  tell(3);
  return { tested: providers.tested + brokers.tested, findings };
}
