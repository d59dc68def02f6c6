import { findProperty } from '@clew/model/ontology/ontology.ts';
import { parseValue } from '@clew/model/values/parse-value.ts';
import { type keptJudgementTable, keptTables } from '../kept.ts';
import type { Lake } from '../lake/lake.ts';
import type { Row } from '../lake/table.ts';
import { loadTable } from '../lake/table-writer.ts';
import { labelTable, statementTable, subjectTable } from '../statements/tables.ts';

/** A subject as a test or a bench gives it. Ids are small numbers. */
export interface GivenSubject {
  readonly subject: bigint;
  readonly type?: string;
  readonly matchable?: boolean;
  /** Property and text as a partner would write it; several rows of one property are several values. */
  readonly values: readonly (readonly [string, string])[];
}

export interface GivenJudgement {
  readonly a: bigint;
  readonly b: bigint;
  readonly verdict: string;
}

/** Loads subjects as if they had been stated. Values go through the parsers of their kind. */
export async function loadSubjects(
  lake: Lake,
  given: readonly GivenSubject[],
  judgements: readonly GivenJudgement[] = [],
): Promise<void> {
  const statements: Row<typeof statementTable>[] = [];
  for (const { subject, type = 'person', matchable = true, values } of given) {
    for (const [property, original] of values) {
      const { kind = 'text', yearless } = findProperty(type, property) ?? {};
      const { value } = parseValue(kind, original, { order: 'ymd', yearless });
      if (value === null) continue;
      statements.push({
        contribution: 'given',
        row: Number(subject),
        subject,
        type,
        property,
        value,
        original,
        first_seen: null,
        last_seen: null,
        label: matchable ? 1n : 2n,
      });
    }
  }
  await loadTable(lake, statementTable, statements);
  const label = { owner: 'partner', protected: false, content: '[]' };
  await loadTable(lake, labelTable, [
    { label: 1n, matchable: true, ...label },
    { label: 2n, matchable: false, ...label },
  ]);
  await loadTable(
    lake,
    subjectTable,
    given.map(({ subject, type = 'person' }) => ({
      subject,
      contribution: 'given',
      row: Number(subject),
      name: type,
      type,
      key: null,
    })),
  );
  for (const table of keptTables) await loadTable(lake, table, []);
  await loadTable(
    lake,
    keptTables[2],
    judgements.map((one): Row<typeof keptJudgementTable> => ({ ...one, by: 'tester', reason: '', at: '' })),
  );
}
