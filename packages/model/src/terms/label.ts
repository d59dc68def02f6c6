import type { HandlingCode, InformationGrade, Purpose, SourceGrade, SubjectCategory } from './codes.ts';
import { restrictionsOf, type Terms } from './terms.ts';

/**
 * What may be done with a statement, and whose it is. The distinct combination is interned: a statement carries
 * `labelId(label)`. Derived rows carry the join of the labels of their sources.
 * Lattice model: Denning, "A lattice model of secure information flow", CACM 19(5), 1976.
 */
export interface Label {
  readonly owners: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly projects: readonly string[];
  readonly handling: readonly HandlingCode[];
  readonly restrictions: readonly string[];
  readonly source: SourceGrade;
  readonly information: InformationGrade;
  /** References of the sources, as their providers told them: what corroboration counts. No restriction. */
  readonly origins: readonly string[];
  /** Empty where no person is concerned; several after a join. */
  readonly categories: readonly SubjectCategory[];
  /** A person whom nobody has put in a category yet: quarantined from all but categorisation. */
  readonly uncategorised: boolean;
  readonly minor: boolean;
  readonly expires: string | null;
}

export interface SubjectStanding {
  readonly category?: SubjectCategory | undefined;
  readonly minor: boolean;
  /** False for things that are not a person: no category is needed. */
  readonly personal: boolean;
}

/**
 * The label of a statement about one subject in a contribution of `owner` under `terms`. Operational analysis without
 * a named project is no purpose: it is left out.
 */
export function labelFrom(owner: string, terms: Terms, standing: SubjectStanding): Label {
  const category = standing.category ?? terms.category;
  return {
    owners: [owner],
    purposes: sorted(
      terms.purposes.filter((purpose) => purpose !== 'operational-analysis' || terms.project !== undefined),
    ),
    projects: terms.project === undefined ? [] : [terms.project],
    handling: sorted(terms.handling),
    restrictions: sorted(restrictionsOf(terms)),
    source: terms.source,
    information: terms.information,
    origins: terms.origin === undefined ? [] : [terms.origin],
    categories: standing.personal && category !== undefined ? [category] : [],
    uncategorised: standing.personal && category === undefined,
    minor: standing.minor,
    expires: terms.expires ?? null,
  };
}

/**
 * The strictest of each part: fewest purposes, all restrictions, weakest grade, earliest expiry.
 * Commutative, associative, idempotent and monotone.
 */
export function joinLabels(a: Label, b: Label): Label {
  return {
    owners: union(a.owners, b.owners),
    purposes: a.purposes.filter((purpose) => b.purposes.includes(purpose)),
    projects: union(a.projects, b.projects),
    handling: union(a.handling, b.handling),
    restrictions: union(a.restrictions, b.restrictions),
    source: weaker(a.source, b.source),
    information: weaker(a.information, b.information),
    origins: union(a.origins, b.origins),
    categories: union(a.categories, b.categories),
    uncategorised: a.uncategorised || b.uncategorised,
    minor: a.minor || b.minor,
    expires: earlier(a.expires, b.expires),
  };
}

/** Who may enter the cross-check index: Annex II.A of Regulation (EU) 2016/794, never a minor. */
export const crossCheckable: ReadonlySet<SubjectCategory> = new Set([
  'suspect',
  'convicted',
  'potential-offender',
]);

/** A strict necessity, recorded and approved: whom the operational analysis of one project may match besides. */
export interface MatchNecessity {
  readonly project: string;
  readonly categories: readonly SubjectCategory[];
  readonly minors: boolean;
}

/**
 * Whether a subject under this label may be matched with what others hold. Victims, witnesses, informants and
 * minors never; contacts only for operational analysis in the one project that is named; things that are not about a
 * person as soon as cross-checking is a purpose. A strict necessity (Regulation (EU) 2016/794, Article 30(1)) lets
 * those whom it names be matched in the operational analysis of its project, and nowhere else.
 */
export function isMatchable(label: Label, necessity?: MatchNecessity): boolean {
  if (isQuarantined(label)) return false;
  const operational = label.purposes.includes('operational-analysis') && label.projects.length === 1;
  if (necessity !== undefined && operational && label.projects[0] === necessity.project) {
    const { categories, minors } = necessity;
    const needed = (category: SubjectCategory) =>
      crossCheckable.has(category) || category === 'contact' || categories.includes(category);
    if ((minors || !label.minor) && label.categories.every(needed)) return true;
  }
  if (label.minor) return false;
  const crossCheck = label.purposes.includes('cross-check');
  return (
    label.categories.every(
      (category) => (crossCheck && crossCheckable.has(category)) || (operational && category === 'contact'),
    ) &&
    (crossCheck || operational)
  );
}

/**
 * Whether the label is of a person whom nobody has put in a category, or of a thing of such a person's own. Nothing is
 * done with it but finding out the category, and oversight (Regulation (EU) 2016/794, Article 18(6a); decision of the
 * EDPS of 3 January 2022).
 */
export function isQuarantined(label: Label): boolean {
  return label.uncategorised;
}

/** Article 30(1) of Regulation (EU) 2016/794. */
export const protectedCategories: ReadonlySet<SubjectCategory> = new Set(['victim', 'witness', 'informant']);

/** Whether the subject is somebody whom the law protects: pseudonymous wherever shown. */
export function isProtected(label: Label): boolean {
  return label.minor || label.categories.some((category) => protectedCategories.has(category));
}

/** The canonical text of a label: equal labels give equal text. SQL reads its parts by their place. */
export function labelText(label: Label): string {
  return JSON.stringify([
    label.owners,
    label.purposes,
    label.projects,
    label.handling,
    label.restrictions,
    label.source,
    label.information,
    label.categories,
    label.uncategorised,
    label.minor,
    label.expires,
    label.origins,
  ]);
}

/** The label that a canonical text was made from. */
export function labelFromText(text: string): Label {
  const [
    owners,
    purposes,
    projects,
    handling,
    restrictions,
    source,
    information,
    categories,
    uncategorised,
    minor,
    expires,
    origins,
  ] = JSON.parse(text);
  return {
    owners,
    purposes,
    projects,
    handling,
    restrictions,
    source,
    information,
    origins,
    categories,
    uncategorised,
    minor,
    expires,
  };
}

function sorted<T extends string>(values: readonly T[]): readonly T[] {
  return [...new Set(values)].sort();
}

function union<T extends string>(a: readonly T[], b: readonly T[]): readonly T[] {
  return sorted([...a, ...b]);
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b;
  if (b === null) return a;
  return a < b ? a : b;
}

/** Grades sort from the best to the worst. */
function weaker<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}
