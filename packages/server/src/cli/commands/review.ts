import { createInterface } from 'node:readline/promises';
import { idText } from '@clew/model/ids.ts';
import type { Command } from 'commander';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../../hub/hub.ts';
import { judgePair } from '../../hub/pairs/judge-pair.ts';
import { listReviewPairs, type ReviewPair, type ReviewPosition } from '../../hub/review/list-review-pairs.ts';
import { measureAgreement } from '../../hub/review/measure-agreement.ts';
import { readReviewPair } from '../../hub/review/read-review-pair.ts';
import { commonOptions, typeId, wholeNumber } from '../common-options.ts';
import { perform } from '../perform.ts';
import { agreementLines, reviewLines, sideBySideLines, toldText } from '../review-lines.ts';
import { type ReviewDesk, reviewLoop } from '../review-loop.ts';
import { type CallerOptions, type Outcome, type Shell, withCaller } from '../shell.ts';
import { counted } from '../text-table.ts';

interface ReviewOptions extends CallerOptions {
  readonly list?: number;
  readonly type?: string;
  readonly agreement?: boolean;
}

const listedUnlessTold = 20;

export function defineReview(command: Command, shell: Shell): void {
  command
    .option('--list <n>', 'only list so many pairs; what happens too where nobody can type', wholeNumber)
    .option('--type <type>', 'only pairs of this type', typeId)
    .option('--agreement', 'how far reviewers agree beyond chance; for supervisors');
  const example = 'clew review\nclew review --list 50 --type person\nclew review --agreement --json';
  commonOptions(command, { hub: true, caller: true, example });
  command.action(perform(shell, (options: ReviewOptions) => review(shell, options)));
}

function review(shell: Shell, options: ReviewOptions): Promise<Outcome> {
  return withCaller(shell, options, async (hub, caller) => {
    if (options.agreement === true) {
      const found = await measureAgreement(hub, caller);
      return { data: found, lines: agreementLines(found, shell.page) };
    }
    const canType = process.stdin.isTTY === true && shell.stdout.isTTY === true;
    if (canType && options.list === undefined && options.json !== true) {
      return reviewAtTerminal(shell, options, { hub, caller });
    }
    const asked = { limit: options.list ?? listedUnlessTold, type: options.type };
    const { items } = await listReviewPairs(hub, caller, asked);
    return { data: items.map(named), lines: reviewLines(items, shell.page) };
  });
}

function named(pair: ReviewPair): unknown {
  return { ...pair, a: idText(pair.type, pair.a), b: idText(pair.type, pair.b) };
}

async function reviewAtTerminal(
  shell: Shell,
  options: ReviewOptions,
  given: { readonly hub: Hub; readonly caller: Caller },
): Promise<Outcome> {
  const typing = createInterface({ input: process.stdin, output: shell.stdout, signal: shell.signal });
  // What is typed while a pair is being looked up waits for its question.
  const typed = typing[Symbol.asyncIterator]();
  let open = true;
  typing.once('close', () => {
    open = false;
  });
  try {
    const { judged, left } = await reviewLoop({
      ...reviewDesk(shell, options, given),
      show: (lines) => shell.stdout.write(`${lines.join('\n')}\n`),
      ask: async (prompt) => {
        typing.setPrompt(prompt);
        if (open) typing.prompt();
        const { value, done } = await typed.next();
        return done === true ? undefined : value;
      },
    });
    const rest = left ? '' : ' Nothing else to review in what you may see.';
    const lines = [`${counted(judged, 'pair')} judged.${rest}`, ...(judged > 0 ? ['Next: clew run'] : [])];
    return { data: { judged }, lines };
  } finally {
    typing.close();
  }
}

/** What the loop does with the hub: pairs come one by one, each time as the judgements then stand. */
export function reviewDesk(
  shell: Pick<Shell, 'page'>,
  options: Pick<ReviewOptions, 'type'>,
  { hub, caller }: { readonly hub: Hub; readonly caller: Caller },
): Pick<ReviewDesk<ReviewPair>, 'next' | 'look' | 'judge'> {
  let after: ReviewPosition | undefined;
  let ended = false;
  return {
    async next() {
      if (ended) return undefined;
      const { items, next } = await listReviewPairs(hub, caller, { limit: 1, after, type: options.type });
      after = next ?? undefined;
      ended = next === null;
      return items[0];
    },
    async look(pair) {
      return sideBySideLines(pair, await readReviewPair(hub, caller, pair), shell.page);
    },
    async judge(pair, verdict, reason) {
      await judgePair(hub, caller, { a: pair.a, b: pair.b, verdict, reason });
      const { others } = await readReviewPair(hub, caller, pair);
      const before = pair.ask === 'second-opinion' ? others.slice(0, -1).map(toldText) : [];
      return [shell.page.paint.green(`Kept: ${verdict}.`), ...before];
    },
  };
}
