// What of a snapshot is looked up by id (`lake/look-up.ts`), and by what. In: the working tables of a type, and the clusters.
// Out: folders under `<folder>/held/by-id`.

import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { type LookUp, writeLookUp } from '../lake/look-up.ts';
import { sql } from '../lake/sql.ts';
import { heldSchema, type Kind, kinds } from './held-kinds.ts';
import { clusterTable } from './tables.ts';
import { text } from './work.ts';

/** A look-up of a snapshot, with the SELECT over working tables that gives its rows. */
interface Shelf extends LookUp {
  readonly select: string;
}

/** What of a snapshot is looked up, by what it is looked up by. */
export const shelves = {
  feature: (type: string): Shelf => ({
    numbers: [],
    text: 'told',
    select: `select subject as id, told from (${kinds.feature(type)})`,
  }),
  key: (type: string): Shelf => ({
    numbers: ['subject'],
    select: `select key as id, subject from (${kinds.key(type)})`,
  }),
  key_of: (type: string): Shelf => ({
    numbers: ['key'],
    select: `select subject as id, key from (${kinds.key(type)})`,
  }),
  scored: (type: string): Shelf => ({
    numbers: ['b'],
    text: 'said',
    select: `select a as id, b, if(telling, '+', '-') || said as said from (${kinds.scored(type)}) where said is not null`,
  }),
  scored_with: (type: string): Shelf => ({
    numbers: ['a'],
    text: 'said',
    select: `select b as id, a, said from (${kinds.scored(type)}) where said is not null and telling`,
  }),
  rival: (type: string): Shelf => ({
    numbers: ['other'],
    select: `select a as id, b as other from (${kinds.rival(type)}) union all select b, a from (${kinds.rival(type)})`,
  }),
} as const;
export type Shelved = keyof typeof shelves;

const shelvesOf: Partial<Record<Kind, readonly Shelved[]>> = {
  feature: ['feature'],
  key: ['key', 'key_of'],
  scored: ['scored', 'scored_with'],
  rival: ['rival'],
};

/** Where a look-up of a snapshot is. */
export function shelfFolder(folder: string, shelf: string): string {
  return join(folder, heldSchema, 'by-id', shelf);
}

/** Keeps one kind of what a type has so that it can be looked up; returns whether it is a kind that is. */
export async function keepShelves(
  lake: Lake,
  folder: string,
  { kind, type }: { readonly kind: Kind; readonly type: string },
): Promise<boolean> {
  const shelved = shelvesOf[kind] ?? [];
  for (const name of shelved) {
    const { select, ...shelf } = shelves[name](type);
    await writeLookUp(lake, shelfFolder(folder, `${name}_${type}`), { ...shelf, select: text(select) });
  }
  return shelved.length > 0;
}

/** By what clusters are looked up. */
export const clusterIds = ['subject', 'entity', 'component'] as const;
export type ClusterId = (typeof clusterIds)[number];

export function clusterShelf(by: ClusterId): LookUp {
  return { numbers: clusterIds.filter((id) => id !== by), text: 'type' };
}

/**
 * Keeps, of the clusters that were written, the rows of whoever is not on their own. Who is not among them is: most things
 * are.
 */
export async function keepJoined(lake: Lake, folder: string): Promise<void> {
  const joined = sql`select * from ${clusterTable} where subject <> entity
    or component in (select component from ${clusterTable} where subject <> component)`;
  for (const by of clusterIds) {
    const select = sql`select ${text(by)} as id, * from (${joined})`;
    await writeLookUp(lake, shelfFolder(folder, `cluster_${by}`), { ...clusterShelf(by), select });
  }
}
