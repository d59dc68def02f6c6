import { Command, CommanderError } from 'commander';
import { type Config, configFrom } from '../config.ts';
import { version } from '../version.ts';
import { catalogue } from './catalogue.ts';
import { type Failure, failureFrom, failureText } from './failure.ts';
import { paintWith } from './paint.ts';
import { Refused } from './refused.ts';
import type { Shell } from './shell.ts';

export interface CliProcess {
  readonly signal: AbortSignal;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

/** Runs one command. Gives the exit code: 0, or that of the reason (`model/refusal.ts`), or 1 for a bug. */
export async function runCli(argv: readonly string[], given: CliProcess): Promise<number> {
  const config = configFrom();
  const shell = shellFrom(config, given);
  try {
    const program = await programFor(argv, shell);
    if (argv.length === 0) {
      given.stdout.write(program.helpInformation());
      return 0;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const errors = error instanceof Refused ? error.refusals : [error];
    const failures = errors.map((each) => failureFrom(each, given.signal));
    for (const failure of failures) tell(failure, { argv, config, given, error });
    return failures[0]?.exit ?? 1;
  }
}

function tell(
  failure: Failure,
  about: { argv: readonly string[]; config: Config; given: CliProcess; error: unknown },
): void {
  const { argv, config, given, error } = about;
  const paint = paintWith(hasColour(config, given.stderr));
  given.stderr.write(failureText(failure, { json: argv.includes('--json'), paint }));
  if (failure.code === 'bug' && argv.includes('--debug')) {
    given.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  }
}

function shellFrom(config: Config, given: CliProcess): Shell {
  const paint = paintWith(hasColour(config, given.stdout));
  const width = given.stdout.isTTY ? Math.max(given.stdout.columns ?? 80, 60) : Number.POSITIVE_INFINITY;
  return { ...given, config, paint, page: { paint, width } };
}

function hasColour(config: Config, stream: NodeJS.WriteStream): boolean {
  if (config.colour !== 'auto') return config.colour === 'always';
  return stream.isTTY === true;
}

/** The program with every command named, and the ones that the arguments mention complete. */
async function programFor(argv: readonly string[], shell: Shell): Promise<Command> {
  const program = new Command('clew')
    .description('An open clearing house for intelligence against human trafficking and migrant smuggling.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .addHelpText('after', '\nExample:\n  clew demo\n  clew contribute --help')
    .showSuggestionAfterError();
  for (const entry of catalogue) {
    const command = program.command(entry.name).summary(entry.summary).description(sentence(entry.summary));
    if (argv.includes(entry.name)) (await entry.load())(command, shell);
  }
  everyCommand(program, (command) =>
    command
      .exitOverride()
      .helpOption('-h, --help', 'show this help')
      .configureOutput({
        writeOut: (text) => shell.stdout.write(text),
        writeErr: () => {},
      }),
  );
  return program;
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const each of command.commands) everyCommand(each, change);
}

function sentence(summary: string): string {
  return `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`;
}
