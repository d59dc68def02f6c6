import type { Corroboration } from '@clew/model/terms/corroboration.ts';
import type { Label } from '@clew/model/terms/label.ts';
import type { ListedFinding } from '../../findings/list-findings.ts';
import type { HitCount } from '../count-hits.ts';

/** The first rows of a list, and how many there are in all. */
export interface Portion<T> {
  readonly total: number;
  readonly rows: readonly T[];
}

/** All that is known of one entity, as a person reads it. */
export interface Dossier {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly owners: readonly string[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  /** The join of the labels of all statements: the strictest of each part. */
  readonly label: Label | null;
  /** A protected person: no name, no contact, no place and no finding is in the dossier, only that they are there. */
  readonly protected: boolean;
  readonly withheld: Withheld;
  /** In the order of the ontology: what identifies comes first. */
  readonly properties: readonly DossierProperty[];
  readonly links: readonly DossierLinks[];
  readonly places: Portion<DossierPlace>;
  /** The last ones, in date order. */
  readonly moments: Portion<DossierMoment>;
  /** The records that were taken for this entity. */
  readonly records: Portion<DossierRecord>;
  readonly findings: Portion<ListedFinding>;
  readonly hits: readonly HitCount[];
}

/** How much is not shown because it would tell who a protected person is, or where. */
export interface Withheld {
  readonly statements: number;
  readonly links: number;
  readonly places: number;
  readonly moments: number;
  readonly findings: number;
}

export interface DossierProperty extends Portion<DossierValue> {
  readonly property: string;
  /** Whether values that cannot be true together are stated: two dates of birth, say. */
  readonly conflict: boolean;
}

export interface DossierValue {
  readonly property: string;
  /** The compare key, and the text most often given for it. */
  readonly value: string;
  readonly original: string;
  /** Distinct texts that were given for it. */
  readonly spellings: number;
  readonly owners: readonly string[];
  readonly sources: Portion<DossierSource>;
  /** The hub's own evaluation over all records that state it; the providers' own stand with the sources. */
  readonly corroboration: Corroboration;
}

/** A record that states a value. */
export interface DossierSource {
  readonly partner: string;
  readonly contribution: string;
  readonly file: string;
  readonly row: number;
  readonly original: string;
  /** Source and information on the 4×4 scale, for example B2. */
  readonly grade: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

/** The links of one kind in one direction. `out`: from this entity; `in`: to it. */
export interface DossierLinks extends Portion<DossierLink> {
  readonly kind: string;
  readonly direction: 'out' | 'in';
}

export interface DossierLink {
  readonly other: bigint;
  readonly otherType: string;
  readonly otherCaption: string;
  /** A protected person, under a pseudonym. */
  readonly otherProtected: boolean;
  readonly statements: number;
  readonly owners: readonly string[];
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

export interface DossierPlace {
  readonly place: string | null;
  readonly country: string | null;
  readonly times: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

export interface DossierMoment {
  readonly date: string;
  readonly kind: string;
  /** The event that this entity took part in; null when the moment is its own. */
  readonly other: bigint | null;
  readonly otherType: string | null;
  readonly otherCaption: string | null;
  readonly place: string | null;
  readonly owners: readonly string[];
}

export interface DossierRecord {
  readonly subject: bigint;
  /** What the mapping calls the subject. */
  readonly name: string;
  readonly partner: string;
  readonly contribution: string;
  readonly file: string;
  readonly row: number;
}

/** A link on a list of all links. */
export interface ListedLink extends DossierLink, Pick<DossierLinks, 'kind' | 'direction'> {}

/** One thing that a record states of the entity. */
export interface DossierStatement extends DossierSource {
  readonly property: string;
  readonly value: string;
}

/** Which rows of a list. */
export interface PartPage {
  readonly limit: number;
  /** How many are left out at the beginning. */
  readonly offset?: number | undefined;
}

/** What is read of the entity itself. */
export type DossierHead = Pick<
  Dossier,
  'entity' | 'type' | 'caption' | 'owners' | 'firstSeen' | 'lastSeen' | 'protected'
>;

export interface DossierOptions {
  readonly entity: bigint;
  /** The most rows of each list, and of each property and kind of link in it. */
  readonly limit: number;
  /** The most sources of each value. */
  readonly sources: number;
}
