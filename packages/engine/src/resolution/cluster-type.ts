// In: scored_<type>, judged_<type>, subject_<type>. Out: the clusters and components of the type, as working tables.

import type { Lake } from '../lake/lake.ts';
import { defineTable } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import {
  behindOther,
  type Clustering,
  clusterPairs,
  conflicts,
  judgedDifferent,
  judgedSame,
  linkComponents,
  mayLink,
  type Pairs,
} from './cluster.ts';
import type { TypeModel } from './model.ts';
import { text, workSchema, workTable } from './work.ts';

const linkedTable = defineTable(workSchema, 'linked', { a: 'INTEGER', b: 'INTEGER', linked: 'BOOLEAN' });
export const rootTable = defineTable(workSchema, 'root', {
  n: 'INTEGER',
  root: 'INTEGER',
  component: 'INTEGER',
});

/** Loads the scored pairs, clusters them, and puts `linked_<type>` and `root_<type>` into the work schema. */
export async function clusterType(
  lake: Lake,
  { type, betweenFiles }: TypeModel,
  count: number,
  threshold: number,
): Promise<{ links: number; cut: number }> {
  const files = betweenFiles === true ? await readFiles(lake, type, count) : undefined;
  const pairs = { ...(await readPairs(lake, type)), files };
  const clustering = clusterPairs(count, pairs, threshold);
  const components = linkComponents(count, pairs, threshold);
  let links = 0;
  await loadTable(lake, { ...linkedTable, name: `linked_${type}` }, linkedRows());
  await loadTable(lake, { ...rootTable, name: `root_${type}` }, rootRows(clustering, components));
  return { links, cut: clustering.cut };

  function* linkedRows() {
    for (let index = 0; index < pairs.size; index++) {
      if (clustering.linked[index] !== 1) continue;
      links++;
      yield { a: (pairs.a[index] as number) + 1, b: (pairs.b[index] as number) + 1, linked: true };
    }
  }
}

/** Only subjects that are not the representative of their component. */
function* rootRows(clustering: Clustering, components: Int32Array) {
  for (let index = 0; index < clustering.roots.length; index++) {
    const root = clustering.roots[index] as number;
    const component = components[index] as number;
    if (component !== index || root !== index)
      yield { n: index + 1, root: root + 1, component: component + 1 };
  }
}

async function readPairs(lake: Lake, type: string): Promise<Pairs> {
  const scored = workTable('scored', type);
  const { size } = await lake.row<{ size: number }>(text(`select count(*) as size from ${scored}`));
  const pairs = {
    size,
    a: new Int32Array(size),
    b: new Int32Array(size),
    weight: new Float64Array(size),
    flags: new Uint8Array(size),
  };
  let at = 0;
  const query = text(`select s.a, s.b, s.weight,
      case when linkable then ${mayLink} else 0 end + case when conflict then ${conflicts} else 0 end
      + case j.verdict when 'same' then ${judgedSame} when 'different' then ${judgedDifferent} else 0 end
      + case s.duplicate when 'a' then ${behindOther.a} when 'b' then ${behindOther.b} else 0 end as flags
    from ${scored} s left join (select a, b, min(verdict) as verdict from ${workTable('judged', type)} group by a, b) j
      on j.a = s.a and j.b = s.b order by s.a, s.b`);
  for await (const { rowCount, columns } of lake.batches(query)) {
    for (let index = 0; index < rowCount; index++, at++) {
      pairs.a[at] = (columns[0]?.[index] as number) - 1;
      pairs.b[at] = (columns[1]?.[index] as number) - 1;
      pairs.weight[at] = columns[2]?.[index] as number;
      pairs.flags[at] = columns[3]?.[index] as number;
    }
  }
  return pairs;
}

/** The file of each subject, by position. */
async function readFiles(lake: Lake, type: string, count: number): Promise<Int32Array> {
  const files = new Int32Array(count);
  for await (const { rowCount, columns } of lake.batches(
    text(`select n, file from ${workTable('feature', type)}`),
  )) {
    for (let index = 0; index < rowCount; index++)
      files[(columns[0]?.[index] as number) - 1] = columns[1]?.[index] as number;
  }
  return files;
}
