import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTestContribution, openTestLedger, type TestLedger } from '../test-ledger.ts';
import { openText, sealText, textOpener } from './sealed-text.ts';

let opened: TestLedger;
let sources: readonly { readonly id: string; readonly object: string }[];

beforeAll(async () => {
  opened = await openTestLedger();
  const all = [];
  for (const content of ['0', '1', '2', '3', '4'])
    all.push(await addTestContribution(opened.ledger, { content }));
  sources = all;
});

afterAll(() => opened.close());

const idOf = (index: number) => sources[index]?.id ?? '';

test('any text comes back under the same contributions in any order, and under no others', () =>
  fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1 }),
      fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1 }),
      async (text, under, other) => {
        const { ledger } = opened;
        const plain = Buffer.from(text).toString();
        const sealed = await sealText(ledger, under.map(idOf), plain);
        expect(await openText(ledger, [...under, ...under].reverse().map(idOf), sealed)).toBe(plain);
        if ([...under].sort().join() === [...other].sort().join()) return;
        await expect(openText(ledger, other.map(idOf), sealed)).rejects.toMatchObject({ code: 'damaged' });
      },
    ),
    { numRuns: 40, seed: 1 },
  ));

test('two sealings of one text differ, and a changed one is refused', async () => {
  const { ledger } = opened;
  const sealed = await sealText(ledger, [idOf(0)], 'text');
  expect(await sealText(ledger, [idOf(0)], 'text')).not.toBe(sealed);
  const bytes = Buffer.from(sealed, 'base64');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 1;
    const opening = openText(ledger, [idOf(0)], changed.toString('base64'));
    await expect(opening).rejects.toMatchObject({ code: 'damaged' });
  }
  await expect(openText(ledger, [idOf(0)], '')).rejects.toMatchObject({ code: 'damaged' });
});

test('a text is sealed under something that the ledger knows', async () => {
  await expect(sealText(opened.ledger, [], 'text')).rejects.toThrow('one contribution at least');
  await expect(sealText(opened.ledger, ['0'.repeat(16)], 'text')).rejects.toThrow('unknown contribution');
});

test('destroying the key of any one of several contributions takes the text away', async () => {
  const { ledger } = opened;
  const sealed = await sealText(ledger, [idOf(0), idOf(1), idOf(2), idOf(3)], 'text');
  const alone = await sealText(ledger, [idOf(4)], 'other');
  for (const [index, source] of sources.slice(0, 4).entries()) {
    const pair = await sealText(ledger, [source.id, idOf(4)], 'pair');
    await ledger.keys.destroy(source.object);
    expect(await openText(ledger, [source.id, idOf(4)], pair)).toBeNull();
    if (index === 0)
      expect(
        await openText(
          ledger,
          sources.slice(0, 4).map(({ id }) => id),
          sealed,
        ),
      ).toBeNull();
    await expect(sealText(ledger, [idOf(4), source.id], 'late')).rejects.toMatchObject({ code: 'erased' });
  }
  const open = textOpener(ledger);
  expect(
    await open(
      sources.slice(0, 4).map(({ id }) => id),
      sealed,
    ),
  ).toBeNull();
  expect(await open([idOf(4)], alone)).toBe('other');
});
