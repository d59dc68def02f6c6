import { existsSync } from 'node:fs';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { ContributionFacts } from '@clew/model/terms/clocks.ts';
import { type Label, labelFromText } from '@clew/model/terms/label.ts';
import type { SubjectCategory } from '@clew/model/terms/terms.ts';
import { contributionFolder } from '../contributions/contribution-folder.ts';
import { takeInKept } from '../contributions/take-in-kept.ts';
import type { Hub } from '../hub.ts';

/**
 * What clocks ask of a contribution: the ledger says when it came, the labels of its statements whom it holds. One that
 * is not in the lake is read first when `takeIn` says so (whoever says it computes nothing else meanwhile); otherwise
 * nobody knows whom it holds.
 */
export async function contributionFacts(
  hub: Hub,
  kept: KeptContribution,
  { takeIn }: { readonly takeIn: boolean },
): Promise<ContributionFacts> {
  const labels = await labelsOf(hub, kept, takeIn);
  return {
    contribution: kept.id,
    owner: kept.partner,
    receivedAt: kept.receivedAt,
    expires: kept.terms.expires ?? null,
    persons: labels === null ? null : personsIn(labels),
  };
}

/** Whom labels speak of. */
export function personsIn(labels: readonly Label[]): NonNullable<ContributionFacts['persons']> {
  const categories = new Set<SubjectCategory>(labels.flatMap((label) => label.categories));
  return {
    categories: [...categories].sort(),
    uncategorised: labels.some((label) => label.uncategorised),
    minors: labels.some((label) => label.minor),
  };
}

/** The labels in a contribution; null when it cannot be read, so that nobody knows them. */
async function labelsOf(hub: Hub, kept: KeptContribution, takeIn: boolean): Promise<readonly Label[] | null> {
  if (kept.setAside !== null) return null;
  const folder = contributionFolder(hub.layout, kept);
  if (!existsSync(folder) && !(takeIn && (await isReadable(hub, kept)))) return null;
  const [found] = await hub.reading.use((lake) => folderLabels(lake, [folder]));
  return (found?.labels ?? []).map(({ content }) => labelFromText(content as string));
}

async function isReadable(hub: Hub, kept: KeptContribution): Promise<boolean> {
  try {
    await takeInKept(hub, kept, { signal: hub.signal });
    return true;
  } catch (error) {
    if (error instanceof Refusal && /^(?:file|mapping)-|^damaged$/.test(error.code)) return false;
    throw error;
  }
}
