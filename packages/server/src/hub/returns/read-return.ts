// In: a partner and a time. Out: what it gave in that time, how good that was, what it brought, and what it owes.
// Invariant: counts only. A partner's people get their own partner's alone; another is answered as one that is not there.

import { countQuarantined } from '@clew/engine/statements/count-quarantined.ts';
import { countProblems, countRows } from '@clew/engine/statements/list-problems.ts';
import {
  countFilled,
  countGrades,
  type Filled,
  type GradeCount,
  type Lag,
  measureLag,
} from '@clew/engine/statements/measure-return.ts';
import { contributions, type KeptContribution } from '@clew/ledger/contributions.ts';
import { type AnswerTimes, answerTimes } from '@clew/ledger/hit-events.ts';
import { type HitTally, tallyHits } from '@clew/ledger/hits.ts';
import { findPartner } from '@clew/ledger/partners.ts';
import type { ProblemCode } from '@clew/model/problem.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Caller } from '../../access/caller.ts';
import { isTakenIn } from '../contributions/contribution-folder.ts';
import { mountContributions } from '../contributions/mount-contributions.ts';
import { partnerOf } from '../hits/list-hits.ts';
import type { Hub } from '../hub.ts';

export interface ReturnAsked {
  /** The caller's own unless told; the hub's own people name one. */
  readonly partner?: string | undefined;
  /** The first day of receipt that counts (ISO), and the last. */
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** What came, in numbers: `rows` = `stated` + `refused`. */
export interface Given {
  readonly contributions: number;
  /** Not read, or set aside until they get another mapping. */
  readonly unread: number;
  readonly bytes: number;
  readonly lastReceivedAt: string | null;
  readonly rows: number;
  readonly stated: number;
  readonly refused: number;
  /** Persons whom nobody has put in a category yet. */
  readonly quarantined: number;
}

export interface ReturnReport {
  readonly partner: string;
  readonly title: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly at: string;
  readonly given: Given;
  readonly problems: readonly {
    readonly code: ProblemCode;
    readonly problems: number;
    readonly refused: number;
  }[];
  readonly completeness: readonly Filled[];
  readonly timeliness: Lag;
  readonly grades: readonly GradeCount[];
  /** Hits that the partner was told of in that time. */
  readonly hits: HitTally;
  /** What others ask of it, whenever that was; null where nobody ever did. */
  readonly answers: Omit<AnswerTimes, 'owner'> | null;
}

/** The return report of one partner: completeness, timeliness, grades, hits produced, answers owed. */
export async function readReturn(hub: Hub, caller: Caller, asked: ReturnAsked): Promise<ReturnReport> {
  const id = partnerOf(caller, asked.partner);
  await hub.gate.pass(caller, 'hit.read', { kind: 'partner', id });
  const partner = await findPartner(hub.ledger, id);
  if (partner === undefined)
    throw new Refusal('not-found', 'There is no such partner.', 'See clew partners.');
  const { since, until } = asked;
  const at = new Date().toISOString();
  const times = await answerTimes(hub.ledger, { at, owner: id });
  const { owner: _, ...answers } = times[0] ?? { owner: id };
  return {
    ...{ partner: id, title: partner.title, since: since ?? null, until: until ?? null, at },
    ...(await measured(hub, await contributionsOf(hub, caller, { ...asked, partner: id }))),
    hits: await tallyHits(hub.ledger, id, { since, until }),
    answers: 'requests' in answers ? answers : null,
  };
}

async function contributionsOf(
  hub: Hub,
  caller: Caller,
  { partner, since = '', until }: ReturnAsked,
): Promise<readonly KeptContribution[]> {
  const all = await contributions(hub.ledger);
  return all.filter(
    ({ id, partner: owner, receivedAt }) =>
      owner === partner &&
      receivedAt.slice(0, 10) >= since &&
      (until === undefined || receivedAt.slice(0, 10) <= until) &&
      hub.gate.allows(caller, 'contribution.list', { kind: 'contribution', id, owner }),
  );
}

type Measured = Pick<ReturnReport, 'given' | 'problems' | 'completeness' | 'timeliness' | 'grades'>;

function measured(hub: Hub, kept: readonly KeptContribution[]): Promise<Measured> {
  const read = kept.filter((each) => isTakenIn(hub.layout, each));
  const receipts = new Map(read.map(({ id, receivedAt }) => [id, receivedAt]));
  return hub.reading.use(async (lake) => {
    await mountContributions({ lake, layout: hub.layout }, read);
    const rows = await countRows(lake);
    const quarantined = await countQuarantined(lake);
    return {
      given: {
        contributions: kept.length,
        unread: kept.length - read.length,
        bytes: sumOf(kept, ({ bytes }) => bytes),
        lastReceivedAt:
          kept
            .map(({ receivedAt }) => receivedAt)
            .sort()
            .at(-1) ?? null,
        rows: sumOf(rows, (each) => each.rows),
        stated: sumOf(rows, ({ stated }) => stated),
        refused: sumOf(rows, ({ refused }) => refused),
        quarantined: sumOf(quarantined, ({ persons }) => persons),
      },
      problems: problemsByCode(await countProblems(lake)),
      completeness: await countFilled(lake),
      timeliness: await measureLag(lake, receipts),
      grades: await countGrades(lake),
    };
  });
}

function problemsByCode(counts: Awaited<ReturnType<typeof countProblems>>): Measured['problems'] {
  return [...new Set(counts.map(({ code }) => code))]
    .map((code) => {
      const own = counts.filter((each) => each.code === code);
      return {
        code,
        problems: sumOf(own, ({ problems }) => problems),
        refused: sumOf(own, ({ refused }) => refused),
      };
    })
    .sort((a, b) => b.problems - a.problems || (a.code < b.code ? -1 : 1));
}

function sumOf<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
