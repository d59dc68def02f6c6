import { type Role, roles, separated } from '@clew/model/access/roles.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';
import { findPartner } from './partners.ts';

/** Somebody who works with the hub, or a system that does so for them. */
export interface Person {
  readonly id: string;
  readonly title: string;
  /** The partner that the person works for; null at the hub itself. */
  readonly partner: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** A role given or taken. */
export interface RoleChange {
  readonly person: string;
  readonly role: Role;
  readonly granted: boolean;
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** Refuses what cannot be the id of a person. */
export function checkPersonId(id: string): void {
  if (/^[a-z0-9][a-z0-9.@_-]{0,63}$/.test(id)) return;
  throw new Refusal(
    'input-invalid',
    'The id of a person has lower-case letters, digits and . @ _ - only, 64 at most.',
    'Use for example a service number.',
  );
}

/** Registers somebody. Without roles they may do nothing yet. Refuses an id that is taken and an unknown partner. */
export async function addPerson(database: Database, person: Person): Promise<void> {
  checkPersonId(person.id);
  checkWords(person.title, { what: 'The name of a person', most: 200 });
  if (person.partner !== null && (await findPartner(database, person.partner)) === undefined) {
    throw new Refusal('not-found', 'There is no such partner.', 'Register the partner first.');
  }
  const added = await database.query(
    `insert into person (id, title, partner, at) values ($1, $2, $3, $4)
     on conflict (id) do nothing returning id`,
    [person.id, person.title, person.partner, person.at],
  );
  if (added.length === 0) {
    throw new Refusal('already-there', 'There is a person with this id.', 'Choose another id.');
  }
}

/** The person with this id, or undefined. */
export async function findPerson(database: Database, id: string): Promise<Person | undefined> {
  const rows = await database.query<PersonRow>('select id, title, partner, at from person where id = $1', [
    id,
  ]);
  return rows.map(personFrom)[0];
}

/** Everybody by id. */
export async function people(database: Database): Promise<readonly Person[]> {
  const rows = await database.query<PersonRow>('select id, title, partner, at from person order by id');
  return rows.map(personFrom);
}

/**
 * Gives or takes a role; call it in a transaction, of which there is one at a time. What is so already stays so, and gives false. Refuses roles that
 * one person may not hold together (`separated`), and to take the last administrator away: nobody could undo it.
 */
export async function changeRole(database: Database, change: RoleChange): Promise<boolean> {
  if (!Object.hasOwn(roles, change.role)) {
    throw new Refusal(
      'input-invalid',
      'There is no such role.',
      `There are: ${Object.keys(roles).join(', ')}.`,
    );
  }
  checkWords(change.reason, { what: 'The reason', most: 2000 });
  if ((await findPerson(database, change.person)) === undefined) {
    throw new Refusal('not-found', 'There is no such person.', 'Register the person first.');
  }
  const held = await rolesOf(database, change.person);
  if (held.includes(change.role) === change.granted) return false;
  if (change.granted) refuseTogether(held, change.role);
  else if (change.role === 'administrator') await refuseLast(database);
  await database.query(
    'insert into role_change (person, role, granted, by, reason, at) values ($1, $2, $3, $4, $5, $6)',
    [change.person, change.role, change.granted, change.by, change.reason, change.at],
  );
  return true;
}

/** The roles that somebody holds, in the order of the list of roles. Nobody: none. */
export async function rolesOf(database: Database, person: string): Promise<readonly Role[]> {
  const rows = await database.query<{ role: string }>(
    `select role from role_change c where person = $1 and granted
       and number = (select max(number) from role_change where person = c.person and role = c.role)`,
    [person],
  );
  return inOrderOfRoles(rows.map(({ role }) => role));
}

/** The roles that are held, in the order of the list of roles. */
export function inOrderOfRoles(held: readonly string[]): readonly Role[] {
  return (Object.keys(roles) as Role[]).filter((role) => held.includes(role));
}

/** Everybody's roles, by person. Who has none is not in it. */
export async function rolesOfAll(database: Database): Promise<ReadonlyMap<string, readonly Role[]>> {
  const rows = await database.query<{ person: string; role: Role }>(
    `select person, role from role_change c where granted
       and number = (select max(number) from role_change where person = c.person and role = c.role)
     order by person, role`,
  );
  const all = new Map<string, Role[]>();
  for (const { person, role } of rows) all.set(person, [...(all.get(person) ?? []), role]);
  return all;
}

/** Who holds a role, by id. */
export async function holdersOf(database: Database, role: Role): Promise<readonly string[]> {
  const rows = await database.query<{ person: string }>(
    `select person from role_change c where role = $1 and granted
       and number = (select max(number) from role_change where person = c.person and role = c.role)
     order by person`,
    [role],
  );
  return rows.map(({ person }) => person);
}

/** Every change of somebody's roles, the oldest first. */
export async function roleChanges(database: Database, person: string): Promise<readonly RoleChange[]> {
  const rows = await database.query<Omit<RoleChange, 'at'> & { readonly at: Date }>(
    'select person, role, granted, by, reason, at from role_change where person = $1 order by number',
    [person],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** Refuses words that are missing, too many, or hold control characters. */
export function checkWords(
  words: string,
  { what, most }: { readonly what: string; readonly most: number },
): void {
  const isFit = words.trim() !== '' && words.length <= most && !hasControl(words);
  if (isFit) return;
  throw new Refusal(
    'input-invalid',
    `${what} does not fit.`,
    `Write 1 to ${most} characters, without control characters.`,
  );
}

/** Control characters other than tab and line feed. PostgreSQL cannot keep the first of them at all. */
function hasControl(words: string): boolean {
  for (const sign of words) {
    const code = sign.codePointAt(0) ?? 0;
    if ((code < 32 && code !== 9 && code !== 10) || (code >= 127 && code < 160)) return true;
  }
  return /\p{Surrogate}/u.test(words);
}

function refuseTogether(held: readonly Role[], role: Role): void {
  const apart = held.filter((other) => separated[role]?.includes(other) || separated[other]?.includes(role));
  if (apart.length === 0) return;
  throw new Refusal(
    'forbidden',
    `Nobody may hold ${role} together with ${apart.join(', ')}.`,
    'Take those roles first, or choose somebody else.',
  );
}

async function refuseLast(database: Database): Promise<void> {
  if ((await holdersOf(database, 'administrator')).length > 1) return;
  throw new Refusal(
    'forbidden',
    'This is the last administrator.',
    'Make somebody else administrator first.',
  );
}

type PersonRow = Omit<Person, 'at'> & { readonly at: Date };

function personFrom(row: PersonRow): Person {
  return { ...row, at: instant(row.at) };
}
