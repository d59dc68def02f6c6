// In: what subjects state of those whom they refer to. Out: a table of the words that tell the name of one of these from
// others, by `n`.

import type { Lake } from '../lake/lake.ts';
import { labelTable, statementTable } from '../statements/tables.ts';
import type { FeaturePart, FeaturePlan } from './feature-plan.ts';
import { type FrequencySource, makeCodes } from './frequency.ts';
import { loadForms } from './load-forms.ts';
import { organizationNameForm } from './names/organization-name-form.ts';
import { textNumber } from './text-number.ts';
import { associateFormTable, text, workSchema, workTable } from './work.ts';

/**
 * `<column>`: codes of the words, the rarest first. Of several the first by name counts. A name is taken from the file that
 * refers to it, and only where that may be matched: nobody is recognised by what is kept from matching.
 */
export async function associatedFeatures(
  lake: Lake,
  of: { readonly type: string; readonly source: FrequencySource },
  plan: NonNullable<FeaturePlan['associated']>[number],
): Promise<FeaturePart> {
  const { type } = of;
  const named = `${workSchema}.associate`;
  const statements = `${statementTable.schema}.${statementTable.name}`;
  // A firm with a staff of thousands is named in as many rows: its name is taken once.
  await lake.run(
    text(`create or replace table ${named} as
      with firm as materialized (
        select o.contribution, o.subject, min(o.value) as value from ${statements} o
        join ${labelTable.schema}.${labelTable.name} l on l.label = o.label
        where o.type = 'organization' and o.property = 'name' and l.matchable
        group by o.contribution, o.subject)
      select s.n, min(f.value) as value from ${workTable('subject', type)} s
      join ${statements} p on p.subject = s.subject and p.type = '${type}' and p.property = '${plan.property}'
      join firm f on f.subject = try_cast('0x' || p.value as ubigint) and f.contribution = p.contribution
      group by s.n`),
  );
  await loadForms(lake, associateFormTable, `select distinct value from ${named} order by value`, {
    rows: ([value]) => {
      const form = organizationNameForm({ given: null, family: null, whole: value as string });
      if (form === undefined) return [];
      return [{ value: value as string, words: form.sounds.map(textNumber) }];
    },
  });
  const forms = `${associateFormTable.schema}.${associateFormTable.name}`;
  const codes = `${workSchema}.associate_code`;
  await makeCodes(lake, {
    ...of,
    kind: plan.column,
    table: codes,
    said: `select n, unnest(words) as value from ${named} join ${forms} using (value)`,
  });
  const table = workTable(plan.column, type);
  await lake.run(
    text(`create or replace table ${table} as
      select n, list(distinct code order by code) as ${plan.column}
      from (select n, unnest(words) as word from ${named} join ${forms} using (value)) w join ${codes} c on c.value = w.word
      group by n`),
  );
  for (const done of [named, forms, codes]) await lake.run(text(`drop table ${done}`));
  return { table, columns: [plan.column] };
}
