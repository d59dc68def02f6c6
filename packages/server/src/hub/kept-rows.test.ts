import { addJudgement } from '@clew/ledger/judgements.ts';
import { addTestContribution, openTestLedger } from '@clew/ledger/test-ledger.ts';
import { idText } from '@clew/model/ids.ts';
import { expect, test } from 'vitest';
import { keptRows } from './kept-rows.ts';

test('a judgement counts only where all that it rests on is visible, and then the last word that is', async () => {
  const { ledger, close } = await openTestLedger();
  try {
    const add = async (content: string) =>
      (await addTestContribution(ledger, { partner: 'north', content })).id;
    const [seen, hidden] = [await add('a'), await add('b')];
    const pair = { a: idText('person', 1n), b: idText('person', 2n), by: 'rev', reason: 'Compared' };
    const judge = (verdict: 'same' | 'different', day: number, contributions: readonly string[]) =>
      addJudgement(ledger, { ...pair, verdict, at: `2026-03-0${day}T08:00:00.000Z` }, contributions);
    await judge('different', 1, [seen]);
    await judge('same', 2, [seen, hidden]);
    const verdicts = async (through: number | undefined, visible?: readonly string[]) => {
      const kept = await keptRows(ledger, through, visible === undefined ? undefined : new Set(visible));
      return kept.judgements.map(({ verdict }) => verdict);
    };
    expect(await verdicts(undefined)).toEqual(['same']);
    expect(await verdicts(undefined, [seen, hidden])).toEqual(['same']);
    expect(await verdicts(undefined, [seen])).toEqual(['different']);
    expect(await verdicts(undefined, [hidden])).toEqual([]);
    expect(await verdicts(1, [seen, hidden])).toEqual(['different']);
  } finally {
    await close();
  }
});
