import type { Purpose } from '../terms/codes.ts';
import type { Role } from './roles.ts';

/** Somebody at the gate, as sign-in, the terminal or a token established it. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
  /** The partner that the person works for; null at the hub itself. */
  readonly partner: string | null;
  /** Projects that the person is a member of, sorted. */
  readonly projects: readonly string[];
  readonly via: 'terminal' | 'session' | 'token';
  /** With a token: the only actions it opens. Null: all that the roles allow. */
  readonly scopes: readonly string[] | null;
}

/** Purposes of the owners' terms, and two of the hub's own duties. */
export const accessPurposes = {
  categorisation: 'Finding out which category a person belongs to (Regulation (EU) 2016/794, Article 18(6a))',
  oversight: 'Supervision by the data protection officer',
} as const;

export type AccessPurpose = Purpose | keyof typeof accessPurposes;

/** What somebody says on the way in: for what, and within which project. */
export interface Ground {
  readonly purpose: AccessPurpose;
  readonly project: string | null;
}
