import { basename } from 'node:path';
import type { ProblemCount } from '@clew/engine/statements/list-problems.ts';
import { checkPartnerId, findPartner } from '@clew/ledger/partners.ts';
import type { Partner } from '@clew/model/contribution.ts';
import { problemCodes } from '@clew/model/problem.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import type { Command } from 'commander';
import { type Contributed, contributeFile } from '../../hub/contributions/contribute-file.ts';
import { openFile, readableFile } from '../../hub/contributions/open-file.ts';
import type { Hub } from '../../hub/hub.ts';
import { commonOptions, partnerCountry } from '../common-options.ts';
import { perform } from '../perform.ts';
import { readMapping, readTerms } from '../read-yaml.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller, withProgress } from '../shell.ts';
import { type Column, count, counted, textTable } from '../text-table.ts';

interface ContributeOptions extends CallerOptions {
  readonly partner: string;
  readonly partnerTitle?: string;
  readonly country?: string;
  readonly contact?: string;
  readonly mapping?: string;
  readonly terms?: string;
}

export function defineContribute(command: Command, shell: Shell): void {
  command
    .argument('<file...>', 'CSV, XLSX, JSON, JSON Lines or FollowTheMoney entities')
    .requiredOption('--partner <id>', 'who hands it in, for example border-guard')
    .option('--partner-title <title>', 'the full name of a partner that is new')
    .option('--country <code>', 'the country of a partner that is new (ISO 3166-1 alpha-2)', partnerCountry)
    .option('--contact <desk>', 'whom to ask about the data of a partner that is new')
    .option('--mapping <mapping.yaml>', 'how to read the files; else as clew map proposes')
    .option('--terms <terms.yaml>', 'what may be done with them; else cross-checking and strategic analysis');
  const example = 'clew contribute people.csv --partner border-guard --terms terms.yaml';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(
    perform(shell, (files: readonly string[], options: ContributeOptions) =>
      contribute(shell, files, options),
    ),
  );
}

async function contribute(
  shell: Shell,
  files: readonly string[],
  options: ContributeOptions,
): Promise<Outcome> {
  const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping);
  const terms = options.terms === undefined ? termsSchema.parse({}) : await readTerms(options.terms);
  const outcomes: Contributed[] = [];
  const refusals: Refusal[] = [];
  await withCaller(shell, options, async (hub, caller) => {
    const partner = await partnerOf(hub, options);
    for (const path of files) {
      try {
        const given = { ...(await fileAt(path)), partner, terms, mapping };
        outcomes.push(
          await withProgress(shell, options, (watch) => contributeFile(hub, caller, { ...given, watch })),
        );
      } catch (error) {
        if (!(error instanceof Refusal) || !/^(?:file|mapping)-/.test(error.code)) throw error;
        refusals.push(refusalOf(path, error));
      }
    }
  });
  const lines = outcomes.flatMap((outcome) => [...outcomeLines(shell, outcome), '']);
  if (outcomes.some((outcome) => outcome.outcome !== 'unchanged')) lines.push(...adviceLines(shell, options));
  const refused = refusals.map(({ code, message, advice }) => ({ code, message, advice }));
  return { data: { partner: options.partner, contributions: outcomes, refused }, lines, refusals };
}

/** A file of this machine, as it is handed in. */
export async function fileAt(path: string) {
  const { bytes: size } = await readableFile(path);
  return { fileName: basename(path), content: openFile(path), size };
}

/** The partner as the ledger knows it, else as the options describe it. */
async function partnerOf(hub: Hub, options: ContributeOptions): Promise<Partner> {
  checkPartnerId(options.partner);
  const title = options.partnerTitle ?? options.partner;
  const contact = options.contact ?? `the desk of ${title}`;
  const country = options.country ?? null;
  return (await findPartner(hub.ledger, options.partner)) ?? { id: options.partner, title, country, contact };
}

function refusalOf(path: string, { code, message, advice }: Refusal): Refusal {
  const name = basename(path);
  return new Refusal(code, message.includes(name) ? message : `${name}: ${message}`, advice);
}

const problemColumns: readonly Column<ProblemCount>[] = [
  { title: '  problems', value: (row) => row.problems },
  { title: 'rows refused', value: (row) => row.refused },
  { title: 'column', value: (row) => row.field, most: 28 },
  { title: 'what', value: (row) => problemCodes[row.code].title, most: 60 },
  { title: 'what to do', value: (row) => problemCodes[row.code].advice },
];

const problemsShown = 5;

function outcomeLines(shell: Shell, outcome: Contributed): string[] {
  const { paint } = shell;
  const name = paint.bold(outcome.fileName);
  const { rows, stated, refused } = outcome.counts;
  const lines =
    outcome.outcome === 'unchanged'
      ? [
          `${name} is here already as ${outcome.contribution}; ${outcome.taken === null ? 'nothing was changed' : 'it had not been read to the end and now is'}`,
        ]
      : [
          `${name} ${paint.green(outcome.outcome === 'remapped' ? 'read with the new mapping' : 'kept')} as ${outcome.contribution}`,
        ];
  const refusedText = refused === 0 ? '0 refused' : paint.yellow(`${count(refused)} refused`);
  lines.push(`  ${counted(rows, 'row')} in = ${count(stated)} stated + ${refusedText}`);
  if (outcome.mapping === 'proposed') {
    lines.push(paint.dim('  read as clew map proposes; look at it with clew map, correct it with --mapping'));
  }
  if (outcome.outcome !== 'unchanged' && outcome.problems.length > 0) {
    lines.push(...textTable(outcome.problems.slice(0, problemsShown), problemColumns, shell.page));
    lines.push(paint.dim(`  all of them, row by row: clew problems ${outcome.contribution}`));
  }
  if (outcome.quarantined > 0) lines.push(...quarantineLines(shell, outcome));
  return lines;
}

function quarantineLines({ paint }: Shell, { quarantined, contribution }: Contributed): string[] {
  return [
    paint.yellow(
      `  ${counted(quarantined, 'person')} in quarantine: no row and no term says in which category`,
    ),
    paint.dim('  matched with nothing and named in no finding until their category is known;'),
    paint.dim('  a column of categories in the mapping says it row by row, for all the rest the terms:'),
    paint.dim(
      `  clew terms ${contribution} --set FILE, with category: suspect (or victim, witness, contact ...)`,
    ),
  ];
}

function adviceLines(shell: Shell, options: ContributeOptions): string[] {
  if (options.terms !== undefined) return ['Next: clew run'];
  return [
    shell.paint.yellow('No terms were given: cross-checking and strategic analysis, H0, ungraded.'),
    'Next: clew run',
  ];
}
