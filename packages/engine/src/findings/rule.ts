import type { Standing } from '@clew/model/finding.ts';

/** A typology that somebody published, as data show it: the kind of the findings that it leads to. */
export interface Rule {
  /** The kind of its findings. */
  readonly id: string;
  readonly title: string;
  /** Who published it, under which number. */
  readonly source: string;
  /** Where in it. */
  readonly section: string;
  /** What has to be recorded for it to be seen. */
  readonly needs: string;
  /** What chance is measured against. */
  readonly against: string;
  /** What else could explain it. */
  readonly otherwise: readonly string[];
  readonly standing: Standing;
}

/** The kinds of a detector whose kinds are rules. */
export function kindsOf(rules: readonly Rule[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rules.map(({ id, title }) => [id, title]));
}
