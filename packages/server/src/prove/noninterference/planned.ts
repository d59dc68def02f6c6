import type { Ground } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import type { Mapping } from '@clew/model/mapping.ts';

/** Somebody whose answers are compared. */
export interface Observer {
  readonly id: string;
  readonly partner: string | null;
  readonly roles: readonly Role[];
  readonly projects: readonly string[];
  /** With a token: the only actions that it opens. */
  readonly scopes: readonly string[] | null;
  /** The ground of the requests that open a view: one, because each view is computed. */
  readonly viewGround: Ground;
  /** Whether views are computed for this one; the others ask for none. */
  readonly views: boolean;
}

/** A file to hand in. */
export interface PlannedFile {
  /** Tells files apart, whatever is in them. */
  readonly slot: string;
  readonly cell: number;
  readonly partner: string;
  readonly fileName: string;
  readonly text: string;
  readonly terms: Readonly<Record<string, unknown>>;
  readonly mapping: Mapping;
  readonly hidden: boolean;
  /** Whether it may have to do with files that observers see. A hidden one may where its terms release no hit. */
  readonly meets: boolean;
}

/** Something that is done in the hub before anybody looks. */
export type Deed =
  | { readonly kind: 'hand-in'; readonly file: PlannedFile }
  | { readonly kind: 'run' }
  /** On two persons of one file, or of two, by their places in the files. */
  | {
      readonly kind: 'judge';
      readonly slots: readonly [string, string];
      readonly rows: readonly [number, number];
      readonly verdict: 'same' | 'different' | 'unsure';
    }
  | { readonly kind: 'review'; readonly slot: string }
  | { readonly kind: 'restrict'; readonly slot: string; readonly change: Readonly<Record<string, unknown>> }
  | { readonly kind: 'erase'; readonly slot: string }
  | { readonly kind: 'decide'; readonly slot: string }
  | { readonly kind: 'remap'; readonly slot: string }
  /** On the first hit of one partner with another. */
  | { readonly kind: 'ask'; readonly partner: string; readonly other: string }
  | {
      readonly kind: 'answer';
      readonly partner: string;
      readonly other: string;
      readonly answer: 'share' | 'share-part' | 'refuse' | 'need-more';
    }
  | { readonly kind: 'end-consent'; readonly partner: string; readonly other: string }
  | { readonly kind: 'necessity'; readonly person: string; readonly project: string }
  | { readonly kind: 'break-glass'; readonly person: string; readonly approved: boolean }
  | { readonly kind: 'partner'; readonly id: string }
  | { readonly kind: 'project'; readonly id: string }
  | { readonly kind: 'join'; readonly person: string; readonly project: string }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'token'; readonly person: string };

export interface Person {
  readonly id: string;
  readonly partner: string | null;
  readonly roles: readonly Role[];
}

/** A deed with its moment. `name` also sets chance: the same name draws the same. */
export interface Act {
  readonly name: string;
  /** Milliseconds since the epoch. No two acts of a hub share one. */
  readonly at: number;
  readonly deed: Deed;
}

/** Several random hubs in one physical hub: they share no partner, person, project or value. */
export interface Batch {
  readonly seed: string;
  /** Which of the batches of a seed. */
  readonly index: number;
  readonly hubs: number;
  readonly observers: readonly Observer[];
  /** These differ in nothing that an observer may see. */
  readonly base: readonly Act[];
  readonly variants: readonly (readonly Act[])[];
  /** When the observers begin to look. */
  readonly looksAt: number;
}

/** Between the last run and the time when somebody looks. */
export const expiresWhileShown = '2026-03-17';
export const expiredBefore = '2026-01-01';

/** One of the hubs of a batch, before anything happens in it. */
export interface Cell {
  readonly number: number;
  /** Partners whose people look. */
  readonly observed: readonly string[];
  /** Partners nobody of whom looks. */
  readonly others: readonly string[];
  /** Projects that observers may have joined, and one that none of them did. */
  readonly projects: readonly string[];
  readonly closedProject: string;
  /** Somebody who works in the closed project, for one of the others. */
  readonly stranger: string;
  /** Whether the batch has observers who work at the hub itself. */
  readonly hubLooks: boolean;
  /** Whether one of them manages people. */
  readonly administratorLooks: boolean;
}
