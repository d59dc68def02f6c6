// In: an open hub and a source of chance. Out: one piece of work after another, each told of once it is acknowledged.
// Invariant: what is told of was returned by the hub as done; every piece can be found again by what is told.

import { createHash, randomInt } from 'node:crypto';
import { appendAudit } from '@clew/ledger/audit/chain.ts';
import { contributions } from '@clew/ledger/contributions.ts';
import { addJudgement } from '@clew/ledger/judgements.ts';
import { rolesOf } from '@clew/ledger/people.ts';
import { termsSchema } from '@clew/model/terms/terms.ts';
import { contributeFile } from '../../hub/contributions/contribute-file.ts';
import type { Hub } from '../../hub/hub.ts';
import { changeRoleOf } from '../../hub/people/change-role.ts';
import { runHub } from '../../hub/run-hub.ts';
import { changeTerms } from '../../hub/terms/change-terms.ts';
import type { Chance } from './chance.ts';
import { callerOf, mapping, partnerIds, partnerOf, personIds } from './proof-hub.ts';

/** A piece of work that the hub said was done. */
export type Acknowledged =
  | { readonly kind: 'contribution'; readonly id: string; readonly sha256: string }
  | { readonly kind: 'terms'; readonly contribution: string; readonly contact: string }
  | { readonly kind: 'judgement'; readonly a: string; readonly b: string; readonly reason: string }
  | { readonly kind: 'role'; readonly person: string; readonly reason: string }
  | { readonly kind: 'publication'; readonly snapshot: string }
  /** The key of the hub was changed to the one with this id. */
  | { readonly kind: 'key'; readonly id: string };

/** Does one piece of work, chosen by chance. Undefined where there was nothing to do it to. */
export async function workOnce(hub: Hub, chance: Chance): Promise<Acknowledged | undefined> {
  const drawn = chance.next();
  if (drawn < 0.27) return contribute(hub, chance);
  if (drawn < 0.52) return restrict(hub, chance);
  if (drawn < 0.75) return judge(hub, chance);
  if (drawn < 0.96) return changeRole(hub, chance);
  return publish(hub);
}

export async function contribute(hub: Hub, chance: Chance): Promise<Acknowledged> {
  const partner = chance.pick(partnerIds);
  const text = rows(chance);
  async function* content() {
    yield Buffer.from(text);
  }
  const done = await contributeFile(hub, callerOf(`desk-${partner}`, partner, ['contributor']), {
    fileName: 'people.csv',
    content: content(),
    size: text.length,
    partner: partnerOf(partner),
    terms: termsSchema.parse({ source: 'B', information: '2' }),
    mapping,
    watch: {},
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { kind: 'contribution', id: done.contribution, sha256 };
}

/** Some rows; people and phones come again, so that there is something to link. */
function rows(chance: Chance): string {
  const names = ['Ivan Petrov', 'Ana Costa', 'Eva Zorn', 'Omar Haddad', 'Lena Berg'];
  const some = Array.from({ length: 2 + chance.below(5) }, (_, index) => {
    const who = chance.below(names.length);
    const phone = `+3247000${1000 + chance.below(20)}`;
    return `${mark()}-${index},${names[who]},198${who}-04-0${1 + who},${phone},suspect`;
  });
  return `no,name,born,phone,category\n${some.join('\n')}\n`;
}

async function restrict(hub: Hub, chance: Chance): Promise<Acknowledged | undefined> {
  const kept = await contributions(hub.ledger);
  if (kept.length === 0) return undefined;
  const { id, partner } = chance.pick(kept);
  const contact = `desk-${mark()}`;
  const owner = callerOf(`desk-${partner}`, partner, ['contributor']);
  await changeTerms(hub, owner, { contribution: id, change: { contact } });
  return { kind: 'terms', contribution: id, contact };
}

/** As `judgePair` keeps it, without the view that it looks the two up in. */
async function judge(hub: Hub, chance: Chance): Promise<Acknowledged | undefined> {
  const kept = await contributions(hub.ledger);
  if (kept.length === 0) return undefined;
  const sources = [chance.pick(kept).id, chance.pick(kept).id];
  const [a = '', b = ''] = [`person-0${mark()}`, `person-1${mark()}`].map((id) => id.padEnd(23, '0'));
  const reason = `reason ${mark()}`;
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    await addJudgement(database, { a, b, verdict: 'different', by: 'founder', reason, at }, sources);
    await appendAudit(database, {
      ...{ at, person: 'founder', via: 'terminal', action: 'pair.judge', what: `${a} ${b}` },
      ...{ purpose: 'strategic-analysis', project: null, label: null, outcome: 'allowed' },
    });
  });
  return { kind: 'judgement', a, b, reason };
}

async function changeRole(hub: Hub, chance: Chance): Promise<Acknowledged> {
  const person = chance.pick(personIds);
  const granted = !(await rolesOf(hub.ledger, person)).includes('analyst');
  const reason = `reason ${mark()}`;
  const admin = callerOf('admin', null, ['administrator']);
  await changeRoleOf(hub, admin, { person, role: 'analyst', granted, reason });
  return { kind: 'role', person, reason };
}

export async function publish(hub: Hub, again = false): Promise<Acknowledged | undefined> {
  if ((await contributions(hub.ledger)).length === 0) return undefined;
  const run = await runHub(hub, callerOf('founder', null, ['supervisor']), { again });
  return { kind: 'publication', snapshot: run.snapshot };
}

/** Twelve hex digits that no other piece of work has. */
function mark(): string {
  return randomInt(2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
}
