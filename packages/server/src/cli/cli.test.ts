import { createWriteStream, existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Lake } from '@clew/engine/lake/lake.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubLayout } from '../hub/hub-layout.ts';
import { catalogue } from './catalogue.ts';
import { clew, type Ended } from './clew-process.ts';
import { runCli } from './cli.ts';

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
  const made = await clew({ cwd: root }, 'init', 'template', '--title', 'Test hub');
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
    let text = '';
    const write = (chunk: Buffer, _encoding: string, done: () => void) => {
      text += chunk;
      done();
    };
    const stdout = new Writable({ write }) as NodeJS.WriteStream;
    const given = { signal: new AbortController().signal, stdout, stderr: stdout };
    expect(await runCli([...name.split(' ').filter((word) => word !== ''), '--help'], given)).toBe(0);
    expect(text).toMatch(/\nExample:\n {2}clew /);
    expect(text).toContain(`Usage: clew ${name}`.trimEnd());
  },
);

test('two files go the whole line', async () => {
  const cwd = await hubFor('line');
  const inOptions = ['--partner', 'police', '--partner-title', 'Police', '--json'];
  const first = await clew({ cwd }, 'contribute', '../police.csv', ...inOptions);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const [handedIn] = json(first).contributions;
  expect(handedIn).toMatchObject({ outcome: 'accepted', mapping: 'proposed', fileName: 'police.csv' });
  expect(handedIn.counts.rows).toBe(handedIn.counts.stated + handedIn.counts.refused);
  expect(handedIn.counts.stated).toBe(3);

  const again = await clew({ cwd }, 'contribute', '../police.csv', ...inOptions);
  expect(json(again).contributions[0]).toMatchObject({
    outcome: 'unchanged',
    contribution: handedIn.contribution,
    counts: handedIn.counts,
  });
  const second = await clew({ cwd }, 'contribute', '../guard.csv', '--partner', 'guard');
  expect(second.code).toBe(0);
  expect(second.stdout).toContain('2 rows in = 2 stated + 0 refused');

  const problems = json(await clew({ cwd }, 'problems', handedIn.contribution, '--json'));
  expect(problems.rows).toContainEqual(
    expect.objectContaining({ row: 3, code: 'date-impossible', value: '31/02/1979' }),
  );

  const run = await clew({ cwd }, 'run', '--json');
  expect(run).toMatchObject({ code: 0 });
  expect(json(run)).toMatchObject({ computed: true, setAside: [] });
  const rerun = json(await clew({ cwd }, 'run', '--json'));
  expect(rerun).toMatchObject({ computed: false, snapshot: json(run).snapshot });
  const status = json(await clew({ cwd }, 'status', '--json'));
  expect(status).toMatchObject({ snapshot: { id: json(run).snapshot, whole: true }, judgementsSince: 0 });
  expect(status.contributions.every((each: { published: boolean }) => each.published)).toBe(true);

  await lookAround(cwd, json(run).snapshot);
});

async function lookAround(cwd: string, snapshot: string): Promise<void> {
  const found = json(await clew({ cwd }, 'find', 'mohammed', 'al', 'rashid', '--json'));
  expect(found[0].type).toBe('person');
  const shown = await clew({ cwd }, 'show', found[0].id);
  expect(shown.stdout).toContain('Passport');
  const victim = json(await clew({ cwd }, 'find', 'Petrova', '--json'));
  expect(victim).toEqual([]);
  const hits = json(await clew({ cwd }, 'hits', '--partner', 'guard', '--json'));
  expect(hits.hits.length).toBeGreaterThan(0);
  expect(JSON.stringify(hits)).not.toMatch(/rashid/i);

  const other = json(await clew({ cwd }, 'find', 'jane smith', '--json'));
  const verdict = ['--verdict', 'different', '--reason', 'Another person', '--json'];
  const judged = json(await clew({ cwd }, 'judge', found[0].id, other[0].id, ...verdict));
  expect(judged).toMatchObject({ verdict: 'different', by: 'tester' });
  const after = json(await clew({ cwd }, 'run', '--json'));
  expect(after.snapshot).not.toBe(snapshot);
}

test('what cannot be read is refused with a sentence, and nothing of it is kept', async () => {
  const cwd = await hubFor('refusals');
  await writeFile(join(cwd, 'empty.csv'), '');
  await writeFile(join(cwd, 'scan.csv'), '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj');
  await writeFile(
    join(cwd, 'wrong.yaml'),
    'clew: 1\nsubjects: {person: {type: person, properties: {name: {columns: [Nom]}}}}',
  );
  await writeFile(join(cwd, 'terms.yaml'), 'purposes: [curiosity]');
  const partner = ['--partner', 'police'];
  const cases: [string[], number, RegExp][] = [
    [['contribute', 'empty.csv', ...partner], 4, /empty\.csv.* empty/],
    [['contribute', 'scan.csv', ...partner], 4, /scan\.csv.*PDF/],
    [['contribute', 'absent.csv', ...partner], 4, /no file absent\.csv/],
    [['contribute', '../police.csv', ...partner, '--mapping', 'wrong.yaml'], 5, /no column "Nom"/],
    [['contribute', '../police.csv', ...partner, '--terms', 'terms.yaml'], 5, /terms in terms\.yaml/],
    [['contribute', '../police.csv', '--partner', 'A B'], 2, /id of a partner/],
    [['contribute', '../police.csv'], 2, /--partner/],
    [['run'], 3, /Nothing has been handed in/],
    [['status', '--hub', 'nowhere'], 3, /no hub/],
    [['init'], 3, /hub already/],
  ];
  for (const [args, code, sentence] of cases) {
    const ended = await clew({ cwd }, ...args);
    expect({ args, code: ended.code, stdout: ended.stdout }).toEqual({ args, code, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
    expect(ended.stderr).not.toContain('    at ');
  }
  const asJson = await clew({ cwd }, 'contribute', 'empty.csv', ...partner, '--json');
  expect(JSON.parse(asJson.stderr).error).toMatchObject({ code: 'file-empty' });
  const layout = hubLayout(join(cwd, 'clew-hub'));
  expect(await readdir(layout.vault)).toEqual(['drafts']);
  expect(await readdir(layout.contributions)).toEqual([]);
  expect(json(await clew({ cwd }, 'status', '--json')).contributions).toEqual([]);
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
  expect((await clew({ cwd }, 'status')).code).toBe(0);
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
  const { contributions } = json(await clew({ cwd }, 'status', '--json'));
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
  const args = ['../police.csv', '../guard.csv', '--clusters', 'out.csv', '--pairs', 'pairs.csv'];
  const ended = await clew({ cwd }, 'link', ...args);
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
