import type { Mapping } from '@clew/model/mapping.ts';
import type { ProblemCode } from '@clew/model/problem.ts';
import type { AnswerOf } from '../../api/contract.ts';
import { useAsked } from '../../api/use-asked.ts';
import { Name } from '../../ui/name.tsx';
import { ProblemTitle } from '../../ui/problem-words.tsx';
import { Said } from '../../ui/said.tsx';
import { Sign } from '../../ui/sign.tsx';
import { Table } from '../../ui/table.tsx';
import { useWords } from '../../words/words.tsx';
import { ColumnReading } from './column-reading.tsx';
import { EveryRow } from './every-row.tsx';
import { columnUses, type Target } from './mapping-change.ts';

export type FirstRows = AnswerOf<'proposeMapping'>['rows'];

interface MappingEditorProps {
  readonly partner: string;
  readonly reader: string;
  readonly columns: readonly string[];
  readonly rows: FirstRows;
  /** How sure the proposal is of a column, 0 to 1. */
  readonly sureness?: ReadonlyMap<string, number>;
  /** Values anywhere in the file that could not be read, by column. */
  readonly misread?: ReadonlyMap<string, readonly string[]>;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

/** Rows of the file that stand beside what their columns become. */
const shownRows = 4;

/** Each column of a file, its first values, and what they become; what would not fit is marked at the cell. */
export function MappingEditor(given: MappingEditorProps) {
  const { partner, reader, columns, rows, sureness, misread, mapping, onChange } = given;
  const { say, number } = useWords();
  const all = [...new Set([...columns, ...columnUses(mapping).map(({ column }) => column)])];
  const trial = useAsked(
    'tryMapping',
    { body: { partner, reader, mapping, columns: all, rows: triedRows(rows) } as never },
    { keep: true },
  );
  const problems = trial.data?.problems ?? [];
  const wrong = new Map(problems.map(({ row, field, code }) => [placeText(row, field), code]));
  const heads = [say('head.column'), say('mapping.becomes')];
  const numbers = rows
    .slice(0, shownRows)
    .map((_row, index) => say('mapping.row', { row: number(index + 1) }));
  return (
    <div className="stack">
      <p className="quiet small">{say('mapping.beside', { rows: rows.length })}</p>
      <Table label={say('mapping.title')} heads={[...heads, ...numbers]}>
        {all.flatMap((column) => {
          const targets = columnUses(mapping).filter((use) => use.column === column);
          const uses: readonly (Target | null)[] = targets.length === 0 ? [null] : targets;
          return uses.map((target, index) => (
            <tr
              key={`${column} ${target?.subject} ${target?.property}`}
              className={target === null ? 'left-out' : ''}
            >
              <th scope="row">
                {index === 0 && (
                  <>
                    <Name>{column}</Name>
                    <Unsure share={sureness?.get(column)} isLeftOut={target === null} />
                  </>
                )}
              </th>
              <td className="reading-cell">
                <ColumnReading
                  column={column}
                  target={target}
                  mapping={mapping}
                  onChange={onChange}
                  values={[
                    ...(misread?.get(column) ?? []),
                    ...rows.flatMap(({ cells }) => valuesOf(cells, column)),
                  ]}
                />
                <Misfits codes={problems.filter(({ field }) => field === column).map(({ code }) => code)} />
              </td>
              {rows.slice(0, shownRows).map(({ cells }, at) => (
                <td key={numbers[at]} className="cell">
                  <CellTried
                    value={valuesOf(cells, column)[0] ?? ''}
                    code={target === null ? undefined : wrong.get(placeText(at + 1, column))}
                  />
                </td>
              ))}
            </tr>
          ));
        })}
      </Table>
      <EveryRow mapping={mapping} onChange={onChange} />
      <Said doing={trial} />
      <p role="status" className="small">
        {problems.length === 0
          ? say('mapping.fits', { rows: rows.length })
          : say('mapping.misfits', { count: problems.length, rows: rows.length })}
      </p>
    </div>
  );
}

/** Characters that are sent for a trial: a request has a limit. */
const mostTried = 300_000;

/** As many of the first rows as fit into one request. */
function triedRows(rows: FirstRows): FirstRows {
  let length = 0;
  return rows.filter(({ cells }) => {
    for (const { column, value } of cells) length += column.length + value.length;
    return length <= mostTried;
  });
}

function placeText(row: number, field: string | null): string {
  return `${row}\n${field ?? ''}`;
}

function valuesOf(cells: FirstRows[number]['cells'], column: string): readonly string[] {
  return cells.filter((cell) => cell.column === column).map(({ value }) => value);
}

const sureEnough = 0.6;

function Unsure({ share, isLeftOut }: { readonly share: number | undefined; readonly isLeftOut: boolean }) {
  const { say } = useWords();
  // Zero is a column that the proposal left out: what it becomes was then said by a person.
  if (share === undefined || share === 0 || isLeftOut || share >= sureEnough) return null;
  return <span className="quiet small block">{say('mapping.unsure')}</span>;
}

/** What does not fit in a column, each kind once. */
function Misfits({ codes }: { readonly codes: readonly ProblemCode[] }) {
  const { say } = useWords();
  return [...new Set(codes)].map((code) => (
    <span key={code} className="misfit small block">
      <Sign of="alert" /> <ProblemTitle code={code} />{' '}
      <span className="quiet">
        {say('mapping.cells', { count: codes.filter((each) => each === code).length })}
      </span>
    </span>
  ));
}

function CellTried({ value, code }: { readonly value: string; readonly code: ProblemCode | undefined }) {
  const { name } = useWords();
  if (code === undefined) return <Name>{value}</Name>;
  return (
    <mark title={name('problem', code)}>
      <Name>{value}</Name>
      <span className="unseen"> {name('problem', code)}</span>
    </mark>
  );
}
