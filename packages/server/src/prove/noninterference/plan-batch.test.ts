import { expect, test } from 'vitest';
import { planBatch } from './plan-batch.ts';
import type { PlannedFile } from './planned.ts';

/** The columns of phone, passport, account and plate. */
const numbers = [3, 4, 5, 7];

test('two hubs of a batch share no number: a hit between them would be one that the terms release', () => {
  for (let index = 0; index < 5; index++) {
    const { base, variants } = planBatch({ seed: 1, index, hubs: 25, variants: 4 });
    const files = [base, ...variants]
      .flat()
      .flatMap(({ deed }) => (deed.kind === 'hand-in' ? [deed.file] : []));
    const seen = new Map<string, number>();
    for (const [number, cell] of files.flatMap(numbersIn)) {
      expect(seen.get(number) ?? cell, number).toBe(cell);
      seen.set(number, cell);
    }
    expect(seen.size).toBeGreaterThan(100);
  }
});

test('every variant has a hidden file in every hub that the base does not have, or lacks one', () => {
  const { base, variants } = planBatch({ seed: 2, index: 0, hubs: 25, variants: 4 });
  const hidden = (acts: typeof base, cell: number) =>
    acts
      .flatMap(({ deed }) => (deed.kind === 'hand-in' && deed.file.hidden ? [deed.file] : []))
      .filter((file) => file.cell === cell)
      .map(({ text }) => text)
      .sort();
  for (const variant of variants) {
    for (let cell = 0; cell < 25; cell++) expect(hidden(variant, cell)).not.toEqual(hidden(base, cell));
  }
});

function numbersIn({ text, cell }: PlannedFile): readonly (readonly [string, number])[] {
  const cells = text
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  return cells.flatMap((row) =>
    numbers.flatMap((column) =>
      (row[column] ?? '').length > 4 ? [[row[column] as string, cell] as const] : [],
    ),
  );
}
