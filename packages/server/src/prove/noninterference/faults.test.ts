// That the proof can fail: a fault of each sort, planted in both hubs, shows, and nothing does without it.

import { contributions } from '@clew/ledger/contributions.ts';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import { listContributions } from '@clew/model/contract/contributions.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Gate } from '../../access/gate.ts';
import type { ViewShelf } from '../../access/view-shelf.ts';
import { wire } from '../../http/asked.ts';
import { pageOfList } from '../../http/page-of-list.ts';
import { allRoutes } from '../../http/routes/all-routes.ts';
import type { Hub } from '../../hub/hub.ts';
import { type BuiltBatch, buildBatch, type Fault } from './prove-batch.ts';

/** A gate that does not ask who works in a project. */
function leakyGate({ gate }: Hub): () => void {
  const { readable } = gate;
  const leaky: Gate['readable'] = (caller, labels) =>
    readable(caller, labels).map((allowed, index) => allowed || (labels[index]?.projects.length ?? 0) > 0);
  Object.assign(gate, { readable: leaky });
  return () => Object.assign(gate, { readable });
}

/** A view that is the hub's own snapshot. */
function wholeView({ views, ledger }: Hub): () => void {
  const plan = views.plan.bind(views);
  const whole: ViewShelf['plan'] = async (caller, published) => {
    const planned = await plan(caller, published);
    return { ...planned, id: (await publishedSnapshot(ledger))?.id ?? planned.id };
  };
  Object.assign(views, { plan: whole });
  return () => Object.assign(views, { plan });
}

/** A list without its filter. */
const unfiltered = allRoutes.map((wired) =>
  wired.route.id === 'listContributions'
    ? wire(listContributions, async ({ hub, page }) =>
        pageOfList(page(), await contributions(hub.ledger), ({ id }) => id),
      )
    : wired,
);

const faults: Readonly<Record<string, Fault>> = {
  'a gate that lets the labels of closed projects through': { plant: leakyGate },
  'a view of everything': { plant: wholeView },
  'a list without its filter': { routes: unfiltered },
};

describe('a hub that would give each of them away, as most small ones would not', {
  timeout: 600_000,
}, () => {
  let built: BuiltBatch;
  beforeAll(async () => {
    built = await buildBatch({ seed: 2, index: 1, hubs: 1, variants: 1 });
  }, 600_000);
  afterAll(() => built.close());

  for (const [name, fault] of Object.entries(faults)) {
    test(`${name} is found, and nothing without it`, async () => {
      expect((await built.prove()).differences).toEqual([]);
      expect((await built.prove(fault)).differences).not.toEqual([]);
    });
  }

  test('what a fault did is over with it', async () => {
    expect((await built.prove()).differences).toEqual([]);
  });
});
