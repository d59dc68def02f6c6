import { existsSync } from 'node:fs';
import { folderLabels } from '@clew/engine/statements/scope.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { ContributionFacts } from '@clew/model/terms/clocks.ts';
import type { SubjectCategory } from '@clew/model/terms/codes.ts';
import { type Label, labelFromText } from '@clew/model/terms/label.ts';
import { contributionFolder } from '../contributions/contribution-folder.ts';
import { takeInKept } from '../contributions/take-in-kept.ts';
import type { Hub } from '../hub.ts';

/**
 * What clocks ask of contributions: the ledger says when each came, the labels of its statements whom it holds. One that
 * is not in the lake is read first when `takeIn` says so (whoever says it computes nothing else meanwhile); otherwise
 * nobody knows whom it holds.
 */
export async function contributionFacts(
  hub: Hub,
  given: readonly KeptContribution[],
  { takeIn }: { readonly takeIn: boolean },
): Promise<readonly ContributionFacts[]> {
  const readable: KeptContribution[] = [];
  for (const kept of given) if (await isInLake(hub, kept, takeIn)) readable.push(kept);
  const folders = readable.map((kept) => contributionFolder(hub.layout, kept));
  const found = await hub.reading.use((lake) => folderLabels(lake, folders));
  const labels = new Map(readable.map(({ id }, index) => [id, found[index]?.labels ?? []]));
  return given.map((kept) => {
    const own = labels.get(kept.id)?.map(({ content }) => labelFromText(content as string));
    return {
      contribution: kept.id,
      owner: kept.partner,
      receivedAt: kept.receivedAt,
      expires: kept.terms.expires ?? null,
      persons: own === undefined ? null : personsIn(own),
    };
  });
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

/** Whether a contribution is in the lake, after reading it where it is not and that is asked for. */
async function isInLake(hub: Hub, kept: KeptContribution, takeIn: boolean): Promise<boolean> {
  if (kept.setAside !== null) return false;
  return existsSync(contributionFolder(hub.layout, kept)) || (takeIn && (await isReadable(hub, kept)));
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
