// In: a seed. Out: what the observers of a batch of random hubs were answered in two hubs that differ in nothing that
// they may see, and where the answers differ.

import { existsSync } from 'node:fs';
import { cp, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hitCounts } from '@clew/ledger/hits.ts';
import type { ViewShelf } from '../../access/view-shelf.ts';
import type { Wired } from '../../http/asked.ts';
import type { Hub } from '../../hub/hub.ts';
import type { HubFile } from '../../hub/hub-file.ts';
import { openTestHub } from '../../hub/open-test-hub.ts';
import { carryOutActs, type Worked } from './carry-out-acts.ts';
import { bothIds, checkHidden, idsOf } from './hidden-ids.ts';
import { type Answered, lookAround } from './look-around.ts';
import { type BatchOptions, planBatch } from './plan-batch.ts';
import type { Act, Batch } from './planned.ts';
import { standStill } from './stand-still.ts';

export interface BatchProof {
  readonly hubs: number;
  readonly observers: number;
  readonly answers: number;
  /** Hits that stood when the observers began to look: where there are none, little was proved. */
  readonly hits: number;
  /** The ids of the routes that were asked. */
  readonly routes: ReadonlySet<string>;
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly seed: string;
  readonly observer: string;
  readonly request: string;
  /** The two answers from a little before their first differing byte. */
  readonly base: string;
  readonly variant: string;
}

export interface ProofOptions extends BatchOptions {
  /** Compute every view of the variant, instead of sharing views of the same id as callers of one hub do. */
  readonly recompute?: boolean | undefined;
  /** Where the weights of linkage come from; those that come with Clew unless told. */
  readonly weights?: HubFile['weights'];
  /** A fault to plant in both hubs, to try whether it is found. */
  readonly fault?: { readonly plant?: (hub: Hub) => void; readonly routes?: readonly Wired[] } | undefined;
}

export async function proveBatch(options: ProofOptions): Promise<BatchProof> {
  const plan = planBatch(options);
  const { seed, observers, looksAt } = plan;
  // A hit depends on two records alone, unless weights are learnt from all that may be matched.
  const settings = { title: 'Proof', weights: options.weights ?? 'usual' } as const;
  const [base, variant] = [await openTestHub(settings), await openTestHub(settings)];
  const still = standStill();
  try {
    const one = await carryOutActs(base.hub, plan.base, { still, seed });
    // What is made from the same file under the same terms at the same moment is the same: it need not be made twice.
    const alike = takenInAlike(plan, one);
    await share(base.hub.layout.contributions, variant.hub.layout.contributions, (folder) =>
      alike.has(folder.slice(0, idLength)),
    );
    const other = await carryOutActs(variant.hub, plan.variant, { still, seed });
    const today = new Date(looksAt).toISOString().slice(0, 10);
    for (const worked of [one, other]) await checkHidden(worked, { observers, today });
    const hits = await hitCounts(base.hub.ledger);
    const hidden = bothIds(await idsOf(one), await idsOf(other));
    const looking = observers.filter(({ views }) => views);
    const thorough = looking[options.index % looking.length]?.id ?? '';
    const texts = textsOf(plan.base, plan.variant);
    const look = {
      observers,
      thorough,
      hidden,
      texts,
      seed,
      at: looksAt,
      still,
      routes: options.fault?.routes,
    };
    options.fault?.plant?.(base.hub);
    if (options.recompute !== true) shareViews(base.hub, variant.hub);
    const answers = await lookAround(base.hub, look);
    options.fault?.plant?.(variant.hub);
    const answersToo = await lookAround(variant.hub, look);
    return {
      hubs: plan.hubs,
      observers: observers.length,
      answers: answers.length,
      hits: hits.reduce((sum, each) => sum + each.hits, 0),
      routes: new Set(answers.map(({ route }) => route)),
      differences: differences(seed, answers, answersToo),
    };
  } finally {
    still.release();
    await base.close();
    await variant.close();
  }
}

/** What hidden and other rows hold, to look for: names, numbers, plates. */
function textsOf(...plans: readonly (readonly Act[])[]): readonly string[] {
  const files = plans.flat().flatMap(({ deed }) => (deed.kind === 'hand-in' ? [deed.file] : []));
  const cells = files.flatMap(({ text }) =>
    text
      .split('\n')
      .slice(1)
      .flatMap((line) => line.split(',')),
  );
  return [...new Set(cells.filter((cell) => cell.length > 5 && !cell.startsWith('said')))].sort();
}

/** The ids of the contributions that both hubs are given at the same moment. */
function takenInAlike(plan: Batch, { files }: Worked): ReadonlySet<string> {
  const moments = new Map(plan.variant.map(({ name, at }) => [name, at]));
  const slots = plan.base.flatMap(({ name, at, deed }) =>
    deed.kind === 'hand-in' && moments.get(name) === at ? [deed.file.slot] : [],
  );
  return new Set(slots.flatMap((slot) => files.get(slot)?.id ?? []));
}

/** Characters of the id of a contribution, with which the name of its folder begins. */
const idLength = 16;

/**
 * Gives one hub the views that another computed, each at the moment when it would compute it. They are kept aside as soon
 * as they are there: whoever looks may have something erased, and views go with it.
 */
function shareViews(from: Hub, to: Hub): void {
  const aside = `${from.layout.snapshots}-kept`;
  const [open, openAgain] = [from.views.open.bind(from.views), to.views.open.bind(to.views)];
  const opened: ViewShelf['open'] = async (planned, watch) => {
    const view = await open(planned, watch);
    const [source, target] = [join(from.layout.snapshots, planned.id), join(aside, planned.id)];
    if (!existsSync(target)) await linkFolder(source, target);
    return view;
  };
  const openedAgain: ViewShelf['open'] = async (planned, watch) => {
    const [source, target] = [join(aside, planned.id), join(to.layout.snapshots, planned.id)];
    if (existsSync(source) && !existsSync(target)) await linkFolder(source, target);
    return openAgain(planned, watch);
  };
  Object.assign(from.views, { open: opened });
  Object.assign(to.views, { open: openedAgain });
}

/** Gives one hub the immutable folders of another that it does not have. */
async function share(from: string, to: string, isMeant: (name: string) => boolean): Promise<void> {
  for (const name of await readdir(from)) {
    if (isMeant(name) && !existsSync(join(to, name))) await linkFolder(join(from, name), join(to, name));
  }
}

async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else await link(source, target).catch(() => cp(source, target));
  }
}

/** Up to the first difference of each observer: what follows asks for what was answered before. */
function differences(seed: string, base: readonly Answered[], variant: readonly Answered[]): Difference[] {
  const found: Difference[] = [];
  for (const observer of new Set(base.map((each) => each.observer))) {
    const ours = base.filter((each) => each.observer === observer);
    const theirs = variant.filter((each) => each.observer === observer);
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const [one, other] = [ours[index], theirs[index]];
      if (one?.request === other?.request && one?.answer === other?.answer) continue;
      found.push({ seed, observer, request: one?.request ?? '', ...firstDifference(one, other) });
      break;
    }
  }
  return found;
}

function firstDifference(one: Answered | undefined, other: Answered | undefined) {
  const [a, b] = [one?.answer ?? '(nothing)', other?.answer ?? '(nothing)'];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(0, at - 120);
  return { base: a.slice(from, at + 200), variant: b.slice(from, at + 200) };
}
