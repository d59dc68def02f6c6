import fc from 'fast-check';
import { expect, test } from 'vitest';
import { informationGrades, sourceGrades } from './codes.ts';
import { type Corroboration, corroborate, type Report } from './corroboration.ts';

const keys = <K extends string>(record: Readonly<Record<K, string>>) => Object.keys(record) as K[];

const report: fc.Arbitrary<Report> = fc.record({
  owner: fc.constantFrom('police', 'border', 'hotline', 'inspectorate'),
  origin: fc.constantFrom(null, 'src-1', 'src-2', 'src-3'),
  source: fc.constantFrom(...keys(sourceGrades)),
  information: fc.constantFrom(...keys(informationGrades)),
  content: fc.constantFrom(null, 'abc', 'def'),
});
const reports = fc.array(report, { minLength: 1, maxLength: 8 });

/** Smaller is better. */
const rank = ({ source, information }: Corroboration) => information + source;
const evaluation = ({ independent, source, information }: Corroboration) => [
  independent,
  source,
  information,
];

const x4: Report = { owner: 'police', origin: null, source: 'X', information: '4', content: null };

test('two independent origins corroborate what one alone does not', () => {
  expect(corroborate([x4])).toEqual({ reports: 1, independent: 1, source: 'X', information: '4' });
  expect(corroborate([x4, { ...x4, owner: 'border' }])).toMatchObject({ independent: 2, information: '3' });
});

test.each<[string, Partial<Report>]>([
  ['the same source through another partner', { owner: 'border', origin: 'src-7' }],
  ['the same words through another partner', { owner: 'border', content: 'same' }],
  ['the same partner once more', { origin: 'src-9' }],
])('%s corroborates nothing', (_, echo) => {
  const first = { ...x4, origin: 'src-7', content: 'same' };
  const outcome = corroborate([first, { ...x4, ...echo }]);
  expect(outcome).toEqual({ reports: 2, independent: 1, source: 'X', information: '4' });
});

test('an echo that its bearer grades better does not raise the evaluation', () => {
  const first = { ...x4, origin: 'src-7' };
  expect(corroborate([first, { ...first, owner: 'border', source: 'A', information: '1' }])).toMatchObject({
    source: 'X',
    information: '4',
  });
});

test('an echo through a partner that says nothing else changes nothing', () => {
  fc.assert(
    fc.property(reports, fc.nat(), (given, pick) => {
      const echoed = given[pick % given.length] as Report;
      const known = { ...echoed, origin: echoed.origin ?? 'src-9' };
      const told = given.map((each) => (each === echoed ? known : each));
      const echo = { ...known, owner: 'newcomer' };
      expect(evaluation(corroborate([...told, echo]))).toEqual(evaluation(corroborate(told)));
    }),
  );
});

test('no echo raises the evaluation, whoever passes it on and however it is graded', () => {
  fc.assert(
    fc.property(reports, report, fc.nat(), (given, other, pick) => {
      const echoed = given[pick % given.length] as Report;
      const known = { ...echoed, origin: echoed.origin ?? 'src-9' };
      const told = given.map((each) => (each === echoed ? known : each));
      const before = corroborate(told);
      const after = corroborate([...told, { ...other, origin: known.origin }]);
      expect(after.independent).toBeLessThanOrEqual(before.independent);
      expect(rank(after) >= rank(before)).toBe(true);
    }),
  );
});

test('an independent report never lowers the evaluation and counts as one origin more', () => {
  fc.assert(
    fc.property(reports, report, fc.boolean(), (given, other, named) => {
      const fresh = { ...other, owner: 'newcomer', origin: named ? 'src-new' : null, content: null };
      const [before, after] = [corroborate(given), corroborate([...given, fresh])];
      expect(after.independent).toBe(before.independent + 1);
      expect(rank(after) <= rank(before)).toBe(true);
    }),
  );
});

test('the order of reports does not matter', () => {
  fc.assert(
    fc.property(
      reports.chain((given) =>
        fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
      ),
      ([given, shuffled]) => {
        expect(corroborate(shuffled)).toEqual(corroborate(given));
      },
    ),
  );
});

test('no evaluation is better than the best of the providers, but for what two origins tell', () => {
  fc.assert(
    fc.property(reports, (given) => {
      const outcome = corroborate(given);
      const best = given.map(({ information }) => information).sort()[0] as string;
      if (outcome.information < best) {
        expect([outcome.independent > 1, outcome.information, best]).toEqual([true, '3', '4']);
      }
    }),
  );
});
