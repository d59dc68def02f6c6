// Who may see what, once more and apart from the policies: a wide rule that says yes in doubt, so that what it calls
// hidden is hidden by every reading of the law.

import type { Label } from '@clew/model/terms/label.ts';
import type { Observer } from './planned.ts';

const someoneToProtect = ['victim', 'witness', 'informant'];
const crossChecked = ['suspect', 'convicted', 'potential-offender'];

/** Whether an observer could read statements under a label for any purpose that the observer can state. */
export function couldSee({ partner, roles, projects }: Observer, label: Label, today: string): boolean {
  if (partner !== null && label.owners.includes(partner)) return true;
  if (!roles.includes('analyst') && !roles.includes('reviewer')) return false;
  if (label.uncategorised || (label.expires !== null && label.expires <= today)) return false;
  const keptByHandling = label.handling.includes('H2') || label.handling.includes('H3');
  if (partner !== null && keptByHandling) return false;
  return label.purposes.some((purpose) => {
    if (purpose === 'operational-analysis')
      return label.projects.some((project) => projects.includes(project));
    if (purpose === 'cross-check') {
      return !label.minor && label.categories.every((category) => crossChecked.includes(category));
    }
    // A necessity in a project that the observer works in could let in whom exchange does not.
    if (purpose === 'exchange' && projects.length === 0) {
      return !label.minor && !label.categories.some((category) => someoneToProtect.includes(category));
    }
    return true;
  });
}
