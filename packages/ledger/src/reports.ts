import { type Database, instant } from './database.ts';

/** A report that left the hub: its snapshot stays, so that each of its numbers can be asked for again. */
export interface WrittenReport {
  readonly kind: 'annual';
  readonly year: number;
  readonly snapshot: string;
  readonly at: string;
}

export async function addReport(database: Database, report: WrittenReport): Promise<void> {
  await database.query('insert into report (kind, year, snapshot, at) values ($1, $2, $3, $4)', [
    report.kind,
    report.year,
    report.snapshot,
    report.at,
  ]);
}

/** All reports in the order in which they were written. */
export async function reports(database: Database): Promise<readonly WrittenReport[]> {
  const rows = await database.query<Omit<WrittenReport, 'at'> & { at: Date }>(
    'select kind, year, snapshot, at from report order by number',
  );
  return rows.map((row) => ({ ...row, at: instant(row.at) }));
}
