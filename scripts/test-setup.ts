import { makeEmptyPostgres } from '../packages/ledger/src/empty-postgres.ts';

/** Before all tests, once. */
export const setup = () => makeEmptyPostgres();
