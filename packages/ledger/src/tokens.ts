import { type Action, actions } from '@clew/model/access/actions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';
import { checkWords } from './people.ts';

/** What a partner's own system signs in with. The ledger knows the hash of its secret, never that itself. */
export interface Token {
  /** 16 hex digits, random. */
  readonly id: string;
  /** SHA-256 of the whole token, hex. */
  readonly hash: string;
  readonly title: string;
  /** In whose name the system acts. */
  readonly person: string;
  /** The only actions that it opens, as far as the person's roles do. */
  readonly scopes: readonly Action[];
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly until: string;
  /** When it was ended before its time, or null. */
  readonly endedAt: string | null;
}

/** What no system does: a person decides, with a second factor. */
export const neverByToken: readonly Action[] = [
  'partner.manage',
  'person.manage',
  'project.manage',
  'necessity.record',
  'necessity.approve',
  'break-glass.ask',
  'break-glass.answer',
  'clock.decide',
];

/** Keeps a token. Refuses scopes that are unknown or not for systems, and a life of more than a year. */
export async function addToken(database: Database, token: Omit<Token, 'endedAt'>): Promise<void> {
  checkWords(token.title, { what: 'The title of a token', most: 200 });
  const scopes = [...new Set(token.scopes)].sort();
  const allowed = (Object.keys(actions) as Action[]).filter((action) => !neverByToken.includes(action));
  if (scopes.length === 0 || scopes.some((scope) => !allowed.includes(scope))) {
    throw new Refusal('input-invalid', 'These scopes do not fit.', `There are: ${allowed.join(', ')}.`);
  }
  const at = new Date(token.at).getTime();
  const until = new Date(token.until).getTime();
  if (!(until > at && until <= at + longest)) {
    throw new Refusal('input-invalid', 'The token ends too early or too late.', 'A year is the most.');
  }
  await database.query(
    `insert into token (id, hash, title, person, scopes, by, at, until)
     values ($1, $2, $3, $4, $5::json, $6, $7, $8)`,
    [
      token.id,
      token.hash,
      token.title,
      token.person,
      JSON.stringify(scopes),
      token.by,
      token.at,
      token.until,
    ],
  );
}

/** Ends a token before its time. */
export async function endToken(
  database: Database,
  end: { readonly id: string; readonly by: string; readonly at: string },
): Promise<void> {
  if ((await findToken(database, end.id)) === undefined) {
    throw new Refusal('not-found', 'There is no such token.', 'Look with clew token list.');
  }
  const added = await database.query(
    'insert into token_end (id, by, at) values ($1, $2, $3) on conflict (id) do nothing returning id',
    [end.id, end.by, end.at],
  );
  if (added.length === 0) throw new Refusal('already-done', 'The token has ended.');
}

export async function findToken(database: Database, id: string): Promise<Token | undefined> {
  const rows = await database.query<TokenRow>(`${select} where t.id = $1`, [id]);
  return rows.map(tokenFrom)[0];
}

/** Every token ever issued, the newest first. */
export async function tokens(database: Database): Promise<readonly Token[]> {
  const rows = await database.query<TokenRow>(`${select} order by t.at desc, t.id`);
  return rows.map(tokenFrom);
}

const longest = 366 * 24 * 60 * 60 * 1000;

const select = `select t.id, t.hash, t.title, t.person, t.scopes, t.by, t.at, t.until, e.at as "endedAt"
  from token t left join token_end e on e.id = t.id`;

type TokenRow = Omit<Token, 'at' | 'until' | 'endedAt'> & {
  readonly at: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
};

function tokenFrom(row: TokenRow): Token {
  return {
    ...row,
    at: instant(row.at),
    until: instant(row.until),
    endedAt: row.endedAt === null ? null : instant(row.endedAt),
  };
}
