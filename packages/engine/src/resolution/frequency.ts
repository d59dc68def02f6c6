import type { Lake } from '../lake/lake.ts';
import { classOfCount, codeSql, hashBits, hashSql } from './value-code.ts';
import { text, workTable } from './work.ts';

/**
 * Where it is taken from how common a value is: counted among the subjects at hand, counted and kept for those who come
 * later (`frequency_<type>`: kind, hash, class; values of one subject are left out), or taken from what was kept.
 */
export type FrequencySource = 'counted' | 'kept-for-later' | 'known';

/** Makes the empty table of what is kept. */
export async function beginFrequencies(lake: Lake, type: string, source: FrequencySource): Promise<void> {
  if (source !== 'kept-for-later') return;
  await lake.run(
    text(
      `create or replace table ${workTable('frequency', type)} (kind varchar, hash ubigint, class bigint)`,
    ),
  );
}

/** A table (value, code) over rows (n, value) of a kind. */
export async function makeCodes(
  lake: Lake,
  of: {
    readonly type: string;
    readonly kind: string;
    readonly table: string;
    readonly said: string;
    readonly source: FrequencySource;
  },
): Promise<void> {
  const frequency = workTable('frequency', of.type);
  const select =
    of.source === 'known'
      ? `select value, ${codeSql('coalesce(f.class, 0)', 'value')} as code
         from (select distinct value from (${of.said}) where value is not null)
         left join ${frequency} f on f.kind = '${of.kind}' and f.hash = ${hashSql('value')}`
      : `select value, ${codeSql(classOfCount('subjects'), 'value')} as code
         from (select value, count(distinct n) as subjects from (${of.said}) where value is not null group by value)`;
  await lake.run(text(`create or replace table ${of.table} as ${select}`));
  if (of.source !== 'kept-for-later') return;
  await lake.run(
    text(`insert into ${frequency} select '${of.kind}', ${hashSql('value')}, max(code >> ${hashBits}) from ${of.table}
      where code >> ${hashBits} > 0 group by all`),
  );
}
