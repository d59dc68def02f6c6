import { type Database, instant } from './database.ts';

/** What an owner lets another owner read after a hit. It is a reference: nothing is copied. */
export interface NewConsent {
  readonly hit: string;
  /** Who gives it, and to whom. */
  readonly owner: string;
  readonly recipient: string;
  /** The owner's source subjects, 16 hex digits each. */
  readonly subjects: readonly string[];
  /** The owner's contributions in which their statements may be read. */
  readonly contributions: readonly string[];
  /** Properties of those subjects; null: all of them. */
  readonly properties: readonly string[] | null;
  /** The person who gave it. */
  readonly by: string;
  readonly at: string;
}

export interface Consent extends NewConsent {
  /** The ledger's own number: it never leaves the hub. */
  readonly number: number;
  /** Null while it stands. */
  readonly ended: ConsentEnd | null;
}

/** Why a consent no longer stands. */
export const consentEnds = {
  owner: 'The owner ended it',
  replaced: 'The owner gave another answer',
  'link-gone': 'The link it rests on is no longer there',
  erased: 'What it was given on was erased',
} as const;

export interface ConsentEnd {
  readonly by: string;
  readonly reason: keyof typeof consentEnds;
  readonly at: string;
}

/** Keeps a consent. Gives its number. */
export async function addConsent(database: Database, consent: NewConsent): Promise<number> {
  const rows = await database.query<{ number: number | string }>(
    `insert into consent (hit, owner, recipient, subjects, contributions, properties, by, at)
     values ($1, $2, $3, $4::json, $5::json, $6::json, $7, $8) returning number`,
    [
      consent.hit,
      consent.owner,
      consent.recipient,
      JSON.stringify(consent.subjects),
      JSON.stringify(consent.contributions),
      consent.properties === null ? null : JSON.stringify(consent.properties),
      consent.by,
      consent.at,
    ],
  );
  return Number(rows[0]?.number);
}

/** Ends every consent that stands on these hits. One that has ended stays as it is. Gives their hits. */
export async function endConsents(
  database: Database,
  hits: readonly string[],
  end: ConsentEnd,
): Promise<readonly string[]> {
  if (hits.length === 0) return [];
  const rows = await database.query<{ hit: string }>(
    `with ended as (
       insert into consent_end (number, by, reason, at)
       select c.number, $2, $3, $4 from consent c
       where c.hit in (select json_array_elements_text($1::json))
         and not exists (select from consent_end e where e.number = c.number)
       on conflict (number) do nothing returning number)
     select distinct c.hit from consent c join ended using (number) order by c.hit`,
    [JSON.stringify(hits), end.by, end.reason, end.at],
  );
  return rows.map(({ hit }) => hit);
}

/** The consent that stands on a hit, or undefined. */
export async function standingConsent(database: Database, hit: string): Promise<Consent | undefined> {
  const found = await consentsWhere(database, 'c.hit = $1 and e.number is null', [hit]);
  return found.at(-1);
}

/** Every consent on a hit, those that ended too, in the order in which they were given. */
export function consentsOn(database: Database, hit: string): Promise<readonly Consent[]> {
  return consentsWhere(database, 'c.hit = $1', [hit]);
}

/** The consents that stand for a recipient. */
export function consentsFor(database: Database, recipient: string): Promise<readonly Consent[]> {
  return consentsWhere(database, 'c.recipient = $1 and e.number is null', [recipient]);
}

/** Every consent that was ever given over a contribution: who has read from it, or could have. */
export function consentsOver(database: Database, contribution: string): Promise<readonly Consent[]> {
  return consentsWhere(database, 'c.contributions::jsonb @> to_jsonb($1::text)', [contribution]);
}

async function consentsWhere(
  database: Database,
  condition: string,
  values: readonly unknown[],
): Promise<readonly Consent[]> {
  const rows = await database.query<ConsentRow>(
    `select c.number, c.hit, c.owner, c.recipient, c.subjects, c.contributions, c.properties, c.by, c.at,
       e.by as end_by, e.reason as end_reason, e.at as end_at
     from consent c left join consent_end e using (number) where ${condition} order by c.number`,
    values,
  );
  return rows.map(consentFrom);
}

interface ConsentRow extends Omit<NewConsent, 'at'> {
  readonly number: number | string;
  readonly at: Date;
  readonly end_by: string | null;
  readonly end_reason: ConsentEnd['reason'] | null;
  readonly end_at: Date | null;
}

function consentFrom({ number, at, end_by, end_reason, end_at, ...row }: ConsentRow): Consent {
  const ended =
    end_by === null || end_reason === null || end_at === null
      ? null
      : { by: end_by, reason: end_reason, at: instant(end_at) };
  return { ...row, number: Number(number), at: instant(at), ended };
}
