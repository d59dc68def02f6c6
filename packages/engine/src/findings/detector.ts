import type { FindingReason, Standing } from '@clew/model/finding.ts';
import type { Watch } from '@clew/model/progress.ts';
import type { Lake } from '../lake/lake.ts';
import type { Rule } from './rule.ts';

/** A lead as a detector proposes it. The label is joined, and the id made, where findings are written. */
export interface Proposed {
  /** A detector's own word for the sort of thing found, from its `kinds`. */
  readonly kind: string;
  /** Entities, the main one first. Never a protected person first. */
  readonly subjects: readonly bigint[];
  /** Statement ids. Never empty. */
  readonly evidence: readonly bigint[];
  /** Labels of the links that the evidence comes from, as in graph.label. */
  readonly labels: readonly bigint[];
  readonly reason: FindingReason;
  /** Probability of the same or more under the null model. */
  readonly chance: number;
  /** The same, corrected for all that were tested. */
  readonly chanceCorrected: number;
}

export interface Detected {
  /** How many were tested, reported or not. */
  readonly tested: number;
  readonly findings: readonly Proposed[];
}

/** One sort of lead: a file in `detectors/` and a line in `detectors.ts`. */
export interface Detector {
  readonly id: string;
  readonly title: string;
  /** What it looks for and how, for the analyst. */
  readonly explain: string;
  /** What else could explain what it finds. */
  readonly otherwise: readonly string[];
  /** What to mind before anything is done about what it finds: shown with every finding. */
  readonly cautions?: readonly string[];
  /** The kinds of its findings, with their titles. */
  readonly kinds: Readonly<Record<string, string>>;
  /** Where the kinds are rules that others published: what else could explain a finding is then said of its rule. */
  readonly rules?: readonly Rule[];
  /** Sources of the method. */
  readonly research: readonly string[];
  readonly standing: Standing;
  /** Types of things without each of which there is nothing to find: it is left out where one of them is not on file. */
  readonly looksAt: readonly string[];
  /** Fill the working tables that it reads, in this order; what several detectors read is filled once. */
  readonly gathers: readonly ((lake: Lake) => Promise<void>)[];
  /** Reads graph.*, findings.network, findings.campaign and what was gathered. */
  detect(lake: Lake, watch: Watch): Promise<Detected>;
}
