// In: a seed. Out: what the observers of a batch of random hubs were answered in hubs that differ in nothing that they
// may see, and where the answers differ.

import { existsSync } from 'node:fs';
import { cp, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hitCounts } from '@clew/ledger/hits.ts';
import type { ViewShelf } from '../../access/view-shelf.ts';
import type { Wired } from '../../http/asked.ts';
import type { Hub } from '../../hub/hub.ts';
import type { HubFile } from '../../hub/hub-file.ts';
import { openTestHub, type TestHub } from '../../hub/open-test-hub.ts';
import { carryOutActs, type Worked } from './carry-out-acts.ts';
import { allIds, checkHidden, idsOf } from './hidden-ids.ts';
import { type Answered, lookAround } from './look-around.ts';
import { type BatchOptions, planBatch } from './plan-batch.ts';
import type { Act, Batch, Observer } from './planned.ts';
import type { Ids } from './probes.ts';
import { type StandStill, standStill } from './stand-still.ts';

export interface BatchProof {
  /** Hubs that were varied, times how often: each was compared with its base. */
  readonly hubs: number;
  readonly observers: number;
  /** Observers for whom a view was opened. */
  readonly views: number;
  /** Answers in the base, each compared with its like in every variant. */
  readonly answers: number;
  /** Hits that stood when the observers began to look: where there are none, little was proved. */
  readonly hits: number;
  /** The ids of the routes that were asked. */
  readonly routes: readonly string[];
  readonly differences: readonly Difference[];
}

export interface Difference {
  readonly seed: string;
  /** Which of the variants, from 1. */
  readonly number: number;
  readonly observer: string;
  readonly request: string;
  /** The two answers from a little before their first differing byte. */
  readonly base: string;
  readonly variant: string;
}

export interface ProofOptions extends BatchOptions {
  /** Compute every view of the variants, instead of sharing views of the same id as callers of one hub do. */
  readonly recompute?: boolean | undefined;
  /** Where the weights of linkage come from; those that come with Clew unless told. */
  readonly weights?: HubFile['weights'];
}

/** A fault to plant in all hubs, to try whether it is found. */
export interface Fault {
  /** Gives back what takes it out again. */
  readonly plant?: (hub: Hub) => () => void;
  readonly routes?: readonly Wired[];
}

export async function proveBatch(options: ProofOptions): Promise<BatchProof> {
  const built = await buildBatch(options);
  try {
    return await built.prove();
  } finally {
    await built.close();
  }
}

/** The hubs of a batch as they were worked in, before anybody looks. */
export interface BuiltBatch {
  /** Looks around in all of them; what the one before did by looking, the next one finds. */
  prove(fault?: Fault): Promise<BatchProof>;
  close(): Promise<void>;
}

export async function buildBatch(options: ProofOptions): Promise<BuiltBatch> {
  const plan = planBatch(options);
  const { seed, observers, looksAt } = plan;
  // A hit depends on two records alone, unless weights are learnt from all that may be matched.
  const settings = { title: 'Proof', weights: options.weights ?? 'usual' } as const;
  // All before chance repeats itself: what tells the hubs apart is drawn.
  const open: TestHub[] = [];
  for (let number = 0; number <= plan.variants.length; number++) open.push(await openTestHub(settings));
  const [first, ...others] = open.map(({ hub }) => hub) as [Hub, ...Hub[]];
  const still = standStill();
  const close = async () => {
    still.release();
    for (const { close } of open) await close();
  };
  try {
    const base = await carryOutActs(first, plan.base, { still, seed });
    const variants: Worked[] = [];
    for (const [index, hub] of others.entries()) {
      const acts = plan.variants[index] ?? [];
      // What is made from the same file under the same terms at the same moment is the same: it need not be made twice.
      const alike = takenInAlike(plan.base, acts, base);
      await share(base.hub.layout.contributions, hub.layout.contributions, (folder) =>
        alike.has(folder.slice(0, idLength)),
      );
      variants.push(await carryOutActs(hub, acts, { still, seed }));
    }
    const all = [base, ...variants];
    const today = new Date(looksAt).toISOString().slice(0, 10);
    for (const worked of all) await checkHidden(worked, { observers, today });
    if (options.recompute !== true) shareViews(first, others);
    let round = 0;
    return { prove: (fault) => compare({ plan, base, variants, still, round: round++ }, fault), close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface Compared {
  readonly plan: Batch;
  readonly base: Worked;
  readonly variants: readonly Worked[];
  readonly still: StandStill;
  /** How often was looked around before. */
  readonly round: number;
}

async function compare(
  { plan, base, variants, still, round }: Compared,
  fault: Fault = {},
): Promise<BatchProof> {
  const { seed, observers, looksAt } = plan;
  const hits = await hitCounts(base.hub.ledger);
  const ids: Ids[] = [];
  for (const worked of [base, ...variants]) ids.push(await idsOf(worked));
  const looking = observers.filter(({ views }) => views);
  const look = {
    observers,
    thorough: thoroughOf(looking, plan),
    hidden: allIds(ids),
    texts: textsOf(plan.base, ...plan.variants),
    seed,
    at: looksAt,
    round,
    still,
    routes: fault.routes,
  };
  const answersOf = async ({ hub }: Worked) => {
    const mend = fault.plant?.(hub);
    try {
      return await lookAround(hub, look);
    } finally {
      mend?.();
    }
  };
  const answers = await answersOf(base);
  const found: Difference[] = [];
  for (const [index, variant] of variants.entries()) {
    found.push(...differences({ seed, number: index + 1 }, answers, await answersOf(variant)));
  }
  return {
    hubs: plan.hubs * variants.length,
    observers: observers.length,
    views: looking.length,
    answers: answers.length * variants.length,
    hits: hits.reduce((sum, each) => sum + each.hits, 0),
    routes: [...new Set(answers.map(({ route }) => route))].sort(),
    differences: found,
  };
}

/** Who asks for everything: of those that open views one for every so many hubs, others with each batch. */
function thoroughOf(looking: readonly Observer[], { index, hubs }: Batch): ReadonlySet<string> {
  const count = Math.min(looking.length, Math.ceil(hubs / hubsForThorough));
  const chosen = Array.from(
    { length: count },
    (_, number) => looking[(index + number) % looking.length]?.id ?? '',
  );
  return new Set(chosen);
}

const hubsForThorough = 24;

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
function takenInAlike(base: readonly Act[], variant: readonly Act[], { files }: Worked): ReadonlySet<string> {
  const moments = new Map(variant.map(({ name, at }) => [name, at]));
  const slots = base.flatMap(({ name, at, deed }) =>
    deed.kind === 'hand-in' && moments.get(name) === at ? [deed.file.slot] : [],
  );
  return new Set(slots.flatMap((slot) => files.get(slot)?.id ?? []));
}

/** Characters of the id of a contribution, with which the name of its folder begins. */
const idLength = 16;

/**
 * Gives other hubs the views that one computed, each at the moment when it would compute it. They are kept aside as soon
 * as they are there: whoever looks may have something erased, and views go with it.
 */
function shareViews(from: Hub, others: readonly Hub[]): void {
  const aside = `${from.layout.snapshots}-kept`;
  const open = from.views.open.bind(from.views);
  const opened: ViewShelf['open'] = async (planned, watch) => {
    const view = await open(planned, watch);
    const [source, target] = [join(from.layout.snapshots, planned.id), join(aside, planned.id)];
    if (!existsSync(target)) await linkFolder(source, target);
    return view;
  };
  Object.assign(from.views, { open: opened });
  for (const to of others) {
    const openAgain = to.views.open.bind(to.views);
    const openedAgain: ViewShelf['open'] = async (planned, watch) => {
      const [source, target] = [join(aside, planned.id), join(to.layout.snapshots, planned.id)];
      if (existsSync(source) && !existsSync(target)) await linkFolder(source, target);
      return openAgain(planned, watch);
    };
    Object.assign(to.views, { open: openedAgain });
  }
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
function differences(
  which: Pick<Difference, 'seed' | 'number'>,
  base: readonly Answered[],
  variant: readonly Answered[],
): Difference[] {
  const found: Difference[] = [];
  for (const observer of new Set(base.map((each) => each.observer))) {
    const ours = base.filter((each) => each.observer === observer);
    const theirs = variant.filter((each) => each.observer === observer);
    for (let index = 0; index < Math.max(ours.length, theirs.length); index++) {
      const [one, other] = [ours[index], theirs[index]];
      if (one?.request === other?.request && one?.answer === other?.answer) continue;
      found.push({ ...which, observer, request: one?.request ?? '', ...firstDifference(one, other) });
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
