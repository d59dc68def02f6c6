import { listRuns, readStatus, startRun } from '@clew/model/contract/status.ts';
import { runHub } from '../../hub/run-hub.ts';
import { listRuns as runsOf } from '../../hub/status/list-runs.ts';
import { readStatus as statusOf } from '../../hub/status/read-status.ts';
import { type Wired, wire } from '../asked.ts';

export const statusRoutes: readonly Wired[] = [
  wire(readStatus, ({ hub, caller }) => statusOf(hub, caller)),
  wire(listRuns, async ({ hub, caller }) => ({ items: await runsOf(hub, caller) })),
  wire(startRun, async ({ hub, caller, body }) => {
    const { snapshot, computed, setAside } = await runHub(hub, caller, { again: body.again });
    return { snapshot, computed, setAside };
  }),
];
