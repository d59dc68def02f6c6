import type { Action } from '@clew/model/access/actions.ts';
import type { Caller } from '../../access/caller.ts';
import { makeToken } from '../../sign-in/tokens.ts';
import type { Hub } from '../hub.ts';
import { personResource, registered } from './person-resource.ts';
import { tellOversight } from './tell-oversight.ts';

export interface TokenToIssue {
  /** In whose name the system acts: best a person registered for the system. */
  readonly person: string;
  /** Which system holds it. */
  readonly title: string;
  readonly scopes: readonly Action[];
  /** ISO 8601; a year from now at most. */
  readonly until: string;
}

/** Gives a partner's system a token. `token` is to be shown once: it is kept nowhere. */
export async function issueToken(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { person, title, scopes, until }: TokenToIssue,
): Promise<{ readonly id: string; readonly token: string; readonly until: string }> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, person));
  await registered(hub, person);
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    const given = { person, title, scopes, until, by: caller.actor.person, at };
    const { id, text } = await makeToken(database, given);
    await tellOversight(database, { kind: 'token-issued', about: id, at });
    return { id, token: text, until };
  });
}
