import type { Actor, Ground } from '@clew/model/access/actor.ts';
import { isProtected, isQuarantined, type Label } from '@clew/model/terms/label.ts';
import type { LegalProfile } from '@clew/model/terms/profiles/legal-profile.ts';

/**
 * Whether a statement that its owner shared may be read under its label: the owner's consent opens no purpose that its
 * terms don't name (Regulation (EU) 2016/794, Article 19), no project that the reader isn't a member of, nothing on
 * persons whom the law protects or whom nobody has put in a category, and nothing after its term.
 */
export function mayReadShared(label: Label, reader: SharedReader): boolean {
  const { ground, actor, profile, today } = reader;
  if (isProtected(label) || isQuarantined(label)) return false;
  if (label.expires !== null && label.expires < today) return false;
  const purpose = label.purposes.find((each) => each === ground.purpose);
  if (purpose === undefined) return false;
  const { categories } = profile.purposes[purpose];
  if (!label.categories.every((category) => categories.includes(category))) return false;
  if (purpose !== 'operational-analysis') return true;
  const { project } = ground;
  return project !== null && label.projects.includes(project) && actor.projects.includes(project);
}

export interface SharedReader {
  readonly actor: Pick<Actor, 'projects'>;
  readonly ground: Ground;
  readonly profile: Pick<LegalProfile, 'purposes'>;
  /** ISO 8601 date. */
  readonly today: string;
}
