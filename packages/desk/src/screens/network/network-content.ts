// What the hub tells of a network, as the page keeps it. No picture, no page.

/** A person or thing, as far as the caller may see it. Protected persons never come this far. */
export interface NetworkNode {
  readonly id: string;
  readonly type: string;
  readonly caption: string;
  readonly owners: readonly string[];
  readonly statements: number;
  /** How many links it has in all that the caller may see, shown here or not. */
  readonly degree: number;
  /** ISO 8601, or null where no statement says when. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The weakest grade of its sources on the 4×4 scale: A, B, C or X; 1 to 4. */
  readonly source: string;
  readonly information: string;
  /** Crime areas of the cases that it is, or is directly part of. Empty where none is known. */
  readonly areas: readonly string[];
  /** Handling codes, all of them: H0 to H3, and the words of H3. */
  readonly handling: readonly string[];
  readonly restrictions: readonly string[];
}

/** A typed link, source to target. */
export interface NetworkLink {
  readonly id: string;
  readonly kind: string;
  readonly source: string;
  readonly target: string;
  readonly statements: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The weakest grade of its statements. */
  readonly grade: { readonly source: string; readonly information: string };
  readonly handling: readonly string[];
  readonly restrictions: readonly string[];
}

export interface NetworkContent {
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
}

/** Where a node is in the picture: any unit, y upwards. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** What is let through. It holds for what is there and for all that is unfolded later. */
export interface NetworkFilters {
  /** Types of things, and kinds of links, that are not shown. */
  readonly withoutTypes: readonly string[];
  readonly withoutKinds: readonly string[];
  /** Empty: all. Things of which no area is known stay. */
  readonly areas: readonly string[];
  /** ISO days, both included. What has no date stays. */
  readonly from: string | null;
  readonly until: string | null;
  /** The weakest source (A, B, C, X) and information (1 to 4) that are still shown. */
  readonly weakestSource: string | null;
  readonly weakestInformation: string | null;
  /** Things with more links than this are hidden, unless pinned. */
  readonly hubsAbove: number | null;
}

export const noFilters: NetworkFilters = {
  withoutTypes: [],
  withoutKinds: [],
  areas: [],
  from: null,
  until: null,
  weakestSource: null,
  weakestInformation: null,
  hubsAbove: null,
};

/** How many of the filters let less than everything through. */
export function filtersAtWork(filters: NetworkFilters): number {
  return Object.values(filters).filter((value) => (Array.isArray(value) ? value.length > 0 : value !== null))
    .length;
}
