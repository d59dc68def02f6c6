import {
  countFindings,
  type ListedFinding,
  listFindings as listIn,
} from '@clew/engine/findings/list-findings.ts';
import type { Caller } from '../../access/caller.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';

/** The findings of the caller's view, the least likely by chance first, after the one named. */
export async function listFindings(
  hub: Hub,
  caller: Caller,
  asked: {
    readonly detector?: string | undefined;
    readonly after?: bigint | undefined;
    readonly limit: number;
  },
): Promise<{ readonly view: string; readonly total: number; readonly findings: readonly ListedFinding[] }> {
  const view = await openView(hub, caller);
  return view.read(async (lake) => ({
    view: view.id,
    total: await countFindings(lake, { detector: asked.detector }),
    findings: await listIn(lake, asked),
  }));
}
