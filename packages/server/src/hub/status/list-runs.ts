import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSnapshot } from '@clew/ledger/snapshots.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** A run whose result is published, in counts. */
export interface ListedRun {
  readonly snapshot: string;
  readonly publishedAt: string;
  /** The version that computed it. */
  readonly engine: string;
  readonly contributions: number;
  readonly judgements: number;
  /** Whether its files are there. */
  readonly whole: boolean;
}

/** The run that is published at the hub; empty before the first. Nobody's view is in it. */
export async function listRuns(hub: Hub, caller: Caller): Promise<readonly ListedRun[]> {
  await hub.gate.pass(caller, 'hub.status', wholeHub);
  const published = await publishedSnapshot(hub.ledger);
  if (published === undefined) return [];
  const { id: snapshot, publishedAt, parts } = published;
  const whole = existsSync(join(hub.layout.snapshots, snapshot));
  const { engine, contributions, judgements } = parts;
  return [
    {
      ...{ snapshot, publishedAt, engine, whole },
      contributions: contributions.length,
      judgements: judgements.count,
    },
  ];
}
