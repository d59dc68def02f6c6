import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { version } from '../../version.ts';
import type { HubLayout } from '../hub-layout.ts';

type Readable = Pick<KeptContribution, 'id' | 'mapping' | 'terms'>;

/**
 * The name of the folder with a contribution's tables: its id, and a hash of all else that they are made from.
 * Another mapping, other terms or another version of the program give another folder.
 */
export function contributionFolderName(given: Readable): string {
  return `${given.id}-${hashOf([given.mapping, given.terms, version])}`;
}

export function contributionFolder(layout: HubLayout, given: Readable): string {
  return join(layout.contributions, contributionFolderName(given));
}

/** Whether stages 1 and 2 of a contribution are in the lake. */
export function isTakenIn(layout: HubLayout, given: Readable): boolean {
  return existsSync(contributionFolder(layout, given));
}

/** Tells terms apart without telling them. */
export function termsHash(terms: Terms): string {
  return hashOf(terms);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 8);
}
