import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeAlone } from './alone.ts';

test('works wait for each other, one that fails too, and what is begun within goes ahead', async () => {
  const alone = makeAlone();
  const told: string[] = [];
  const work = (name: string) =>
    alone(async () => {
      told.push(`${name} begins`);
      await setImmediate();
      await alone(async () => told.push(`${name} within`));
      told.push(`${name} ends`);
      if (name === 'b') throw new Error('b fails');
    });
  await Promise.allSettled([work('a'), work('b'), work('c')]);
  expect(told).toEqual(
    ['a', 'b', 'c'].flatMap((name) => [`${name} begins`, `${name} within`, `${name} ends`]),
  );
  await expect(work('b')).rejects.toThrow('b fails');
});
