import { addConsent, endConsents } from '@clew/ledger/consents.ts';
import type { Database } from '@clew/ledger/database.ts';
import { addHitEvent, type HitAnswer } from '@clew/ledger/hit-events.ts';
import { findHit, type Hit } from '@clew/ledger/hits.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { ontology } from '@clew/model/ontology/ontology.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { noHit, passHit } from './known-hit.ts';
import { present, sealScope, wordsOf } from './seal-scope.ts';

export interface ToAnswer {
  readonly hit: string;
  readonly answer: HitAnswer;
  /** Needed to refuse and to ask back. Sealed; the recipient reads it. */
  readonly reason?: string | undefined;
  /** With `share-part`: the properties that may be read. */
  readonly properties?: readonly string[] | undefined;
}

/**
 * The owner answers a request. The last answer counts: it ends what an earlier one had opened. What is shared is
 * kept as a consent to source subjects, contributions and properties; nothing is copied.
 */
export async function answerHit(hub: Hub, caller: Caller, given: ToAnswer): Promise<void> {
  const { id } = await passHit(hub, caller, { action: 'hit.answer', id: given.hit });
  const reason = wordsOf(given.reason, wordsNeeded[given.answer]);
  const properties = propertiesOf(given);
  const [by, at] = [caller.actor.person, new Date().toISOString()];
  await hub.ledger.transaction(async (database) => {
    const hit = await findHit(database, id);
    if (hit === undefined) throw noHit();
    refuseUnlessAsked(hit, caller);
    const contributions = await sealScope(database, hit);
    const { answer } = given;
    await addHitEvent(database, { hit: id, event: 'answered', answer, by, contributions, reason, at });
    await endConsents(database, [id], { by, reason: 'replaced', at });
    if (answer === 'share' || answer === 'share-part') await share(database, hit, { properties, by, at });
    await addNotice(database, { to: { partner: hit.recipient }, kind: 'hit-answered', about: id, at });
  });
}

const wordsNeeded: Readonly<Record<HitAnswer, string | null>> = {
  share: null,
  'share-part': null,
  refuse: 'A refusal needs a reason.',
  'need-more': 'Say what you need to know.',
};

function refuseUnlessAsked(hit: Hit, { actor }: Caller): void {
  if (actor.partner !== hit.other) {
    throw new Refusal('forbidden', 'Only the owner of what is asked for answers.');
  }
  if (hit.state === 'requested' || hit.state === 'answered') return;
  throw new Refusal(
    'already-done',
    'Nobody asks about this hit now: its link was withdrawn since.',
    'The other owner can ask again when the link is back.',
  );
}

async function share(
  database: Database,
  hit: Hit,
  given: { readonly properties: readonly string[] | null; readonly by: string; readonly at: string },
): Promise<void> {
  const contributions = await present(database, hit.otherContributions);
  const { other: owner, recipient, others: subjects } = hit;
  await addConsent(database, { ...given, hit: hit.id, owner, recipient, subjects, contributions });
}

const knownProperties = new Set(ontology.flatMap((type) => Object.keys(type.properties)));

/** The properties named with `share-part`, sorted; null with any other answer, which must name none. */
function propertiesOf({ answer, properties = [] }: ToAnswer): readonly string[] | null {
  if (answer !== 'share-part') {
    if (properties.length === 0) return null;
    throw new Refusal('input-invalid', 'Properties go with share-part only.', 'Leave them out.');
  }
  if (properties.length === 0) {
    throw new Refusal('input-invalid', 'Sharing in part needs properties.', 'For example name, birthDate.');
  }
  if (!properties.every((property) => knownProperties.has(property))) {
    throw new Refusal(
      'input-invalid',
      'One of the properties is not in the ontology.',
      'docs/ontology.md lists them; for example name, birthDate.',
    );
  }
  return [...new Set(properties)].sort();
}
