import { identitiesOf, linkIdentity, unlinkIdentity } from '@clew/ledger/accounts.ts';
import { checkWords } from '@clew/ledger/people.ts';
import { endSessionsOf } from '@clew/ledger/sessions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { personResource, registered } from './person-resource.ts';
import { tellOversight } from './tell-oversight.ts';

export interface IdentityToLink {
  readonly person: string;
  /** The issuer's URL, exactly as its discovery document gives it. */
  readonly issuer: string;
  /** The `sub` claim. */
  readonly subject: string;
}

/** Says who it is that an identity provider knows by a subject. Nobody gets in by a provider without this. */
export async function linkIdentityOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { person, issuer, subject }: IdentityToLink,
): Promise<void> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, person));
  await registered(hub, person);
  checkWords(subject, { what: 'The subject', most: 255 });
  if (!URL.canParse(issuer) || issuer.length > 500) {
    throw new Refusal(
      'input-invalid',
      'The issuer is not a URL.',
      'Take it from the provider, to the letter.',
    );
  }
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    await linkIdentity(database, { issuer, subject, person, at });
    await tellOversight(database, { kind: 'account-opened', about: person, at });
  });
}

/** Undoes it. The person's sessions end. */
export async function unlinkIdentityOf(
  hub: Pick<Hub, 'gate' | 'ledger'>,
  caller: Caller,
  { person, issuer, subject }: IdentityToLink,
): Promise<void> {
  await hub.gate.pass(caller, 'person.manage', await personResource(hub, person));
  const linked = await identitiesOf(hub.ledger, person);
  if (!linked.some((each) => each.issuer === issuer && each.subject === subject)) {
    throw new Refusal('not-found', 'This identity is not linked to this person.', 'Look who it belongs to.');
  }
  await hub.ledger.transaction(async (database) => {
    await unlinkIdentity(database, issuer, subject);
    await endSessionsOf(database, person);
  });
}
