import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { Lake } from '@clew/engine/lake/lake.ts';
import type { StageReport } from '@clew/engine/pipeline.ts';
import { worldPartners } from '@clew/engine/world/partners/partners.ts';
import { type WorldManifest, writeWorld } from '@clew/engine/world/write-world.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { type Contributed, contributeFile } from '../../hub/contributions/contribute-file.ts';
import { createHub } from '../../hub/create-hub.ts';
import { listFindings } from '../../hub/findings/list-findings.ts';
import { listHits } from '../../hub/hits/list-hits.ts';
import { requestContent } from '../../hub/hits/request-content.ts';
import type { Hub } from '../../hub/hub.ts';
import { readHubFile } from '../../hub/hub-file.ts';
import { type HubLayout, hubLayout } from '../../hub/hub-layout.ts';
import { writeAnnual } from '../../hub/reports/write-annual.ts';
import { runHub } from '../../hub/run-hub.ts';
import { scoreHub } from '../../hub/status/score-hub.ts';
import { demoPeople, registerDemoPeople } from '../../sign-in/demonstration.ts';
import { commonOptions, wholeNumber, wholeNumberOrZero } from '../common-options.ts';
import { perform } from '../perform.ts';
import { timeText } from '../progress-line.ts';
import { readTerms } from '../read-yaml.ts';
import { scoreLines } from '../score-lines.ts';
import { serveUntilStopped, servingDefaults } from '../serving.ts';
import { type CommonOptions, callerAt, type Outcome, type Shell, withHubIn, withProgress } from '../shell.ts';
import { count, counted } from '../text-table.ts';
import { fileAt } from './contribute.ts';
import { portNumber } from './serve.ts';

interface DemoOptions extends CommonOptions {
  readonly people: number;
  readonly seed: number;
  readonly keep?: boolean;
  readonly once?: boolean;
  readonly serve?: boolean;
  readonly port: number;
}

const title = 'Demonstration hub';
const year = 2026;

export function defineDemo(command: Command, shell: Shell): void {
  command
    .option('--people <n>', 'how many people the synthetic world has', wholeNumber, 11_600)
    .option('--seed <n>', 'the same seed gives the same world', wholeNumberOrZero, 1)
    .option('--keep', 'keep an older demo hub and make another beside it')
    .option('--once', 'end after the line instead of serving the hub')
    .option('--serve', 'serve the hub even where nobody is at the terminal')
    .option('--port <n>', 'the port to serve on; 0 takes a free one', portNumber, servingDefaults.port)
    .option('--memory <size>', 'what the engine may use, for example 4GB; else $CLEW_MEMORY')
    .option('--threads <n>', 'how many threads the engine may use', wholeNumber);
  commonOptions(command, { hub: false, example: 'clew demo\nclew demo --people 100000 --keep' });
  command.action(perform(shell, (options: DemoOptions) => demoAndServe(shell, options)));
}

/** A line of the demonstration: what was done, how long it took, what came of it, where to look. */
interface Told {
  readonly stage: string;
  readonly seconds: number;
  readonly text: string;
  readonly look: string;
  /** The most memory the process has held until the end of the stage, in MB. */
  readonly peakMB?: number;
}

/** The line, and then the hub in the browser until somebody stops it. */
async function demoAndServe(shell: Shell, options: DemoOptions): Promise<Outcome> {
  const outcome = await demo(shell, options);
  // Where nobody is there to stop it, it would never end.
  const isWatched = options.serve === true || shell.stdout.isTTY === true;
  if (options.once === true || options.json === true || !isWatched) return outcome;
  shell.stdout.write(`${outcome.lines.join('\n')}\n\n`);
  const { folder } = outcome.data;
  const serving = { ...servingDefaults, ...options, hub: folder, quiet: true };
  return serveUntilStopped(shell, serving).catch((error) => {
    const isTaken = error instanceof Refusal && error.code === 'busy';
    // Somebody who named a port wants that one; else another will do.
    if (!isTaken || options.port !== servingDefaults.port) throw error;
    return serveUntilStopped(shell, { ...serving, port: 0 });
  });
}

async function demo(
  shell: Shell,
  options: DemoOptions,
): Promise<Outcome & { readonly data: { readonly folder: string; readonly [part: string]: unknown } }> {
  const folder = await freeFolder(options.keep === true);
  const place = relative('.', folder);
  const { command } = shell.config;
  const started = performance.now();
  const told: Told[] = [];
  const tell = (stage: Told) => {
    const line = { ...stage, peakMB: Math.round(process.resourceUsage().maxRSS / 1024) };
    told.push(line);
    if (!options.json) shell.stdout.write(`${toldLine(shell, line)}\n`);
  };
  if (!options.json)
    shell.stdout.write(`A synthetic world goes through the whole line; nobody in it is real.\n\n`);
  const timed = timer();
  await createHub({
    folder,
    content: { clew: 1, title, profile: 'eu-europol', demo: true },
    hubKey: shell.config.hubKey,
    founder: shell.config.user,
  });
  tell({
    stage: 'init',
    seconds: timed(),
    text: `a hub in ${place}`,
    look: `${command} status --hub ${place}`,
  });
  const world = join(folder, 'demo-world');
  const result = await withHubIn(shell, { ...options, folder }, (hub) =>
    withProgress(shell, options, async (watch) => {
      const tellClear = (line: Told) => {
        watch.close();
        tell(line);
      };
      const caller = await callerAt(shell, {}, hub);
      const at: Stand = { shell, hub, caller, place, world, tell: tellClear, watch };
      const manifest = await makeWorld(at, options);
      const outcomes = await contributeWorld(at, manifest);
      const snapshot = await computeAll(at);
      await askSomething(at);
      await openFirstView(at);
      const report = await reportYear(at);
      const seconds = timer();
      const { score } = await scoreHub(hub, caller, { world });
      tell({
        stage: 'score',
        seconds: seconds(),
        text: 'held against the planted truth',
        look: `${command} score --world ${relative('.', world)} --hub ${place}`,
      });
      return { manifest, outcomes, snapshot, report, score };
    }),
  );
  const all = (performance.now() - started) / 1000;
  return {
    data: {
      folder,
      snapshot: result.snapshot,
      report: result.report,
      stages: told,
      score: result.score,
      seconds: all,
    },
    lines: [
      '',
      ...scoreLines(result.score, shell.page),
      '',
      `${shell.paint.green('Done')} in ${timeText(all)}. Open the report: ${relative('.', result.report.html)}`,
      `Look around: ${command} findings --hub ${place}, then ${command} show ID --hub ${place}`,
    ],
  };
}

interface Stand {
  readonly shell: Shell;
  readonly hub: Hub;
  readonly caller: Caller;
  readonly place: string;
  readonly world: string;
  readonly tell: (line: Told) => void;
  readonly watch: Watch;
}

async function makeWorld(at: Stand, options: DemoOptions): Promise<WorldManifest> {
  const seconds = timer();
  const { seed, people } = options;
  const manifest = await writeWorld({ seed, people, folder: at.world }, at.watch);
  const partners = new Set(manifest.files.map((file) => file.partner)).size;
  const text = `${count(manifest.rows)} rows in ${manifest.files.length} files of ${partners} partners, seed ${seed}`;
  at.tell({ stage: 'world', seconds: seconds(), text, look: join(relative('.', at.world), 'contributions') });
  return manifest;
}

async function contributeWorld(at: Stand, manifest: WorldManifest): Promise<readonly Contributed[]> {
  const seconds = timer();
  const outcomes: Contributed[] = [];
  for (const { partner, path, terms } of manifest.files) {
    const owner = worldPartners.find(({ id }) => id === partner);
    if (owner === undefined) throw new Error('The world has a file of nobody');
    const { id, title: name, country, contact } = owner;
    const given = {
      ...(await fileAt(join(at.world, path))),
      partner: { id, title: name, country, contact },
      terms: await readTerms(join(at.world, terms)),
      watch: at.watch,
    };
    outcomes.push(await contributeFile(at.hub, at.caller, given));
  }
  const sum = (number: (outcome: Contributed) => number) =>
    outcomes.reduce((all, each) => all + number(each), 0);
  const problems = sum(({ problems: each }) => each.reduce((all, one) => all + one.problems, 0));
  const [rows, stated, refused] = [
    sum(({ counts }) => counts.rows),
    sum(({ counts }) => counts.stated),
    sum(({ counts }) => counts.refused),
  ];
  const text = `${count(rows)} rows in = ${count(stated)} stated + ${count(refused)} refused; ${counted(problems, 'problem')}`;
  at.tell({
    stage: 'contribute',
    seconds: seconds(),
    text,
    look: `${at.shell.config.command} problems --hub ${at.place}`,
  });
  return outcomes;
}

const looks: Readonly<Record<StageReport['stage'], string>> = {
  resolve: 'why ID ID',
  connect: 'find NAME',
  detect: 'findings',
  produce: 'hits --partner border-guard',
};

async function computeAll(at: Stand): Promise<string> {
  const onStage = ({ stage, counts, seconds }: StageReport) => {
    const made = Object.entries(counts).map(([what, number]) => `${count(number)} ${what}`);
    at.tell({
      stage,
      seconds,
      text: made.join(', '),
      look: `${at.shell.config.command} ${looks[stage]} --hub ${at.place}`,
    });
  };
  const { snapshot } = await runHub(at.hub, at.caller, { watch: at.watch, onStage });
  return snapshot;
}

/** How many hits of the border guard its contributor asks about, so that an owner has something to answer. */
const asked = 5;

/** People of the invented world come to the hub, and one of them asks another owner about a few hits. */
async function askSomething({ hub, caller, place, tell, shell }: Stand): Promise<void> {
  const seconds = timer();
  await registerDemoPeople(hub);
  const contributor = { ...caller, actor: await actorOf(hub.ledger, 'contributor', 'terminal') };
  const page = await listHits(hub, contributor, { other: 'fr-police', limit: asked });
  const reason = 'The same person was stopped at our border with others: what do you hold on the case?';
  for (const { id } of page.items) await requestContent(hub, contributor, { hit: id, reason });
  tell({
    stage: 'people',
    seconds: seconds(),
    text: `${counted(demoPeople.length, 'person', 'people')}; ${counted(page.items.length, 'hit')} asked about`,
    look: `${shell.config.command} people --hub ${place}`,
  });
}

/** The view that the commands shown here read: computed once, for everybody who may see the same. */
async function openFirstView(at: Stand): Promise<void> {
  const seconds = timer();
  const { total } = await listFindings(at.hub, at.caller, { limit: 1 });
  at.tell({
    stage: 'view',
    seconds: seconds(),
    text: `${counted(total, 'finding')} in what an analyst may see for strategic analysis`,
    look: `${at.shell.config.command} findings --hub ${at.place}`,
  });
}

async function reportYear(at: Stand): Promise<{ readonly html: string; readonly pdf: string }> {
  const seconds = timer();
  const written = await writeAnnual(at.hub, at.caller, { year });
  const text = `annual report ${year} as HTML and PDF`;
  at.tell({ stage: 'report', seconds: seconds(), text, look: relative('.', written.pdf) });
  return written;
}

/** ./demo-hub, after removing an older one of ours; with `keep`, the first of demo-hub-2, demo-hub-3 ... that is free. */
async function freeFolder(keep: boolean): Promise<string> {
  const first = resolve('demo-hub');
  if (!existsSync(first)) return first;
  if (keep) {
    for (let number = 2; ; number++) if (!existsSync(`${first}-${number}`)) return `${first}-${number}`;
  }
  const layout = hubLayout(first);
  // Without this file it is no hub: what an interrupted `demo` left, or somebody's folder. `createHub` knows which.
  if (!existsSync(layout.file)) return first;
  const ours = await readHubFile(layout.file).then(
    (content) => content.demo === true,
    () => false,
  );
  if (!ours) {
    throw new Refusal(
      'already-there',
      'The folder demo-hub here was not made by clew demo.',
      'Move it away, or run clew demo in another folder or with --keep.',
    );
  }
  await removeHub(layout);
  return first;
}

/** Removes a hub that nobody works on. The file that marks it goes last, so that this can be done again. */
async function removeHub(layout: HubLayout): Promise<void> {
  const lock = await Lake.open({ folder: layout.work, lockFile: layout.lock });
  lock.close();
  for (const name of await readdir(layout.folder)) {
    if (join(layout.folder, name) === layout.file) continue;
    await rm(join(layout.folder, name), { recursive: true, force: true });
  }
  await rm(layout.folder, { recursive: true, force: true });
}

function timer(): () => number {
  const started = performance.now();
  return () => (performance.now() - started) / 1000;
}

function toldLine({ paint }: Shell, { stage, seconds, peakMB, text, look }: Told): string {
  const memory = peakMB === undefined ? '' : paint.dim(`${count(peakMB).padStart(6)} MB`);
  return `${paint.bold(stage.padEnd(11))}${timeText(seconds).padStart(10)} ${memory}  ${text}  ${paint.dim(look)}`;
}
