// In: contribution.record of one contribution, its mapping and its terms.
// Out: statements.statement, label, problem, subject of that contribution.
// Invariant: rows in = rows stated + rows refused; every statement carries the label of its subject; the same input
// gives the same rows in the same order.
import type { Mapping } from '@clew/model/mapping.ts';
import type { Watch } from '@clew/model/progress.ts';
import { Refusal } from '@clew/model/refusal.ts';
import type { Terms } from '@clew/model/terms/terms.ts';
import { recordTable } from '../contribution/tables.ts';
import type { Lake } from '../lake/lake.ts';
import { type Query, sql } from '../lake/sql.ts';
import { mountTable } from '../lake/store.ts';
import { type TableWriter, writeTable, writeTableFrom } from '../lake/table-writer.ts';
import { LabelBook } from './label-book.ts';
import { type Plan, planFrom, type Refused } from './plan.ts';
import { type Cells, latestDay, type StatedRow, stateRow } from './row.ts';
import { type Span, spanOf } from './seen.ts';
import { shortStatementTable, shortSubjectTable, statementsFrom, subjectsFrom } from './short-tables.ts';
import { standingsOf } from './standing.ts';
import { labelTable, statementTable, subjectTable, valueProblemTable } from './tables.ts';

export interface StateInput {
  readonly contribution: string;
  readonly partner: string;
  readonly terms: Terms;
  readonly mapping: Mapping;
  readonly folder: string;
  /** When it was handed in. Whoever is a minor then was one when the row was written. */
  readonly receivedAt?: string | undefined;
  /** How many there are; counted unless told. */
  readonly records?: number | undefined;
  /** What the legal profile of the hub lets nobody keep. */
  readonly refused?: Refused | undefined;
}

export interface Stated {
  readonly records: number;
  readonly stated: number;
  readonly refused: number;
  readonly problems: number;
  readonly statements: number;
}

/** Characters of a value that a problem shows; the rest stays in the record. */
const longestShown = 1000;

interface Writers {
  readonly statements: TableWriter<typeof shortStatementTable>;
  readonly subjects: TableWriter<typeof shortSubjectTable>;
  readonly problems: TableWriter<typeof valueProblemTable>;
}

/** States every record of a contribution. A mapping that does not fit is refused; a bad value is a problem. */
export async function state(lake: Lake, input: StateInput, watch: Watch = {}): Promise<Stated> {
  const plan = planFrom(input.mapping, input.refused);
  const labels = new LabelBook(input.partner, input.terms);
  const { folder } = input;
  await mountTable(lake, recordTable, [folder]);
  let outcome: Stated | undefined;
  const statementPlace = {
    folder,
    table: statementTable,
    given: shortStatementTable,
    select: statementsFrom(input.contribution, plan.properties, labels),
  };
  const subjectPlace = {
    folder,
    table: subjectTable,
    given: shortSubjectTable,
    select: subjectsFrom(input.contribution, plan.subjects),
  };
  await writeTableFrom(lake, statementPlace, (statements) =>
    writeTableFrom(lake, subjectPlace, (subjects) =>
      writeTable(lake, { folder, table: valueProblemTable }, async (problems) => {
        const stating = new Stating(plan, input, { labels, writers: { statements, subjects, problems } });
        outcome = await stateRecords(lake, stating, watch);
      }),
    ),
  );
  await writeTable(lake, { folder, table: labelTable }, async (writer) => {
    for (const row of labels.rows()) await writer.add(row);
  });
  return outcome as Stated;
}

async function stateRecords(lake: Lake, stating: Stating, watch: Watch): Promise<Stated> {
  const mine = sql`${recordTable} where contribution = ${stating.input.contribution}`;
  const total = stating.input.records ?? (await countOf(lake, mine));
  for await (const batch of lake.stream(sql`select row, content from ${mine}`)) {
    if (watch.signal?.aborted)
      throw new Refusal('cancelled', 'Stopped on request.', 'Nothing was half-written.');
    const [rows, contents] = batch.columns as [readonly number[], readonly string[]];
    for (let index = 0; index < batch.rowCount; index++) {
      await stating.state(rows[index] as number, contents[index] as string);
    }
    watch.onProgress?.({ step: 'state', done: stating.records, total, unit: 'rows' });
  }
  return stating.outcome();
}

async function countOf(lake: Lake, records: Query): Promise<number> {
  return (await lake.row<{ total: number }>(sql`select count(*) as total from ${records}`)).total;
}

/** The statement of one contribution under way: what is counted and where rows go. */
class Stating {
  readonly input: StateInput;
  readonly #plan: Plan;
  readonly #labels: LabelBook;
  readonly #writers: Writers;
  readonly #dateCodes: ReadonlySet<number>;
  readonly #received: Span | undefined;
  records = 0;
  #refused = 0;

  constructor(plan: Plan, input: StateInput, to: { readonly labels: LabelBook; readonly writers: Writers }) {
    this.input = input;
    this.#plan = plan;
    this.#labels = to.labels;
    this.#writers = to.writers;
    this.#dateCodes = dateCodesOf(plan);
    this.#received = input.receivedAt === undefined ? undefined : spanOf(input.receivedAt.slice(0, 10));
  }

  outcome(): Stated {
    const { records } = this;
    return {
      records,
      stated: records - this.#refused,
      refused: this.#refused,
      problems: this.#writers.problems.rowCount,
      statements: this.#writers.statements.rowCount,
    };
  }

  async state(row: number, content: string): Promise<void> {
    this.records++;
    const { contribution, partner } = this.input;
    const stated = stateRow(this.#plan, cellsFrom(content), { contribution, partner, row });
    const refused = stated.subjects.length === 0;
    if (refused) this.#refused++;
    if (refused || stated.problems.length > 0) await this.#tell(row, stated);
    if (!refused) await this.#write(row, stated);
  }

  async #tell(row: number, stated: StatedRow): Promise<void> {
    const { contribution } = this.input;
    const { problems } = this.#writers;
    const refused = stated.subjects.length === 0;
    if (refused)
      await problems.add({ contribution, row, field: null, code: 'row-empty', value: null, refused });
    for (const { field, code, value } of stated.problems) {
      const shown = code === 'property-refused' ? null : value.slice(0, longestShown);
      await problems.add({ contribution, row, field, code, value: shown, refused });
    }
  }

  async #write(row: number, stated: StatedRow): Promise<void> {
    const { statements, subjects } = this.#writers;
    const at = stated.seen ?? latestDay(stated, this.#dateCodes) ?? this.#received;
    const first_seen = stated.seen?.first ?? null;
    const last_seen = stated.seen?.last ?? null;
    const standings = standingsOf(this.#plan, stated.subjects, at);
    for (const [index, subject] of stated.subjects.entries()) {
      const { id } = subject;
      const label = this.#labels.numberOf(standings[index] ?? []);
      const written = subjects.add({ row, subject: id, name: subject.plan.index, key: subject.key });
      if (written !== undefined) await written;
      for (const { code, value, original } of subject.stated) {
        const added = statements.add({
          row,
          subject: id,
          property: code,
          value,
          original,
          first_seen,
          last_seen,
          label,
        });
        if (added !== undefined) await added;
      }
    }
  }
}

function cellsFrom(content: string): Cells {
  const cells: unknown = JSON.parse(content);
  return typeof cells === 'object' && cells !== null ? (cells as Cells) : {};
}

/** Properties whose date says when the row was true. */
function dateCodesOf(plan: Plan): ReadonlySet<number> {
  const telling: ReadonlySet<string> = new Set(['date', 'opened', 'closed', 'examined', 'issued']);
  const codes = new Set<number>();
  plan.properties.forEach(({ property }, code) => {
    if (telling.has(property)) codes.add(code);
  });
  return codes;
}
