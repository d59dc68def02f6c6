import { contributions } from './0001-contributions.ts';
import { people } from './0002-people.ts';
import { decisions } from './0003-decisions.ts';
import { retention } from './0004-retention.ts';
import { networkViews } from './0005-network-views.ts';
import { hubKeys } from './0006-hub-keys.ts';
import { hitsAtOnce } from './0007-hits-at-once.ts';
import type { Migration } from './migration.ts';

/** Every migration, in order. */
export const migrations: readonly Migration[] = [
  contributions,
  people,
  decisions,
  retention,
  networkViews,
  hubKeys,
  hitsAtOnce,
];
