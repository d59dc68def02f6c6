import { expect, test } from 'vitest';
import { bestPlans, readInstance } from './interdiction-plans.ts';

/** Trafficker 1 with a bottom (2) who alone knows victim 3, and victim 4; trafficker 5 with two victims. */
const instance = [
  '0,8',
  '0,1,12,8,0,1,0,0',
  '0,5,30,8,0,1,0,0',
  '1,2,10000,4,0,0,1,0',
  '1,4,10000,10000,0,0,0,0',
  '2,3,10000,10000,0,0,0,0',
  '5,6,10000,10000,0,0,0,0',
  '5,7,10000,10000,0,0,0,0',
  '2,8,5,4,1,0,0,1',
  '3,8,5,2,1,0,0,1',
  '4,8,5,2,1,0,0,1',
  '6,8,9,2,1,0,0,1',
  '7,8,9,2,1,0,0,1',
].join('\n');

test('operations are read with those whom a bottom alone knows', () => {
  const [one, other] = readInstance(instance);
  expect(one?.victims.map(({ id }) => id).sort()).toEqual([2, 3, 4]);
  expect([...(one?.bottoms[0]?.cutOff ?? [])].sort()).toEqual([2, 3]);
  expect([one?.flow, other?.flow]).toEqual([12, 18]);
});

test('the best plan buys what takes most for the budget', () => {
  const victims = bestPlans(readInstance(instance), 'victims', 12);
  expect([0, 2, 4, 6, 8, 10].map((budget) => victims[budget])).toEqual([5, 4, 3, 2, 1, 0]);
  const flow = bestPlans(readInstance(instance), 'flow', 12);
  expect([0, 2, 4, 8].map((budget) => flow[budget])).toEqual([30, 21, 12, 5]);
});
