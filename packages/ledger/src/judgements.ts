import type { Judgement } from '@clew/model/judgement.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';

/** Keeps what a person decided about a pair. Nothing is replaced: a later judgement has the last word. */
export async function addJudgement(database: Database, judgement: Judgement): Promise<void> {
  if (judgement.a === judgement.b) {
    throw new Refusal('usage', 'A judgement is about two different subjects.', 'Name two ids.');
  }
  if (judgement.reason.trim() === '') {
    throw new Refusal('usage', 'A judgement needs a reason.', 'Say with --reason why you think so.');
  }
  const [a, b] = judgement.a < judgement.b ? [judgement.a, judgement.b] : [judgement.b, judgement.a];
  await database.query(
    'insert into judgement (a, b, verdict, by, reason, at) values ($1, $2, $3, $4, $5, $6)',
    [a, b, judgement.verdict, judgement.by, judgement.reason, judgement.at],
  );
}

/** Every judgement in the order in which they were made. */
export async function judgements(database: Database): Promise<readonly Judgement[]> {
  const rows = await database.query<JudgementRow>(
    'select a, b, verdict, by, reason, at from judgement order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** The last word on each pair, by pair. */
export async function lastJudgements(database: Database): Promise<readonly Judgement[]> {
  const rows = await database.query<JudgementRow>(
    `select a, b, verdict, by, reason, at from judgement j
     where number = (select max(number) from judgement where a = j.a and b = j.b) order by a, b`,
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

type JudgementRow = Omit<Judgement, 'at'> & { readonly at: Date };
