import { type ReactNode, useMemo, useState } from 'react';
import {
  Cell,
  Checkbox,
  Column,
  Row,
  type Selection,
  type SortDescriptor,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components';
import { useWords } from '../../words/words.tsx';
import { type SortValue, sortedBy } from './sorted-by.ts';

/** A column of a grid: what it says of a row, and by what the rows are put in order. */
export interface GridColumn<Item> {
  readonly id: string;
  readonly title: string;
  readonly width: number;
  /** Figures stand at the end of their cell. */
  readonly isFigure?: boolean;
  readonly valueOf: (item: Item) => SortValue;
  /** What is shown where that is more than the value. */
  readonly shown?: (item: Item) => ReactNode;
}

interface GridProps<Item> {
  readonly label: string;
  readonly columns: readonly GridColumn<Item>[];
  readonly items: readonly Item[];
  readonly idOf: (item: Item) => string;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}

const layoutOptions = { rowHeight: 34, headingHeight: 32 };
/** Pixels: of more rows than go into it those in sight are there. */
const highest = 640;

/** Any number of rows, of which only those in sight are there; sorted and chosen by pointer or keyboard. */
export function Grid<Item>({ label, columns, items, idOf, chosen, onChoose }: GridProps<Item>) {
  const { say, locale } = useWords();
  const [order, setOrder] = useState<SortDescriptor>({
    column: columns[0]?.id ?? '',
    direction: 'ascending',
  });
  const sorted = useMemo(() => sortedItems(items, columns, order, locale), [items, columns, order, locale]);
  const choose = (keys: Selection) =>
    onChoose(keys === 'all' ? new Set(items.map(idOf)) : new Set([...keys].map(String)));
  return (
    <div className="grid-frame" style={{ height: Math.min(highest, heightOf(items.length)) }}>
      <Virtualizer layout={TableLayout} layoutOptions={layoutOptions}>
        <Table
          aria-label={label}
          className="grid"
          selectionMode="multiple"
          selectedKeys={chosen}
          onSelectionChange={choose}
          sortDescriptor={order}
          onSortChange={setOrder}
        >
          <TableHeader className="grid-head">
            <Column width={40} minWidth={40} className="grid-column" textValue={say('grid.choose')}>
              <Tick />
            </Column>
            {columns.map(({ id, title, width, isFigure }, place) => (
              <Column
                key={id}
                id={id}
                allowsSorting
                isRowHeader={place === 0}
                minWidth={width}
                defaultWidth={place === 0 ? '3fr' : '1fr'}
                className={isFigure ? 'grid-column figure' : 'grid-column'}
              >
                {({ sortDirection }) => (
                  <>
                    {title}
                    {sortDirection !== undefined && (
                      <span aria-hidden="true">{sortDirection === 'ascending' ? '▲' : '▼'}</span>
                    )}
                  </>
                )}
              </Column>
            ))}
          </TableHeader>
          <TableBody items={sorted.map((item) => ({ id: idOf(item), item }))} dependencies={[columns]}>
            {({ id, item }) => (
              <Row id={id} className="grid-row">
                <Cell className="grid-cell">
                  <Tick />
                </Cell>
                {columns.map((column) => (
                  <Cell key={column.id} className={column.isFigure ? 'grid-cell figure' : 'grid-cell'}>
                    <span dir="auto" title={String(column.valueOf(item) ?? '')}>
                      {column.shown?.(item) ?? column.valueOf(item)}
                    </span>
                  </Cell>
                ))}
              </Row>
            )}
          </TableBody>
        </Table>
      </Virtualizer>
    </div>
  );
}

function sortedItems<Item>(
  items: readonly Item[],
  columns: readonly GridColumn<Item>[],
  { column, direction }: SortDescriptor,
  locale: string,
): readonly Item[] {
  const by = columns.find(({ id }) => id === column);
  return by === undefined
    ? items
    : sortedBy(items, { by: by.valueOf, isDescending: direction === 'descending', locale });
}

/** With a little more, so that the last line is whole. */
function heightOf(rows: number): number {
  return layoutOptions.headingHeight + rows * layoutOptions.rowHeight + 4;
}

function Tick() {
  return (
    <Checkbox slot="selection" className="choice grid-tick">
      <span className="choice-mark square" aria-hidden="true" />
    </Checkbox>
  );
}
