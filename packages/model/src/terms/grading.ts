// In: an evaluation of source and information in one of the schemes of the field. Out: the same in the 4×4 of
// Article 29 of Regulation (EU) 2016/794, or from it, and what the conversion lost.
// Invariant: no conversion makes a grade better; where the other scheme has nothing as weak, its weakest is taken and
// the loss says so.
import type { HandlingCode, InformationGrade, SourceGrade } from './codes.ts';

/** What a conversion gives, and in words what it could not carry over. */
export interface Converted<T> {
  readonly value: T;
  readonly lost: readonly string[];
}

/** An evaluation on the 4×4. */
export interface Grade {
  readonly source: SourceGrade;
  readonly information: InformationGrade;
}

interface Mark {
  /** How little the mark vouches for: 0 for no doubt. The worst where a mark stands for several things. */
  readonly level: number;
  readonly title: string;
}

interface Scheme {
  readonly title: string;
  /** What marks for information speak of: how the source knows it, or how likely it is. */
  readonly speaksOf: 'knowledge' | 'likelihood';
  readonly source: Readonly<Record<string, Mark>>;
  readonly information: Readonly<Record<string, Mark>>;
  /** What the third part of the value, if there is one, comes to in handling codes. */
  readonly handling: Readonly<Record<string, Converted<readonly HandlingCode[]>>>;
}

const mark = (level: number, title: string): Mark => ({ level, title });
const codes = (value: readonly HandlingCode[], ...lost: readonly string[]) => ({ value, lost });

// Levels of sources: 0 always reliable, 1 mostly, 2 fairly, 3 not usually, 4 unreliable, 5 nobody can say.
// Levels of information: 0 not in doubt, 1 known to the source, 2 corroborated, 3 known indirectly, 4 nobody can say,
// 5 doubtful, 6 held to be false. Beyond 4 a mark speaks against the information, for which the 4×4 has no word.
const fourByFour: Scheme = {
  title: '4×4',
  speaksOf: 'knowledge',
  source: {
    A: mark(0, 'no doubt about the source'),
    B: mark(1, 'reliable in most instances'),
    C: mark(4, 'unreliable in most instances'),
    X: mark(5, 'reliability cannot be assessed'),
  },
  information: {
    '1': mark(0, 'accuracy not in doubt'),
    '2': mark(1, 'known personally to the source'),
    '3': mark(2, 'not known personally but corroborated'),
    '4': mark(4, 'neither known personally nor corroborated'),
  },
  handling: {},
};

/** The schemes in which a partner may have graded, besides the 4×4. */
export const gradingSchemes = {
  '3x5x2': {
    title: '3×5×2',
    speaksOf: 'knowledge',
    source: {
      '1': mark(1, 'reliable'),
      '2': mark(5, 'untested'),
      '3': mark(4, 'not reliable'),
    },
    information: {
      A: mark(1, 'known directly to the source'),
      B: mark(2, 'known indirectly but corroborated'),
      C: mark(3, 'known indirectly'),
      D: mark(4, 'not known how'),
      E: mark(6, 'suspected to be false'),
    },
    handling: {
      P: codes(['H0']),
      C: codes(['H2', 'H3']),
    },
  },
  admiralty: {
    title: 'Admiralty (NATO)',
    speaksOf: 'likelihood',
    source: {
      A: mark(0, 'completely reliable'),
      B: mark(1, 'usually reliable'),
      C: mark(2, 'fairly reliable'),
      D: mark(3, 'not usually reliable'),
      E: mark(4, 'unreliable'),
      F: mark(5, 'reliability cannot be judged'),
    },
    information: {
      '1': mark(0, 'confirmed by other sources'),
      '2': mark(2, 'probably true'),
      '3': mark(3, 'possibly true'),
      '4': mark(5, 'doubtful'),
      '5': mark(6, 'improbable'),
      '6': mark(4, 'truth cannot be judged'),
    },
    handling: {},
  },
  '5x5x5': {
    title: '5×5×5',
    speaksOf: 'knowledge',
    source: {
      A: mark(0, 'always reliable'),
      B: mark(1, 'mostly reliable'),
      C: mark(2, 'sometimes reliable'),
      D: mark(4, 'unreliable'),
      E: mark(5, 'untested'),
    },
    information: {
      '1': mark(0, 'known to be true without reservation'),
      '2': mark(1, 'known personally to the source'),
      '3': mark(2, 'not known personally but corroborated'),
      '4': mark(4, 'cannot be judged'),
      '5': mark(6, 'suspected to be false'),
    },
    handling: {
      '1': codes(['H0']),
      '2': codes(['H0'], 'Handling 2 lets parties that do not prosecute have it; no handling code says so.'),
      '3': codes(
        ['H0'],
        'Handling 3 lets law enforcement of other countries have it; H0 asks what the law says.',
      ),
      '4': codes(['H1', 'H2', 'H3']),
      '5': codes(['H2', 'H3']),
    },
  },
} as const satisfies Readonly<Record<string, Scheme>>;

export type GradingScheme = keyof typeof gradingSchemes;

/** An evaluation as its provider wrote it, for example `{ scheme: '3x5x2', value: '2C' }`. */
export interface Grading {
  readonly scheme: GradingScheme;
  readonly value: string;
}

/** What terms take over from another scheme. */
export interface GradingTaken extends Grade {
  /** Null where the value had no third part. */
  readonly handling: readonly HandlingCode[] | null;
}

const schemeOf = (scheme: GradingScheme): Scheme => gradingSchemes[scheme];

/** Source, information and handling as marks of their scheme. */
function marksOf({ scheme, value }: Grading): readonly [string, string, string | undefined] | undefined {
  const [source, information, handling, ...more] = value.replace(/[\s/-]/g, '').toUpperCase();
  const { source: sources, information: informations, handling: handlings } = schemeOf(scheme);
  const isKnown = (marks: object, one: string | undefined): one is string =>
    one !== undefined && Object.hasOwn(marks, one);
  if (more.length > 0 || !isKnown(sources, source) || !isKnown(informations, information)) return undefined;
  if (handling !== undefined && !isKnown(handlings, handling)) return undefined;
  return [source, information, handling];
}

/** Whether the value is one of its scheme: a mark for the source, one for the information, perhaps one for handling. */
export function isGrading(grading: Grading): boolean {
  return marksOf(grading) !== undefined;
}

/** The evaluation on the 4×4. Throws where `isGrading` says no. */
export function gradeFrom(grading: Grading): Converted<GradingTaken> {
  const marks = marksOf(grading);
  if (marks === undefined) throw new Error(`Not a grade of ${grading.scheme}`);
  const [source, information, handling] = marks;
  const from = schemeOf(grading.scheme);
  const to = fourByFour;
  const taken =
    handling === undefined ? null : (from.handling[handling] as Converted<readonly HandlingCode[]>);
  const s = convert('source', source, { from, to });
  const i = convert('information', information, { from, to });
  return {
    value: {
      source: s.value as SourceGrade,
      information: i.value as InformationGrade,
      handling: taken?.value ?? null,
    },
    lost: [...s.lost, ...i.lost, ...(taken?.lost ?? [])],
  };
}

/** An evaluation on the 4×4 in another scheme, without a mark for handling. */
export function gradeTo(scheme: GradingScheme, grade: Grade): Converted<string> {
  const ends = { from: fourByFour, to: schemeOf(scheme) };
  const source = convert('source', grade.source, ends);
  const information = convert('information', grade.information, ends);
  return { value: `${source.value}${information.value}`, lost: [...source.lost, ...information.lost] };
}

/** The words for information that its provider speaks against; null where it does not. */
export function doubtOf(grading: Grading): string | null {
  const information = marksOf(grading)?.[1];
  const meant = information === undefined ? undefined : schemeOf(grading.scheme).information[information];
  return meant === undefined || meant.level <= weakestOf(fourByFour.information).level
    ? null
    : `The provider holds it to be ${meant.title.replace(/^suspected to be/, 'suspected')}`;
}

type Part = 'source' | 'information';

/** The best mark of the other scheme that is no better than this one; its weakest where none is that weak. */
function convert(
  part: Part,
  given: string,
  { from, to }: { readonly from: Scheme; readonly to: Scheme },
): Converted<string> {
  const meant = from[part][given] as Mark;
  const value = nearest(to[part], meant.level);
  const taken = to[part][value] as Mark;
  const others = Object.keys(from[part]).filter(
    (other) => other !== given && nearest(to[part], (from[part][other] as Mark).level) === value,
  );
  const lost: string[] = [];
  if (part === 'information' && from.speaksOf !== to.speaksOf) {
    const words = { knowledge: 'how the source knows it', likelihood: 'how likely it is' };
    lost.push(
      `${from.title} grades information by ${words[from.speaksOf]}, ${to.title} by ${words[to.speaksOf]}.`,
    );
  }
  if (taken.level < meant.level) {
    lost.push(
      `${to.title} has no mark for ${part} that is ${meant.title}: ${value} (${taken.title}) is its weakest.`,
    );
  } else if (taken.level > meant.level) {
    lost.push(
      `${to.title} has no mark for ${part} that is ${meant.title}: ${value} (${taken.title}) is the next weaker.`,
    );
  }
  if (others.length > 0) {
    const together = [given, ...others].sort().join(', ');
    lost.push(
      `${part === 'source' ? 'Sources' : 'Information'} graded ${together} in ${from.title} all become ${value}.`,
    );
  }
  return { value, lost };
}

function nearest(marks: Readonly<Record<string, Mark>>, level: number): string {
  const sorted = Object.entries(marks).sort(([, a], [, b]) => a.level - b.level);
  return ((sorted.find(([, each]) => each.level >= level) ?? sorted.at(-1)) as [string, Mark])[0];
}

function weakestOf(marks: Readonly<Record<string, Mark>>): Mark {
  return Object.values(marks).reduce((a, b) => (b.level > a.level ? b : a));
}
