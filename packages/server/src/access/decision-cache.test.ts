import { expect, test } from 'vitest';
import { DecisionCache } from './decision-cache.ts';

test('remembers both answers, and forgets the one that was used longest ago', () => {
  const cache = new DecisionCache(2);
  const asked: string[] = [];
  const ask = (key: string, answer: boolean) =>
    cache.decided(key, () => {
      asked.push(key);
      return answer;
    });
  expect([ask('a', true), ask('b', false), ask('a', false), ask('b', true)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
  expect(asked).toEqual(['a', 'b']);
  ask('a', true);
  ask('c', true);
  expect(cache.size).toBe(2);
  ask('a', true);
  ask('b', false);
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});

test('a decision that could not be made is not remembered', () => {
  const cache = new DecisionCache(2);
  expect(() =>
    cache.decided('a', () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(cache.decided('a', () => false)).toBe(false);
});
