import { randomBytes } from 'node:crypto';
import { Refusal } from '@clew/model/refusal.ts';
import { type SubjectCategory, subjectCategories } from '@clew/model/terms/codes.ts';
import { type Database, instant } from './database.ts';
import { checkWords } from './people.ts';
import { findProject } from './projects.ts';

/**
 * A strict necessity, recorded: persons of these categories (and minors, where it says so) may be processed in this
 * project. Regulation (EU) 2016/794, Article 30(1).
 */
export interface Necessity {
  /** 16 hex digits, random. */
  readonly id: string;
  readonly project: string;
  readonly categories: readonly SubjectCategory[];
  readonly minors: boolean;
  readonly reason: string;
  readonly by: string;
  /** Null while nobody has answered, and when it was refused. */
  readonly approvedBy: string | null;
  readonly state: 'asked' | 'approved' | 'refused' | 'ended';
  /** ISO 8601. */
  readonly at: string;
  readonly until: string;
}

export interface NecessityRequest
  extends Pick<Necessity, 'project' | 'categories' | 'minors' | 'reason' | 'by' | 'at' | 'until'> {}

/** What somebody answers to what another person asked. */
export interface SecondWord {
  readonly id: string;
  readonly by: string;
  readonly approved: boolean;
  readonly reason: string;
  readonly at: string;
}

/** Records that a necessity is asked for. It has no effect before another person approves it. Gives its id. */
export async function askNecessity(database: Database, asked: NecessityRequest): Promise<string> {
  checkWords(asked.reason, { what: 'The reason', most: 4000 });
  const categories = [...new Set(asked.categories)].sort();
  if (categories.some((category) => !Object.hasOwn(subjectCategories, category))) {
    const known = Object.keys(subjectCategories).join(', ');
    throw new Refusal('input-invalid', 'There is no such category.', `There are: ${known}.`);
  }
  if (categories.length === 0 && !asked.minors) {
    throw new Refusal('input-invalid', 'It concerns nobody.', 'Name a category, or minors.');
  }
  if ((await findProject(database, asked.project)) === undefined) {
    throw new Refusal('not-found', 'There is no such project.', 'Open the project first.');
  }
  const most = new Date(asked.at);
  most.setUTCFullYear(most.getUTCFullYear() + longestYears);
  const end = new Date(asked.until);
  const until = end.getTime();
  if (!(until > new Date(asked.at).getTime() && until <= most.getTime())) {
    throw new Refusal(
      'input-invalid',
      'The necessity ends too early or too late.',
      `It lasts ${longestYears} years at most; ask again after.`,
    );
  }
  const id = randomBytes(8).toString('hex');
  await database.query(
    `insert into necessity (id, project, categories, minors, reason, by, at, until)
     values ($1, $2, $3::json, $4, $5, $6, $7, $8)`,
    [
      id,
      asked.project,
      JSON.stringify(categories),
      asked.minors,
      asked.reason,
      asked.by,
      asked.at,
      end.toISOString(),
    ],
  );
  return id;
}

/** Approves or refuses what another person asked for. The same person is refused (`second-person`). */
export async function answerNecessity(database: Database, answer: SecondWord): Promise<Necessity> {
  checkWords(answer.reason, { what: 'The reason', most: 4000 });
  const asked = await findNecessity(database, answer.id);
  if (asked === undefined) throw notFound();
  if (asked.by === answer.by) throw needsSecondPerson();
  const added = await database.query(
    `insert into necessity_answer (id, asked_by, by, approved, reason, at) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do nothing returning id`,
    [answer.id, asked.by, answer.by, answer.approved, answer.reason, answer.at],
  );
  if (added.length === 0) throw new Refusal('already-done', 'It has been answered.', 'Ask anew if need be.');
  return (await findNecessity(database, answer.id)) as Necessity;
}

/** A necessity on which two people agreed, in one. Gives its id. */
export async function addNecessity(
  database: Database,
  agreed: NecessityRequest & { readonly approvedBy: string },
): Promise<string> {
  if (agreed.by === agreed.approvedBy) throw needsSecondPerson();
  const id = await askNecessity(database, agreed);
  const { approvedBy: by, reason, at } = agreed;
  await answerNecessity(database, { id, by, approved: true, reason, at });
  return id;
}

/** Ends a necessity before its time, asked or approved. */
export async function endNecessity(
  database: Database,
  end: { readonly id: string; readonly by: string; readonly at: string },
): Promise<void> {
  if ((await findNecessity(database, end.id)) === undefined) throw notFound();
  const added = await database.query(
    'insert into necessity_end (id, by, at) values ($1, $2, $3) on conflict (id) do nothing returning id',
    [end.id, end.by, end.at],
  );
  if (added.length === 0) throw new Refusal('already-done', 'It has ended.');
}

export async function findNecessity(database: Database, id: string): Promise<Necessity | undefined> {
  const rows = await database.query<NecessityRow>(`${select} where n.id = $1`, [id]);
  return rows.map(necessityFrom)[0];
}

/** Every necessity ever recorded, the newest first. */
export async function necessities(database: Database): Promise<readonly Necessity[]> {
  const rows = await database.query<NecessityRow>(`${select} order by n.at desc, n.id`);
  return rows.map(necessityFrom);
}

/** What is approved, not ended and not over at an instant (ISO 8601), by project. */
export async function necessitiesInForce(database: Database, at: string): Promise<readonly Necessity[]> {
  const rows = await database.query<NecessityRow>(
    `${select} where a.approved and a.at <= $1 and n.until > $1 and (e.at is null or e.at > $1)
     order by n.project, n.id`,
    [at],
  );
  return rows.map((row) => ({ ...necessityFrom(row), state: 'approved' as const }));
}

/** Article 31(2) of Regulation (EU) 2016/794: the need is reviewed every three years at the latest. */
const longestYears = 3;

const select = `select n.id, n.project, n.categories, n.minors, n.reason, n.by, n.at, n.until,
    case when a.approved then a.by end as "approvedBy",
    case when e.id is not null then 'ended' when a.approved then 'approved' when a.id is not null then 'refused'
      else 'asked' end as state
  from necessity n left join necessity_answer a on a.id = n.id left join necessity_end e on e.id = n.id`;

type NecessityRow = Omit<Necessity, 'at' | 'until'> & { readonly at: Date; readonly until: Date };

function necessityFrom(row: NecessityRow): Necessity {
  return { ...row, at: instant(row.at), until: instant(row.until) };
}

function notFound(): Refusal {
  return new Refusal('not-found', 'There is no such necessity.', 'Look with clew project necessities.');
}

function needsSecondPerson(): Refusal {
  return new Refusal('second-person', 'Who asks does not approve.', 'Another person must answer.');
}
