import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { SubjectCategory } from '@clew/model/terms/codes.ts';

/** What people of the hub have decided and what is in force now. The hub refreshes it; the gate only reads it. */
export interface GateState {
  /** Strict necessities in force. One that does not speak of minors is none for a minor. */
  readonly necessities: readonly {
    readonly project: string;
    readonly categories: readonly SubjectCategory[];
    readonly minors: boolean;
  }[];
  /** Access beyond the rules: for exactly this person, purpose and project. */
  readonly breakGlass: readonly {
    readonly person: string;
    readonly purpose: AccessPurpose;
    readonly project: string | null;
  }[];
}

export const nothingInForce: GateState = { necessities: [], breakGlass: [] };
