import {
  proposeMapping as proposeMappingRoute,
  tryMapping as tryMappingRoute,
} from '@clew/model/contract/mappings.ts';
import { proposeReading } from '../../hub/contributions/propose-reading.ts';
import { tryReading } from '../../hub/contributions/try-reading.ts';
import { type Wired, wire } from '../asked.ts';
import { streamedBody } from '../streamed-body.ts';

/** Rows of a file that are shown before it is handed in, and characters of a cell. */
const shownRows = 50;
const shownLength = 2000;

export const mappingRoutes: readonly Wired[] = [
  wire(proposeMappingRoute, async ({ hub, caller, query, raw, limits }) => {
    const uploadBytes = Math.min(limits.uploadBytes, limits.proposalBytes);
    const content = streamedBody(raw, { ...limits, uploadBytes });
    const { proposal, rows, columns: _, ...form } = await proposeReading(hub, caller, { ...query, content });
    return {
      ...form,
      mapping: JSON.parse(JSON.stringify(proposal.mapping)) as never,
      columns: proposal.columns,
      rows: rows.slice(0, shownRows).map((row) => ({
        cells: Object.entries(row).map(([column, value]) => ({ column, value: value.slice(0, shownLength) })),
      })),
    };
  }),
  wire(tryMappingRoute, async ({ hub, caller, body }) => {
    const rows = body.rows.map(({ cells }) =>
      Object.fromEntries(cells.map(({ column, value }) => [column, value])),
    );
    return { problems: await tryReading(hub, caller, { ...body, rows }) };
  }),
];
