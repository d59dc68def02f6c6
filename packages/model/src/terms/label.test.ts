import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  handlingCodes,
  informationGrades,
  type Purpose,
  purposes,
  sourceGrades,
  subjectCategories,
} from './codes.ts';
import {
  isMatchable,
  isProtected,
  joinLabels,
  type Label,
  labelFrom,
  labelFromText,
  labelText,
} from './label.ts';
import { termsSchema } from './terms.ts';

const keys = <K extends string>(record: Readonly<Record<K, string>>) => Object.keys(record) as K[];
const someOf = <T extends string>(values: readonly T[]) =>
  fc.subarray([...values]).map((list) => [...list].sort());

const label: fc.Arbitrary<Label> = fc.record({
  owners: someOf(['border', 'ngo', 'police']),
  purposes: someOf(keys(purposes)),
  projects: someOf(['phoenix', 'twins']),
  handling: someOf(keys(handlingCodes)),
  restrictions: someOf(['ask first', 'no courts']),
  source: fc.constantFrom(...keys(sourceGrades)),
  information: fc.constantFrom(...keys(informationGrades)),
  origins: someOf(['src-1', 'src-2']),
  categories: someOf(keys(subjectCategories)),
  uncategorised: fc.boolean(),
  minor: fc.boolean(),
  expires: fc.constantFrom(null, '2026-01-01', '2027-06-30', '2030-12-31'),
});

const includes = (whole: readonly string[], part: readonly string[]) =>
  part.every((item) => whole.includes(item));

/** Whether `strict` allows nothing that `loose` forbids, part by part. */
function isNoMorePermissive(strict: Label, loose: Label): boolean {
  return (
    includes(loose.purposes, strict.purposes) &&
    includes(strict.owners, loose.owners) &&
    includes(strict.projects, loose.projects) &&
    includes(strict.handling, loose.handling) &&
    includes(strict.restrictions, loose.restrictions) &&
    includes(strict.categories, loose.categories) &&
    includes(strict.origins, loose.origins) &&
    strict.source >= loose.source &&
    strict.information >= loose.information &&
    (strict.uncategorised || !loose.uncategorised) &&
    (strict.minor || !loose.minor) &&
    (loose.expires === null || (strict.expires !== null && strict.expires <= loose.expires))
  );
}

test('the join does not depend on the order', () => {
  fc.assert(
    fc.property(label, label, (a, b) => {
      expect(labelText(joinLabels(a, b))).toBe(labelText(joinLabels(b, a)));
    }),
  );
});

test('the join does not depend on the grouping', () => {
  fc.assert(
    fc.property(label, label, label, (a, b, c) => {
      expect(labelText(joinLabels(joinLabels(a, b), c))).toBe(labelText(joinLabels(a, joinLabels(b, c))));
    }),
  );
});

test('a label joined with itself is itself', () => {
  fc.assert(
    fc.property(label, (a) => {
      expect(labelText(joinLabels(a, a))).toBe(labelText(a));
    }),
  );
});

test('the join is never more permissive than a part of it', () => {
  fc.assert(
    fc.property(label, label, (a, b) => {
      const joined = joinLabels(a, b);
      expect(isNoMorePermissive(joined, a) && isNoMorePermissive(joined, b)).toBe(true);
      if (isProtected(a) || isProtected(b)) expect(isProtected(joined)).toBe(true);
    }),
  );
});

test('a stricter part makes no looser join', () => {
  fc.assert(
    fc.property(label, label, label, (a, b, c) => {
      const stricter = joinLabels(a, b);
      expect(isNoMorePermissive(joinLabels(stricter, c), joinLabels(a, c))).toBe(true);
    }),
  );
});

test('victims, witnesses, informants, minors and the uncategorised are never matched', () => {
  fc.assert(
    fc.property(label, label, (a, b) => {
      for (const one of [a, joinLabels(a, b)]) {
        if (isProtected(one) || one.minor || one.uncategorised) expect(isMatchable(one)).toBe(false);
        if (one.categories.includes('victim')) expect(isMatchable(one)).toBe(false);
      }
    }),
  );
});

test('what either label forbids to match, their join forbids too', () => {
  const madeFromTerms = label.map(
    (one): Label => ({
      ...one,
      purposes: one.purposes.filter((p) => p !== 'operational-analysis' || one.projects.length > 0),
    }),
  );
  fc.assert(
    fc.property(madeFromTerms, madeFromTerms, (a, b) => {
      if (isMatchable(joinLabels(a, b))) expect(isMatchable(a) && isMatchable(b)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('the text of a label gives the label back', () => {
  fc.assert(
    fc.property(label, (a) => {
      expect(labelFromText(labelText(a))).toEqual(a);
    }),
  );
});

test.each<[Purpose[], string | undefined, 'suspect' | 'contact' | 'victim' | undefined, boolean]>([
  [['cross-check'], undefined, 'suspect', true],
  [['cross-check'], undefined, 'contact', false],
  [['operational-analysis'], 'phoenix', 'contact', true],
  [['operational-analysis'], undefined, 'contact', false],
  [['cross-check', 'operational-analysis'], 'phoenix', 'victim', false],
  [['strategic-analysis'], undefined, 'suspect', false],
  [['cross-check'], undefined, undefined, false],
])('terms %j, project %s, %s: matched is %s', (given, project, category, expected) => {
  const terms = termsSchema.parse({ purposes: given, ...(project === undefined ? {} : { project }) });
  const made = labelFrom('police', terms, { category, minor: false, personal: true });
  expect(isMatchable(made)).toBe(expected);
  expect(isMatchable({ ...made, minor: true })).toBe(false);
});

test('a necessity lets those whom it names be matched in its project alone, and what it lets be joined its parts allow', () => {
  const necessity = { project: 'phoenix', categories: ['victim'], minors: false } as const;
  fc.assert(
    fc.property(label, label, (a, b) => {
      const needed = isMatchable(a, necessity);
      if (isMatchable(a)) expect(needed).toBe(true);
      if (needed && !isMatchable(a)) {
        expect([a.projects, a.minor, a.uncategorised]).toEqual([['phoenix'], false, false]);
        expect(a.purposes).toContain('operational-analysis');
        expect(a.categories).not.toContain('witness');
        expect(a.categories).not.toContain('informant');
      }
      const joined = joinLabels(a, b);
      const named = b.projects.length > 0 && a.projects.length > 0;
      if (named && isMatchable(joined, necessity)) {
        expect(needed && isMatchable(b, necessity)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
  const terms = termsSchema.parse({
    purposes: ['operational-analysis'],
    project: 'phoenix',
    category: 'victim',
  });
  const victim = labelFrom('ngo', terms, { minor: false, personal: true });
  expect(isMatchable(victim)).toBe(false);
  expect(isMatchable(victim, necessity)).toBe(true);
  expect(isMatchable({ ...victim, minor: true }, necessity)).toBe(false);
  expect(isMatchable({ ...victim, minor: true }, { ...necessity, minors: true })).toBe(true);
  expect(isMatchable(victim, { ...necessity, project: 'twins' })).toBe(false);
});
