// The views that are in use: which statements each caller may read, the snapshot over them, and a lake on each.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import {
  computeSnapshot,
  holdLookedUp,
  mountedJudgements,
  mountGiven,
  mountSnapshot,
  type SnapshotSources,
} from '@clew/engine/pipeline.ts';
import type { ScopedLabel } from '@clew/engine/statements/scope.ts';
import {
  type Published,
  type PublishedMark,
  publishedMark,
  publishedSnapshot,
  publishSnapshot,
} from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { isMatchable } from '@clew/model/terms/label.ts';
import type { Hub } from '../hub/hub.ts';
import { keptRows } from '../hub/kept-rows.ts';
import { LakeInTurn } from '../hub/lake-in-turn.ts';
import { snapshotId, snapshotParts } from '../hub/snapshot-id.ts';
import { Underway } from '../hub/underway.ts';
import type { Caller } from './caller.ts';
import type { GateState } from './gate-state.ts';
import { LabelledFolders, type Standing, type StandingFolder } from './labelled-folders.ts';
import type { PlannedView, Ruled, View, ViewShelf } from './view-shelf.ts';

/** Open at once; the one that was used longest ago is closed for another. */
const mostLakes = 4;

/** Contents of views and pointers to them that are remembered: they need not be looked up again for each request. */
const mostRemembered = 64;

interface Content {
  readonly published: Published;
  readonly visible: readonly StandingFolder[];
  readonly scope: readonly ScopedLabel[];
}

type KnownContent = Pick<PlannedView, 'id' | 'parts' | 'sources'>;

export class Views implements ViewShelf {
  readonly #hub: Hub;
  readonly #folders: LabelledFolders;
  readonly #lakes = new Map<string, LakeInTurn>();
  readonly #held = new WeakSet<LakeInTurn>();
  readonly #computing = new Map<string, Promise<void>>();
  readonly #contents = new Map<string, KnownContent>();
  /** What each clearance is shown, as the ledger has it: no other process moves these pointers. */
  readonly #pointed = new Map<string, Pick<Published, 'id' | 'publishedAt'>>();
  readonly #planning: LakeInTurn;
  readonly #opening = new Underway();
  /** What was found to be published, and how much the ledger had changed then. */
  #published: { readonly what: Ruled; readonly changes: number } | undefined;
  /** What was planned on what stands, by what was decided about its labels. */
  readonly #planned = new WeakMap<Standing, Map<string, KnownContent>>();
  #closed = false;

  constructor(hub: Hub) {
    this.#hub = hub;
    this.#folders = new LabelledFolders(hub);
    const folder = join(hub.layout.work, 'planning');
    this.#planning = new LakeInTurn(() => Lake.open({ folder, threads: 1, signal: hub.signal }));
  }

  /** What is published at this moment. The same object as long as it is the same; asked for when the ledger has changed. */
  async published(): Promise<Ruled | undefined> {
    const { ledger } = this.#hub;
    const changes = ledger.changes();
    const known = this.#published;
    if (known?.changes === changes) return known.what;
    const mark = await publishedMark(ledger);
    if (mark === undefined) return undefined;
    const what = await this.#marked(mark, known?.what);
    // One that was published in between comes without a ruling, and is not remembered.
    if (what?.ruling !== undefined) this.#published = { what, changes };
    return what;
  }

  async #marked(mark: PublishedMark, known: Ruled | undefined): Promise<Ruled | undefined> {
    if (known?.id === mark.id && known.ruling === mark.ruling && known.publishedAt === mark.publishedAt)
      return known;
    const made = known?.id === mark.id ? known : await publishedSnapshot(this.#hub.ledger);
    return made?.id === mark.id ? { ...made, ...mark } : made;
  }

  /** What the caller may see of the published snapshot, and under which id. Computes nothing. */
  plan(caller: Caller, published: Ruled): Promise<PlannedView> {
    return this.#planning.use((lake) => this.#planOn(lake, caller, published));
  }

  /** The view, computed when it is not there. Asked for twice at once, it is computed once. */
  open(planned: PlannedView, watch: Watch): Promise<View> {
    return this.#opening.begin(() => this.#open(planned, watch));
  }

  async #open(planned: PlannedView, watch: Watch): Promise<View> {
    if (this.#closed) throw stopped();
    const folder = join(this.#hub.layout.snapshots, planned.id);
    if (!existsSync(folder)) {
      const underway = this.#computing.get(planned.id) ?? this.#compute(planned, folder, watch);
      this.#computing.set(planned.id, underway);
      await underway.finally(() => this.#computing.delete(planned.id));
    }
    if (this.#closed) throw stopped();
    const publishedAt = await this.#point(planned);
    await this.#lakeOf(planned, folder);
    return {
      id: planned.id,
      publishedAt,
      read: async (use) => this.#standing(planned, folder).use(use),
    };
  }

  /** Lets go of all lakes but those on these snapshots: the folders of the others are about to go. */
  async keepOnly(ids: ReadonlySet<string>): Promise<void> {
    for (const id of [...this.#lakes.keys()]) if (!ids.has(id)) await this.#close(id);
  }

  /** Ids of the views that are being computed now. */
  underway(): ReadonlySet<string> {
    return new Set(this.#computing.keys());
  }

  /** Waits until every view that is being computed now is there. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#computing.values());
  }

  /** Waits for what is being computed, which the hub's signal breaks off. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#opening.settled();
    await this.keepOnly(new Set());
    await this.#planning.close();
  }

  async #planOn(lake: Lake, caller: Caller, published: Ruled): Promise<PlannedView> {
    const standing = await this.#folders.standing(lake, published);
    const decided = this.#hub.gate.readable(caller, standing.labels);
    const necessities = this.#hub
      .inForce()
      .necessities.filter(({ project }) => project === caller.ground.project);
    const planned = this.#planned.get(standing) ?? new Map<string, KnownContent>();
    this.#planned.set(standing, planned);
    const place = JSON.stringify([decided.map(Number).join(''), necessities]);
    const known =
      planned.get(place) ?? (await this.#plannedOn(lake, { published, standing, decided, necessities }));
    keepRecent(planned, place, known);
    return { ...known, clearance: clearanceOf(caller), whole: known.id === published.id };
  }

  async #plannedOn(
    lake: Lake,
    given: {
      readonly published: Published;
      readonly standing: Standing;
      readonly decided: readonly boolean[];
      readonly necessities: GateState['necessities'];
    },
  ): Promise<KnownContent> {
    const { published, standing, decided, necessities } = given;
    const seen = standing.ids.flatMap((label, index) => {
      const content = standing.labels[index];
      return decided[index] === true && content !== undefined ? [{ label, content }] : [];
    });
    const ids = new Set(seen.map(({ label }) => label));
    const visible = standing.folders.filter((each) => [...each.labels.keys()].some((id) => ids.has(id)));
    const scope = seen.map(({ label, content }) => ({
      label,
      matchable: isMatchable(content) || necessities.some((necessity) => isMatchable(content, necessity)),
    }));
    const content = { published, visible, scope };
    const place = contentKey(content);
    const known = this.#contents.get(place) ?? (await this.#contentOf(lake, content));
    keepRecent(this.#contents, place, known);
    return known;
  }

  async #contentOf(lake: Lake, { published, visible, scope }: Content): Promise<KnownContent> {
    const sources: SnapshotSources = {
      contributionFolders: visible.map(({ folder }) => folder),
      kept: await this.#keptOf(visible, published),
      scope: { labels: scope, records: false },
    };
    await mountGiven(lake, sources);
    const judgements = await mountedJudgements(lake);
    const parts = snapshotParts({
      folders: visible.map(({ id, name, terms, labels: own }) => ({ id, folder: name, terms, labels: own })),
      scope,
      judgements,
      through: published.parts.judgements.through,
      weights: published.parts.weights,
    });
    return { id: snapshotId(parts), parts, sources };
  }

  /** What is kept, as far as the visible contributions and their owners go, up to the last published judgement. */
  async #keptOf(visible: readonly StandingFolder[], published: Published): Promise<SnapshotSources['kept']> {
    const ids = new Set(visible.map(({ id }) => id));
    const kept = await keptRows(this.#hub.ledger, published.parts.judgements.through, ids);
    const own = kept.contributions.filter(({ contribution }) => ids.has(contribution as string));
    const owners = new Set(own.map(({ partner }) => partner));
    return {
      ...kept,
      contributions: own,
      partners: kept.partners.filter(({ partner }) => owners.has(partner)),
    };
  }

  async #compute(planned: PlannedView, folder: string, watch: Watch): Promise<void> {
    const { memory, threads } = this.#hub.engine;
    const work = join(this.#hub.layout.work, `compute-${planned.id}`);
    const signal = watch.signal ?? this.#hub.signal;
    const lake = await Lake.open({ folder: work, memoryLimit: memory, threads, signal });
    try {
      const { weights } = planned.parts;
      const input = { ...planned.sources, folder, indicators: planned.whole, weights };
      await computeSnapshot(lake, input, { ...watch, signal });
    } catch (error) {
      throw signal?.aborted ? stopped() : error;
    } finally {
      lake.close();
    }
  }

  /** Keeps which snapshot a clearance sees, and since when. Moves nothing when it is the same. */
  async #point({ id, clearance, parts }: PlannedView): Promise<string> {
    const { ledger } = this.#hub;
    const now = this.#pointed.get(clearance) ?? (await publishedSnapshot(ledger, clearance));
    if (now?.id === id) {
      // Who moved it meanwhile knows better.
      if (!this.#pointed.has(clearance)) keepRecent(this.#pointed, clearance, now);
      return now.publishedAt;
    }
    const publishedAt = new Date().toISOString();
    await ledger.transaction((database) =>
      publishSnapshot(database, { id, parts }, { clearance, at: publishedAt }),
    );
    keepRecent(this.#pointed, clearance, { id, publishedAt });
    return publishedAt;
  }

  /** Makes a lake the most recent one; the oldest beyond the limit are closed. */
  async #lakeOf(planned: PlannedView, folder: string): Promise<void> {
    const known = this.#lakes.get(planned.id);
    this.#lakes.delete(planned.id);
    const open = known ?? new LakeInTurn(() => this.#mounted(planned, folder));
    this.#lakes.set(planned.id, open);
    if (known !== undefined && !this.#held.has(open)) this.#hold(open, folder);
    for (const id of [...this.#lakes.keys()].slice(0, -mostLakes)) await this.#close(id);
  }

  /** The lake of a view that was opened, made again where so many others were opened since that it was closed. */
  #standing(planned: PlannedView, folder: string): LakeInTurn {
    const open = this.#lakes.get(planned.id);
    if (open !== undefined) return open;
    if (this.#closed) throw stopped();
    if (!existsSync(folder)) throw new Refusal('not-ready', 'What is asked for was put away.', 'Ask again.');
    const again = new LakeInTurn(() => this.#mounted(planned, folder));
    this.#lakes.set(planned.id, again);
    return again;
  }

  async #mounted(planned: PlannedView, folder: string): Promise<Lake> {
    const { memory, threads } = this.#hub.engine;
    const work = join(this.#hub.layout.work, `view-${planned.id}`);
    const lake = await Lake.open({ folder: work, memoryLimit: memory, threads, signal: this.#hub.signal });
    try {
      await mountSnapshot(lake, { ...planned.sources, folder });
      return lake;
    } catch (error) {
      lake.close();
      throw error;
    }
  }

  /** For whoever comes back: one question alone is answered sooner from the disk. */
  #hold(open: LakeInTurn, folder: string): void {
    this.#held.add(open);
    // Where it is broken off or memory is short, everything is on the disk still.
    const unheld = () => undefined;
    const held = open.use(async (lake) => {
      void holdLookedUp(lake, folder).catch(unheld);
    });
    held.catch(unheld);
  }

  async #close(id: string): Promise<void> {
    const open = this.#lakes.get(id);
    this.#lakes.delete(id);
    await open?.close();
  }
}

function stopped(): Refusal {
  return new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
}

/** The same for the same contributions under the same terms, labels and judgements. */
function contentKey({ published, visible, scope }: Content): string {
  const folders = visible.map(({ name, terms }) => [name, terms]);
  const labels = scope.map(({ label, matchable }) => `${label}${matchable ? '+' : '-'}`).sort();
  return hashText(JSON.stringify([published.id, published.parts.judgements.through, folders, labels]));
}

/** Remembers a value as the most recent one, and forgets the oldest beyond the limit. */
function keepRecent<T>(known: Map<string, T>, key: string, value: T): void {
  known.delete(key);
  known.set(key, value);
  for (const oldest of [...known.keys()].slice(0, -mostRemembered)) known.delete(oldest);
}

function hashText(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Everything about a caller that can change what the gate lets it read, but for the passing hour. */
function clearanceOf({ actor, ground }: Caller): string {
  const { person, partner, roles } = actor;
  return JSON.stringify([ground.purpose, ground.project, partner, [...roles].sort(), person]);
}
