import type { Ground } from '@clew/model/access/actor.ts';
import type { SubjectCategory } from '@clew/model/terms/codes.ts';
import { type Label, labelFrom } from '@clew/model/terms/label.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import type { GateState } from '../gate-state.ts';
import { asker, memberOf, strangerTo } from './world.ts';

/** The day on which the matrix is asked. */
export const today = '2026-11-22';

type Change = (label: Label) => Label;
type Decided = (ground: Ground) => Partial<GateState>;

const all: readonly SubjectCategory[] = [
  'suspect',
  'convicted',
  'potential-offender',
  'contact',
  'victim',
  'witness',
  'informant',
];

const protectedOnes: readonly SubjectCategory[] = ['victim', 'witness', 'informant'];

/** What a label can differ in, as far as access goes. The first of each is the plain case. */
const labelParts: Readonly<Record<string, readonly Change[]>> = {
  owners: lists([['beta'], ['alpha'], ['alpha', 'beta'], ['beta', 'gamma']], (owners) => ({ owners })),
  purposes: lists(
    [
      ['cross-check', 'exchange', 'operational-analysis', 'strategic-analysis'],
      ['cross-check'],
      ['exchange', 'strategic-analysis'],
      ['operational-analysis'],
      [],
    ],
    (purposes) => ({ purposes }),
  ),
  projects: lists([[memberOf], [strangerTo], [memberOf, strangerTo], []], (projects) => ({ projects })),
  handling: lists([['H0'], ['H1'], ['H2'], ['H3'], ['H2', 'H3']] as const, (handling) => ({ handling })),
  categories: lists(
    [['suspect'], ...all.slice(1).map((each) => [each]), [], ['suspect', 'victim'], ['contact', 'witness']],
    (categories) => ({ categories }),
  ),
  minor: lists([false, true], (minor) => ({ minor })),
  uncategorised: lists([false, true], (uncategorised) => ({ uncategorised })),
  expires: lists([null, '2026-11-21', today, '2026-11-23'], (expires) => ({ expires })),
};

/** What can be in force, on the ground at hand. */
const decidedParts: Readonly<Record<string, readonly Decided[]>> = {
  necessities: [
    () => ({}),
    () => ({ necessities: [{ project: memberOf, categories: protectedOnes, minors: false }] }),
    () => ({ necessities: [{ project: memberOf, categories: protectedOnes, minors: true }] }),
    () => ({ necessities: [{ project: memberOf, categories: ['witness'], minors: true }] }),
    () => ({ necessities: [{ project: strangerTo, categories: protectedOnes, minors: true }] }),
    () => ({
      necessities: [
        { project: memberOf, categories: ['victim'], minors: false },
        { project: memberOf, categories: ['witness'], minors: true },
      ],
    }),
  ],
  breakGlass: [
    () => ({}),
    (ground) => ({ breakGlass: [{ person: asker, ...ground }] }),
    (ground) => ({ breakGlass: [{ person: 'else', ...ground }] }),
    ({ purpose }) => ({ breakGlass: [{ person: asker, purpose, project: 'a-third' }] }),
    ({ project }) => ({
      breakGlass: (['cross-check', 'strategic-analysis'] as const).map((purpose) => ({
        person: asker,
        purpose,
        project,
      })),
    }),
  ],
};

/** A label and what is in force: which value of each part. */
export type LabelClass = Readonly<Record<string, number>>;

const parts: Readonly<Record<string, number>> = Object.fromEntries(
  [...Object.entries(labelParts), ...Object.entries(decidedParts)].map(([name, { length }]) => [
    name,
    length,
  ]),
);

const plain: Label = labelFrom('beta', termsSchema.parse({}), { personal: false, minor: false });

export function labelOf(each: LabelClass): Label {
  return Object.entries(labelParts).reduce(
    (label, [name, changes]) => (changes[each[name] ?? 0] as Change)(label),
    plain,
  );
}

export function stateOf(each: LabelClass, ground: Ground): GateState {
  const decided = Object.entries(decidedParts).map(([name, choices]) =>
    (choices[each[name] ?? 0] as Decided)(ground),
  );
  return {
    necessities: decided.flatMap(({ necessities }) => necessities ?? []),
    breakGlass: decided.flatMap(({ breakGlass }) => breakGlass ?? []),
  };
}

/** The plain case, and every one, two and three differences from it. */
export function* labelClasses(differences: 1 | 2 | 3): Generator<LabelClass> {
  yield* differing({}, Object.entries(parts), differences);
}

function* differing(
  from: LabelClass,
  rest: readonly (readonly [string, number])[],
  left: number,
): Generator<LabelClass> {
  yield from;
  if (left === 0) return;
  for (const [index, [name, values]] of rest.entries()) {
    for (let value = 1; value < values; value++) {
      yield* differing({ ...from, [name]: value }, rest.slice(index + 1), left - 1);
    }
  }
}

/** Any class at all. `draw(n)`: a whole number below n. */
export function drawnClass(draw: (below: number) => number): LabelClass {
  return Object.fromEntries(Object.entries(parts).map(([name, values]) => [name, draw(values)]));
}

function lists<T>(values: readonly T[], change: (value: T) => object): readonly Change[] {
  return values.map((value) => (label) => ({ ...label, ...change(value) }));
}
