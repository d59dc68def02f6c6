import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../../lake/lake.ts';
import { writeTable } from '../../lake/table-writer.ts';
import { indicatorTable } from '../tables.ts';
import { indicators } from './catalogue.ts';
import { measure } from './indicator.ts';

/** Measures every indicator over the whole snapshot. A hidden cell is written without its value. */
export async function writeIndicators(
  lake: Lake,
  options: { readonly folder: string },
  watch?: Watch,
): Promise<void> {
  await writeTable(lake, { folder: options.folder, table: indicatorTable }, async (writer) => {
    for (const [done, indicator] of indicators.entries()) {
      watch?.onProgress?.({ step: 'measure', done, total: indicators.length, unit: 'indicators' });
      const { cells, query } = await measure(lake, indicator, { year: null });
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
