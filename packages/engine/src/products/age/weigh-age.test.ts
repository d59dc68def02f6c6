import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AgeEvidence, ageOutcome, ageSources, weighAge } from './weigh-age.ts';

const days = { first: '2024-03-01', last: '2026-03-01' };
const outcomes = (evidence: readonly AgeEvidence[]) => {
  const weighed = weighAge(evidence, days);
  return [ageOutcome(weighed.map(({ first }) => first)), ageOutcome(weighed.map(({ last }) => last))];
};
const on = '2024-03-01';

test.each<[string, readonly AgeEvidence[], string, string]>([
  ['nothing', [], 'unknown', 'unknown'],
  ['a birth', [{ source: 'birth', value: '2007-05-20', on }], 'child', 'adult'],
  ['a year of birth', [{ source: 'birth', value: '2008', on }], 'child', 'presumed-child'],
  ['an age', [{ source: 'age', value: '17', on }], 'child', 'adult'],
  ['an estimate', [{ source: 'age', value: '15/19', on }], 'presumed-child', 'presumed-child'],
  ['only a flag', [{ source: 'flag', value: '', on }], 'child', 'presumed-child'],
  [
    'a document that makes an adult of whom an examiner takes for 16',
    [
      { source: 'document', value: '2001-01-01', on },
      { source: 'assessed', value: '15/17', on },
    ],
    'presumed-child',
    'presumed-child',
  ],
  [
    'sources that agree on an adult',
    [
      { source: 'birth', value: '1990-01-01', on },
      { source: 'age', value: '34', on },
    ],
    'adult',
    'adult',
  ],
])('what %s makes of somebody', (_what, evidence, first, last) => {
  expect(outcomes(evidence)).toEqual([first, last]);
});

test('pieces that cannot be true together are counted against each other', () => {
  const weighed = weighAge(
    [
      { source: 'birth', value: '2001-01-01', on },
      { source: 'assessed', value: '15/17', on },
      { source: 'profile', value: '16/24', on },
    ],
    days,
  );
  expect(weighed.map(({ against }) => against)).toEqual([1, 1, 0]);
});

const piece = fc.oneof(
  fc.record({
    source: fc.constantFrom('birth' as const, 'document' as const),
    value: fc.constantFrom('1990', '2005-03', '2008-02-29', '2006/2010'),
    on: fc.constantFrom(on, ''),
  }),
  fc.record({
    source: fc.constantFrom(...ageSources.slice(2, 5)),
    value: fc.constantFrom('12', '16/19', '0/17', '18/120', '40'),
    on: fc.constantFrom('2024-03-01', '2025-12-31'),
  }),
);

test('more evidence takes nobody from a child to an adult', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), piece, (known, more) => {
      const isChild = (outcome: string | undefined) => outcome === 'child' || outcome === 'presumed-child';
      const [before, after] = [outcomes(known), outcomes([...known, more])];
      for (const place of [0, 1]) if (isChild(before[place])) expect(isChild(after[place])).toBe(true);
    }),
    { seed: 7, numRuns: 200 },
  );
});
