import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { standStill } from './stand-still.ts';

test('while it is held everything that is drawn repeats itself, and then no more', () => {
  const drawn = () => [
    randomBytes(40).toString('hex'),
    randomInt(1_000_000),
    randomInt(5, 7),
    randomUUID(),
    Date.now(),
  ];
  const still = standStill();
  try {
    still.set(1000, 'a');
    const first = drawn();
    expect(drawn().slice(0, 4)).not.toEqual(first.slice(0, 4));
    still.set(1000, 'a');
    expect(drawn()).toEqual(first);
    still.set(1000, 'b');
    expect(drawn()[0]).not.toEqual(first[0]);
    for (let time = 0; time < 100; time++) expect([5, 6]).toContain(randomInt(5, 7));
  } finally {
    still.release();
  }
  expect(drawn()).not.toEqual(drawn());
});
