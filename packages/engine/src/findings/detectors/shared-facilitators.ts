import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import type { Detected, Detector, Proposed } from '../detector.ts';
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
    'A person, company, phone, address, vehicle, document source or account that serves at least two networks or ' +
    'crime areas, more than chance explains. Chance is measured by spreading all links at random while everybody ' +
    'keeps as many as they have; a phone of one network, or a switchboard with many callers, does not stand out. ' +
    'Fewer than three people cannot be told from chance and are not tested.',
  otherwise: [
    'A business that serves everybody, of whose customers only these are on file.',
    'People of two networks who are one network: the files that would bind them are not here.',
    'A number, plate or address that was reassigned, mistyped or filled in for want of a better one.',
    'Records of two people who were taken for one.',
  ],
  kinds: providerKinds,
  research: [
    'Newman, Strogatz, Watts: Random graphs with arbitrary degree distributions, Phys. Rev. E 64, 026118 (2001)',
    'Saracco, Di Clemente, Gabrielli, Squartini: Randomizing bipartite networks, Sci. Rep. 5, 10595 (2015)',
    'Benjamini, Hochberg: Controlling the false discovery rate, J. R. Stat. Soc. B 57, 289 (1995)',
    'Morselli: Inside Criminal Networks, Springer (2009), on brokers and facilitators',
  ],
  standing: 'untested',
  detect,
};

async function detect(lake: Lake, watch: Watch): Promise<Detected> {
  const tell = (done: number) =>
    watch.onProgress?.({ step: 'shared facilitators', done, total: 3, unit: 'steps' });
  tell(0);
  await gatherUses(lake);
  tell(1);
  const providers = await testProviders(lake);
  const brokers = await testBrokers(lake);
  tell(2);
  const findings: Proposed[] = [];
  // Things and people are tested in different ways: each is a family of its own.
  for (const { tested, candidates } of [providers, brokers]) {
    const found = keepUnlikely(candidates, tested);
    findings.push(
      ...(await tellFacilitators(lake, found, { tested, otherwise: sharedFacilitators.otherwise })),
    );
  }
  tell(3);
  return { tested: providers.tested + brokers.tested, findings };
}
