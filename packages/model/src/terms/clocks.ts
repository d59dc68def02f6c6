// In: a legal profile, what is known of a contribution, and what people decided. Out: what is due when.
// Invariant: pure; a clock that is due stays due as time goes on, until a decision or a fact moves it.

import type { SubjectCategory } from './codes.ts';
import { addDuration } from './iso-duration.ts';
import type { Clock, ClockDecision, LegalProfile } from './profiles/legal-profile.ts';

/** What clocks ask of a contribution. */
export interface ContributionFacts {
  readonly contribution: string;
  readonly owner: string;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** The day in the owner's terms, ISO 8601; null without one. */
  readonly expires: string | null;
  /** Whom it holds; null when it cannot be read: then every clock is taken to run. */
  readonly persons: {
    readonly categories: readonly SubjectCategory[];
    readonly uncategorised: boolean;
    readonly minors: boolean;
  } | null;
}

/** A decision as the ledger keeps it. */
export interface DecidedClock {
  readonly contribution: string;
  readonly clock: string;
  readonly decision: ClockDecision;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** When it is due again; null: never again. */
  readonly until: string | null;
}

/** A clock that runs for a contribution. */
export interface Due {
  readonly contribution: string;
  readonly owner: string;
  readonly clock: string;
  readonly title: string;
  readonly source: string;
  /** ISO 8601, UTC. From then on nobody's decision has the consequence `otherwise`. */
  readonly due: string;
  readonly isDue: boolean;
  /** Whole days until then, rounded down; negative once it is due. */
  readonly daysLeft: number;
  readonly otherwise: Clock['otherwise'];
  readonly decisions: readonly ClockDecision[];
}

/** Every clock that runs for a contribution, the next to be due first. `now` is ISO 8601. */
export function dueClocks(
  profile: LegalProfile,
  facts: ContributionFacts,
  decisions: readonly DecidedClock[],
  now: string,
): readonly Due[] {
  return profile.clocks
    .flatMap((clock) => {
      const due = concerns(clock, facts) ? dueAt(clock, facts, decisions) : null;
      return due === null ? [] : [dueFrom(clock, facts, due, now)];
    })
    .sort((a, b) => (a.due === b.due ? (a.clock < b.clock ? -1 : 1) : a.due < b.due ? -1 : 1));
}

/**
 * When a clock is due again after a decision; null: never again; undefined when the profile has no such decision for
 * it, or when the law leaves no more time.
 */
export function untilAfter(
  clock: Clock,
  decision: ClockDecision,
  on: { readonly facts: ContributionFacts; readonly earlier: readonly DecidedClock[]; readonly at: string },
): string | null | undefined {
  if (!clock.decisions.includes(decision)) return undefined;
  if (decision !== 'extend') return clock.again === undefined ? null : addDuration(on.at, clock.again);
  const start = startOf(clock, on.facts);
  const due = dueAt(clock, on.facts, on.earlier);
  if (clock.extension === undefined || start === null || due === null) return undefined;
  const longest = addDuration(start, clock.extension.longest);
  const until = earlier(addDuration(due, clock.extension.period), longest);
  return until > due && until > on.at ? until : undefined;
}

function concerns({ concerns: whom, from }: Clock, { persons, expires }: ContributionFacts): boolean {
  if (from === 'expiry' && expires === null) return false;
  if (whom === undefined || persons === null) return true;
  return (
    (whom.uncategorised === true && persons.uncategorised) ||
    (whom.minors === true && persons.minors) ||
    (whom.categories ?? []).some((category) => persons.categories.includes(category))
  );
}

function startOf(clock: Clock, facts: ContributionFacts): string | null {
  if (clock.from === 'receipt') return new Date(facts.receivedAt).toISOString();
  return facts.expires === null ? null : new Date(facts.expires).toISOString();
}

/** When a clock is due after all that was decided; null when that ended it. */
function dueAt(clock: Clock, facts: ContributionFacts, decisions: readonly DecidedClock[]): string | null {
  const start = startOf(clock, facts);
  const last = decisions
    .filter((each) => each.contribution === facts.contribution && each.clock === clock.id)
    .at(-1);
  return last === undefined ? start && addDuration(start, clock.period) : last.until;
}

function dueFrom(clock: Clock, facts: ContributionFacts, due: string, now: string): Due {
  const left = Date.parse(due) - Date.parse(now);
  return {
    contribution: facts.contribution,
    owner: facts.owner,
    clock: clock.id,
    title: clock.title,
    source: clock.source,
    due,
    isDue: left <= 0,
    daysLeft: Math.floor(left / millisecondsOfDay),
    otherwise: clock.otherwise,
    decisions: clock.decisions,
  };
}

const millisecondsOfDay = 86_400_000;

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
