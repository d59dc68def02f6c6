import { expect, test } from 'vitest';
import { findingKind } from './finding-kind.ts';

test('a kind that is called after its detector stands alone', () => {
  const name = (_: string, code: string) => code;
  expect(findingKind({ name }, { detector: 'Series', kind: 'Series of two' })).toBe('Series of two');
  expect(findingKind({ name }, { detector: 'Series', kind: 'Series' })).toBe('Series');
  expect(findingKind({ name }, { detector: 'Money', kind: 'Fan' })).toBe('Money · Fan');
});
