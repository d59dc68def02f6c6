import type { ProblemCount } from '@clew/engine/statements/list-problems.ts';
import type { KeptContribution } from '@clew/ledger/contributions.ts';
import { partsOfTerms, type TermsPart, termsInWords } from '@clew/model/terms/in-words.ts';
import type { Caller } from '../../access/caller.ts';
import type { Hub } from '../hub.ts';
import { isTakenIn } from './contribution-folder.ts';
import { contributionFor } from './contribution-for.ts';
import { countRowsOf } from './count-rows-of.ts';

/** A contribution: what came, how it is read, on which terms, and what came of it in numbers. */
export interface ReadContribution
  extends Pick<
    KeptContribution,
    'id' | 'partner' | 'fileName' | 'bytes' | 'sha256' | 'receivedAt' | 'mapping' | 'setAside'
  > {
  /** The terms in English, part by part. */
  readonly terms: readonly string[];
  /** The same parts as codes with their values. */
  readonly termsParts: readonly TermsPart[];
  /** Null while it is not read, or cannot be. */
  readonly counts: ContributionCounts | null;
}

export interface ContributionCounts {
  readonly rows: number;
  readonly stated: number;
  readonly refused: number;
  readonly problems: number;
  /** Persons whom nobody has put in a category yet. */
  readonly quarantined: number;
}

export async function readContribution(
  hub: Hub,
  caller: Caller,
  asked: { readonly contribution: string },
): Promise<ReadContribution> {
  const kept = await contributionFor(hub, caller, { action: 'contribution.read', id: asked.contribution });
  const { id, partner, fileName, bytes, sha256, receivedAt, mapping, setAside } = kept;
  const counts = isTakenIn(hub.layout, kept) ? await countsOf(hub, kept) : null;
  return {
    ...{ id, partner, fileName, bytes, sha256, receivedAt, mapping, setAside, counts },
    terms: termsInWords(partner, kept.terms),
    termsParts: partsOfTerms(partner, kept.terms),
  };
}

async function countsOf(hub: Hub, kept: KeptContribution): Promise<ContributionCounts> {
  const { counts, problems, quarantined } = await countRowsOf(hub, kept);
  const { rows, stated, refused } = counts;
  return { rows, stated, refused, problems: sumOf(problems), quarantined };
}

function sumOf(counts: readonly ProblemCount[]): number {
  return counts.reduce((sum, { problems }) => sum + problems, 0);
}
