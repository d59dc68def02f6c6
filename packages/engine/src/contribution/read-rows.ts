import type { Mapping } from '@clew/model/mapping.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Batch, Source } from './reader.ts';
import { recognise } from './recognise.ts';

export interface ReadBatch extends Batch {
  readonly reader: string;
}

/** The rows of a file through the reader that fits it. A file without a single row is refused. */
export async function* readRows(source: Source, mapping: Partial<Mapping>): AsyncGenerator<ReadBatch> {
  const reader = await recognise(source, mapping);
  const options = { encoding: mapping.encoding, separator: mapping.separator, sheet: mapping.sheet };
  let rows = 0;
  for await (const batch of reader.read(source, options)) {
    rows += batch.rows.length;
    yield { ...batch, reader: reader.id };
  }
  if (rows > 0) return;
  throw new Refusal(
    'file-empty',
    'The file has no rows of data.',
    'There must be at least one row below the header. Export it again and look inside.',
  );
}
