// In: PostgreSQL in this process. Out: queries and transactions on its one connection.
// Invariant: who comes waits for those who came before, and nothing gets between the statements of a transaction.
//
// A statement goes as one message: parse, bind, describe, execute and sync together (PostgreSQL documentation, "Extended
// Query"). PGlite's own `query` sends five and asks for the types in between, which takes three to five times as long.
// A statement that comes again is not parsed and planned again (`known-statements.ts`).

import { type PGlite, parse, protocol } from '@electric-sql/pglite';
import { KnownStatements, type StatementUse } from './known-statements.ts';
import type { Query, Store } from './store.ts';
import { storeError } from './store-error.ts';

export type Session = Omit<Store, 'close' | 'commit'>;

/** `before` is done ahead of each query and transaction, when its turn has come. */
export function sessionOn(postgres: PGlite, before?: (query: Query) => Promise<void>): Session {
  const query: Query = async <T>(text: string, values: readonly unknown[] = []) =>
    (await ask(postgres, text, values)).rows as T[];
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    postgres.runExclusive(async () => {
      await before?.(query);
      return work();
    });
  return {
    query: (text, values) => inTurn(() => query(text, values)),
    transaction: (write) => inTurn(() => transact(postgres, () => write(query))),
  };
}

async function transact<T>(postgres: PGlite, write: () => Promise<T>): Promise<T> {
  await ask(postgres, 'begin');
  try {
    const result = await write();
    const { command } = await ask(postgres, 'commit');
    // After a failed statement whose error was swallowed a commit is answered with a rollback.
    if (command === 'COMMIT') return result;
    throw new Error('A statement of this transaction failed and its error was passed over');
  } catch (error) {
    if (postgres.isInTransaction()) await ask(postgres, 'rollback');
    throw error;
  }
}

interface Answer {
  readonly rows: readonly unknown[];
  /** What PostgreSQL says that it did: the tag of the last command. */
  readonly command: string | undefined;
}

/** Without values there may be several statements; the rows are those of the last. */
async function ask(postgres: PGlite, text: string, values: readonly unknown[] = []): Promise<Answer> {
  try {
    return values.length === 0
      ? await sent(postgres, protocol.serialize.query(text))
      : await statementsOf(postgres).use(text, (known) => sent(postgres, asked(known, text, values)));
  } catch (error) {
    throw storeError(error);
  }
}

const { serialize } = protocol;

/** One message: what is forgotten, the statement where it is new, and its values. */
function asked(
  { name, isNew, forgotten }: StatementUse,
  text: string,
  values: readonly unknown[],
): Uint8Array {
  return Buffer.concat([
    ...forgotten.map((gone) => serialize.close({ type: 'S', name: gone })),
    ...(isNew ? [serialize.parse({ name, text })] : []),
    serialize.bind({ statement: name, values: values.map(written) }),
    serialize.describe({ type: 'P' }),
    serialize.execute(),
    serialize.sync(),
  ]);
}

async function sent(postgres: PGlite, message: Uint8Array): Promise<Answer> {
  const messages = await postgres.execProtocolStream(message, {});
  const done = messages.findLast(({ name }) => name === 'commandComplete');
  return {
    rows: parse.parseResults(messages, postgres.parsers).at(-1)?.rows ?? [],
    command: done === undefined ? undefined : (done as typeof done & { readonly text: string }).text,
  };
}

/** Of each PostgreSQL, as its sessions are one connection. */
const statements = new WeakMap<PGlite, KnownStatements>();

function statementsOf(postgres: PGlite): KnownStatements {
  const known = statements.get(postgres) ?? new KnownStatements();
  statements.set(postgres, known);
  return known;
}

/** A value as text that PostgreSQL reads as the type that the statement asks for; bytes as they are. */
function written(value: unknown): string | Uint8Array | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return `${value}`;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  throw new TypeError('The ledger takes text, numbers, truth values, moments, bytes and lists of them');
}

/** An element of an array literal (PostgreSQL documentation, "Array Input and Output Syntax"). */
function element(value: unknown): string {
  if (Array.isArray(value)) return `{${value.map(element).join(',')}}`;
  const text = value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : written(value);
  return text === null ? 'null' : `"${`${text}`.replaceAll(/["\\]/g, '\\$&')}"`;
}
