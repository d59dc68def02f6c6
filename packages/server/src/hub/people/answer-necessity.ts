import { answerNecessity, endNecessity, findNecessity, type Necessity } from '@clew/ledger/necessities.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import type { Resource } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';
import { tellOversight } from './tell-oversight.ts';

export interface NecessityToAnswer {
  readonly id: string;
  readonly approved: boolean;
  readonly reason: string;
}

/** Approves or refuses a necessity that another person recorded. From the next run on it counts. */
export async function answerNecessityOf(
  hub: Pick<Hub, 'gate' | 'ledger' | 'refresh'>,
  caller: Caller,
  { id, approved, reason }: NecessityToAnswer,
): Promise<Necessity> {
  await hub.gate.pass(caller, 'necessity.approve', await projectOf(hub, id));
  await recorded(hub, id);
  const at = new Date().toISOString();
  const by = caller.actor.person;
  const answered = await hub.ledger.transaction(async (database) => {
    const necessity = await answerNecessity(database, { id, by, approved, reason, at });
    await tellOversight(database, { kind: 'necessity-answered', about: id, at });
    return necessity;
  });
  await hub.refresh();
  return answered;
}

/** Ends a necessity before its time. Who records or approves may: it only takes access away. */
export async function endNecessityNow(
  hub: Pick<Hub, 'gate' | 'ledger' | 'refresh'>,
  caller: Caller,
  { id }: { readonly id: string },
): Promise<void> {
  const project = await projectOf(hub, id);
  const approves = hub.gate.allows(caller, 'necessity.approve', project);
  await hub.gate.pass(caller, approves ? 'necessity.approve' : 'necessity.record', project);
  await recorded(hub, id);
  const at = new Date().toISOString();
  await hub.ledger.transaction((database) => endNecessity(database, { id, by: caller.actor.person, at }));
  await hub.refresh();
}

async function projectOf(hub: Pick<Hub, 'ledger'>, id: string): Promise<Resource> {
  const found = await findNecessity(hub.ledger, id);
  return { kind: 'project', id: found?.project ?? 'unknown' };
}

async function recorded(hub: Pick<Hub, 'ledger'>, id: string): Promise<void> {
  if ((await findNecessity(hub.ledger, id)) !== undefined) return;
  throw new Refusal('not-found', 'There is no such necessity.', 'Look with clew project necessities.');
}
