// Tries the real command as a new user would: with what is no table, no mapping, too large, cut short, in use. After
// each case the hub must be whole. `--only WORDS` tries some; `--write` puts what was said into docs/bad-input.md.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, cases } from './bad-input-cases.ts';
import { cell } from './bad-input-files.ts';
import {
  copyHub,
  faultsSince,
  leftovers,
  onHub,
  type State,
  stateOf,
  type TriedHub,
} from './bad-input-hub.ts';
import { type Interruption, interruptions } from './bad-input-interruptions.ts';
import { clew, type Ended } from './clew-child.ts';
import { root } from './source-files.ts';

interface Result {
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly exit: number | null;
  readonly seconds: number;
  readonly peak: number;
  readonly sentence: string;
  readonly faults: readonly string[];
}

/**
 * Most memory that a file may make the command take, in MB; rows that are read and stated may take more. At rest it takes
 * about 460; with a row of 2 GiB between 580 and 770 were seen, as the collector pleased.
 */
const mostMemory = 1024;
/** Room for two files of 2 GiB and their encrypted copies. */
const roomForLarge = 9e9;
const lanes = 2;
const goodFile = 'Surname,Given name,Date of birth\nA,B,1990-01-02\nC,D,1991-02-03\nE,F,1992-03-04\n';

type Expected = Pick<Case, 'name' | 'exit' | 'says' | 'advises'> & { readonly most?: number };

function resultOf(expected: Expected, ended: Ended | string, faults: readonly string[]): Result {
  const { name } = expected;
  if (typeof ended === 'string') {
    return { name, outcome: 'skipped', exit: null, seconds: 0, peak: 0, sentence: ended, faults: [] };
  }
  const said = `${ended.stderr}\n${ended.stdout}`;
  const wrong = [...faults];
  if (ended.code !== expected.exit) wrong.push(`exit code ${ended.code} instead of ${expected.exit}`);
  if (!expected.says.test(said)) wrong.push(`does not say ${expected.says}`);
  if (!expected.advises.test(said)) wrong.push(`does not advise ${expected.advises}`);
  if (/^\s+at .+:\d+|Something went wrong|Error:/m.test(said)) wrong.push('shows a bug');
  if (said.includes(cell)) wrong.push('repeats the content of a cell');
  if (ended.peak > (expected.most ?? Number.POSITIVE_INFINITY))
    wrong.push(`took ${Math.round(ended.peak)} MB`);
  const outcome = wrong.length === 0 ? 'passed' : 'failed';
  const { code: exit, seconds, peak } = ended;
  return { name, outcome, exit, seconds, peak, sentence: sentenceOf(ended), faults: wrong };
}

/** What was said, on one line, without what differs from one time to the next. */
function sentenceOf({ code, stdout, stderr }: Ended): string {
  const lines =
    code === 0
      ? stdout.split('\n').filter((line) => /rows? in =|now is|refused|^ +\d|Published/.test(line))
      : stderr.split('\n').filter((line) => !/^\w+: [\d.,]+ .*of /.test(line));
  return lines
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/\S*\/clew-bad-input-[^/]+(\/[\d-]+)?/g, '…')
    .replace(/Process \d+/, 'Process N')
    .replace(/c?[0-9a-f]{16}/g, 'ID')
    .trim();
}

async function tryCase(tried: TriedHub, each: Case, place: { before: State; number: number }) {
  const folder = join(tried.cwd, `case-${place.number}`);
  mkdirSync(folder);
  try {
    await each.make(folder);
    const here = { ...tried, cwd: folder };
    const partner = each.args.includes('--partner') ? [] : ['--partner', 'police'];
    const ended =
      each.exit === 2
        ? await onHub(here, 'contribute', each.args[0] ?? '')
        : await onHub(here, 'contribute', ...each.args, ...partner);
    const now = await stateOf(tried);
    const faults = [
      ...faultsSince(place.before, now, each.accepted ? 1 : 0),
      ...leftovers(tried.hub, now.contributions.size),
    ];
    return { result: resultOf({ ...each, most: mostMemory }, ended, faults), now };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All cases one after the other on the same hub, which must still run at the end. */
async function tryCases(
  tried: TriedHub,
  queue: { next(): Case | undefined },
  onResult: (result: Result) => void,
) {
  let before = await stateOf(tried);
  let number = 0;
  for (let each = queue.next(); each !== undefined; each = queue.next()) {
    const skipped =
      each.slow && room() < roomForLarge ? 'The disk has no room for files of 2 GiB.' : undefined;
    if (skipped !== undefined) {
      onResult(resultOf(each, skipped, []));
      continue;
    }
    const { result, now } = await tryCase(tried, each, { before, number: number++ });
    onResult(result);
    before = now;
  }
  onResult(await closing(tried));
}

function room(): number {
  const { bavail, bsize } = statfsSync(tmpdir());
  return bavail * bsize;
}

/** The good file is still there, and a run over everything succeeds. */
async function closing(tried: TriedHub): Promise<Result> {
  const again = await onHub(tried, 'contribute', 'good.csv', '--partner', 'police', '--json');
  const [good] = again.code === 0 ? JSON.parse(again.stdout).contributions : [];
  const faults =
    good?.outcome === 'unchanged' && good.counts.stated === 3 ? [] : ['the good file is not as it was'];
  const ended = await onHub(tried, 'run');
  return resultOf(
    { name: 'afterwards: clew run', exit: 0, says: /Published/, advises: /Next:/ },
    ended,
    faults,
  );
}

async function tryInterruption(tried: TriedHub, each: Interruption): Promise<Result> {
  const before = await stateOf(tried);
  const ended = await each.act(tried);
  if (typeof ended === 'string') return resultOf({ ...each, exit: 0 }, ended, []);
  const now = await stateOf(tried);
  const faults = [...faultsSince(before, now, each.more), ...leftovers(tried.hub, now.contributions.size)];
  return resultOf(each as Expected, ended, faults);
}

function lineOf({ name, outcome, exit, seconds, peak, sentence, faults }: Result): string {
  const figures = `${String(exit ?? '').padStart(3)} ${seconds.toFixed(1).padStart(6)} s ${peak.toFixed(0).padStart(4)} MB`;
  const wrong = faults.map((fault) => `\n        ! ${fault}`).join('');
  return `${outcome.padEnd(7)} ${figures}  ${name.padEnd(34)} ${sentence}${wrong}`;
}

function pageOf(results: readonly Result[]): string {
  const rows = results
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ name, exit, sentence }) => `| ${name} | ${exit} | ${sentence.replaceAll('|', '\\|')} |\n`);
  const skipped = results
    .filter(({ outcome }) => outcome === 'skipped')
    .map(({ name, sentence }) => `- ${name}: ${sentence}\n`);
  return `<!-- Written by \`npx tsx scripts/try-bad-input.ts --write\`. Do not edit. -->

# Bad input

What \`clew contribute\` (and \`clew run\`, where the case says so) answers to what a new user may hand in. Each case is tried
with the real command on a hub that holds a good file; afterwards \`clew status --json\` must count the same, or one
contribution more where the file was accepted, and the good file must still be there. No answer repeats the content of a
cell, and no file may make it take more than ${mostMemory} MB, a row of 2 GiB included. The exit codes are those of [errors.md](errors.md).

| case | exit code | what it says |
| --- | --- | --- |
${rows.join('')}${skipped.length === 0 ? '' : `\nNot tried on this machine:\n\n${skipped.join('')}`}`;
}

async function prepare(folder: string): Promise<string> {
  // Cases without rights run as somebody else, who must come through here.
  chmodSync(folder, 0o711);
  const template = join(folder, 'template');
  mkdirSync(template);
  const made = await clew({ cwd: folder }, 'init', template);
  if (made.code !== 0) throw new Error(`clew init ended with ${made.code}: ${made.stderr}`);
  writeFileSync(join(folder, 'good.csv'), goodFile);
  const kept = await onHub({ cwd: folder, hub: template }, 'contribute', 'good.csv', '--partner', 'police');
  if (kept.code !== 0) throw new Error(`The good file ended with ${kept.code}: ${kept.stderr}`);
  return template;
}

async function tryAll(folder: string, only: RegExp): Promise<readonly Result[]> {
  const template = await prepare(folder);
  const results = new Map<string, Result>();
  const onResult = (result: Result) => {
    console.log(lineOf(result));
    results.set(result.name, result);
  };
  const wanted = cases.filter(({ name }) => only.test(name));
  const outside = interruptions.filter(({ name }) => only.test(name));
  // The slow ones first, so that no lane waits for the other at the end.
  const queued = [...wanted.filter(({ slow }) => slow), ...wanted.filter(({ slow }) => !slow)];
  const lane = async (number: number) => {
    const tried = copyHub(template, join(folder, String(number)));
    writeFileSync(join(tried.cwd, 'good.csv'), goodFile);
    await tryCases(tried, { next: () => queued.shift() }, onResult);
    for (let each = outside.shift(); each !== undefined; each = outside.shift()) {
      const own = copyHub(template, join(folder, `${number}-${outside.length}`));
      writeFileSync(join(own.cwd, 'good.csv'), goodFile);
      onResult(await tryInterruption(own, each));
      rmSync(own.cwd, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return [...cases, { name: 'afterwards: clew run' }, ...interruptions].flatMap(
    ({ name }) => results.get(name) ?? [],
  );
}

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, write: { type: 'boolean', default: false } },
});
const folder = mkdtempSync(join(tmpdir(), 'clew-bad-input-'));
const started = performance.now();
try {
  const results = await tryAll(folder, new RegExp(values.only));
  const counted = (outcome: Result['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(
    `${counted('passed')} passed, ${counted('failed')} failed, ${counted('skipped')} skipped (${seconds} s)`,
  );
  if (values.write) writeFileSync(join(root, 'docs/bad-input.md'), pageOf(results));
  process.exitCode = counted('failed') === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
