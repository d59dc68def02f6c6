import type { Judgement } from '@clew/model/judgement.ts';
import { Refusal } from '@clew/model/refusal.ts';
import { type Database, instant } from './database.ts';
import { sealText, textOpener } from './vault/sealed-text.ts';

/** A judgement as kept. Its reason is sealed under the contributions of both subjects. */
export interface KeptJudgement extends Judgement {
  /** Ids of the contributions that the reason may speak of. */
  readonly contributions: readonly string[];
  /** One of them was erased: the reason is empty, since nobody can read it any more. */
  readonly erased: boolean;
}

/** A judgement without its reason. */
export type KeptVerdict = Omit<KeptJudgement, 'reason' | 'erased'>;

/**
 * Keeps what a person decided about a pair. Nothing is replaced: a later judgement has the last word.
 * `contributions` are the ids of all contributions that speak of either subject.
 */
export async function addJudgement(
  database: Database,
  judgement: Judgement,
  contributions: readonly string[],
): Promise<void> {
  if (judgement.a === judgement.b) {
    throw new Refusal('usage', 'A judgement is about two different subjects.', 'Name two ids.');
  }
  if (judgement.reason.trim() === '') {
    throw new Refusal('usage', 'A judgement needs a reason.', 'Say with --reason why you think so.');
  }
  const [a, b] = judgement.a < judgement.b ? [judgement.a, judgement.b] : [judgement.b, judgement.a];
  const sources = [...new Set(contributions)].sort();
  await database.query(
    `insert into judgement (a, b, verdict, by, contributions, sealed, at)
     values ($1, $2, $3, $4, $5::json, $6, $7)`,
    [
      a,
      b,
      judgement.verdict,
      judgement.by,
      JSON.stringify(sources),
      await sealText(database, sources, judgement.reason),
      judgement.at,
    ],
  );
}

/** Every judgement in the order in which they were made. */
export async function judgements(database: Database): Promise<readonly KeptJudgement[]> {
  return opened(database, await database.query<JudgementRow>(`${selectJudgement} order by j.number`));
}

/** Who decided what on which pair, in the order in which it was made; the reasons stay sealed. */
export async function verdicts(database: Database): Promise<readonly KeptVerdict[]> {
  const rows = await database.query<Omit<JudgementRow, 'sealed'>>(
    'select a, b, verdict, by, contributions, at from judgement order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** The last word on each pair, by pair. */
export async function lastJudgements(database: Database): Promise<readonly KeptJudgement[]> {
  const rows = await database.query<JudgementRow>(
    `${selectJudgement}
     where j.number = (select max(number) from judgement where a = j.a and b = j.b)
     order by j.a collate "C", j.b collate "C"`,
  );
  return opened(database, rows);
}

const selectJudgement = 'select j.a, j.b, j.verdict, j.by, j.contributions, j.sealed, j.at from judgement j';

type JudgementRow = Omit<KeptJudgement, 'at' | 'reason' | 'erased'> & {
  readonly at: Date;
  readonly sealed: string;
};

async function opened(database: Database, rows: readonly JudgementRow[]): Promise<readonly KeptJudgement[]> {
  const open = textOpener(database);
  return Promise.all(
    rows.map(async ({ sealed, at, ...row }) => {
      const reason = await open(row.contributions, sealed);
      return { ...row, reason: reason ?? '', erased: reason === null, at: instant(at) };
    }),
  );
}
