import { randomBytes } from 'node:crypto';
import { Refusal, type RefusalCode, refusalCodes } from '@clew/model/refusal.ts';
import { CommanderError } from 'commander';
import { type Paint, paintWith } from './paint.ts';

/** How a command ended that did not succeed. */
export interface Failure {
  readonly code: RefusalCode | 'bug';
  readonly message: string;
  readonly advice: string;
  readonly exit: number;
}

/** What an error means to the person at the terminal. */
export function failureFrom(error: unknown, signal: AbortSignal): Failure {
  // What failed because it was stopped is no failure of its own; what says so knows best what became of it.
  const isCancelled = error instanceof Refusal && error.code === 'cancelled';
  if (signal.aborted && !isCancelled) {
    return refused(new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.'));
  }
  if (error instanceof Refusal) return refused(error);
  if (error instanceof CommanderError) {
    const message =
      error.code === 'commander.help'
        ? 'The command is not complete: it takes one more word.'
        : error.message.replace(/^error: /, '');
    const sentence = message.charAt(0).toUpperCase() + message.slice(1);
    return refused(new Refusal('usage', sentence, 'See what it takes with --help.'));
  }
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return refused(
      new Refusal('disk-full', 'The disk is full.', 'Free some space, then run the command again.'),
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    const place = (error as NodeJS.ErrnoException).path;
    const message = `Clew may not read or write ${place ?? 'a file that it needs'}.`;
    return refused(new Refusal('file-unreadable', message, 'Check who owns it and what its mode is.'));
  }
  const request = randomBytes(4).toString('hex');
  return {
    code: 'bug',
    message: `Something went wrong that should not have (request ${request}).`,
    advice: 'Nothing that was accepted is lost. Run it again with --debug and report what it says.',
    exit: 1,
  };
}

/** The failure as text for standard error. */
export function failureText(
  failure: Failure,
  how: { readonly json: boolean; readonly paint?: Paint },
): string {
  const { code, message, advice } = failure;
  if (how.json) return `${JSON.stringify({ error: { code, message, advice } })}\n`;
  const paint = how.paint ?? paintWith(false);
  const head = `${paint.red('clew:')} ${message}\n`;
  return advice === '' ? head : `${head}${advice.replace(/^/gm, '  ')}\n`;
}

function refused({ code, message, advice }: Refusal): Failure {
  return { code, message, advice, exit: refusalCodes[code].exit };
}
