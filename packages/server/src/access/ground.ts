import { type AccessPurpose, accessPurposes, type Ground } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { purposes } from '@clew/model/terms/codes.ts';

const known: ReadonlySet<string> = new Set([...Object.keys(purposes), ...Object.keys(accessPurposes)]);

/** The ground that somebody states in words. Operational analysis happens in one named project and nowhere else. */
export function groundFrom(purpose: string | undefined, project: string | undefined): Ground {
  const stated = purpose ?? 'strategic-analysis';
  if (!known.has(stated)) {
    throw new Refusal('input-invalid', 'There is no such purpose.', `There are: ${[...known].join(', ')}.`);
  }
  if (stated === 'operational-analysis' && project === undefined) {
    throw new Refusal('input-invalid', 'Operational analysis happens in a project.', 'Name the project.');
  }
  return { purpose: stated as AccessPurpose, project: project ?? null };
}
