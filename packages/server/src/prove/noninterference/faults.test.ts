// That the proof can fail: a fault of each sort, planted in both hubs, has to show within a few hubs, and not without it.

import { contributions } from '@clew/ledger/contributions.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { listContributions } from '@clew/model/contract/contributions.ts';
import { expect, test } from 'vitest';
import type { Gate } from '../../access/gate.ts';
import type { ViewShelf } from '../../access/view-shelf.ts';
import { wire } from '../../http/asked.ts';
import { pageOfList } from '../../http/page-of-list.ts';
import { allRoutes } from '../../http/routes/all-routes.ts';
import type { Hub } from '../../hub/hub.ts';
import { type ProofOptions, proveBatch } from './prove-batch.ts';

/** A gate that does not ask who works in a project. */
function leakyGate({ gate }: Hub): void {
  const { readable } = gate;
  const leaky: Gate['readable'] = (caller, labels) =>
    readable(caller, labels).map((allowed, index) => allowed || (labels[index]?.projects.length ?? 0) > 0);
  Object.assign(gate, { readable: leaky });
}

/** A view that is the hub's own snapshot. */
function wholeView({ views, ledger }: Hub): void {
  const plan = views.plan.bind(views);
  const whole: ViewShelf['plan'] = async (caller, published) => {
    const planned = await plan(caller, published);
    return { ...planned, id: (await publishedSnapshot(ledger))?.id ?? planned.id };
  };
  Object.assign(views, { plan: whole });
}

/** A list without its filter. */
const unfiltered = allRoutes.map((wired) =>
  wired.route.id === 'listContributions'
    ? wire(listContributions, async ({ hub, page }) =>
        pageOfList(page(), await contributions(hub.ledger), ({ id }) => id),
      )
    : wired,
);

/** Each with a seed under which an early hub gives it away: most small hubs have nothing that it would leak. */
const faults: Readonly<Record<string, readonly [seed: number, fault: NonNullable<ProofOptions['fault']>]>> = {
  'a gate that lets the labels of closed projects through': [2, { plant: leakyGate }],
  'a view of everything': [1, { plant: wholeView }],
  'a list without its filter': [1, { routes: unfiltered }],
};

for (const [name, [seed, fault]] of Object.entries(faults)) {
  test(`${name} is found`, async () => {
    let index = -1;
    let found = 0;
    while (found === 0 && ++index < 8) {
      const { differences } = await proveBatch({ seed, index, hubs: 1, variants: 1, fault });
      found = differences.length;
    }
    expect(found).toBeGreaterThan(0);
    const { differences } = await proveBatch({ seed, index, hubs: 1, variants: 1 });
    expect(differences, 'without the fault').toEqual([]);
  }, 600_000);
}
