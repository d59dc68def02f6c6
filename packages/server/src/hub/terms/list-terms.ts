import { contributions } from '@clew/ledger/contributions.ts';
import { partners } from '@clew/ledger/partners.ts';
import { partsOfTerms, type TermsPart, termsInWords } from '@clew/model/terms/in-words.ts';
import type { Caller } from '../../access/caller.ts';
import { wholeHub } from '../../access/resource.ts';
import type { Hub } from '../hub.ts';

/** What a partner lays down, with the contributions under it. */
export interface ListedTerms {
  readonly partner: string;
  readonly partnerTitle: string;
  /** In words, part by part. */
  readonly words: readonly string[];
  /** The same, to be said in another language. */
  readonly parts: readonly TermsPart[];
  readonly contributions: readonly {
    readonly id: string;
    readonly fileName: string;
    readonly receivedAt: string;
    /** How often the terms were changed. */
    readonly changes: number;
  }[];
}

/** The terms that stand, by partner and wording, of contributions that the caller may read. */
export async function listTerms(hub: Hub, caller: Caller): Promise<readonly ListedTerms[]> {
  await hub.gate.pass(caller, 'contribution.list', wholeHub);
  const titles = new Map((await partners(hub.ledger)).map(({ id, title }) => [id, title]));
  const listed = new Map<string, ListedTerms & { contributions: ListedTerms['contributions'][number][] }>();
  for (const { id, partner, fileName, receivedAt, terms, termsVersion } of await contributions(hub.ledger)) {
    const resource = { kind: 'contribution', id, owner: partner } as const;
    if (!hub.gate.allows(caller, 'contribution.read', resource)) continue;
    const words = termsInWords(partner, terms);
    const key = JSON.stringify([partner, words]);
    const known = listed.get(key) ?? {
      ...{ partner, partnerTitle: titles.get(partner) ?? partner },
      ...{ words, parts: partsOfTerms(partner, terms), contributions: [] },
    };
    known.contributions.push({ id, fileName, receivedAt, changes: termsVersion - 1 });
    listed.set(key, known);
  }
  return [...listed].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, terms]) => terms);
}
