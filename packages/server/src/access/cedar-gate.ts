// In: who asks, for what, about what. Out: yes or no, and an entry in the audit log for what was asked in earnest.
// Invariant: what no policy permits is refused; an action that could not be written down does not happen.

import { createHash } from 'node:crypto';
import type { AuditEntry } from '@clew/ledger/audit/chain.ts';
import type { Action } from '@clew/model/access/actions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Label } from '@clew/model/terms/label.ts';
import type { LegalProfile } from '@clew/model/terms/profiles/legal-profile.ts';
import type { Caller } from './caller.ts';
import { actorFacts, type Facts, groundFacts, resourceFacts } from './cedar-facts.ts';
import { decide } from './decide.ts';
import { DecisionCache } from './decision-cache.ts';
import type { Gate } from './gate.ts';
import type { GateState } from './gate-state.ts';
import { labelFacts } from './label-facts.ts';
import { resourceText } from './resource.ts';

export interface GateOptions {
  readonly profile: LegalProfile;
  /** Puts an entry into the audit log; the action waits for it and fails with it. */
  readonly write: (entry: AuditEntry) => Promise<void>;
  /** ISO 8601 date, UTC. */
  readonly today: () => string;
  /** What is in force at this moment. */
  readonly state: () => GateState;
  /** ISO 8601 with milliseconds, UTC: the clock of the audit log. */
  readonly now?: () => string;
}

/** The most recent decisions of all gates of this process: what is decided depends on the question alone. */
const cache = new DecisionCache(50_000);

/** The gate over the Cedar policies in `policies/`. */
export function createGate({ profile, write, today, state, now }: GateOptions): Gate {
  const clock = now ?? (() => new Date().toISOString());

  const judge = (caller: Caller, action: Action) => {
    const principal = actorFacts(caller.actor);
    const context = groundFacts(action, caller, { profile, state: state() });
    const asked = digest(JSON.stringify([principal, action, context]));
    return ({ resource, text }: Told): boolean =>
      cache.decided(`${asked}${text}`, () => decide({ principal, action, resource, context }));
  };

  // Whoever opens a view asks about all labels of the hub: what the policies are told of one is made once a day.
  const labelsTold = new WeakMap<Label, Told & { readonly day: string }>();
  const toldOfLabel = (label: Label, day: string): Told => {
    const known = labelsTold.get(label);
    if (known?.day === day) return known;
    const made = { ...told(labelFacts(label, day)), day };
    labelsTold.set(label, made);
    return made;
  };

  return {
    async pass(caller, action, resource, label) {
      const allowed = judge(caller, action)(told(resourceFacts(resource)));
      await write({
        at: clock(),
        person: caller.actor.person,
        via: caller.actor.via,
        action,
        what: resourceText(resource),
        purpose: caller.ground.purpose,
        project: caller.ground.project,
        label: label ?? null,
        outcome: allowed ? 'allowed' : 'refused',
      });
      if (!allowed) throw refusal();
    },
    allows: (caller, action, resource) => judge(caller, action)(told(resourceFacts(resource))),
    readable(caller, labels) {
      const [judged, day] = [judge(caller, 'view.read'), today()];
      return labels.map((label) => judged(toldOfLabel(label, day)));
    },
  };
}

/** What the policies are told of the thing that is asked for, with the text under which a decision is remembered. */
interface Told {
  readonly resource: Facts;
  readonly text: string;
}

function told(resource: Facts): Told {
  return { resource, text: JSON.stringify([resource.uid, resource.attrs]) };
}

/** The same words whatever was asked for, so that they don't tell whether it exists. */
function refusal(): Refusal {
  return new Refusal(
    'forbidden',
    'The rules of the hub do not allow this to you, for this purpose.',
    'Your roles, your projects and the purpose that you state decide it. A supervisor can tell you more.',
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
