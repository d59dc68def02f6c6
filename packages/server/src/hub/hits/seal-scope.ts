import { findContribution } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import type { Hit } from '@clew/ledger/hits.ts';
import { Refusal } from '@clew/model/refusal.ts';

/** The contributions on both sides of a hit that are still there: what is said about it is sealed under all of them. */
export async function sealScope(database: Database, hit: Hit): Promise<readonly string[]> {
  return present(database, [...hit.ownContributions, ...hit.otherContributions]);
}

/** Those of the contributions that were not erased, each once. */
export async function present(database: Database, ids: readonly string[]): Promise<readonly string[]> {
  const there: string[] = [];
  for (const id of new Set(ids)) {
    if ((await findContribution(database, id)) !== undefined) there.push(id);
  }
  if (there.length === 0) {
    throw new Refusal('erased', 'What this hit rests on was erased.', 'The next run withdraws the hit.');
  }
  return there;
}

/** Words that a person gave. Refuses none where some are needed, and too many. */
export function wordsOf(given: string | undefined, needed: string | null): string | null {
  const words = given?.trim() ?? '';
  if (words === '' && needed !== null) {
    throw new Refusal('input-invalid', needed, 'Say why, in words: --reason "…"');
  }
  if (words.length > mostLetters) {
    throw new Refusal('input-invalid', `The reason is longer than ${mostLetters} letters.`, 'Shorten it.');
  }
  return words === '' ? null : words;
}

const mostLetters = 4000;
