// For tests and proofs: somebody at the terminal, whom no ledger need know.

import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { Role } from '@clew/model/access/roles.ts';
import type { Caller } from './caller.ts';

export function testCaller(
  person: string,
  partner: string | null,
  given: { readonly roles: readonly Role[]; readonly purpose: AccessPurpose },
): Caller {
  const { roles, purpose } = given;
  return {
    actor: { person, roles, partner, projects: [], via: 'terminal', scopes: null },
    ground: { purpose, project: null },
    request: person,
  };
}
