import { termsHistory } from '@clew/ledger/contributions.ts';
import { type TermsEffect, termsEffect } from '@clew/model/terms/restrict.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import type { Caller } from '../../access/caller.ts';
import { contributionFor } from '../contributions/contribution-for.ts';
import type { Hub } from '../hub.ts';

/** The terms of a contribution, those that stand now and all before them, the first ones first. */
export interface ReadTerms {
  readonly contribution: string;
  readonly fileName: string;
  readonly owner: string;
  readonly terms: Terms;
  readonly history: readonly TermsVersion[];
}

export interface TermsVersion {
  readonly terms: Terms;
  /** Who laid them down; null: the partner, with the file. */
  readonly by: string | null;
  readonly at: string;
  /** Against the version before; null for the first. */
  readonly effect: TermsEffect | null;
}

export async function readTerms(
  hub: Hub,
  caller: Caller,
  asked: { readonly contribution: string },
): Promise<ReadTerms> {
  const kept = await contributionFor(hub, caller, { action: 'contribution.read', id: asked.contribution });
  const versions = await termsHistory(hub.ledger, kept.id);
  const history = versions.map(({ content: terms, by, at }, index) => {
    const before = versions[index - 1]?.content;
    return { terms, by, at, effect: before === undefined ? null : termsEffect(before, terms) };
  });
  return { contribution: kept.id, fileName: kept.fileName, owner: kept.partner, terms: kept.terms, history };
}
