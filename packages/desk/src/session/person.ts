import type { Role } from '@clew/model/access/roles.ts';
import type { Ground } from '../api/call.ts';
import type { AnswerOf } from '../api/contract.ts';

export type Person = AnswerOf<'whoAmI'>;

/** Purposes that somebody with these roles may name; empty for who reads no content. */
export function purposesOf({ roles, partner }: Pick<Person, 'roles' | 'partner'>): readonly string[] {
  const has = (role: Role) => roles.includes(role);
  const reads = has('analyst') || has('reviewer') || (has('contributor') && partner !== null);
  return [
    ...(reads ? ['strategic-analysis', 'cross-check', 'operational-analysis', 'exchange'] : []),
    ...(has('reviewer') && partner === null ? ['categorisation'] : []),
    ...(has('data-protection-officer') && partner === null ? ['oversight'] : []),
  ];
}

/** What the desk shows to somebody: the gate decides, this only hides what it would refuse. */
export interface Offered {
  readonly view: boolean;
  readonly review: boolean;
  readonly hits: boolean;
  readonly answers: boolean;
  readonly intake: boolean;
  readonly clocks: boolean;
  readonly decides: boolean;
  readonly audit: boolean;
  readonly verifies: boolean;
  readonly people: boolean;
  readonly managesPeople: boolean;
  readonly partners: boolean;
  readonly terms: boolean;
  readonly projects: boolean;
  readonly managesProjects: boolean;
  readonly recordsNecessity: boolean;
  readonly asksBreakGlass: boolean;
  readonly answersBreakGlass: boolean;
  readonly erasures: boolean;
  readonly notices: boolean;
}

/** What is offered to a person for a purpose. */
export function offeredTo(
  { roles, partner }: Pick<Person, 'roles' | 'partner'>,
  ground: Ground | null,
): Offered {
  const has = (...wanted: readonly Role[]) => wanted.some((role) => roles.includes(role));
  const atHub = partner === null;
  const purpose = ground?.purpose ?? '';
  const owners = ['strategic-analysis', 'cross-check', 'operational-analysis', 'exchange'].includes(purpose);
  return {
    view:
      (owners && (has('analyst', 'reviewer') || (has('contributor') && !atHub))) ||
      (purpose === 'categorisation' && has('reviewer') && atHub) ||
      (purpose === 'oversight' && has('data-protection-officer') && atHub),
    review: owners && has('reviewer'),
    hits: !atHub && has('contributor', 'analyst', 'reviewer'),
    answers: !atHub && has('contributor'),
    intake: !atHub && has('contributor'),
    clocks: has('data-protection-officer') || (!atHub && has('contributor')),
    decides: atHub && has('data-protection-officer'),
    audit: atHub && has('auditor', 'data-protection-officer'),
    verifies: atHub && has('auditor'),
    people: atHub && has('administrator', 'supervisor', 'data-protection-officer', 'auditor'),
    managesPeople: atHub && has('administrator'),
    partners: atHub && has('supervisor', 'administrator'),
    terms:
      (!atHub && has('contributor', 'analyst', 'reviewer')) ||
      (atHub && purpose === 'categorisation' && has('reviewer')) ||
      (atHub && purpose === 'oversight' && has('data-protection-officer')),
    projects: roles.length > 0,
    managesProjects: atHub && has('supervisor'),
    recordsNecessity: has('analyst', 'reviewer'),
    asksBreakGlass: has('analyst', 'reviewer'),
    answersBreakGlass: atHub && has('supervisor', 'data-protection-officer'),
    erasures: (atHub && has('data-protection-officer')) || (!atHub && has('contributor')),
    notices: roles.length > 0,
  };
}
