import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AuditRow } from '@clew/ledger/audit/chain.ts';
import { type Checkpoint, type Countersignature, countersign } from '@clew/ledger/audit/checkpoints.ts';
import { signingKeyFromPem } from '@clew/ledger/audit/signing-key.ts';
import type { AuditBreak, AuditBreakKind, VerifiedAudit } from '@clew/ledger/audit/verify.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Command } from 'commander';
import { addCountersignature } from '../../hub/audit/add-countersignature.ts';
import { checkpointFileText, checkpointFrom } from '../../hub/audit/checkpoint-file.ts';
import { makeCheckpoint } from '../../hub/audit/make-checkpoint.ts';
import { readAudit } from '../../hub/audit/read-audit.ts';
import { verifyAudit } from '../../hub/audit/verify-audit.ts';
import { commonOptions, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller, withProgress } from '../shell.ts';
import { type Column, count, counted, textTable } from '../text-table.ts';

interface ListOptions extends CallerOptions {
  readonly person?: string;
  readonly action?: string;
  readonly about?: string;
  readonly outcome?: string;
  readonly since?: string;
  readonly until?: string;
  readonly before?: number;
  readonly limit: number;
}

interface CountersignOptions extends CallerOptions {
  readonly key?: string;
  readonly by?: string;
  readonly out?: string;
  readonly add?: string;
}

export function defineAudit(command: Command, shell: Shell): void {
  defineList(command, shell);
  defineVerify(command, shell);
  defineCheckpoint(command, shell);
  defineCountersign(command, shell);
  command.addHelpText('after', '\nExample:\n  clew audit list --since 2026-11-01\n  clew audit verify');
}

function defineList(command: Command, shell: Shell): void {
  const list = command
    .command('list', { isDefault: true })
    .description('Who did what, for which purpose, and how it ended; the newest first. Reading it is in it.')
    .option('--person <id>', 'only what one person did')
    .option('--action <action>', 'only one action, for example contribution.read')
    .option('--about <what>', 'only what was done to one thing, as the list names it')
    .option('--outcome <outcome>', 'only what ended so, for example refused')
    .option('--since <when>', 'from a day or moment on (2026-11-22, or ISO 8601 in UTC)')
    .option('--until <when>', 'up to a day or moment, itself not included')
    .option('--before <number>', 'entries before this one, to read on', wholeNumber)
    .option('--limit <n>', 'how many to show', wholeNumber, 50);
  const example = 'clew audit\nclew audit list --person ana --action contribution.read --since 2026-11-01';
  commonOptions(list, { hub: true, caller: true, example });
  list.action(perform(shell, (options: ListOptions) => showEntries(shell, options)));
}

async function showEntries(shell: Shell, options: ListOptions): Promise<Outcome> {
  const { person, action, outcome, before, limit } = options;
  const since = momentFrom(options.since);
  const until = momentFrom(options.until);
  const filters = { person, action, outcome, what: options.about, since, until };
  const page = await withCaller(shell, options, (hub, caller) =>
    readAudit(hub, caller, { ...filters, before, limit, newestFirst: true }),
  );
  if (page.entries.length === 0) return { data: page, lines: ['No entry fits.'] };
  const lines = textTable(page.entries, columns, shell.page);
  if (page.next !== null) lines.push('', `Earlier ones: the same with --before ${page.next}`);
  return { data: page, lines };
}

const columns: readonly Column<AuditRow>[] = [
  { title: 'number', value: (row) => row.number },
  { title: 'when (UTC)', value: (row) => row.at.slice(0, 19).replace('T', ' ') },
  { title: 'person', value: (row) => row.person, most: 24 },
  { title: 'via', value: (row) => row.via, most: 8 },
  { title: 'action', value: (row) => row.action, most: 22 },
  { title: 'outcome', value: (row) => row.outcome, most: 16 },
  { title: 'purpose', value: (row) => row.purpose ?? '', most: 22 },
  { title: 'project', value: (row) => row.project ?? '', most: 16 },
  { title: 'about', value: (row) => row.what, wrap: true },
];

function momentFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const isMoment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?$/.test(text);
  const moment = new Date(isMoment ? text : Number.NaN);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new Refusal(
    'usage',
    'This is no day and no moment.',
    'Write it as 2026-11-22 or 2026-11-22T10:00:00Z.',
  );
}

function defineVerify(command: Command, shell: Shell): void {
  const verify = command
    .command('verify')
    .description('Prove the audit log unbroken, or name its first break.')
    .option(
      '--against <file...>',
      'checkpoints and countersignatures kept elsewhere: is all of it still there?',
    );
  const example = 'clew audit verify\nclew audit verify --against checkpoint-october.json';
  commonOptions(verify, { hub: true, caller: true, example });
  verify.action(
    perform(shell, async (options: CallerOptions & { readonly against?: readonly string[] }) => {
      const against = await Promise.all((options.against ?? []).map(readCheckpointFile));
      const verified = await withCaller(shell, options, (hub, caller) =>
        withProgress(shell, options, (watch) => verifyAudit(hub, caller, { against, watch })),
      );
      return verifyOutcome(shell, verified, against.length);
    }),
  );
}

function verifyOutcome(shell: Shell, verified: VerifiedAudit, against: number): Outcome {
  if (verified.broken !== null) {
    return { data: verified, lines: [], refusals: [brokenAt(verified.broken)] };
  }
  const unsigned = verified.entries - verified.signedUpTo;
  const lines = [
    `${shell.paint.green('Unbroken')}: ${count(verified.entries)} entries, ${counted(verified.checkpoints, 'checkpoint')}, ${counted(verified.countersignatures, 'countersignature')}`,
  ];
  if (against > 0) lines.push(`It contains ${counted(against, 'point')} kept elsewhere.`);
  if (unsigned > 0) {
    lines.push(`The last ${count(unsigned)} are not signed yet. Sign: clew audit checkpoint --out FILE`);
  }
  return { data: verified, lines };
}

const breakTexts: Readonly<Record<AuditBreakKind, string>> = {
  changed: 'it is not as it was written',
  missing: 'it is missing',
  inserted: 'it was never written by the hub',
  reordered: 'another entry stands in its place',
  truncated: 'it and all after it are missing',
  rewritten: 'the log was written anew at or before it: it is not the one that was signed',
  checkpoint: 'the checkpoint at it was not signed by this hub',
  countersignature: 'a countersignature at it does not fit',
};

function brokenAt({ number, kind }: AuditBreak): Refusal {
  return new Refusal(
    'audit-broken',
    `The audit log breaks first at entry ${count(number)}: ${breakTexts[kind]}.`,
    'Change nothing more in the ledger, keep a copy of it, and tell the data protection officer.',
  );
}

function defineCheckpoint(command: Command, shell: Shell): void {
  const checkpoint = command
    .command('checkpoint')
    .description('Sign the end of the audit log.')
    .option('--out <file>', 'write it to a file, to be kept by somebody else');
  commonOptions(checkpoint, {
    hub: true,
    caller: true,
    example: 'clew audit checkpoint --out checkpoint.json',
  });
  checkpoint.action(
    perform(shell, async (options: CallerOptions & { readonly out?: string }) => {
      const made = await withCaller(shell, options, makeCheckpoint);
      if (options.out !== undefined) await writeNew(options.out, made);
      const lines = [
        `${shell.paint.green('Signed')}: the first ${count(made.number)} entries of the audit log`,
        options.out === undefined
          ? 'Kept in the ledger. To keep it elsewhere: clew audit checkpoint --out FILE'
          : 'Give the file to somebody outside the hub. Later: clew audit verify --against FILE',
      ];
      return { data: made, lines };
    }),
  );
}

function defineCountersign(command: Command, shell: Shell): void {
  const sign = command
    .command('countersign')
    .description('Sign a checkpoint with a key from outside the hub, or keep such a signature in the hub.')
    .argument('[file]', 'a checkpoint, as clew audit checkpoint --out wrote it')
    .option('--key <file>', 'your own Ed25519 key (PEM); needs no hub')
    .option('--by <office>', 'who signs, as an office: for example "National data protection authority"')
    .option('--out <file>', 'where to write the countersignature')
    .option('--add <file>', 'keep a countersignature in the hub');
  const example =
    'clew audit countersign checkpoint.json --key our.key --by "Supervisor" --out signed.json\nclew audit countersign --add signed.json';
  commonOptions(sign, { hub: true, caller: true, example });
  sign.action(
    perform(shell, (file: string | undefined, options: CountersignOptions) =>
      options.add === undefined
        ? countersignFile(shell, file, options)
        : addFile(shell, options.add, options),
    ),
  );
}

async function countersignFile(
  shell: Shell,
  file: string | undefined,
  { key, by, out }: CountersignOptions,
): Promise<Outcome> {
  if (file === undefined || key === undefined || by === undefined || out === undefined) {
    throw new Refusal(
      'usage',
      'To countersign, name a checkpoint, a key, who signs and where to write.',
      'clew audit countersign FILE --key KEYFILE --by OFFICE --out FILE',
    );
  }
  const given = await readCheckpointFile(file);
  const checkpoint = given.kind === 'audit-checkpoint' ? given : given.checkpoint;
  const pem = await readText(key);
  const at = new Date().toISOString();
  const made = countersign(checkpoint, { key: signingKeyFromPem(pem), by, at });
  await writeNew(out, made);
  const lines = [
    `${shell.paint.green('Signed')}: the first ${count(checkpoint.number)} entries, with the key ${made.publicKey}`,
    'Keep the file, and give a copy to the hub: clew audit countersign --add FILE',
  ];
  return { data: made, lines };
}

async function addFile(shell: Shell, file: string, options: CountersignOptions): Promise<Outcome> {
  const given = await readCheckpointFile(file);
  if (given.kind !== 'audit-countersignature') {
    throw new Refusal('input-invalid', 'This is a checkpoint that nobody countersigned.', 'Sign it first.');
  }
  await withCaller(shell, options, (hub, caller) => addCountersignature(hub, caller, given));
  const lines = [`${shell.paint.green('Kept')}: a signature by the key ${given.publicKey}`];
  return { data: given, lines };
}

async function readCheckpointFile(file: string): Promise<Checkpoint | Countersignature> {
  return checkpointFrom(await readText(file));
}

async function readText(file: string): Promise<string> {
  return readFile(resolve(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new Refusal('file-missing', `There is no file ${file}.`, 'Check the name.');
  });
}

async function writeNew(file: string, given: Checkpoint | Countersignature): Promise<void> {
  await writeFile(resolve(file), checkpointFileText(given), { flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
      throw new Refusal('already-there', `There is a file ${file} already.`, 'Name another.');
    },
  );
}
