import type { InformationGrade, SourceGrade } from '@clew/model/terms/codes.ts';
import type { Label } from '@clew/model/terms/label.ts';

/** A thing of a network. */
export interface NetworkNode {
  readonly entity: bigint;
  readonly type: string;
  readonly caption: string;
  readonly statements: number;
  /** How many links to others it has in all; those to protected persons are not counted. */
  readonly degree: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly label: bigint;
  /** Crime areas of the cases that it is or is directly linked to, sorted. */
  readonly areas: readonly string[];
}

export interface NetworkLink {
  readonly kind: string;
  readonly source: bigint;
  readonly sourceType: string;
  readonly target: bigint;
  readonly targetType: string;
  readonly statements: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly label: bigint;
}

/** Things and the links among them. Protected persons, and things known through them alone, are in none. */
export interface Network {
  /** In the order of their ids. */
  readonly nodes: readonly NetworkNode[];
  readonly links: readonly NetworkLink[];
  /** The labels that these name. */
  readonly labels: ReadonlyMap<bigint, Label>;
}

/** What is let through. What has no date, and things of which no crime area is known, always are. */
export interface NetworkFilters {
  readonly withoutTypes?: readonly string[] | undefined;
  readonly withoutKinds?: readonly string[] | undefined;
  /** Empty or not given: all. */
  readonly areas?: readonly string[] | undefined;
  /** ISO days, both included. */
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly weakestSource?: SourceGrade | undefined;
  readonly weakestInformation?: InformationGrade | undefined;
  /** Things with more links than this are not gone to, and no path leads through them. */
  readonly hubsAbove?: number | undefined;
}
