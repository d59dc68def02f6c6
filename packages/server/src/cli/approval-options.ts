import { Refusal } from '@clew/model/refusal.ts';
import { type Command, Option } from 'commander';

/** What the second person says. */
export interface ApprovalOptions {
  readonly approve?: boolean;
  readonly refuse?: boolean;
  readonly reason: string;
}

export function approvalOptions(command: Command): Command {
  return command
    .addOption(new Option('--approve', 'say yes').conflicts('refuse'))
    .option('--refuse', 'say no')
    .requiredOption('--reason <words>', 'why; kept for good');
}

/** Neither yes nor no is refused: nothing is approved by leaving a word out. */
export function approvalFrom(options: ApprovalOptions): {
  readonly approved: boolean;
  readonly reason: string;
} {
  if (options.approve !== true && options.refuse !== true) {
    throw new Refusal('usage', 'Say yes or no.', 'With --approve or --refuse.');
  }
  return { approved: options.approve === true, reason: options.reason };
}
