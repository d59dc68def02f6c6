import { Refusal } from '@clew/model/refusal.ts';
import type { Review } from '@clew/model/review.ts';
import { type Database, instant } from './database.ts';
import { sealText, textOpener } from './vault/sealed-text.ts';

/** A review as kept. Its reason is sealed under the contributions of the evidence. */
export interface KeptReview extends Review {
  /** Ids of the contributions that the reason may speak of. */
  readonly contributions: readonly string[];
  /** One of them was erased: the reason is empty, since nobody can read it any more. */
  readonly erased: boolean;
}

/**
 * Keeps what a person thinks of a finding, at its detector and its evidence: a finding's own id would not outlive a
 * rebuild. Nothing is replaced: a later review has the last word. `contributions` are those of the evidence.
 */
export async function addReview(
  database: Database,
  review: Review,
  contributions: readonly string[],
): Promise<void> {
  if (review.reason.trim() === '') {
    throw new Refusal('input-invalid', 'A review needs a reason.', 'Say why you think so.');
  }
  const sources = [...new Set(contributions)].sort();
  await database.query(
    `insert into review (detector, evidence, verdict, by, contributions, sealed, at)
     values ($1, $2::json, $3, $4, $5::json, $6, $7)`,
    [
      review.detector,
      evidenceText(review.evidence),
      review.verdict,
      review.by,
      JSON.stringify(sources),
      await sealText(database, sources, review.reason),
      review.at,
    ],
  );
}

/** Every review in the order in which they were made. */
export async function reviews(database: Database): Promise<readonly KeptReview[]> {
  return opened(database, await database.query<ReviewRow>(`${selectReview} order by r.number`));
}

/** Who said what of which finding, in the order in which it was said; the reasons stay sealed. */
export async function reviewVerdicts(database: Database): Promise<readonly Omit<Review, 'reason'>[]> {
  const rows = await database.query<Omit<ReviewRow, 'sealed' | 'contributions'>>(
    'select detector, evidence, verdict, by, at from review order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}

/** The last word on each detector and evidence. */
export async function lastReviews(database: Database): Promise<readonly KeptReview[]> {
  const rows = await database.query<ReviewRow>(
    `${selectReview}
     where r.number = (
       select max(number) from review where detector = r.detector and evidence::text = r.evidence::text)
     order by r.detector collate "C", r.evidence::text collate "C"`,
  );
  return opened(database, rows);
}

/** Statements in one order, so that the same evidence is the same text. */
function evidenceText(evidence: readonly string[]): string {
  return JSON.stringify([...new Set(evidence)].sort());
}

const selectReview =
  'select r.detector, r.evidence, r.verdict, r.by, r.contributions, r.sealed, r.at from review r';

type ReviewRow = Omit<KeptReview, 'at' | 'reason' | 'erased'> & {
  readonly at: Date;
  readonly sealed: string;
};

async function opened(database: Database, rows: readonly ReviewRow[]): Promise<readonly KeptReview[]> {
  const open = textOpener(database);
  return Promise.all(
    rows.map(async ({ sealed, at, ...row }) => {
      const reason = await open(row.contributions, sealed);
      return { ...row, reason: reason ?? '', erased: reason === null, at: instant(at) };
    }),
  );
}
