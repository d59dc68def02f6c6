import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { findAccount } from '@clew/ledger/accounts.ts';
import type { Database } from '@clew/ledger/database.ts';
import { addToken, findToken, type Token } from '@clew/ledger/tokens.ts';
import type { Action } from '@clew/model/access/actions.ts';
import type { Actor } from '@clew/model/access/actor.ts';
import { actorOf } from '../access/actor.ts';

/** Makes a token for a partner's system: `clew_<id>_<256 random bits>`. Its text is told once and not kept. */
export async function makeToken(
  database: Database,
  given: Omit<Token, 'id' | 'hash' | 'endedAt' | 'scopes'> & { readonly scopes: readonly Action[] },
): Promise<{ readonly id: string; readonly text: string }> {
  const id = randomBytes(8).toString('hex');
  const text = `clew_${id}_${randomBytes(32).toString('base64url')}`;
  await addToken(database, { ...given, id, hash: hashOf(text).toString('hex') });
  return { id, text };
}

/** Who a system acts for with a token, within its scopes; undefined for anything that is not valid at this moment. */
export async function actorFromToken(
  ledger: Database,
  text: string,
  now: number = Date.now(),
): Promise<Actor | undefined> {
  const id = /^clew_([0-9a-f]{16})_[A-Za-z0-9_-]{43}$/.exec(text)?.[1];
  const token = id === undefined ? undefined : await findToken(ledger, id);
  if (token === undefined) return undefined;
  const isRight = timingSafeEqual(hashOf(text), Buffer.from(token.hash, 'hex'));
  if (!isRight || token.endedAt !== null || now >= Date.parse(token.until)) return undefined;
  const account = await findAccount(ledger, token.person);
  if (account?.disabled === true) return undefined;
  return actorOf(ledger, token.person, 'token', token.scopes);
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
