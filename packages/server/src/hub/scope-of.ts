import type { Lake } from '@clew/engine/lake/lake.ts';
import { folderLabels, type ScopedLabel } from '@clew/engine/statements/scope.ts';
import { isMatchable, isQuarantined, type Label, labelFromText } from '@clew/model/terms/label.ts';

/** What takes part in the hub's own snapshot of some contributions: every label but those of persons in quarantine. */
export async function scopeOf(
  lake: Lake,
  folders: readonly string[],
): Promise<{
  /** The labels of each folder. */
  readonly labels: readonly ReadonlyMap<bigint, Label>[];
  readonly matching: readonly ScopedLabel[];
}> {
  const found = await folderLabels(lake, folders);
  const labels = found.map(
    (each) =>
      new Map(
        each.labels.map(({ label, content }) => [label as bigint, labelFromText(content as string)] as const),
      ),
  );
  const matching = [...new Map(labels.flatMap((each) => [...each]))]
    .filter(([, label]) => !isQuarantined(label))
    .map(([id, label]) => ({ label: id, matchable: isMatchable(label) }));
  return { labels, matching };
}
