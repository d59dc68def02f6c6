// In: said_<type>, statements.subject. Out: tables of what tells one event from another: the file it stands in, amount, day
// and memo, each by `n`.

import { foldWords } from '@clew/model/values/fold.ts';
import type { Lake } from '../lake/lake.ts';
import { subjectTable } from '../statements/tables.ts';
import type { FeaturePart, FeaturePlan } from './feature-plan.ts';
import { type FrequencySource, makeCodes } from './frequency.ts';
import { loadForms } from './load-forms.ts';
import { textNumber } from './text-number.ts';
import { classSql } from './value-code.ts';
import { memoFormTable, text, workSchema, workTable } from './work.ts';

interface Featured {
  readonly type: string;
  readonly source: FrequencySource;
}

/** Amounts within a tenth of one another count as about as large when it is asked how common an amount is. */
const aboutAsLarge = 1.1;
/** Words of a memo beyond these are left out of comparison. */
const mostWords = 24;

/** The parts of the plan that events have. */
export async function makeEventFeatures(lake: Lake, of: Featured, plan: FeaturePlan): Promise<FeaturePart[]> {
  const parts: FeaturePart[] = [];
  if (plan.file === true) parts.push(await fileFeature(lake, of.type));
  if (plan.amounts !== undefined) parts.push(await amountFeatures(lake, of, plan.amounts));
  if (plan.days !== undefined) parts.push(await dayFeature(lake, of.type, plan.days));
  if (plan.memos !== undefined) parts.push(await memoFeatures(lake, of, plan.memos.property));
  return parts;
}

async function fileFeature(lake: Lake, type: string): Promise<FeaturePart> {
  const table = workTable('file', type);
  await lake.run(
    text(`create or replace table ${table} as
      select n, dense_rank() over (order by contribution)::integer as file from (
        select n, min(contribution) as contribution from ${workTable('subject', type)}
        join ${subjectTable.schema}.${subjectTable.name} using (subject) group by n)`),
  );
  return { table, columns: ['file'] };
}

async function amountFeatures(
  lake: Lake,
  { type, source }: Featured,
  { property, column }: NonNullable<FeaturePlan['amounts']>,
): Promise<FeaturePart> {
  const table = workTable(column, type);
  const amounts = `${workSchema}.amount`;
  const band = `floor(ln(abs(${column}) + 1) / ln(${aboutAsLarge}))::integer`;
  await lake.run(
    text(`create or replace table ${amounts} as
      select n, ${column}, ${band} as band from (
        select n, max(try_cast(value as double)) as ${column} from ${workTable('said', type)}
        where property = '${property}' group by n) where isfinite(${column})`),
  );
  const [codes, bands] = [`${workSchema}.amount_code`, `${workSchema}.band_code`];
  await makeCodes(lake, {
    ...{ type, source, kind: column, table: codes },
    said: `select n, ${column} as value from ${amounts}`,
  });
  await makeCodes(lake, {
    ...{ type, source, kind: `${column} band`, table: bands },
    said: `select n, band as value from ${amounts}`,
  });
  await lake.run(
    text(`create or replace table ${table} as
      select n, ${column}, c.code as ${column}_code, ${classSql('b.code')} as ${column}_class
      from ${amounts} a join ${codes} c on c.value = a.${column} join ${bands} b on b.value = a.band`),
  );
  for (const done of [amounts, codes, bands]) await lake.run(text(`drop table ${done}`));
  return { table, columns: [column, `${column}_code`, `${column}_class`] };
}

async function dayFeature(
  lake: Lake,
  type: string,
  { property, column }: NonNullable<FeaturePlan['days']>,
): Promise<FeaturePart> {
  const table = workTable(column, type);
  await lake.run(
    text(`create or replace table ${table} as
      select n, min(epoch(try_cast(value as date)) // 86400)::integer as ${column} from ${workTable('said', type)}
      where property = '${property}' and length(value) = 10 group by n`),
  );
  return { table, columns: [column] };
}

async function memoFeatures(lake: Lake, { type, source }: Featured, property: string): Promise<FeaturePart> {
  const said = `${workTable('said', type)} where property = '${property}'`;
  await loadForms(lake, memoFormTable, `select distinct value from ${said} order by value`, {
    rows: ([value]) => {
      const words = foldWords(value as string).slice(0, mostWords);
      if (words.length === 0) return [];
      const distinct = [...new Set(words)];
      return [
        {
          value: value as string,
          memo_text: words.join(' '),
          opening: textNumber(words.slice(0, 2).join(' ')),
          words: distinct.map(textNumber),
        },
      ];
    },
  });
  const forms = `${memoFormTable.schema}.${memoFormTable.name}`;
  const spoken = (value: string) =>
    `select n, ${value} as value from (select n, value as told from ${said}) s join ${forms} f on f.value = s.told`;
  const codes = {
    whole: `${workSchema}.memo_code`,
    opening: `${workSchema}.opening_code`,
    word: `${workSchema}.word_code`,
  };
  const of = { type, source };
  await makeCodes(lake, { ...of, kind: 'memo', table: codes.whole, said: spoken('memo_text') });
  await makeCodes(lake, { ...of, kind: 'memo opening', table: codes.opening, said: spoken('opening') });
  await makeCodes(lake, { ...of, kind: 'memo word', table: codes.word, said: spoken('unnest(words)') });
  const table = workTable('memo', type);
  // Of several memos of one payment the first counts.
  await lake.run(
    text(`create or replace table ${table} as
      with worded as (select f.value, list(c.code order by c.code) as memo_words
        from (select value, unnest(words) as word from ${forms}) f join ${codes.word} c on c.value = f.word group by f.value)
      select n, f.memo_text, w.code as memo, o.code as memo_opening, worded.memo_words
      from (select n, min(value) as value from ${said} group by n) s join ${forms} f using (value)
      join ${codes.whole} w on w.value = f.memo_text join ${codes.opening} o on o.value = f.opening join worded using (value)`),
  );
  for (const done of [forms, ...Object.values(codes)]) await lake.run(text(`drop table ${done}`));
  return { table, columns: ['memo_text', 'memo', 'memo_opening', 'memo_words'] };
}
