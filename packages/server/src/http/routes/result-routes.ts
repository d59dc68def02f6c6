import type { ResultCursor } from '@clew/ledger/results.ts';
import { listResults, recordResult } from '@clew/model/contract/results.ts';
import { listResults as resultsFor } from '../../hub/results/list-results.ts';
import { recordResult as record } from '../../hub/results/record-result.ts';
import { type Wired, wire } from '../asked.ts';

export const resultRoutes: readonly Wired[] = [
  wire(listResults, async ({ hub, caller, query, page }) => {
    const { limit, after, next } = page();
    const { cursor: _, ...filters } = query;
    const at = after === null ? undefined : (JSON.parse(after) as ResultCursor);
    const found = await resultsFor(hub, caller, { ...filters, limit, after: at });
    return { items: found.items, next: next(found.next === null ? null : JSON.stringify(found.next)) };
  }),
  wire(recordResult, ({ hub, caller, body }) => record(hub, caller, body)),
];
