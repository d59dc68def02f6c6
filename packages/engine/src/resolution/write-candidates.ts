import { join } from 'node:path';
import type { Lake } from '../lake/lake.ts';
import { copyTo, mountTable, tableFolder, writeWhole } from '../lake/store.ts';
import { writeTable } from '../lake/table-writer.ts';
import { type Comparison, type Interaction, levelOf } from './model.ts';
import { frequencySql, levelSql } from './outcome.ts';
import { levelWeightSql, lookUps } from './score.ts';
import { candidateTable } from './tables.ts';
import { type Range, slicesOf, usuallyAtOnce, within } from './tiles.ts';
import { overLevels, type TrainedModel } from './train.ts';
import { text, workTable } from './work.ts';

/** Writes `resolution.candidate` from the scored pairs of the types that were compared, in the order of type, a, b. */
export async function writeCandidates(
  lake: Lake,
  folder: string,
  models: readonly TrainedModel[],
  toldAtOnce = usuallyAtOnce.told,
): Promise<void> {
  if (models.length === 0) return writeTable(lake, { folder, table: candidateTable }, async () => {});
  await writeWhole(tableFolder(folder, candidateTable), async (target) => {
    const sorted = [...models].sort((x, y) => (x.model.type < y.model.type ? -1 : 1));
    let files = 0;
    for (const trained of sorted) {
      for (const range of await partsOf(lake, trained.model.type, toldAtOnce)) {
        const file = join(target, `part-${String(files++).padStart(5, '0')}.parquet`);
        await lake.run(copyTo(text(candidateSql(trained, range)), file));
      }
    }
  });
  await mountTable(lake, candidateTable, [folder]);
}

/** Ranges of the first subject of a pair: subjects are numbered in the order of their ids. */
async function partsOf(lake: Lake, type: string, toldAtOnce: number): Promise<Range[]> {
  const { pairs, last } = await lake.row<{ pairs: number; last: number }>(
    text(`select count(*) as pairs, coalesce(max(a), 0) as last from ${workTable('scored', type)}`),
  );
  return slicesOf(last, Math.max(1, Math.ceil((last * toldAtOnce) / Math.max(1, pairs))));
}

function candidateSql(trained: TrainedModel, range: Range): string {
  const { type } = trained.model;
  const parts = [
    ...trained.model.comparisons.flatMap(({ absent }, index) =>
      absent === true ? [] : [`part_${index}.found`],
    ),
    ...trained.model.interactions.map((one) => interactionSql(trained, one)),
    ...(trained.model.betweenFiles === true ? [alternativesSql] : []),
  ];
  const subject = workTable('subject', type);
  const scored = `(select * from ${workTable('scored', type)} where ${within('a', range)})`;
  const tables = lookUps(trained, (comparison, index) => ({
    name: `part_${index}`,
    sql: partSql(trained, comparison, index),
    from: scored,
    alias: 's',
  }));
  const found = tables.length === 0 ? '' : `with ${tables.map(({ cte }) => cte).join(', ')}`;
  return `${found} select '${type}' as type, x.subject as a, y.subject as b, s.weight,
      1 / (1 + pow(2, -s.weight)) as probability,
      '[' || concat_ws(',', ${parts.join(',\n')}) || ']' as parts,
      coalesce(k.linked, false) as linked, j.verdict as judged, s.duplicate
    from ${scored} s join ${subject} x on x.n = s.a join ${subject} y on y.n = s.b
    ${tables.map(({ join }) => join).join(' ')}
    left join ${workTable('linked', type)} k on k.a = s.a and k.b = s.b
    left join (select a, b, max(verdict) as verdict from ${workTable('judged', type)} group by a, b) j on j.a = s.a and j.b = s.b
    order by a, b`;
}

/** SQL: the JSON of an interaction, or null where it does not hold. */
function interactionSql(trained: TrainedModel, one: Interaction): string {
  const part = { comparison: one.id, level: null, words: one.title };
  const json =
    one.rival === undefined
      ? jsonSql({ ...part, weight: one.weight })
      : `${jsonSql(part).slice(0, -2)},"weight":' || coalesce(s.rival, ${one.weight}) || '}'`;
  return `case when ${overLevels(trained.model, one.when)} then ${json} end`;
}

/** SQL: the JSON of what else either of the two could go with, or null where that adds nothing. */
const alternativesSql = `case when s.rival <> 0 then ${jsonSql({
  comparison: 'alternatives',
  level: null,
  words: 'What else either could go with, when each goes with one at most',
}).slice(0, -2)},"weight":' || s.rival || '}' end`;

function jsonSql(part: object): string {
  return `'${JSON.stringify(part).replaceAll("'", "''")}'`;
}

/** SQL: the JSON of one comparison of a pair, or null where it says nothing. */
function partSql(trained: TrainedModel, comparison: Comparison, index: number): string {
  const column = `"${comparison.id}"`;
  const branches = (trained.weights[index] ?? []).map((weight, number) => {
    const level = levelOf(comparison, number);
    const words = `${comparison.title}: ${level.title}`;
    if (level.frequency === undefined) {
      return `when ${number} then ${jsonSql({ comparison: comparison.id, level: number, weight, words })}`;
    }
    const head = jsonSql({ comparison: comparison.id, level: number, words }).slice(0, -2);
    return `when ${number} then ${head},' || ${classPart(column)} || '"weight":'
      || ${levelWeightSql(trained, comparison, { index, number })} || '}'`;
  });
  return `case ${levelSql(column)} ${branches.join('\n ')} end`;
}

/** How common the shared value is: its frequency class, where that is known. */
function classPart(column: string): string {
  return `case when ${frequencySql(column)} = 0 then '' else '"class":' || (${frequencySql(column)} - 1) || ',' end`;
}
