import type { Database } from '../database.ts';
import type { Vault } from './vault.ts';

/** What a sweep did and found, as names of objects. */
export interface Swept {
  /** Remains of interrupted work that no contribution names; they are gone. */
  readonly removed: readonly string[];
  /** Objects of contributions that lack their bytes or their key, though nobody ordered to erase them. */
  readonly lost: readonly string[];
}

/**
 * Removes what no contribution names, and the keys of what is certified as erased (a restored backup brings them
 * back). Refuses ('damaged') a vault of another ledger. Only for the holder of the hub's lock: to anybody else a contribution on its way in looks the same.
 */
export async function sweepVault(vault: Vault, database: Database): Promise<Swept> {
  const marks = await database.query<{ mark: string }>('select mark from ledger_mark');
  await vault.belongTo(marks[0]?.mark ?? '');
  const rows = await database.query<KnownObject>(
    `select c.object, e.contribution is not null as ordered, f.contribution is not null as certified
     from contribution c
     left join erasure e on e.contribution = c.id
     left join erasure_certificate f on f.contribution = c.id
     order by c.object`,
  );
  const known = new Map(rows.map((row) => [row.object, row]));
  const bytes = new Set(await vault.objects());
  const keys = await vault.keys.objects();
  const removed = new Set<string>();
  for (const object of bytes) {
    if (known.get(object)?.certified ?? !known.has(object)) {
      await vault.remove(object);
      removed.add(object);
    }
  }
  for (const { object, destroyed } of keys) {
    if (!known.has(object)) {
      await vault.keys.forget(object);
      removed.add(object);
    } else if (known.get(object)?.certified && !destroyed) {
      await vault.keys.destroy(object);
      removed.add(object);
    }
  }
  const open = new Set(keys.filter((key) => !key.destroyed).map((key) => key.object));
  const lost = rows.filter(({ object, ordered }) => !ordered && !(bytes.has(object) && open.has(object)));
  return { removed: [...removed].sort(), lost: lost.map((row) => row.object) };
}

interface KnownObject {
  readonly object: string;
  readonly ordered: boolean;
  readonly certified: boolean;
}
