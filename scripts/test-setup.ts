import { makeEmptyPostgres } from '../packages/ledger/src/empty-postgres.ts';
import { bundleClew } from './bundle-clew.mjs';

const bundle = new URL('../node_modules/.cache/clew/bundle/', import.meta.url);

/** Before all tests, once. */
export async function setup(): Promise<void> {
  await Promise.all([makeEmptyPostgres(), bundleClew(bundle)]);
}
