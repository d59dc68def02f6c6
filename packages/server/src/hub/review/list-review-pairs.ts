import type { Lake } from '@clew/engine/lake/lake.ts';
import { readNames } from '@clew/engine/products/dossier/read-sides.ts';
import { groundTable, loadGrounds } from '@clew/engine/products/notifications/grounds.ts';
import { areRanked, rankQuestions } from '@clew/engine/resolution/review/rank-questions.ts';
import {
  knownPairs,
  type RankedQuestion,
  readQuestions,
} from '@clew/engine/resolution/review/read-questions.ts';
import { dueTo, isDecided, type JudgedPair, pairKey } from '@clew/engine/resolution/review/second-opinion.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import { openView } from '../../access/view.ts';
import type { Hub } from '../hub.ts';
import { oneInOf, reviewedInView, type ToldVerdict, toldVerdicts } from './reviewed-pairs.ts';

/** What an answer would change; see `questionTable`. */
export type ReviewStake = Pick<RankedQuestion, 'wrong' | 'pairs' | 'hits' | 'bridge' | 'more' | 'value'>;

export interface ReviewPair {
  readonly a: bigint;
  readonly b: bigint;
  readonly type: string;
  /** `second-opinion`: another has judged it. What that was is not told before one has judged it oneself. */
  readonly ask: 'decision' | 'second-opinion';
  readonly weight: number | null;
  readonly probability: number | null;
  /** Whether the two are one now; null for a second opinion. */
  readonly together: boolean | null;
  readonly stake: ReviewStake | null;
  /** What the two are called; null where that is not told. */
  readonly names: readonly [string | null, string | null];
  readonly others: readonly ToldVerdict[];
}

/** Where a list goes on: how many were shown, the last rank, the last place in the draw. */
export type ReviewPosition = readonly [shown: number, rank: number, drawn: string];

export interface ReviewPage {
  readonly view: string;
  readonly items: readonly ReviewPair[];
  readonly next: ReviewPosition | null;
}

/** Each tenth place is for a second opinion, as long as one is due. */
const placeOfOpinions = 10;
const readAtOnce = 200;

/** The pairs of the caller's view to look at, those first whose decision is expected to change most. */
export async function listReviewPairs(
  hub: Hub,
  caller: Caller,
  asked: {
    readonly limit: number;
    readonly after?: ReviewPosition | undefined;
    readonly type?: string | undefined;
  },
): Promise<ReviewPage> {
  await hub.gate.pass(caller, 'pair.judge', wholeHub);
  const view = await openView(hub, caller);
  const [shown, rank, drawn] = asked.after ?? [0, 0, ''];
  const { type, limit } = asked;
  const reviewer = caller.actor.person;
  const { found, judged } = await view.read(async (lake) => {
    const judged = await reviewedInView(hub, lake);
    const due = dueTo(reviewer, judged.values(), oneInOf(hub));
    const given = { reviewer, judged, due, type };
    await ensureRanked(lake);
    const questions = await openQuestions(lake, { ...given, after: rank, limit: limit + 1 });
    const opinions = await dueOpinions(lake, { ...given, after: drawn, limit: limit + 1 });
    const list = merged(questions, opinions, { at: [shown, rank, drawn], limit: limit + 1 });
    const names = await readNames(
      lake,
      list.flatMap(({ pair }) => [pair.a, pair.b]),
    );
    const found = list.map((each) => ({
      ...each,
      names: [names.get(each.pair.a) ?? null, names.get(each.pair.b) ?? null] as const,
    }));
    return { found, judged };
  });
  const items: ReviewPair[] = [];
  for (const { pair, names } of found.slice(0, limit)) {
    const others =
      pair.ask === 'decision' ? await toldVerdicts(hub, caller, judged.get(pairKey(pair.a, pair.b))) : [];
    items.push({ ...pair, names, others });
  }
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { view: view.id, items, next: last?.position ?? null };
}

async function ensureRanked(lake: Lake): Promise<void> {
  if (await areRanked(lake)) return;
  await loadGrounds(lake);
  await rankQuestions(lake, { grounds: groundTable });
}

type Listed = Omit<ReviewPair, 'others' | 'names'>;

interface Wanted {
  readonly reviewer: string;
  readonly judged: ReadonlyMap<string, JudgedPair>;
  readonly due: ReturnType<typeof dueTo>;
  readonly type: string | undefined;
  readonly limit: number;
}

/** Questions that nobody has answered since the run, and that this reviewer has not left open before. */
async function openQuestions(
  lake: Lake,
  wanted: Wanted & { readonly after: number },
): Promise<(Listed & { readonly rank: number })[]> {
  const open: (Listed & { readonly rank: number })[] = [];
  const elsewhere = new Set(wanted.due.map(({ a, b }) => pairKey(a, b)));
  let after = wanted.after;
  while (open.length < wanted.limit) {
    const questions = await readQuestions(lake, { after, limit: readAtOnce, type: wanted.type });
    for (const question of questions) {
      const key = pairKey(question.a, question.b);
      const judged = wanted.judged.get(key);
      if (elsewhere.has(key)) continue;
      if (judged !== undefined && (isDecided(judged) || judged.first.has(wanted.reviewer))) continue;
      const { rank, type, a, b, weight, probability, together, ...stake } = question;
      open.push({ rank, type, a, b, ask: 'decision', weight, probability, together, stake });
    }
    if (questions.length < readAtOnce) break;
    after = questions.at(-1)?.rank ?? after;
  }
  return open;
}

async function dueOpinions(
  lake: Lake,
  wanted: Wanted & { readonly after: string },
): Promise<(Listed & { readonly drawn: string })[]> {
  const places = new Map(wanted.due.map(({ a, b, drawn }) => [pairKey(a, b), drawn]));
  const known = await knownPairs(
    lake,
    wanted.due.filter(({ drawn }) => drawn > wanted.after),
  );
  return known
    .filter(({ type }) => wanted.type === undefined || type === wanted.type)
    .map(({ a, b, type, weight, probability }) => {
      const pair = { a, b, type, weight, probability, together: null, stake: null };
      return { ...pair, ask: 'second-opinion', drawn: places.get(pairKey(a, b)) ?? '' };
    });
}

/** One list of two, with where it goes on behind each item. */
function merged(
  questions: readonly (Listed & { readonly rank: number })[],
  opinions: readonly (Listed & { readonly drawn: string })[],
  from: { readonly at: ReviewPosition; readonly limit: number },
): { readonly pair: Listed; readonly position: ReviewPosition }[] {
  const list: { readonly pair: Listed; readonly position: ReviewPosition }[] = [];
  let [shown, rank, drawn] = from.at;
  let [question, opinion] = [0, 0];
  while (list.length < from.limit) {
    const nextQuestion = questions[question];
    const nextOpinion = opinions[opinion];
    const isPlace = (shown + 1) % placeOfOpinions === 0;
    if (nextOpinion !== undefined && (isPlace || nextQuestion === undefined)) {
      ({ drawn } = nextOpinion);
      opinion++;
      const { drawn: _, ...pair } = nextOpinion;
      list.push({ pair, position: [++shown, rank, drawn] });
    } else if (nextQuestion !== undefined) {
      ({ rank } = nextQuestion);
      question++;
      const { rank: _, ...pair } = nextQuestion;
      list.push({ pair, position: [++shown, rank, drawn] });
    } else break;
  }
  return list;
}
