import { breakGlasses } from '@clew/ledger/break-glass.ts';
import type { Ledger } from '@clew/ledger/database.ts';
import { necessitiesInForce } from '@clew/ledger/necessities.ts';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import { type GateState, nothingInForce } from './gate-state.ts';

/** What the gate goes by, as the ledger has it. What has run out counts no more, even before the next refresh. */
export class GateStateReader {
  readonly #ledger: Ledger;
  #read:
    | {
        readonly necessities: Timed<GateState['necessities']>;
        readonly breakGlass: Timed<GateState['breakGlass']>;
      }
    | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** What is in force at this moment. */
  get current(): GateState {
    if (this.#read === undefined) return nothingInForce;
    const now = new Date().toISOString();
    const standing = <T>(all: Timed<readonly T[]>) =>
      all.filter(({ until }) => until > now).map(({ what }) => what);
    return { necessities: standing(this.#read.necessities), breakGlass: standing(this.#read.breakGlass) };
  }

  async refresh(): Promise<void> {
    const now = new Date().toISOString();
    const necessities = (await necessitiesInForce(this.#ledger, now)).map(
      ({ project, categories, minors, until }) => ({
        what: { project, categories, minors },
        until: endOf(until),
      }),
    );
    const breakGlass = (await breakGlasses(this.#ledger)).flatMap(
      ({ person, purpose, project, state, until }) =>
        state === 'approved' && until !== null
          ? [{ what: { person, purpose: purpose as AccessPurpose, project }, until }]
          : [],
    );
    this.#read = { necessities, breakGlass };
  }
}

type Timed<T> = T extends readonly (infer One)[]
  ? readonly { readonly what: One; readonly until: string }[]
  : never;

/** A day lasts until it is over (UTC). */
function endOf(day: string): string {
  return day.length === 10 ? `${day}T23:59:59.999Z` : day;
}
