import { expect, test } from 'vitest';
import { cohensKappa, krippendorffsAlpha, measureAgreement, type Rating } from './agreement.ts';

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

test('kappa by hand: of 50, 20 yes from both, 15 no from both', () => {
  // The same on 35 of 50 = .7; by chance .5 × .6 + .5 × .4 = .5; (.7 − .5) / (1 − .5) = .4.
  const pairs: [string, string][] = [
    ...times<[string, string]>(20, ['yes', 'yes']),
    ...times<[string, string]>(5, ['yes', 'no']),
    ...times<[string, string]>(10, ['no', 'yes']),
    ...times<[string, string]>(15, ['no', 'no']),
  ];
  expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12);
  expect(cohensKappa(pairs.map(([x, y]) => [y, x]))).toBeCloseTo(0.4, 12);
  expect(cohensKappa(times(5, ['yes', 'yes'] as const))).toBeNull();
});

// Krippendorff, "Computing Krippendorff's alpha-reliability", 2011: section C, four observers, some values missing.
const observers = ['123321412...', '1233224125.3', '.33323422 51.'.replace(' ', ''), '12332441251.'];

const ratings: Rating[] = observers.flatMap((values, observer) =>
  [...values].flatMap((verdict, unit) =>
    verdict === '.' ? [] : [{ unit: `unit ${unit}`, rater: `observer ${observer}`, verdict }],
  ),
);

test('alpha of the published examples: .743 with values missing, .095 for two observers', () => {
  const { alpha, units, raters } = measureAgreement(ratings);
  expect(alpha.value).toBeCloseTo(0.743, 3);
  expect([units, raters]).toEqual([11, 4]);
  const [one, other] = ['0100000000', '1110010100'];
  expect(krippendorffsAlpha([...one].map((value, unit) => [value, other[unit] as string]))).toBeCloseTo(
    0.095,
    3,
  );
});

test('the figures hang on neither the order of things nor that of reviewers, and lie in their intervals', () => {
  const forwards = measureAgreement(ratings);
  expect(measureAgreement(ratings.toReversed())).toEqual(forwards);
  for (const { value, low, high } of [forwards.alpha, ...forwards.kappas]) {
    expect(low).toBeLessThanOrEqual(value as number);
    expect(high).toBeGreaterThanOrEqual(value as number);
  }
  expect(forwards.kappas).toHaveLength(6);
});

test('who says it twice counts with the first, and a thing that one alone rated with nothing', () => {
  const said = (unit: string, rater: string, verdict: string): Rating => ({ unit, rater, verdict });
  const twice = [said('x', 'ada', 'same'), said('x', 'bo', 'different'), said('x', 'bo', 'same')];
  expect(measureAgreement([...twice, said('y', 'ada', 'same')])).toMatchObject({ units: 1, same: 0 });
  expect(measureAgreement([said('y', 'ada', 'same')])).toMatchObject({
    units: 0,
    same: null,
    alpha: { value: null, low: null, high: null },
    kappas: [],
  });
});
