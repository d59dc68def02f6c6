import type { Partner } from '@clew/model/contribution.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Database } from './database.ts';

/** Refuses what cannot be the id of a partner. */
export function checkPartnerId(id: string): void {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return;
  throw new Refusal(
    'usage',
    'The id of a partner has lower-case letters, digits and hyphens only, 64 at most.',
    'Write for example --partner border-guard, and its full name with --partner-title.',
  );
}

/** Registers a partner that is new. One that is known stays as it is: then false. */
export async function addPartner(database: Database, partner: Partner, at: string): Promise<boolean> {
  checkPartnerId(partner.id);
  const rows = await database.query(
    `insert into partner (id, title, country, contact, at) values ($1, $2, $3, $4, $5)
     on conflict (id) do nothing returning id`,
    [partner.id, partner.title, partner.country, partner.contact, at],
  );
  return rows.length > 0;
}

/** All partners by id. */
export function partners(database: Database): Promise<readonly Partner[]> {
  return database.query<Partner>('select id, title, country, contact from partner order by id');
}

/** The partner with this id, or undefined. */
export async function findPartner(database: Database, id: string): Promise<Partner | undefined> {
  const rows = await database.query<Partner>(
    'select id, title, country, contact from partner where id = $1',
    [id],
  );
  return rows[0];
}
