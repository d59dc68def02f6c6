import { readStatus, startRun } from '@clew/model/contract/status.ts';
import { runHub } from '../../hub/run-hub.ts';
import { readStatus as statusOf } from '../../hub/status/read-status.ts';
import { type Wired, wire } from '../asked.ts';

export const statusRoutes: readonly Wired[] = [
  wire(readStatus, ({ hub, caller }) => statusOf(hub, caller)),
  wire(startRun, async ({ hub, caller, body }) => {
    const { snapshot, computed, setAside } = await runHub(hub, caller, { again: body.again });
    return { snapshot, computed, setAside };
  }),
];
