import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { packedFeatures, typedColumns, unpackedFeatures } from './feature-text.ts';

test('what is taken apart is what was put together, whatever its texts hold', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clew-feature-text-'));
  const lake = await Lake.open({ folder, threads: 1 });
  const text = fc.option(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }).map((all) => all.replaceAll('\0', '')),
      fc.constantFrom('', 'null', '"', '[1]', '\n', ',', '\u001f', 'true'),
    ),
    { nil: null },
  );
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, text, text), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const values = rows.map(([a, b, c], index) => sql`(${index}, ${a}, ${b}, ${c})`.text);
          await lake.run({
            text: `create or replace table feature as select
              if(a is null, null, {'given': a, 'family': b, 'code': -9007199254740993 - n, 'words': if(c is null, null, [a, b, c]),
                'sounds': [n, n + 1]::integer[]}) as name,
              [{'given': c, 'code': n}] as names, c as sex, [9223372036854775807, null, n]::bigint[] as phones, [b, c] as "documents_text",
              null::integer as generation, n % 2 = 0 as several
            from (values ${values.join(', ')}) v(n, a, b, c)`,
          });
          const columns = await typedColumns(lake, { text: 'from feature' });
          const names = columns.map(({ column_name }) => column_name);
          await lake.run({
            text: `create or replace table packed as select 1 as id, ${packedFeatures(columns)} as told from feature`,
          });
          await lake.run({
            text: `create or replace table again as select * exclude (id) from (${unpackedFeatures(columns, { names, from: 'packed' })})`,
          });
          expect(await typedColumns(lake, { text: 'from again' })).toEqual(columns);
          const { count } = await lake.row<{ count: number }>(sql`select
          (select count(*) from (from feature except all from again)) + (select count(*) from (from again except all from feature)) as count`);
          expect(count).toBe(0);
        },
      ),
      { numRuns: 8 },
    );
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
});
