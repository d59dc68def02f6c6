import { join } from 'node:path';

/** Where everything of a hub lies. */
export interface HubLayout {
  readonly folder: string;
  /** Title and legal profile. */
  readonly file: string;
  readonly key: string;
  /** The key that takes its place, while it is being changed. */
  readonly nextKey: string;
  readonly ledger: string;
  readonly vault: string;
  readonly lock: string;
  readonly work: string;
  readonly contributions: string;
  readonly snapshots: string;
  readonly reports: string;
}

export function hubLayout(folder: string): HubLayout {
  const lake = join(folder, 'lake');
  return {
    folder,
    file: join(folder, 'clew.yaml'),
    key: join(folder, 'hub.key'),
    nextKey: join(folder, 'hub.key.next'),
    ledger: join(folder, 'ledger'),
    vault: join(folder, 'vault'),
    lock: join(lake, 'lock.duckdb'),
    work: join(lake, 'work'),
    contributions: join(lake, 'contributions'),
    snapshots: join(lake, 'snapshots'),
    reports: join(folder, 'reports'),
  };
}
