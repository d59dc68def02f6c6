// That the proof can fail: a fault of each sort, planted in both hubs, shows, and nothing does without it.

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

interface Planted {
  /** A batch whose hub gives it away: most small hubs have nothing that it would leak. */
  readonly batch: Pick<ProofOptions, 'seed' | 'index'>;
  readonly fault: NonNullable<ProofOptions['fault']>;
}

const faults: Readonly<Record<string, Planted>> = {
  'a gate that lets the labels of closed projects through': {
    batch: { seed: 2, index: 1 },
    fault: { plant: leakyGate },
  },
  'a view of everything': { batch: { seed: 1, index: 0 }, fault: { plant: wholeView } },
  'a list without its filter': { batch: { seed: 1, index: 0 }, fault: { routes: unfiltered } },
};

const size = { hubs: 1, variants: 1 };
const batches = new Map(Object.values(faults).map(({ batch }) => [`${batch.seed}/${batch.index}`, batch]));

for (const [name, { batch, fault }] of Object.entries(faults)) {
  test(`${name} is found`, async () => {
    expect((await proveBatch({ ...batch, ...size, fault })).differences).not.toEqual([]);
  }, 600_000);
}

for (const [name, batch] of batches) {
  test(`without a fault ${name} tells of nothing`, async () => {
    expect((await proveBatch({ ...batch, ...size })).differences).toEqual([]);
  }, 600_000);
}
