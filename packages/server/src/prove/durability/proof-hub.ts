import { addPartner } from '@clew/ledger/partners.ts';
import { addPerson } from '@clew/ledger/people.ts';
import type { Role } from '@clew/model/access/roles.ts';
import { mappingSchema } from '@clew/model/mapping.ts';
import type { Caller } from '../../access/caller.ts';
import { testCaller } from '../../access/test-caller.ts';
import { createHub } from '../../hub/create-hub.ts';
import type { Hub } from '../../hub/hub.ts';
import { openHub } from '../../hub/open-hub.ts';

/** Where the hub of one life is. */
export interface ProofPlace {
  readonly folder: string;
  /** `postgres://…` with a schema of its own; without it the ledger is a folder of the hub. */
  readonly ledger?: string | undefined;
}

export const partnerIds = ['north', 'south', 'east'] as const;
export const personIds = ['p1', 'p2', 'p3', 'p4', 'p5'] as const;

export const mapping = mappingSchema.parse({
  clew: 1,
  subjects: {
    person: {
      type: 'person',
      key: ['no'],
      properties: {
        name: { columns: ['name'] },
        birthDate: { columns: ['born'], order: 'ymd' },
        phone: { columns: ['phone'] },
        category: { columns: ['category'] },
      },
    },
  },
});

/** A new hub with partners, and people whose roles will change. */
export async function makeProofHub(place: ProofPlace): Promise<void> {
  await createHub({
    ...place,
    content: { clew: 1, title: 'Proof of durability', profile: 'eu-europol' },
    founder: 'founder',
  });
  const hub = await openProofHub(place);
  const at = new Date().toISOString();
  await hub.ledger.transaction(async (database) => {
    for (const id of partnerIds) await addPartner(database, partnerOf(id), at);
    for (const id of personIds) await addPerson(database, { id, title: id, partner: null, at });
  });
  await hub.close();
}

export function openProofHub({ folder, ledger }: ProofPlace): Promise<Hub> {
  return openHub(folder, { config: { hubKey: undefined, ledger, memory: '1GB', threads: 1 } });
}

export function partnerOf(id: string) {
  return { id, title: `Partner ${id}`, country: null, contact: `desk@${id}.example` };
}

export function callerOf(person: string, partner: string | null, roles: readonly Role[]): Caller {
  return testCaller(person, partner, { roles, purpose: 'strategic-analysis' });
}
