import fc from 'fast-check';
import { expect, test } from 'vitest';
import { informationGrades, sourceGrades } from './codes.ts';
import {
  doubtOf,
  type Grade,
  type Grading,
  type GradingScheme,
  gradeFrom,
  gradeTo,
  gradingSchemes,
  isGrading,
} from './grading.ts';

const schemes = Object.keys(gradingSchemes) as GradingScheme[];
const keys = <R extends object>(record: R) => Object.keys(record) as (keyof R & string)[];

const grade: fc.Arbitrary<Grade> = fc.record({
  source: fc.constantFrom(...keys(sourceGrades)),
  information: fc.constantFrom(...keys(informationGrades)),
});
const scheme = fc.constantFrom(...schemes);
const grading: fc.Arbitrary<Grading> = scheme.chain((each) =>
  fc
    .tuple(
      fc.constantFrom(...keys(gradingSchemes[each].source)),
      fc.constantFrom(...keys(gradingSchemes[each].information)),
    )
    .map(([source, information]) => ({ scheme: each, value: `${source}${information}` })),
);

// Written apart from the levels in the code: each scheme from the best to the weakest.
const order: Record<GradingScheme, { source: string; information: string }> = {
  '3x5x2': { source: '132', information: 'ABCDE' },
  admiralty: { source: 'ABCDEF', information: '123645' },
  '5x5x5': { source: 'ABCDE', information: '12345' },
};
const place = (each: GradingScheme, part: 'source' | 'information', mark: string) => {
  const at = order[each][part].indexOf(mark);
  expect(at).toBeGreaterThanOrEqual(0);
  return at;
};

test.each<[GradingScheme, string, string]>([
  ['3x5x2', '1A', 'B2'],
  ['3x5x2', '2C', 'X4'],
  ['3x5x2', '3B', 'C3'],
  ['3x5x2', '2 E', 'X4'],
  ['admiralty', 'A1', 'A1'],
  ['admiralty', 'C3', 'C4'],
  ['admiralty', 'f-6', 'X4'],
  ['5x5x5', 'B/3', 'B3'],
  ['5x5x5', 'D5', 'C4'],
])('%s %s is %s on the 4×4', (each, value, expected) => {
  const { source, information } = gradeFrom({ scheme: each, value }).value;
  expect(`${source}${information}`).toBe(expected);
});

test('what a conversion loses is said', () => {
  const lost = gradeFrom({ scheme: '3x5x2', value: '1E' }).lost.join(' ');
  expect(lost).toMatch(/4×4 has no mark for information that is suspected to be false/);
  expect(gradeTo('3x5x2', { source: 'A', information: '2' }).lost.join(' ')).toMatch(
    /Sources graded A, B in 4×4 all become 1/,
  );
  expect(gradeFrom({ scheme: '5x5x5', value: 'A1' }).lost).toEqual([]);
});

test('what the provider holds to be false is said beside the grade', () => {
  expect(doubtOf({ scheme: '3x5x2', value: '1E' })).toBe('The provider holds it to be suspected false');
  expect(doubtOf({ scheme: 'admiralty', value: 'A4' })).toBe('The provider holds it to be doubtful');
  expect(doubtOf({ scheme: 'admiralty', value: 'A6' })).toBeNull();
});

test('there and back never makes a grade better, and once more changes nothing', () => {
  fc.assert(
    fc.property(grade, scheme, (given, each) => {
      const there = gradeTo(each, given).value;
      const { source, information } = gradeFrom({ scheme: each, value: there }).value;
      expect(source >= given.source && information >= given.information).toBe(true);
      expect(gradeTo(each, { source, information }).value).toBe(there);
    }),
  );
});

test('from another scheme and back never makes a grade better, but for doubts that the 4×4 cannot hold', () => {
  fc.assert(
    fc.property(grading, (given) => {
      const taken = gradeFrom(given);
      const back = gradeTo(given.scheme, taken.value).value;
      const [source, information] = given.value as unknown as [string, string];
      const at = (part: 'source' | 'information', mark: string) => place(given.scheme, part, mark);
      expect(at('source', back[0] as string)).toBeGreaterThanOrEqual(at('source', source));
      if (doubtOf(given) === null)
        expect(at('information', back[1] as string)).toBeGreaterThanOrEqual(at('information', information));
      else expect(taken.lost.join(' ')).toMatch(/no mark for information/);
      if (back !== given.value) expect(taken.lost).not.toEqual([]);
    }),
  );
});

test('a weaker grade never becomes a better one', () => {
  fc.assert(
    fc.property(scheme, grading, grading, grade, grade, (each, one, other, a, b) => {
      if (one.scheme === other.scheme) {
        const [x, y] = [gradeFrom(one).value, gradeFrom(other).value];
        if (
          place(one.scheme, 'source', one.value[0] as string) <=
          place(one.scheme, 'source', other.value[0] as string)
        )
          expect(x.source <= y.source).toBe(true);
      }
      const [p, q] = [gradeTo(each, a).value, gradeTo(each, b).value];
      if (a.source <= b.source)
        expect(place(each, 'source', p[0] as string)).toBeLessThanOrEqual(
          place(each, 'source', q[0] as string),
        );
      if (a.information <= b.information)
        expect(place(each, 'information', p[1] as string)).toBeLessThanOrEqual(
          place(each, 'information', q[1] as string),
        );
    }),
  );
});

test('the third part of a value gives handling codes', () => {
  expect(gradeFrom({ scheme: '3x5x2', value: '2CP' }).value.handling).toEqual(['H0']);
  expect(gradeFrom({ scheme: '3x5x2', value: '2CC' }).value.handling).toEqual(['H2', 'H3']);
  expect(gradeFrom({ scheme: '5x5x5', value: 'B24' }).value.handling).toEqual(['H1', 'H2', 'H3']);
});

test.each<[GradingScheme, string]>([
  ['3x5x2', ''],
  ['3x5x2', '4A'],
  ['3x5x2', '1AX'],
  ['3x5x2', '1APP'],
  ['admiralty', 'A11'],
  ['admiralty', '__proto__'],
  ['5x5x5', 'constructor'],
])('in %s "%s" is no grade', (each, value) => {
  expect(isGrading({ scheme: each, value })).toBe(false);
});
