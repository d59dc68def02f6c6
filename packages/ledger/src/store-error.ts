import { Refusal, type RefusalCode } from '@clew/model/refusal.ts';

/**
 * What the store said of a statement, without any value of a row: those of PostgreSQL's own messages may quote one.
 * `code` is its SQLSTATE (PostgreSQL 15, Appendix A).
 */
export class StoreError extends Error {
  readonly code: string;
  readonly constraint: string | undefined;

  constructor(code: string, message: string, constraint?: string) {
    super(message);
    this.name = 'StoreError';
    this.code = code;
    this.constraint = constraint;
  }
}

/** An error of PGlite or of a server: as a refusal if the operator can do something, else without its values. */
export function storeError(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof StoreError || !(error instanceof Error)) return error;
  const { code, constraint, table } = error as Error & Readonly<Record<string, unknown>>;
  const state = typeof code === 'string' ? code : '';
  if (state === '53100' || /no space left|ENOSPC|disk full/i.test(error.message)) return diskFull();
  const refused = refusals.find(([pattern]) => pattern.test(state));
  if (refused !== undefined) return new Refusal(refused[1], refused[2], refused[3]);
  if (
    /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error)/i.test(
      error.message,
    )
  ) {
    return unreachable();
  }
  if (!/^[0-9A-Z]{5}$/.test(state)) return error;
  const name = typeof constraint === 'string' ? constraint : undefined;
  // Classes whose messages name tables and columns only; P0001 is raised by our own triggers.
  const telling = /^(42|P0001|0A|25)/.test(state);
  const where = [table, name].filter((part) => typeof part === 'string').join(', ');
  const message = telling ? error.message : `The ledger refused a statement: SQLSTATE ${state} (${where})`;
  return new StoreError(state, message, name);
}

export function diskFull(): Refusal {
  return new Refusal('disk-full', 'The disk is full.', 'Free some space, then run the command again.');
}

export function unreachable(): Refusal {
  return new Refusal(
    'ledger-unreachable',
    'The PostgreSQL server that keeps the ledger cannot be reached.',
    'See whether it runs and what CLEW_LEDGER says, then run the command again.',
  );
}

const lookAtServer = 'See whether it runs and what CLEW_LEDGER says, then run the command again.';
const refusals: readonly (readonly [RegExp, RefusalCode, string, string])[] = [
  [
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT$|EACCES$)/,
    'ledger-unreachable',
    unreachable().message,
    lookAtServer,
  ],
  [/^(08...|57P0[1-5]|53300|53400)$/, 'ledger-unreachable', unreachable().message, lookAtServer],
  [
    /^28...$|^3D000$/,
    'ledger-unreachable',
    'The PostgreSQL server does not let the hub in.',
    'See the account, password and database in CLEW_LEDGER.',
  ],
  [
    /^(SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|CERT_|ERR_TLS)/,
    'ledger-unreachable',
    'The PostgreSQL server does not prove who it is.',
    'Give its authority in CLEW_LEDGER: ?sslmode=verify-full&sslrootcert=FILE.',
  ],
  [
    /^(55P03|57014)$/,
    'busy',
    'The ledger is kept busy by another process.',
    'Wait a little, then run the command again.',
  ],
  [
    /^53200$/,
    'out-of-memory',
    'The PostgreSQL server is out of memory.',
    'Give it more, then run the command again.',
  ],
];
