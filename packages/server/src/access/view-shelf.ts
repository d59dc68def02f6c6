import type { Lake } from '@clew/engine/lake/lake.ts';
import type { SnapshotSources } from '@clew/engine/pipeline.ts';
import type { Published, SnapshotParts } from '@clew/ledger/snapshots.ts';
import type { Watch } from '@clew/model/progress.ts';
import type { Caller } from './caller.ts';

/** What a caller may see, ready to be read. */
export interface View {
  /** Made of what is in the view: the same content has the same id. */
  readonly id: string;
  /** Since when this is what the caller sees. */
  readonly publishedAt: string;
  /** One reader at a time: the engine's working tables are shared. */
  read<T>(use: (lake: Lake) => Promise<T>): Promise<T>;
}

/** A view that is not computed or mounted yet. */
export interface PlannedView {
  readonly id: string;
  /** Whom it is for, as far as it matters: callers of one clearance see the same. */
  readonly clearance: string;
  readonly parts: SnapshotParts;
  readonly sources: SnapshotSources;
  /** Whether it is the hub's own snapshot: the caller may read everything that is in it. */
  readonly whole: boolean;
}

/** The hub's own snapshot as it is published, and what binds it since: `PublishedMark` says more. */
export interface Ruled extends Published {
  readonly ruling?: string;
}

/** The views that are in use. */
export interface ViewShelf {
  /** What is published at this moment; undefined before the first run. */
  published(): Promise<Ruled | undefined>;
  /** What the caller may see of the published snapshot, and under which id. Computes nothing. */
  plan(caller: Caller, published: Ruled): Promise<PlannedView>;
  /** The view, computed when it is not there. Asked for twice at once, it is computed once. */
  open(planned: PlannedView, watch: Watch): Promise<View>;
  /** The ids of views that are being computed. */
  underway(): ReadonlySet<string>;
  /** Waits for all views that are being computed. */
  settled(): Promise<void>;
  /** Lets go of all lakes but those on these snapshots: the folders of the others are about to go. */
  keepOnly(ids: ReadonlySet<string>): Promise<void>;
  close(): Promise<void>;
}
