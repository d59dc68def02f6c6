import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database, Ledger } from './database.ts';
import type { Keyring } from './vault/keyring.ts';

export type Query = Database['query'];

/** What keeps the tables: the ledger without the keys. */
export interface Store {
  readonly query: Query;
  transaction<T>(write: (query: Query) => Promise<T>): Promise<T>;
  /** One statement, committed by itself. */
  readonly commit: Query;
  close(): Promise<void>;
}

/** The ledger over a store. */
export function ledgerOver(store: Store, keys: Keyring): Ledger {
  const inside = new AsyncLocalStorage<true>();
  let changes = 0;
  // In the process PostgreSQL has one connection: this would wait for itself, for ever.
  const refuseInside = () => {
    if (inside.getStore()) throw new Error('Inside a transaction use the database that it gives');
  };
  return {
    keys,
    async query(text, values) {
      refuseInside();
      return store.query(text, values);
    },
    async transaction(write) {
      refuseInside();
      changes += 1;
      try {
        return await store.transaction((query) => inside.run(true, () => write({ query, keys })));
      } finally {
        changes += 1;
      }
    },
    async commit(text, values) {
      refuseInside();
      return store.commit(text, values);
    },
    changes: () => changes,
    close: () => store.close(),
  };
}
