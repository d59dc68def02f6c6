import { createHash } from 'node:crypto';
import type { ScopedLabel } from '@clew/engine/statements/scope.ts';
import type { SnapshotPart, SnapshotParts } from '@clew/ledger/snapshots.ts';
import { version } from '../version.ts';
import type { HubFile } from './hub-file.ts';

export interface SnapshotContent {
  /** The contributions that take part, with all the labels in each. */
  readonly folders: readonly (Omit<SnapshotPart, 'labels'> & {
    readonly labels: ReadonlyMap<bigint, unknown>;
  })[];
  /** The labels whose statements take part. */
  readonly scope: readonly ScopedLabel[];
  /** The last word on each pair that takes part. */
  readonly judgements: readonly {
    readonly a: bigint | null;
    readonly b: bigint | null;
    readonly verdict: string | null;
  }[];
  /** How many judgements had been made in all. */
  readonly through: number;
  /** What the hub says of the weights of linkage. */
  readonly weights: HubFile['weights'];
}

/** What a snapshot is made from. */
export function snapshotParts(content: SnapshotContent): SnapshotParts {
  const { folders, scope, judgements, through, weights } = content;
  const marks = new Map(scope.map(({ label, matchable }) => [label, matchable ? '+' : '-']));
  const verdicts = judgements.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`).sort();
  return {
    engine: version,
    ...(weights === 'usual' ? { weights } : {}),
    contributions: folders
      .map(({ labels, ...part }) => ({
        ...part,
        labels: [...labels.keys()]
          .filter((label) => marks.has(label))
          .map((label) => `${label.toString(16).padStart(16, '0')}${marks.get(label)}`)
          .sort(),
      }))
      .sort((one, other) => (one.id < other.id ? -1 : 1)),
    judgements: { count: verdicts.length, hash: hashOf(verdicts).slice(0, 16), through },
  };
}

/** The same content gives the same id. Judgements that take no part do not count. */
export function snapshotId(parts: SnapshotParts): string {
  const { count, hash } = parts.judgements;
  return hashOf({ ...parts, judgements: { count, hash } }).slice(0, 12);
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
