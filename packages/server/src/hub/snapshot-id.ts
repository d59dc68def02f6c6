import { createHash } from 'node:crypto';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import type { SnapshotParts } from '@clew/ledger/snapshots.ts';
import type { Judgement } from '@clew/model/judgement.ts';
import { version } from '../version.ts';
import { contributionFolderName } from './contribution-folder.ts';

/** What a snapshot over these would be made from. */
export function snapshotParts(
  given: readonly KeptContribution[],
  judgements: readonly Judgement[],
): SnapshotParts {
  const verdicts = judgements.map(({ a, b, verdict }) => [a, b, verdict]);
  return {
    engine: version,
    contributions: given
      .map((each) => ({ id: each.id, folder: contributionFolderName(each) }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    judgements: { count: judgements.length, hash: hashOf(verdicts).slice(0, 16) },
  };
}

/** The same parts give the same id. */
export function snapshotId(parts: SnapshotParts): string {
  return hashOf(parts).slice(0, 12);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
