import type { ComponentProps, ReactNode } from 'react';
import { Answered } from './answered.tsx';
import { Empty } from './empty.tsx';
import { More } from './more.tsx';
import { Table } from './table.tsx';

interface ListedProps<Item> {
  readonly answer: ComponentProps<typeof More>['of'] & ComponentProps<typeof Answered>['of'];
  readonly items: readonly Item[];
  /** What stands in place of a list that has nothing in it. */
  readonly none: { readonly title: string; readonly words?: string };
  readonly label: string;
  readonly heads: readonly string[];
  /** A row, as a `tr` with its key. */
  readonly children: (item: Item) => ReactNode;
}

/** A list that comes page by page, as a table. */
export function Listed<Item>({ answer, items, none, label, heads, children }: ListedProps<Item>) {
  return (
    <>
      <Answered of={answer} lines={8}>
        {() =>
          items.length === 0 ? (
            <Empty title={none.title}>{none.words}</Empty>
          ) : (
            <Table label={label} heads={heads}>
              {items.map(children)}
            </Table>
          )
        }
      </Answered>
      <More of={answer} />
    </>
  );
}
