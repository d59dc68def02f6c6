import { findContribution, type KeptContribution } from '@clew/ledger/contributions.ts';
import type { Database } from '@clew/ledger/database.ts';
import type { HitAnswer } from '@clew/ledger/hit-events.ts';
import type { Hit, HitState } from '@clew/ledger/hits.ts';
import { findPartner } from '@clew/ledger/partners.ts';
import type { Partner } from '@clew/model/contribution.ts';

/** A hit as one of its two sides may see it: that there is a link, of what kind, whom to ask, and what was said. */
export interface ListedHit {
  /** 16 hex digits. */
  readonly id: string;
  /** `told`: the side that was told of it and may ask. `asked`: the owner that was asked, and answers. */
  readonly side: 'told' | 'asked';
  /** For example `the same phone`. */
  readonly kind: string;
  readonly type: string;
  /** The partner on the other side, its title, and the desk to ask there. */
  readonly other: string;
  readonly otherTitle: string;
  readonly contact: string;
  /** The side's own subjects, 16 hex digits each. */
  readonly own: readonly string[];
  /** Where the first of them stands. The name of the file is null once it was erased. */
  readonly contribution: string | null;
  readonly file: string | null;
  readonly row: number | null;
  readonly toldAt: string;
  readonly state: HitState;
  readonly answer: HitAnswer | null;
  readonly since: string;
  readonly seen: boolean;
  /** Whether something may be read on it. */
  readonly shared: boolean;
}

/** Turns hits into what a side sees of them, asking the ledger once for each partner and contribution. */
export class HitLister {
  readonly #database: Database;
  readonly #partners = new Map<string, Promise<Partner | undefined>>();
  readonly #contributions = new Map<string, Promise<KeptContribution | undefined>>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** As the recipient sees it. */
  async told(hit: Hit): Promise<ListedHit> {
    const { id, kind, type, other, own, ownContribution, ownRow, seen } = hit;
    const file = (await this.#contribution(ownContribution))?.fileName ?? null;
    const place = { contribution: ownContribution, file, row: ownRow };
    const ask = { other, otherTitle: await this.#title(other), contact: await this.#contact(hit) };
    return { id, side: 'told', kind, type, ...ask, own, ...place, seen, ...standing(hit) };
  }

  /** As the owner sees it that was asked about it: nothing of the recipient but who it is. */
  async asked(hit: Hit): Promise<ListedHit> {
    const { id, kind, type, recipient, others } = hit;
    const partner = await this.#partner(recipient);
    const ask = {
      other: recipient,
      otherTitle: partner?.title ?? recipient,
      contact: partner?.contact ?? '',
    };
    const place = { contribution: hit.otherContributions[0] ?? null, file: null, row: null };
    return { id, side: 'asked', kind, type, ...ask, own: others, ...place, seen: true, ...standing(hit) };
  }

  /** The desks that the other owner named for what it holds; under H3 nobody is told of one. */
  async #contact({ other, otherContributions }: Hit): Promise<string> {
    const fallback = (await this.#partner(other))?.contact ?? '';
    const found = await Promise.all(otherContributions.map((id) => this.#contribution(id)));
    const telling = found.filter((each) => each !== undefined && !each.terms.handling.includes('H3'));
    const desks = new Set(telling.map((each) => each?.terms.contact ?? fallback));
    return desks.size === 0 ? fallback : [...desks].sort().join('; ');
  }

  async #title(partner: string): Promise<string> {
    return (await this.#partner(partner))?.title ?? partner;
  }

  #partner(id: string): Promise<Partner | undefined> {
    return once(this.#partners, id, () => findPartner(this.#database, id));
  }

  #contribution(id: string): Promise<KeptContribution | undefined> {
    return once(this.#contributions, id, () => findContribution(this.#database, id));
  }
}

function standing({ toldAt, state, answer, since, shared }: Hit) {
  return { toldAt, state, answer, since, shared };
}

function once<T>(known: Map<string, Promise<T>>, id: string, find: () => Promise<T>): Promise<T> {
  const found = known.get(id) ?? find();
  known.set(id, found);
  return found;
}
