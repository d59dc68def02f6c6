// How well and how fast the line links data whose truth is known: the files are received, stated with the proposed mapping
// and resolved at the default threshold, as `clew link` does it.
// Run: npx tsx packages/engine/src/bench/linkage.ts <data folder> [data set ...]
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleFile } from '../contribution/sample.ts';
import { Lake } from '../lake/lake.ts';
import { type FileToLink, linkedRows, linkFiles } from '../link-files.ts';
import { proposeMapping } from '../statements/propose-mapping.ts';
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
  const lake = await Lake.open({ folder: join(folder, 'work') });
  try {
    const files: FileToLink[] = [];
    for (const file of set.files) files.push(await fileToLink(file));
    const start = performance.now();
    await linkFiles(lake, { files, folder });
    const seconds = (performance.now() - start) / 1000;
    const truth = new Map(set.files.map((file) => [file.fileName, file.truth]));
    const members: { truth: string; found: string }[] = [];
    for await (const { file, row, entity } of linkedRows(lake)) {
      members.push({ truth: truth.get(file)?.[row - 1] ?? '', found: entity.toString() });
    }
    const lines = new Map(set.files.map((f) => [f.fileName, f.content.trim().split('\n')]));
    const rows: any[] = []; for await (const { file, row, entity } of linkedRows(lake)) rows.push({t: truth.get(file)?.[row-1], e: entity, l: lines.get(file)?.[row]});
    for (let i=0;i<rows.length;i++) for (let j=i+1;j<rows.length;j++) if (rows[i].t===rows[j].t && rows[i].e!==rows[j].e) console.log('MISSED\n  '+rows[i].l+'\n  '+rows[j].l);
    const memory = process.resourceUsage().maxRSS / 1024;
    return { name: set.name, rows: members.length, seconds, memory, ...agreementOf(members) };
  } finally {
    lake.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function fileToLink(file: GivenFile): Promise<FileToLink> {
  const bytes = new TextEncoder().encode(file.content);
  const source = {
    fileName: file.fileName,
    bytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
  const { mapping } = proposeMapping(await sampleFile(source), { country: file.country });
  return { ...source, name: file.fileName, mapping };
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


for (const set of dataSets('/work/shared/data')) if (process.argv.slice(2).includes(set.name)) { const files=set.load(); if (files) console.log(line(await measure({name:set.name,files}))); }
