import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';

/** How a person signs in at the hub itself. */
export interface Account {
  readonly person: string;
  /** Argon2id in the PHC string format; null after a sign-in by password was taken away. */
  readonly password: string | null;
  /** The secret of the second factor, sealed under the hub key; null before enrolment. */
  readonly secondFactor: string | null;
  /** The last time step whose code was used: each code is good once (RFC 6238, section 5.2). */
  readonly lastStep: number | null;
  /** The password is a one-time password. */
  readonly mustChange: boolean;
  /** When the one-time password stops working (ISO 8601). */
  readonly passwordUntil: string | null;
  readonly disabled: boolean;
  /** ISO 8601. */
  readonly at: string;
}

/** A person at an identity provider. */
export interface Identity {
  /** The issuer's URL, as its discovery document gives it. */
  readonly issuer: string;
  /** The `sub` claim. */
  readonly subject: string;
  readonly person: string;
  readonly at: string;
}

/** A new account with a one-time password (PHC string) that works until an instant. */
export async function addAccount(
  database: Database,
  account: {
    readonly person: string;
    readonly password: string;
    readonly until: string;
    readonly at: string;
  },
): Promise<void> {
  const added = await database.query(
    `insert into account (person, password, must_change, password_until, at) values ($1, $2, true, $3, $4)
     on conflict (person) do nothing returning person`,
    [account.person, account.password, account.until, account.at],
  );
  if (added.length === 0) {
    throw new Refusal('already-there', 'This person has an account.', 'Reset the account instead.');
  }
}

export async function findAccount(database: Database, person: string): Promise<Account | undefined> {
  const rows = await database.query<AccountRow>(`${select} where person = $1`, [person]);
  return rows.map(accountFrom)[0];
}

/** Every account by person. */
export async function accounts(database: Database): Promise<readonly Account[]> {
  const rows = await database.query<AccountRow>(`${select} order by person`);
  return rows.map(accountFrom);
}

/** The password that the person chose (PHC string). */
export async function choosePassword(database: Database, person: string, password: string): Promise<void> {
  await database.query(
    'update account set password = $2, must_change = false, password_until = null where person = $1',
    [person, password],
  );
}

/** The same password under newer parameters. Changes nothing when the password was changed meanwhile. */
export async function rehashPassword(
  database: Database,
  given: { readonly person: string; readonly from: string; readonly to: string },
): Promise<void> {
  await database.query('update account set password = $3 where person = $1 and password = $2', [
    given.person,
    given.from,
    given.to,
  ]);
}

/** A one-time password (PHC string) in place of what there was; the second factor goes too where that is asked. */
export async function resetAccount(
  database: Database,
  reset: {
    readonly person: string;
    readonly password: string;
    readonly until: string;
    readonly forgetSecondFactor: boolean;
  },
): Promise<void> {
  await database.query(
    `update account set password = $2, must_change = true, password_until = $3, disabled = false,
       second_factor = case when $4 then null else second_factor end,
       last_step = case when $4 then null else last_step end
     where person = $1`,
    [reset.person, reset.password, reset.until, reset.forgetSecondFactor],
  );
}

/** Enrols a second factor (sealed) whose code of a time step was just used. */
export async function enrolSecondFactor(
  database: Database,
  given: { readonly person: string; readonly sealed: string; readonly step: number },
): Promise<void> {
  await database.query('update account set second_factor = $2, last_step = $3 where person = $1', [
    given.person,
    given.sealed,
    given.step,
  ]);
}

/** Puts another sealed text in the place of each second factor. Run it in a transaction. */
export async function resealSecondFactors(
  database: Database,
  reseal: (person: string, sealed: string) => string,
): Promise<void> {
  const rows = await database.query<{ person: string; second_factor: string }>(
    'select person, second_factor from account where second_factor is not null order by person',
  );
  for (const { person, second_factor: sealed } of rows) {
    await database.query('update account set second_factor = $2 where person = $1', [
      person,
      reseal(person, sealed),
    ]);
  }
}

/** Uses the code of a time step up: false when this step, or a later one, was used before. */
export async function useStep(database: Database, person: string, step: number): Promise<boolean> {
  const used = await database.query(
    `update account set last_step = $2 where person = $1 and (last_step is null or last_step < $2)
     returning person`,
    [person, step],
  );
  return used.length > 0;
}

/** Lets nobody in by this account, or lets them in again. */
export async function disableAccount(database: Database, person: string, disabled: boolean): Promise<void> {
  await database.query('update account set disabled = $2 where person = $1', [person, disabled]);
}

/** Says who it is that an identity provider knows by an issuer and a subject. */
export async function linkIdentity(database: Database, identity: Identity): Promise<void> {
  const added = await database.query(
    `insert into identity (issuer, subject, person, at) values ($1, $2, $3, $4)
     on conflict (issuer, subject) do nothing returning person`,
    [identity.issuer, identity.subject, identity.person, identity.at],
  );
  if (added.length > 0) return;
  throw new Refusal('already-there', 'This identity is linked to a person.', 'Unlink it there first.');
}

export async function unlinkIdentity(database: Database, issuer: string, subject: string): Promise<boolean> {
  const gone = await database.query(
    'delete from identity where issuer = $1 and subject = $2 returning person',
    [issuer, subject],
  );
  return gone.length > 0;
}

export async function findIdentity(
  database: Database,
  issuer: string,
  subject: string,
): Promise<Identity | undefined> {
  const rows = await database.query<Omit<Identity, 'at'> & { readonly at: Date }>(
    'select issuer, subject, person, at from identity where issuer = $1 and subject = $2',
    [issuer, subject],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }))[0];
}

/** The identities of a person. */
export async function identitiesOf(database: Database, person: string): Promise<readonly Identity[]> {
  const rows = await database.query<Omit<Identity, 'at'> & { readonly at: Date }>(
    'select issuer, subject, person, at from identity where person = $1 order by issuer, subject',
    [person],
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

const select = `select person, password, second_factor, last_step, must_change, password_until, disabled, at
  from account`;

interface AccountRow {
  readonly person: string;
  readonly password: string | null;
  readonly second_factor: string | null;
  /** A driver may give a bigint as text. */
  readonly last_step: number | string | null;
  readonly must_change: boolean;
  readonly password_until: Date | null;
  readonly disabled: boolean;
  readonly at: Date;
}

function accountFrom(row: AccountRow): Account {
  return {
    person: row.person,
    password: row.password,
    secondFactor: row.second_factor,
    lastStep: row.last_step === null ? null : Number(row.last_step),
    mustChange: row.must_change,
    passwordUntil: row.password_until === null ? null : instant(row.password_until),
    disabled: row.disabled,
    at: instant(row.at),
  };
}
