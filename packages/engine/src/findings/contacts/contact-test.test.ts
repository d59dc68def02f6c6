import { expect, test } from 'vitest';
import { type Dice, diceFor } from '../../dice.ts';
import { keepUnlikelyCounts } from '../keep-unlikely.ts';
import { testContacts } from './contact-test.ts';
import type { Asked, Conversation } from './conversations.ts';
import { type Stage, stages } from './wordings.ts';

/** A conversation of so many messages, each of which asks for each thing at a rate. */
function chat(
  dice: Dice,
  of: { adult: bigint; minor: bigint; messages: number; rate: number },
): Conversation {
  const { adult, minor, messages, rate } = of;
  const asking = new Map<Stage, number>();
  for (const stage of stages)
    for (let at = 0; at < messages; at++)
      if (dice.chance(rate)) asking.set(stage, (asking.get(stage) ?? 0) + 1);
  const asked: Asked[] = [...asking.keys()].map((stage) => ({ stage, day: null, wording: null }));
  return { adult, minor, messages, asking, asked, opened: true, channel: null, first: null, last: null };
}

async function* report(
  dice: Dice,
  rateOf: (adult: number) => number,
  longest = 0,
): AsyncGenerator<Conversation> {
  for (let adult = 0; adult < 40; adult++)
    for (let minor = 0; minor < 6; minor++)
      yield chat(dice, {
        ...{ adult: BigInt(adult), minor: BigInt(100 * adult + minor) },
        ...{ messages: adult < longest ? 60 : 4 + dice.below(8), rate: rateOf(adult) },
      });
}

const found = async (conversations: AsyncIterable<Conversation>) => {
  const { candidates, alike } = await testContacts(conversations);
  return keepUnlikelyCounts(candidates, alike).map(({ account }) => Number(account));
};

test.each([0.02, 0.05, 0.1, 0.3])(
  'where all ask alike, at %d, hardly any report has an account that stands out',
  async (rate) => {
    let reports = 0;
    for (let run = 0; run < 40; run++) {
      const stands = await found(report(diceFor(run, 'alike', 0), () => rate));
      if (stands.length > 0) reports++;
    }
    expect(reports).toBeLessThanOrEqual(4);
  },
);

test('accounts that ask far more stand out, though a third of the report is theirs', async () => {
  const stands = await found(report(diceFor(1, 'third', 0), (adult) => (adult < 13 ? 0.2 : 0.01)));
  expect(stands).toEqual(Array.from({ length: 13 }, (_, adult) => adult));
});

test('who writes more asks for more, and does not stand out for that', async () => {
  let reports = 0;
  for (let run = 0; run < 40; run++)
    if ((await found(report(diceFor(run, 'long', 0), () => 0.03, 2))).length > 0) reports++;
  expect(reports).toBeLessThanOrEqual(4);
});
