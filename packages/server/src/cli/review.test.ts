import { expect, test } from 'vitest';
import type { ReviewPair } from '../hub/review/list-review-pairs.ts';
import type { PairSideBySide } from '../hub/review/read-review-pair.ts';
import { paintWith } from './paint.ts';
import { agreementLines, reviewLines, sideBySideLines } from './review-lines.ts';
import { reviewLoop } from './review-loop.ts';

const told = { code: null, likelier: 1, common: null, says: null } as const;
const page = { paint: paintWith(false), width: 100 };

const pair: ReviewPair = {
  a: 1n,
  b: 2n,
  type: 'person',
  ask: 'decision',
  weight: 1.2,
  probability: 0.697,
  together: false,
  stake: { wrong: 0.697, pairs: 6, hits: 1, bridge: false, more: 2, value: 11.152 },
  names: ['Ivan Petrov', 'Iwan Petrow'],
  others: [],
};

const opinion: ReviewPair = { ...pair, a: 3n, b: 4n, ask: 'second-opinion', together: null, stake: null };

const looked: PairSideBySide = {
  a: 1n,
  b: 2n,
  type: 'person',
  places: [
    [{ partner: 'police', contribution: 'c', file: 'people.csv', row: 3 }],
    [
      { partner: 'border', contribution: 'd', file: 'guard.csv', row: 1200 },
      { partner: 'border', contribution: 'e', file: 'later.csv', row: 7 },
    ],
  ],
  properties: [
    { property: 'name', title: 'Name', a: ['Ivan Petrov'], b: ['Iwan \u001b[2JPetrow'], same: false },
    { property: 'birthDate', title: 'Date of birth', a: ['1985-04-03'], b: [], same: false },
  ],
  compared: {
    weight: 1.2,
    probability: 0.697,
    prior: -9,
    parts: [
      { ...told, comparison: 'sex', level: 0, weight: 0.001, words: 'sex: the same' },
      { ...told, comparison: 'name', level: 2, weight: 13, words: 'name: sounds alike' },
      { ...told, comparison: 'date', level: 0, weight: -2.8, words: 'date of birth: another year' },
    ],
  },
  others: [{ verdict: 'unsure', by: null, at: '2026-11-02T10:00:00.000Z' }],
};

test('the list says what is at stake', () => {
  expect(reviewLines([pair, opinion], page).join('\n')).toBe(
    `one                      other                    now   wrong  at stake
person-0000000000000001  person-0000000000000002  two  69.7 %  6 pairs of records together, 1 hit
                                                               raised, settles 2 more pairs
person-0000000000000003  person-0000000000000004               a second opinion

2 pairs, those first whose decision is expected to change most.
Judge them one by one: clew review. Or one alone: clew judge A B --verdict same --reason …`,
  );
  expect(reviewLines([], page)).toEqual(['Nothing to review in what you may see for this purpose.']);
});

test('a pair stands side by side with what speaks for and against, and nothing of it moves the cursor', () => {
  expect(sideBySideLines(pair, looked, page).join('\n')).toBe(
    `They are two now. Are they one?
If that is wrong (69.7 %): 6 pairs of records together, 1 hit raised, settles 2 more pairs.

               person-0000000000000001   person-0000000000000002
stated in      police: people.csv row 3  border: guard.csv row 1,200 and 1 more
name           Ivan Petrov               Iwan  [2JPetrow
date of birth  1985-04-03

 bits  what was seen
+13.0  name: sounds alike
 −2.8  date of birth: another year
+1.2 bits with the prior: probability 69.7 %

a reviewer elsewhere said unsure on 2026-11-02`,
  );
  const blind = sideBySideLines(opinion, { ...looked, compared: null, others: [] }, page);
  expect(blind.slice(0, 2)).toEqual([
    'Another reviewer has judged these. What do you say?',
    'What the other said is shown when you have answered.',
  ]);
  expect(blind).toContain('The two were never compared.');
});

test('agreement is told with its interval, and what cannot be told is said', () => {
  const figures = { judged: 120, drawn: 11, oneIn: 10, waiting: 3 };
  const kappa = { one: 'anna', other: 'rosa', units: 8, same: 0.875, value: 0.6, low: -0.1, high: 1 };
  const alpha = { value: 0.612, low: -0.1, high: 1 };
  const found = { ...figures, units: 8, raters: 2, same: 0.875, alpha, kappas: [kappa] };
  expect(agreementLines(found, page).join('\n')).toBe(
    `120 pairs judged; one in 10 is drawn for a second opinion: 11, of which 3 wait for it.
8 pairs with two opinions, by 2 reviewers: the same on 87.5 %.
Krippendorff's alpha 0.61 [-0.10, 1.00]

one   other  pairs  the same  Cohen's kappa
anna  rosa       8    87.5 %  0.60 [-0.10, 1.00]

1: they always agree; 0: as often as by chance. In brackets: where 95 of 100 resamples lie.`,
  );
  const none = { value: null, low: null, high: null };
  const empty = { ...figures, units: 0, raters: 0, same: null, alpha: none, kappas: [] };
  expect(agreementLines(empty, page)[1]).toBe('No pair has two opinions yet.');
  expect(agreementLines({ ...found, alpha: none }, page)[2]).toContain('cannot be told');
});

/** Goes through the pairs 1 to 4 with what somebody types. */
async function gone(typed: readonly string[]) {
  const [shown, kept, left]: [string[], string[], string[]] = [[], [], [...typed]];
  const ended = await reviewLoop<number>({
    next: async (after) => ((after ?? 0) < 4 ? (after ?? 0) + 1 : undefined),
    look: async (each) => [`pair ${each}`],
    judge: async (each, verdict, reason) => {
      kept.push(`${each} ${verdict}: ${reason}`);
      return ['kept'];
    },
    show: (lines) => shown.push(...lines),
    ask: async () => left.shift(),
  });
  return { ...ended, shown, kept };
}

test('keys judge, skip and quit; no verdict is kept without a reason', async () => {
  const all = await gone(['s', ' One phone ', 'k', 'x', 'D', '', 'unsure', 'Too little']);
  expect(all).toMatchObject({ judged: 2, left: false, kept: ['1 same: One phone', '4 unsure: Too little'] });
  expect(all.shown).toEqual([
    'pair 1',
    'kept',
    '',
    'pair 2',
    'pair 3',
    'Type one of the letters in brackets, then Enter.',
    'pair 4',
    'kept',
    '',
  ]);
  expect(await gone(['q'])).toMatchObject({ judged: 0, left: true, kept: [] });
  expect(await gone(['s'])).toMatchObject({ judged: 0, left: true, kept: [] });
  expect(await gone([])).toMatchObject({ judged: 0, left: true });
});
