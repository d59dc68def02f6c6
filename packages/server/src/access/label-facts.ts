import type { Label } from '@clew/model/terms/label.ts';
import { type Facts, named } from './cedar-facts.ts';

/**
 * A label as the policies see it. Where the sources of a statement differ the stricter reading is the one that the
 * facts allow: several owners are no owner, several projects no project, and the last day is already over.
 * `today`: ISO 8601 date, UTC.
 */
export function labelFacts(label: Label, today: string): Facts {
  const [owner, project] = [onlyOne(label.owners), onlyOne(label.projects)];
  return {
    uid: { type: 'Label', id: 'label' },
    attrs: {
      ...(owner === undefined ? {} : { owner: named('Partner', owner) }),
      purposes: label.purposes,
      ...(project === undefined ? {} : { project: named('Project', project) }),
      handling: label.handling,
      categories: label.categories,
      uncategorised: label.uncategorised,
      minor: label.minor,
      expired: label.expires !== null && label.expires <= today,
    },
    parents: [],
  };
}

function onlyOne(values: readonly string[]): string | undefined {
  return values.length === 1 ? values[0] : undefined;
}
