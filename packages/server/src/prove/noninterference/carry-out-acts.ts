// In: a hub and the acts of a plan. Out: the hub after them. What people do goes through the use cases that they use;
// what the rules refuse is refused here too, and nothing comes of it.

import { createHash } from 'node:crypto';
import { sql } from '@clew/engine/lake/sql.ts';
import { mountTable } from '@clew/engine/lake/store.ts';
import { subjectTable } from '@clew/engine/statements/tables.ts';
import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import { hitsAskedOf, hitsOf } from '@clew/ledger/hits.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { addPartner } from '@clew/ledger/partners.ts';
import { addPerson, changeRole } from '@clew/ledger/people.ts';
import { addProject, changeMember } from '@clew/ledger/projects.ts';
import { addReview } from '@clew/ledger/reviews.ts';
import { addToken } from '@clew/ledger/tokens.ts';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import type { Partner } from '@clew/model/contribution.ts';
import { idText } from '@clew/model/ids.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { actorOf } from '../../access/actor.ts';
import type { Caller } from '../../access/caller.ts';
import { contributeFile } from '../../hub/contributions/contribute-file.ts';
import { contributionFolder } from '../../hub/contributions/contribution-folder.ts';
import { mapContribution } from '../../hub/contributions/map-contribution.ts';
import { answerHit } from '../../hub/hits/answer-hit.ts';
import { endConsent } from '../../hub/hits/end-consent.ts';
import { requestContent } from '../../hub/hits/request-content.ts';
import type { Hub } from '../../hub/hub.ts';
import { answerBreakGlassOf } from '../../hub/people/answer-break-glass.ts';
import { answerNecessityOf } from '../../hub/people/answer-necessity.ts';
import { askForBreakGlass } from '../../hub/people/ask-break-glass.ts';
import { recordNecessity } from '../../hub/people/record-necessity.ts';
import { decideClock } from '../../hub/retention/decide-clock.ts';
import { eraseContribution } from '../../hub/retention/erase-contribution.ts';
import { runHub } from '../../hub/run-hub.ts';
import { changeTerms } from '../../hub/terms/change-terms.ts';
import type { Act, Deed, PlannedFile } from './planned.ts';
import type { StandStill } from './stand-still.ts';

/** A hub that was worked in: which contribution each planned file became. */
export interface Worked {
  readonly hub: Hub;
  readonly files: ReadonlyMap<string, { readonly id: string; readonly file: PlannedFile }>;
}

export async function carryOutActs(
  hub: Hub,
  acts: readonly Act[],
  { still, seed }: { readonly still: StandStill; readonly seed: string },
): Promise<Worked> {
  const files = new Map<string, { id: string; file: PlannedFile }>();
  const supervisor = { id: 'sup', partner: null, roles: ['supervisor'] } as const;
  still.set((acts[0]?.at ?? 0) - 1, `${seed} begin`);
  await register(hub, supervisor);
  for (const { name, at, deed } of acts) {
    still.set(at, `${seed} ${name}`);
    await carryOut(hub, files, deed).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw new Error(`In the act "${name}"`, { cause: error });
    });
  }
  return { hub, files };
}

type Files = Map<string, { id: string; file: PlannedFile }>;

async function carryOut(hub: Hub, files: Files, deed: Deed): Promise<unknown> {
  switch (deed.kind) {
    case 'hand-in':
      return handIn(hub, files, deed.file);
    case 'run':
      return runHub(hub, await callerFor(hub, 'sup'));
    case 'partner':
      return inLedger(hub, (database, at) => addPartner(database, partnerFrom(deed.id), at));
    case 'person':
      return register(hub, deed.person);
    case 'project':
      return inLedger(hub, (database, at) => {
        const project = {
          id: deed.id,
          title: `Project ${deed.id}`,
          purpose: 'operational-analysis',
        } as const;
        return addProject(database, { ...project, by: 'sup', at, until: null });
      });
    case 'join':
      return inLedger(hub, (database, at) => {
        const { person, project } = deed;
        return changeMember(database, { person, project, joined: true, by: 'sup', at });
      });
    case 'token':
      return inLedger(hub, (database, at) => {
        const hash = createHash('sha256').update(deed.person).digest('hex');
        const token = { id: hash.slice(0, 16), hash, title: 'A system' };
        const until = new Date(Date.parse(at) + 86_400_000 * 60).toISOString();
        const scopes = ['hit.read'] as const;
        return addToken(database, { ...token, person: deed.person, scopes, by: 'adm', at, until });
      });
    case 'ask':
    case 'answer':
    case 'end-consent':
      return workOnHit(hub, deed);
    case 'necessity':
    case 'break-glass':
      return askForMore(hub, deed);
    default:
      return workOnFile(hub, files, deed);
  }
}

async function workOnFile(
  hub: Hub,
  files: Files,
  deed: Extract<Deed, { readonly kind: 'judge' | 'review' | 'restrict' | 'erase' | 'decide' | 'remap' }>,
): Promise<unknown> {
  if (deed.kind === 'judge') return judge(hub, files, deed);
  const known = files.get(deed.slot);
  if (known === undefined) return undefined;
  const { id: contribution, file } = known;
  const owner = await callerFor(hub, `c-${file.partner}`);
  switch (deed.kind) {
    case 'review':
      return inLedger(hub, (database, at) => {
        const words = { verdict: 'dismissed', by: 'rev', reason: 'Looked into', at } as const;
        const review = { detector: 'shared-facilitators', evidence: [`${contribution}`], ...words };
        return addReview(database, review, [contribution]);
      });
    case 'restrict':
      return changeTerms(hub, owner, { contribution, change: deed.change });
    case 'remap': {
      const mapping = { ...file.mapping, title: 'Another' };
      return mapContribution(hub, owner, { contribution, mapping });
    }
    case 'erase':
      return eraseContribution(hub, owner, { contribution, ground: 'owner', reason: 'Withdrawn' });
    case 'decide': {
      const words = { clock: 'review', decision: 'keep', reason: 'Needed' } as const;
      return decideClock(hub, await callerFor(hub, 'dpo', 'oversight'), { contribution, ...words });
    }
  }
}

async function judge(hub: Hub, files: Files, deed: Extract<Deed, { readonly kind: 'judge' }>): Promise<void> {
  const known = deed.slots.flatMap((slot) => files.get(slot) ?? []);
  const [one, other] = known;
  if (one === undefined || other === undefined) return;
  const found = [await personsOf(hub, one.id), await personsOf(hub, other.id)] as const;
  const [a, b] = [found[0][deed.rows[0] % found[0].length], found[1][deed.rows[1] % found[1].length]];
  if (a === undefined || b === undefined || a === b) return;
  const { verdict } = deed;
  await inLedger(hub, (database, at) =>
    addJudgement(database, { a, b, verdict, by: 'rev', reason: 'Compared', at }, [one.id, other.id]),
  );
}

async function personsOf(hub: Hub, id: string): Promise<readonly string[]> {
  const kept = await findContribution(hub.ledger, id);
  return kept === undefined ? [] : subjectsOf(hub, [kept], 'person');
}

/** The ids of source subjects as people write them, in a fixed order. */
export async function subjectsOf(
  hub: Hub,
  kept: readonly KeptContribution[],
  type: string,
): Promise<readonly string[]> {
  return hub.reading.use(async (lake) => {
    const folders = kept.map((each) => contributionFolder(hub.layout, each));
    await mountTable(lake, subjectTable, folders);
    const rows = await lake.rows<{ subject: bigint }>(
      sql`select distinct subject from ${subjectTable} where type = ${type} order by subject`,
    );
    return rows.map(({ subject }) => idText(type, subject));
  });
}

async function handIn(hub: Hub, files: Files, file: PlannedFile): Promise<void> {
  const content = Buffer.from(file.text);
  const { contribution } = await contributeFile(hub, await callerFor(hub, `c-${file.partner}`), {
    fileName: file.fileName,
    content: bytesOf(content),
    size: content.length,
    partner: partnerFrom(file.partner),
    terms: termsSchema.parse(file.terms),
    mapping: file.mapping,
    watch: {},
  });
  files.set(file.slot, { id: contribution, file });
}

async function* bytesOf(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

async function workOnHit(
  hub: Hub,
  deed: Extract<Deed, { readonly kind: 'ask' | 'answer' | 'end-consent' }>,
): Promise<unknown> {
  const { partner, other } = deed;
  if (deed.kind === 'ask') {
    const [hit] = await hitsOf(hub.ledger, partner, { other, limit: 1 });
    if (hit === undefined) return undefined;
    return requestContent(hub, await callerFor(hub, `c-${partner}`), { hit: hit.id, reason: 'Our case' });
  }
  const asked = await hitsAskedOf(hub.ledger, other, { limit: 100 });
  const hit = asked.find(({ recipient }) => recipient === partner);
  if (hit === undefined) return undefined;
  const caller = await callerFor(hub, `c-${other}`);
  if (deed.kind === 'end-consent') return endConsent(hub, caller, { hit: hit.id });
  const properties = deed.answer === 'share-part' ? { properties: ['name', 'phone'] } : {};
  return answerHit(hub, caller, { hit: hit.id, answer: deed.answer, reason: 'So decided', ...properties });
}

async function askForMore(
  hub: Hub,
  deed: Extract<Deed, { readonly kind: 'necessity' | 'break-glass' }>,
): Promise<unknown> {
  const supervisor = await callerFor(hub, 'sup');
  if (deed.kind === 'necessity') {
    const { project } = deed;
    const until = new Date(Date.now() + 86_400_000 * 60).toISOString();
    const what = {
      project,
      categories: ['victim', 'witness'],
      minors: true,
      reason: 'Needed',
      until,
    } as const;
    const { id } = await recordNecessity(hub, await callerFor(hub, deed.person), what);
    return answerNecessityOf(hub, supervisor, { id, approved: true, reason: 'Agreed' });
  }
  const { id } = await askForBreakGlass(hub, await callerFor(hub, deed.person), { reason: 'Life at risk' });
  const { approved } = deed;
  return answerBreakGlassOf(hub, supervisor, { id, approved, reason: 'Decided', minutes: 60 });
}

async function register(
  hub: Hub,
  person: Extract<Deed, { readonly kind: 'person' }>['person'],
): Promise<void> {
  await inLedger(hub, async (database, at) => {
    const { id, partner, roles } = person;
    await addPerson(database, { id, title: `Person ${id}`, partner, at });
    for (const role of roles) {
      await changeRole(database, { person: id, role, granted: true, by: 'adm', reason: 'Works here', at });
    }
  });
}

function inLedger<T>(
  hub: Hub,
  work: (database: Parameters<Parameters<Hub['ledger']['transaction']>[0]>[0], at: string) => Promise<T>,
): Promise<T> {
  return hub.ledger.transaction((database) => work(database, new Date().toISOString()));
}

async function callerFor(
  hub: Hub,
  person: string,
  purpose: AccessPurpose = 'strategic-analysis',
): Promise<Caller> {
  const actor = await actorOf(hub.ledger, person, 'session');
  return { actor, ground: { purpose, project: null }, request: 'proof' };
}

function partnerFrom(id: string): Partner {
  return { id, title: `Police ${id}`, country: 'DE', contact: `desk of ${id}` };
}
