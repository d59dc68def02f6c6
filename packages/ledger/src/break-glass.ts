import { randomBytes } from 'node:crypto';
import type { AccessPurpose } from '@clew/model/access/actor.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';
import type { SecondWord } from './necessities.ts';
import { checkWords } from './people.ts';

/** Access beyond the rules: asked by one person, approved by another, for a time. */
export interface BreakGlass {
  /** 16 hex digits, random. */
  readonly id: string;
  readonly person: string;
  readonly purpose: AccessPurpose;
  readonly project: string | null;
  readonly reason: string;
  /** ISO 8601. */
  readonly at: string;
  readonly state: 'asked' | 'approved' | 'refused';
  readonly answeredBy: string | null;
  /** When it ends; null unless approved. */
  readonly until: string | null;
}

/** Asks; it opens nothing before another person approves it. Gives its id. */
export async function askBreakGlass(
  database: Database,
  asked: Pick<BreakGlass, 'person' | 'purpose' | 'project' | 'reason' | 'at'>,
): Promise<string> {
  checkWords(asked.reason, { what: 'The reason', most: 4000 });
  const id = randomBytes(8).toString('hex');
  await database.query(
    'insert into break_glass (id, person, purpose, project, reason, at) values ($1, $2, $3, $4, $5, $6)',
    [id, asked.person, asked.purpose, asked.project, asked.reason, asked.at],
  );
  return id;
}

/**
 * Approves or refuses. Refuses the asker as the second person, an end beyond four hours, and a request that is
 * older than a day: its reason has gone stale.
 */
export async function answerBreakGlass(
  database: Database,
  answer: SecondWord & { readonly until: string },
): Promise<BreakGlass> {
  checkWords(answer.reason, { what: 'The reason', most: 4000 });
  const asked = await findBreakGlass(database, answer.id);
  if (asked === undefined) throw new Refusal('not-found', 'There is no such request.', 'Ask for it first.');
  if (asked.person === answer.by) {
    throw new Refusal('second-person', 'Who asks does not approve.', 'Another person must answer.');
  }
  const at = new Date(answer.at).getTime();
  const until = new Date(answer.until).getTime();
  if (!(until > at && until <= at + longest)) {
    throw new Refusal('input-invalid', 'It ends too early or too late.', 'Four hours are the most.');
  }
  if (at > new Date(asked.at).getTime() + answerable) {
    throw new Refusal('input-invalid', 'The request is older than a day.', 'Ask for it anew.');
  }
  const added = await database.query(
    `insert into break_glass_answer (id, asked_by, by, approved, reason, at, until)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing returning id`,
    [answer.id, asked.person, answer.by, answer.approved, answer.reason, answer.at, answer.until],
  );
  if (added.length === 0) throw new Refusal('already-done', 'It has been answered.', 'Ask for it anew.');
  return (await findBreakGlass(database, answer.id)) as BreakGlass;
}

export async function findBreakGlass(database: Database, id: string): Promise<BreakGlass | undefined> {
  const rows = await database.query<BreakGlassRow>(`${select} where b.id = $1`, [id]);
  return rows.map(breakGlassFrom)[0];
}

/** Every request, the newest first. */
export async function breakGlasses(database: Database): Promise<readonly BreakGlass[]> {
  const rows = await database.query<BreakGlassRow>(`${select} order by b.at desc, b.id`);
  return rows.map(breakGlassFrom);
}

/** What is open to a person at an instant (ISO 8601). */
export async function breakGlassInForce(
  database: Database,
  person: string,
  at: string,
): Promise<readonly BreakGlass[]> {
  const rows = await database.query<BreakGlassRow>(
    `${select} where b.person = $1 and a.approved and a.at <= $2 and a.until > $2 order by b.id`,
    [person, at],
  );
  return rows.map(breakGlassFrom);
}

/** Four hours: a stretch of work, not a standing permission. */
const longest = 4 * 60 * 60 * 1000;
const answerable = 24 * 60 * 60 * 1000;

const select = `select b.id, b.person, b.purpose, b.project, b.reason, b.at,
    case when a.approved then 'approved' when a.id is not null then 'refused' else 'asked' end as state,
    a.by as "answeredBy", case when a.approved then a.until end as until
  from break_glass b left join break_glass_answer a on a.id = b.id`;

type BreakGlassRow = Omit<BreakGlass, 'at' | 'until'> & { readonly at: Date; readonly until: Date | null };

function breakGlassFrom(row: BreakGlassRow): BreakGlass {
  return { ...row, at: instant(row.at), until: row.until === null ? null : instant(row.until) };
}
