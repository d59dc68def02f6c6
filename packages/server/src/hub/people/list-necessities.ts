import { type Necessity, necessities } from '@clew/ledger/necessities.ts';
import { checkProjectId } from '@clew/ledger/projects.ts';
import type { Caller } from '../../access/caller.ts';
import { type Resource, wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** The necessities of one project, or of every project that the caller may know of. The newest first. */
export async function listNecessities(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { project }: { readonly project?: string | undefined },
): Promise<readonly Necessity[]> {
  if (project !== undefined) checkProjectId(project);
  const resource: Resource = project === undefined ? wholeHub : { kind: 'project', id: project };
  await hub.gate.pass(caller, 'project.list', resource);
  return (await necessities(hub.ledger)).filter(
    (each) =>
      (project === undefined || each.project === project) &&
      hub.gate.allows(caller, 'project.list', { kind: 'project', id: each.project }),
  );
}
