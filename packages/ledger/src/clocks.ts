import type { DecidedClock } from '@clew/model/terms/clocks.ts';
import { type Database, instant } from './database.ts';
import { openText, sealText } from './vault/sealed-text.ts';

/** A decision with who made it and why. */
export interface KeptClockDecision extends DecidedClock {
  readonly by: string;
  /** Null once the contribution is erased. */
  readonly reason: string | null;
}

/** Keeps a decision on what a clock made due. Nothing is replaced: the last one counts. */
export async function addClockDecision(
  database: Database,
  given: DecidedClock & { readonly by: string; readonly reason: string },
): Promise<void> {
  const sealed = await sealText(database, [given.contribution], given.reason);
  await database.query(
    `insert into clock_decision (contribution, clock, decision, sealed, by, at, until)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [given.contribution, given.clock, given.decision, sealed, given.by, given.at, given.until],
  );
}

/** Every decision, as clocks need them, in the order in which they were made. */
export async function clockDecisions(database: Database): Promise<readonly DecidedClock[]> {
  const rows = await database.query<DecisionRow>(
    'select contribution, clock, decision, at, until from clock_decision order by number',
  );
  return rows.map(decidedFrom);
}

/** The decisions on one contribution with their reasons, in the order in which they were made. */
export async function clockDecisionsOn(
  database: Database,
  contribution: string,
): Promise<readonly KeptClockDecision[]> {
  const rows = await database.query<DecisionRow & { readonly by: string; readonly sealed: string }>(
    `select contribution, clock, decision, at, until, by, sealed
     from clock_decision where contribution = $1 order by number`,
    [contribution],
  );
  const reasons = await Promise.all(rows.map(({ sealed }) => openText(database, [contribution], sealed)));
  return rows.map((row, index) => ({ ...decidedFrom(row), by: row.by, reason: reasons[index] ?? null }));
}

interface DecisionRow {
  readonly contribution: string;
  readonly clock: string;
  readonly decision: DecidedClock['decision'];
  readonly at: Date;
  readonly until: Date | null;
}

function decidedFrom({ contribution, clock, decision, at, until }: DecisionRow): DecidedClock {
  return { contribution, clock, decision, at: instant(at), until: until === null ? null : instant(until) };
}
