import { execFileSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Lake } from '@clew/engine/lake/lake.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubLayout } from '../hub/hub-layout.ts';
import { version } from '../version.ts';
import { catalogue } from './catalogue.ts';
import { clew, clewHere, type Ended } from './clew-process.ts';

let root: string;

const police = `Surname,Given name,Date of birth,Sex,Phone,Passport number,Subject category,Case number,Crime area
Al-Rashid,Mohammed,03/04/1985,M,+49 151 23456789,C01X00T47,suspect,K-1,migrant smuggling
Ionescu,Andrei,12/11/1990,M,+40 712 345 678,,suspect,K-1,migrant smuggling
Petrova,Olga,31/02/1979,F,,,victim,K-2,sexual exploitation
,,,,,,,,
`;

const guard = `Last name,First name,DOB,Phone,Document number,Category,Place,Date
RASHID,MUHAMMAD,1985-04-03,+4915123456789,C01X00T47,suspect,Bregana,2026-03-01
SMITH,JANE,1970-01-01,,,suspect,Bregana,2026-03-02
`;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'clew-cli-'));
  const made = await clewHere('init', join(root, 'template'), '--title', 'Test hub');
  expect(made).toMatchObject({ code: 0, stderr: '' });
  await writeFile(join(root, 'police.csv'), police);
  await writeFile(join(root, 'guard.csv'), guard);
});

afterAll(() => rm(root, { recursive: true, force: true }));

/** A folder of its own with a new hub in it, under the name that needs no telling. */
async function hubFor(name: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  await cp(join(root, 'template'), join(folder, 'clew-hub'), { recursive: true });
  return folder;
}

const json = (ended: Ended) => JSON.parse(ended.stdout);

test.each(['', ...catalogue.map((entry) => entry.name), 'report annual'])(
  'clew %s --help shows an example',
  async (name) => {
    const ended = await clewHere(...name.split(' ').filter((word) => word !== ''), '--help');
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const text = ended.stdout;
    expect(text).toMatch(/\nExample:\n {2}clew /);
    expect(text).toContain(`Usage: clew ${name}`.trimEnd());
  },
);

test('the command starts from the sources, and says its version', () => {
  const bin = fileURLToPath(new URL('../../bin/clew.js', import.meta.url));
  expect(execFileSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })).toBe(`${version}\n`);
});

test('two files go the whole line', async () => {
  const cwd = await hubFor('line');
  const hub = ['--hub', join(cwd, 'clew-hub')];
  const inOptions = ['--partner', 'police', '--partner-title', 'Police', '--json', '--quiet'];
  const first = await clewHere('contribute', join(root, 'police.csv'), ...inOptions, ...hub);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const [handedIn] = json(first).contributions;
  expect(handedIn).toMatchObject({ outcome: 'accepted', mapping: 'proposed', fileName: 'police.csv' });
  expect(handedIn.counts).toMatchObject({ rows: 4, stated: 3, refused: 1 });

  const again = await clewHere('contribute', join(root, 'police.csv'), ...inOptions, ...hub);
  const { outcome, contribution, counts } = json(again).contributions[0];
  expect({ outcome, contribution, counts }).toEqual({
    outcome: 'unchanged',
    contribution: handedIn.contribution,
    counts: handedIn.counts,
  });
  const second = await clewHere('contribute', join(root, 'guard.csv'), '--partner', 'guard', ...hub);
  expect(second.code).toBe(0);
  expect(second.stdout).toContain('2 rows in = 2 stated + 0 refused');

  const problems = json(await clewHere('problems', handedIn.contribution, '--json', ...hub));
  expect(problems.rows).toContainEqual(
    expect.objectContaining({ row: 3, code: 'date-impossible', value: '31/02/1979' }),
  );

  const run = await clewHere('run', '--json', '--quiet', ...hub);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(json(run)).toMatchObject({ computed: true, setAside: [] });
  const rerun = json(await clewHere('run', '--json', ...hub));
  expect(rerun).toMatchObject({ computed: false, snapshot: json(run).snapshot });
  const status = json(await clewHere('status', '--json', ...hub));
  expect(status).toMatchObject({ snapshot: { id: json(run).snapshot, whole: true }, judgementsSince: 0 });
  expect(status.contributions.every((each: { published: boolean }) => each.published)).toBe(true);

  await lookAround(hub, json(run).snapshot);
}, 180_000);

async function lookAround(hub: readonly string[], snapshot: string): Promise<void> {
  const found = json(await clewHere('find', 'mohammed', 'al', 'rashid', '--json', ...hub));
  expect(found[0].type).toBe('person');
  const shown = await clewHere('show', found[0].id, ...hub);
  expect(shown.stdout).toContain('C01X00T47');
  expect(shown.stdout).toContain('1985-04-03');
  expect(json(await clewHere('find', 'Petrova', '--json', ...hub))).toEqual([]);
  const hits = json(await clewHere('hits', '--partner', 'guard', '--json', ...hub));
  expect(hits.items.length).toBeGreaterThan(0);
  expect(JSON.stringify(hits)).not.toMatch(/rashid/i);
  const records: { subject: string }[] = json(await clewHere('show', found[0].id, '--json', ...hub)).records
    .rows;
  const ids = records.map((record) => `person-${record.subject}`);
  expect(ids).toHaveLength(2);
  const why = await clewHere('why', ids[0] ?? '', ids[1] ?? '', ...hub);
  expect(why.stdout).toMatch(/One and the same/);

  const verdict = ['--verdict', 'different', '--reason', 'Another person', '--json'];
  const judged = await clewHere('judge', ids[0] ?? '', ids[1] ?? '', ...verdict, ...hub);
  expect(json(judged)).toMatchObject({ verdict: 'different', reason: 'Another person' });
  const after = json(await clewHere('run', '--json', ...hub));
  expect(after.snapshot).not.toBe(snapshot);
  expect((await clewHere('why', ids[0] ?? '', ids[1] ?? '', ...hub)).stdout).toMatch(/Kept apart/);
  const report = json(await clewHere('report', 'annual', '--year', '2026', '--json', ...hub));
  expect(existsSync(report.pdf) && existsSync(report.html)).toBe(true);
}

test('what cannot be read is refused with a sentence, and nothing of it is kept', async () => {
  const cwd = await hubFor('refusals');
  const hub = ['--hub', join(cwd, 'clew-hub')];
  const file = async (name: string, content: string) => {
    await writeFile(join(cwd, name), content);
    return join(cwd, name);
  };
  const empty = await file('empty.csv', '');
  const scan = await file('scan.csv', '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj');
  const property = 'properties: {name: {columns: [Nom]}}';
  const wrong = await file('wrong.yaml', `clew: 1\nsubjects: {person: {type: person, ${property}}}`);
  const terms = await file('terms.yaml', 'purposes: [curiosity]');
  const good = join(root, 'police.csv');
  const partner = ['--partner', 'police', ...hub];
  const cases: [string[], number, RegExp][] = [
    [['contribute', empty, ...partner], 4, /empty\.csv.* empty/],
    [['contribute', scan, ...partner], 4, /scan\.csv.*PDF/],
    [['contribute', join(cwd, 'absent.csv'), ...partner], 4, /no file .*absent\.csv/],
    [['contribute', cwd, ...partner], 4, /It is a folder/],
    [['contribute', good, ...partner, '--mapping', wrong], 5, /no column "Nom"/],
    [['contribute', good, ...partner, '--mapping', scan], 5, /scan\.csv: .*not YAML/],
    [['contribute', good, ...partner, '--terms', terms], 5, /terms\.yaml: .*line 1/],
    [['contribute', good, '--partner', 'A B', ...hub], 2, /id of a partner/],
    [['contribute', good, ...hub], 2, /--partner/],
    [['run', ...hub], 3, /Nothing has been handed in/],
    [['find', 'x', ...hub], 3, /Nothing has been published/],
    [['status', '--hub', join(cwd, 'nowhere')], 3, /no hub/],
    [['init', join(cwd, 'clew-hub')], 3, /hub already/],
    [['init', cwd], 3, /not empty/],
    [['nonsense'], 2, /Unknown command/],
  ];
  for (const [args, code, sentence] of cases) {
    const ended = await clewHere(...args);
    expect({ args, code: ended.code, stdout: ended.stdout }).toEqual({ args, code, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
    expect(ended.stderr).not.toContain('    at ');
  }
  const asJson = await clewHere('contribute', empty, ...partner, '--json');
  expect(asJson.code).toBe(4);
  expect(JSON.parse(asJson.stderr).error).toMatchObject({ code: 'file-empty' });
  const layout = hubLayout(join(cwd, 'clew-hub'));
  expect(await readdir(layout.vault)).toEqual(['drafts', 'keys', 'ledger-mark']);
  expect(await readdir(join(layout.vault, 'keys'))).toEqual([]);
  expect(await readdir(layout.contributions)).toEqual([]);
  expect(json(await clewHere('status', '--json', ...hub)).contributions).toEqual([]);
});

test('a good file is kept when another in the same command is refused', async () => {
  const cwd = await hubFor('mixed');
  await writeFile(join(cwd, 'empty.csv'), '');
  const ended = await clew(
    { cwd },
    'contribute',
    'empty.csv',
    '../guard.csv',
    '--partner',
    'guard',
    '--json',
  );
  expect(ended.code).toBe(4);
  expect(json(ended).contributions).toHaveLength(1);
  expect(json(ended).refused).toEqual([expect.objectContaining({ code: 'file-empty' })]);
});

test('one process at a time works on a hub', async () => {
  const cwd = await hubFor('busy');
  const layout = hubLayout(join(cwd, 'clew-hub'));
  const lake = await Lake.open({ folder: join(cwd, 'work'), lockFile: layout.lock });
  const ended = await clew({ cwd }, 'status');
  lake.close();
  expect(ended).toMatchObject({ code: 6, stdout: '' });
  expect(ended.stderr).toMatch(/works on this hub/);
  expect((await clewHere('status', '--hub', join(cwd, 'clew-hub'))).code).toBe(0);
});

test('Ctrl-C leaves nothing half-written', async () => {
  const cwd = await hubFor('stopped');
  await pipeline(Readable.from(manyRows(600_000)), createWriteStream(join(cwd, 'large.csv')));
  const interrupt = { afterMilliseconds: 3500, signal: 'SIGINT' } as const;
  const ended = await clew({ cwd, interrupt }, 'contribute', 'large.csv', '--partner', 'police');
  expect(ended.code).toBe(130);
  expect(ended.stderr).toMatch(/Stopped on request/);
  const layout = hubLayout(join(cwd, 'clew-hub'));
  expect(await readdir(join(layout.vault, 'drafts'))).toEqual([]);
  const { contributions } = json(await clewHere('status', '--json', '--hub', layout.folder));
  expect(await readdir(layout.contributions)).toEqual([]);
  expect(contributions.every((each: { takenIn: boolean }) => !each.takenIn)).toBe(true);
});

function* manyRows(count: number): Generator<string> {
  yield 'Surname,Given name,Date of birth,Phone\n';
  for (let row = 0; row < count; row++) {
    yield `Name${row % 9973},Given${row % 571},1980-01-${String((row % 28) + 1).padStart(2, '0')},+49151${1000000 + row}\n`;
  }
}

test('link needs no hub and leaves no row out', async () => {
  const cwd = join(root, 'link');
  await mkdir(cwd);
  const files = [join(root, 'police.csv'), join(root, 'guard.csv')];
  const outputs = ['--clusters', join(cwd, 'out.csv'), '--pairs', join(cwd, 'pairs.csv')];
  const ended = await clewHere('link', ...files, ...outputs, '--quiet');
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(ended.stdout).toContain('as clew map proposes');
  const lines = (await readFile(join(cwd, 'out.csv'), 'utf8')).trimEnd().split('\n');
  expect(lines[0]).toBe('file,row,entity');
  expect(lines).toHaveLength(1 + 4 + 2);
  expect(new Set(lines.slice(1).map((line) => line.split(',').slice(0, 2).join())).size).toBe(6);
  const pairs = await readFile(join(cwd, 'pairs.csv'), 'utf8');
  expect(pairs.split('\n')[0]).toBe('file_a,row_a,file_b,row_b,weight,probability,parts');
  expect(existsSync(join(cwd, 'clew-hub'))).toBe(false);
});

test('adverts needs no hub, and tells every row once', async () => {
  const cwd = join(root, 'adverts');
  await mkdir(cwd);
  const texts = ['Ana', 'Bella', 'Carla'].map(
    (name) => `New in town, ${name} waits near the station; call 0712 345 678`,
  );
  const file = join(cwd, 'posts.csv');
  await writeFile(
    file,
    ['id|body', ...texts, 'Bicycles repaired while you wait']
      .map((text) => (text.includes('|') ? text : `7|${text}`))
      .join('\n'),
  );
  const [out, templates] = [join(cwd, 'rows.csv'), join(cwd, 'templates.json')];
  const ended = await clewHere(
    'adverts',
    file,
    '--text',
    'body',
    '--out',
    out,
    '--templates',
    templates,
    '--json',
  );
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  expect(json(ended)).toMatchObject({ rows: 4, templates: 1, inTemplates: 3 });
  expect(await readFile(out, 'utf8')).toBe('row,template\n1,t1\n2,t1\n3,t1\n4,\n');
  expect(JSON.parse(await readFile(templates, 'utf8'))).toEqual([
    expect.objectContaining({
      id: 't1',
      size: 3,
      text: 'New in town, <*> waits near the station; call 0712 345 678',
    }),
  ]);
  const missing = await clewHere('adverts', file, '--text', 'text', '--out', out, '--templates', templates);
  expect(missing.code).toBe(2);
  expect(await readdir(cwd)).toEqual(['posts.csv', 'rows.csv', 'templates.json']);
});
