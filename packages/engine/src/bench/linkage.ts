// How well and how fast the line links data whose truth is known: receive, state with the proposed mapping, resolve at
// the default threshold. Run: npx tsx packages/engine/src/bench/linkage.ts <data folder> [data set ...]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { receive } from '../contribution/receive.ts';
import { sampleFile } from '../contribution/sample.ts';
import { contributionTables } from '../contribution/tables.ts';
import { keptTables } from '../kept.ts';
import { Lake } from '../lake/lake.ts';
import { sql } from '../lake/sql.ts';
import { mountTables } from '../lake/store.ts';
import { loadTable } from '../lake/table-writer.ts';
import { matchEverything } from '../resolution/link.ts';
import { resolve } from '../resolution/resolve.ts';
import { clusterTable } from '../resolution/tables.ts';
import { proposeMapping } from '../statements/propose-mapping.ts';
import { state } from '../statements/state.ts';
import { statementTables, subjectTable } from '../statements/tables.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type DataSet, dataSets, type GivenFile } from './data-sets.ts';

interface Figures extends Agreement {
  readonly name: string;
  readonly rows: number;
  readonly seconds: number;
  readonly memory: number;
}

async function measure(set: DataSet): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'clew-linkage-'));
  const lake = await Lake.open({ folder });
  try {
    const folders: string[] = [];
    for (const [index, file] of set.files.entries())
      folders.push(await stateFile(lake, file, { index, folder }));
    await mountTables(lake, [...contributionTables, ...statementTables], folders);
    await matchEverything(lake);
    for (const table of keptTables) await loadTable(lake, table, []);
    const start = performance.now();
    await resolve(lake, { folder });
    const seconds = (performance.now() - start) / 1000;
    const rows = await lake.rows<{ contribution: string; row: number; entity: bigint }>(
      // What the row is about: the person where there is one.
      sql`select distinct on (s.contribution, s.row) s.contribution, s.row, c.entity
        from ${subjectTable} s join ${clusterTable} c using (subject) where s.name in ('person', 'organization')
        order by s.contribution, s.row, s.name desc`,
    );
    const found = rows.map(({ contribution, row, entity }) => ({
      truth: set.files[Number(contribution)]?.truth[row - 1] ?? '',
      found: entity.toString(),
    }));
    const memory = process.resourceUsage().maxRSS / 1024;
    return { name: set.name, rows: found.length, seconds, memory, ...agreementOf(found) };
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function stateFile(
  lake: Lake,
  file: GivenFile,
  at: { readonly index: number; readonly folder: string },
): Promise<string> {
  const folder = join(at.folder, `contribution-${at.index}`);
  const bytes = new TextEncoder().encode(file.content);
  const source = {
    fileName: file.fileName,
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const { mapping } = proposeMapping(await sampleFile(source), { country: file.country });
  const contribution = String(at.index);
  await receive(lake, { ...source, contribution, mapping, folder });
  const terms = termsSchema.parse({ category: 'suspect' });
  await state(lake, { contribution, partner: `partner-${at.index}`, terms, mapping, folder });
  return folder;
}

function line(figures: Figures): string {
  const share = (value: number) => value.toFixed(4).padStart(9);
  return [
    figures.name.padEnd(22),
    String(figures.rows).padStart(7),
    share(figures.precision),
    share(figures.recall),
    share(figures.f1),
    share(figures.b3),
    figures.seconds.toFixed(1).padStart(8),
    figures.memory.toFixed(0).padStart(8),
  ].join(' ');
}

const [folder, ...wanted] = process.argv.slice(2);
if (folder === undefined) {
  console.error(
    'Which folder holds the data sets? npx tsx packages/engine/src/bench/linkage.ts <data folder>',
  );
  process.exit(2);
}
console.log('data set                  rows precision    recall        F1     B3 F1  seconds  peak MB');
for (const set of dataSets(folder)) {
  if (wanted.length > 0 && !wanted.includes(set.name)) continue;
  const files = set.load();
  if (files === undefined) console.log(`${set.name.padEnd(22)} skipped: its files are not in ${folder}`);
  else console.log(line(await measure({ name: set.name, files })));
}
