// In: a hit on which the owner shares. Out: the statements that the consent names, as they stand now.
// Invariant: read by reference at every reading; nothing that the consent, the link, the owner's terms or an erasure
// has closed since.

import {
  readShared as readStatements,
  type SharedScope,
  sharedLabels,
} from '@clew/engine/products/shared.ts';
import { type Consent, standingConsent } from '@clew/ledger/consents.ts';
import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import type { Hit } from '@clew/ledger/hits.ts';
import { idFromText, idText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { HandlingCode } from '@clew/model/terms/codes.ts';
import type { Label } from '@clew/model/terms/label.ts';
import type { Caller } from '../../access/caller.ts';
import { isTakenIn } from '../contributions/contribution-folder.ts';
import { mountContributions } from '../contributions/mount-contributions.ts';
import type { Hub } from '../hub.ts';
import { passHit } from './known-hit.ts';
import { mayReadShared } from './may-read-shared.ts';

/** One statement of the other owner, with where it stands and under which terms it may be used. */
export interface SharedContent {
  /** For example `person-00f3a1b2c3d4e5f6`. */
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  /** As the owner's file has it. */
  readonly original: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly contribution: string;
  readonly row: number;
  /** Source and information on the 4×4 scale, for example B2. */
  readonly grade: string;
  readonly handling: readonly HandlingCode[];
  /** The words of H3. */
  readonly restrictions: readonly string[];
  readonly expires: string | null;
}

export interface SharedAnswer {
  readonly hit: string;
  readonly owner: string;
  readonly recipient: string;
  /** Null: all properties. */
  readonly properties: readonly string[] | null;
  readonly statements: readonly SharedContent[];
  /** Whether there are more than the limit. */
  readonly more: boolean;
}

/** Reads what an owner shared after a hit. */
export async function readShared(
  hub: Hub,
  caller: Caller,
  given: { readonly hit: string; readonly limit?: number | undefined },
): Promise<SharedAnswer> {
  const hit = await passHit(hub, caller, { action: 'shared.read', id: given.hit });
  const consent = await standingConsent(hub.ledger, hit.id);
  const { recipient, owner } = consent ?? { recipient: hit.recipient, owner: hit.other };
  const own = caller.actor.partner === recipient || caller.actor.partner === owner;
  if (consent === undefined || hit.state === 'withdrawn' || !own) throw nothingShared();
  const kept = await keptOf(hub, hit, consent);
  const subjects = consent.subjects.filter((subject) => hit.others.includes(subject)).flatMap(numberOf);
  const scope: SharedScope = {
    subjects,
    contributions: kept.map(({ id }) => id),
    properties: consent.properties,
  };
  const limit = given.limit ?? 1000;
  const statements = await statementsOf(hub, caller, { kept, scope, limit: limit + 1 });
  return {
    hit: hit.id,
    owner,
    recipient,
    properties: consent.properties,
    statements: statements.slice(0, limit),
    more: statements.length > limit,
  };
}

/** The contributions that the consent names, that still carry the link, and that were not erased. */
async function keptOf(hub: Hub, hit: Hit, consent: Consent): Promise<readonly KeptContribution[]> {
  const kept: KeptContribution[] = [];
  for (const id of consent.contributions.filter((each) => hit.otherContributions.includes(each))) {
    const found = await findContribution(hub.ledger, id);
    if (found !== undefined && found.setAside === null) kept.push(found);
  }
  if (kept.length === 0) throw nothingShared();
  if (kept.every((each) => isTakenIn(hub.layout, each))) return kept;
  throw new Refusal('not-ready', 'What was shared is being computed anew.', 'Try again after the next run.');
}

async function statementsOf(
  hub: Hub,
  caller: Caller,
  given: {
    readonly kept: readonly KeptContribution[];
    readonly scope: SharedScope;
    readonly limit: number;
  },
): Promise<readonly SharedContent[]> {
  const { kept, scope, limit } = given;
  const today = new Date().toISOString().slice(0, 10);
  const reader = { actor: caller.actor, ground: caller.ground, profile: hub.profile, today };
  return hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, kept);
    const open = (await sharedLabels(lake, scope)).filter(({ label }) => mayReadShared(label, reader));
    const labels = new Map(open.map(({ id, label }) => [id, label]));
    const rows = await readStatements(lake, { scope, labels: [...labels.keys()], limit });
    return rows.map(({ subject, type, label, ...row }) => ({
      subject: idText(type, subject),
      ...row,
      ...useOf(labels.get(label) as Label),
    }));
  });
}

/** How it may be used, as the label says. */
function useOf({ source, information, handling, restrictions, expires }: Label) {
  return { grade: `${source}${information}`, handling, restrictions, expires };
}

function numberOf(subject: string): bigint[] {
  const number = idFromText(subject);
  return number === undefined ? [] : [number];
}

/** In the same words whether nothing was ever shared or it no longer is. */
function nothingShared(): Refusal {
  return new Refusal(
    'not-found',
    'Nothing may be read on this hit.',
    'Ask its owner: clew hits ask HIT --reason …',
  );
}
