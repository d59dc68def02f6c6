import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import { writeTable } from '../../lake/table-writer.ts';
import { indicatorTable } from '../tables.ts';
import { indicators } from './catalogue.ts';
import { measureAll } from './indicator.ts';

/** Measures every indicator over the whole snapshot. A hidden cell is written without its value. */
export async function writeIndicators(
  lake: Lake,
  options: { readonly folder: string },
  watch?: Watch,
): Promise<void> {
  await writeTable(lake, { folder: options.folder, table: indicatorTable }, async (writer) => {
    let done = 0;
    for await (const { indicator, cells, query } of measureAll(lake, indicators, { year: null })) {
      watch?.onProgress?.({ step: 'measure', done: done++, total: indicators.length, unit: 'indicators' });
      for (const cell of cells) {
        await writer.add({
          indicator: indicator.id,
          dimension: cell.dimension,
          value: cell.value,
          suppressed: cell.hidden !== undefined,
          query,
        });
      }
    }
  });
}
