import type { LedgerPlace } from '@clew/ledger/open-ledger.ts';
import type { HubLayout } from './hub-layout.ts';

/** A folder of the hub, or a PostgreSQL server when one is configured. */
export function ledgerPlace(layout: HubLayout, url: string | undefined): LedgerPlace {
  return url === undefined ? { kind: 'folder', folder: layout.ledger } : { kind: 'server', url };
}
