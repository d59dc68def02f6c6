// In: the pairs to judge one after the other, and somebody who answers. Out: judgements, each kept before the next pair
// is shown. Invariant: nothing is kept without a verdict and a reason.

import type { Judgement } from '@clew/model/judgement.ts';

/** What the loop needs of the hub and of the terminal. */
export interface ReviewDesk<P> {
  /** The next pair after the one given; undefined when there is none left. */
  readonly next: (after: P | undefined) => Promise<P | undefined>;
  /** The pair as lines. */
  readonly look: (pair: P) => Promise<readonly string[]>;
  readonly judge: (pair: P, verdict: Judgement['verdict'], reason: string) => Promise<readonly string[]>;
  readonly show: (lines: readonly string[]) => void;
  /** One line that the person types; undefined at the end of input. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
}

const verdicts: Readonly<Record<string, Judgement['verdict']>> = { s: 'same', d: 'different', u: 'unsure' };
const keys = '[s]ame  [d]ifferent  [u]nsure  s[k]ip  [q]uit';

/** Goes on until there is nothing left or the person quits. Gives how many were judged. */
export async function reviewLoop<P>(desk: ReviewDesk<P>): Promise<{ judged: number; left: boolean }> {
  let judged = 0;
  for (let pair = await desk.next(undefined); pair !== undefined; pair = await desk.next(pair)) {
    desk.show(await desk.look(pair));
    const answer = await answerTo(desk);
    if (answer === 'quit') return { judged, left: true };
    if (answer === 'skip') continue;
    const reason = await reasonFor(desk, answer);
    if (reason === undefined) return { judged, left: true };
    if (reason === '') continue;
    desk.show([...(await desk.judge(pair, answer, reason)), '']);
    judged++;
  }
  return { judged, left: false };
}

async function answerTo<P>(desk: ReviewDesk<P>): Promise<Judgement['verdict'] | 'skip' | 'quit'> {
  for (;;) {
    const typed = (await desk.ask(`${keys} > `))?.trim().toLowerCase();
    if (typed === undefined || typed === 'q' || typed === 'quit') return 'quit';
    if (typed === 'k' || typed === 'skip') return 'skip';
    const verdict = verdicts[typed] ?? Object.values(verdicts).find((each) => each === typed);
    if (verdict !== undefined) return verdict;
    desk.show(['Type one of the letters in brackets, then Enter.']);
  }
}

/** Empty: the person thought better of it. */
async function reasonFor<P>(desk: ReviewDesk<P>, verdict: string): Promise<string | undefined> {
  return (await desk.ask(`Why ${verdict}? (kept with your name; empty: skip) > `))?.trim();
}
