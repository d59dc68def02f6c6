// In: what an owner changes in the terms of its contribution. Out: terms that stand from now on, earlier ones kept.
// Invariant: tighter terms bind at once, for no view reads a contribution under terms it did not take part under;
// looser ones are the owner's new consent and take part with the next run; whoever holds what was tightened is told.

import { addTerms, findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import { releasesOver, toldOf } from '@clew/ledger/erasures.ts';
import { addNotice } from '@clew/ledger/notices.ts';
import { partners } from '@clew/ledger/partners.ts';
import { Refusal } from '@clew/model/refusal.ts';
import {
  changedTermsSchema,
  type TermsChange,
  type TermsEffect,
  termsEffect,
} from '@clew/model/terms/restrict.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import type { Caller } from '../../access/caller.ts';
import { checkTerms } from '../contributions/contribute-file.ts';
import { contributionFor } from '../contributions/contribution-for.ts';
import type { Hub } from '../hub.ts';

export interface ChangedTerms {
  readonly contribution: string;
  readonly terms: Terms;
  /** False when the terms stood already; then nothing was kept. */
  readonly changed: boolean;
  readonly effect: TermsEffect;
  /** Partners that were told, because they hold something of what is tighter now. */
  readonly told: readonly string[];
}

/** Changes the terms of a contribution. Refuses terms that do not hold together or lack what the law demands. */
export async function changeTerms(
  hub: Hub,
  caller: Caller,
  given: { readonly contribution: string; readonly change: TermsChange },
): Promise<ChangedTerms> {
  const { id } = await contributionFor(hub, caller, {
    action: 'contribution.restrict',
    id: given.contribution,
  });
  const at = new Date().toISOString();
  return hub.ledger.transaction(async (database) => {
    const kept = await findContribution(database, id);
    if (kept === undefined) throw new Refusal('erased', 'This contribution was erased.');
    const terms = termsAfter(kept.terms, given.change);
    checkTerms(hub, terms);
    const effect = termsEffect(kept.terms, terms);
    const changed = JSON.stringify(ordered(terms)) !== JSON.stringify(ordered(kept.terms));
    if (!changed) return { contribution: id, terms: kept.terms, changed, effect, told: [] };
    await addTerms(database, id, { terms, by: caller.actor.person, at });
    const told = effect === 'tighter' || effect === 'both' ? await tellHolders(database, kept, at) : [];
    return { contribution: id, terms, changed, effect, told };
  });
}

function termsAfter(current: Terms, change: TermsChange): Terms {
  const outcome = changedTermsSchema(current).safeParse(change);
  if (outcome.success) return outcome.data;
  const issue = outcome.error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const place = path === '' ? 'The change' : `"${path}"`;
  throw new Refusal(
    'terms-invalid',
    `${place} is not as it should be: ${issue?.message ?? 'it does not fit'}.`,
    'The words that terms may have stand in docs/terms.md.',
  );
}

function ordered(terms: Terms): readonly unknown[] {
  return Object.entries(terms)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Tells the partners that received something of the contribution: through a hit, a consent or a product. */
async function tellHolders(
  database: Database,
  kept: KeptContribution,
  at: string,
): Promise<readonly string[]> {
  const known = new Set((await partners(database)).map(({ id }) => id));
  const told = await toldOf(database, kept.id);
  const releases = await releasesOver(database, kept.id);
  const owed = [
    ...told.map(({ partner, hit }) => ({ partner, about: hit })),
    ...releases.flatMap(({ recipients, snapshot }) =>
      recipients.map((partner) => ({ partner, about: snapshot ?? 'a product' })),
    ),
  ].filter(({ partner }) => partner !== kept.partner && known.has(partner));
  for (const { partner, about } of owed) {
    await addNotice(database, { to: { partner }, kind: 'terms-tightened', about, at });
  }
  return [...new Set(owed.map(({ partner }) => partner))].sort();
}
