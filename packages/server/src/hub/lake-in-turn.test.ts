import type { Lake } from '@clew/engine/lake/lake.ts';
import { expect, test } from 'vitest';
import { LakeInTurn } from './lake-in-turn.ts';

test('who came before is waited for, and who comes after the end is refused', async () => {
  const told: string[] = [];
  const lake = { endBeside: async () => told.push('ended'), close: () => told.push('closed') };
  const turns = new LakeInTurn(async () => lake as unknown as Lake);
  const first = turns.use(async () => told.push('used'));
  const closed = turns.close();
  await expect(turns.use(async () => told.push('late'))).rejects.toMatchObject({ code: 'not-ready' });
  await Promise.all([first, closed]);
  expect(told).toEqual(['used', 'ended', 'closed']);
});
