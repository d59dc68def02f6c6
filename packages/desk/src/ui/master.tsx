import type { ComponentProps, ReactNode } from 'react';
import { Answered } from './answered.tsx';
import { Empty } from './empty.tsx';
import { More } from './more.tsx';

interface MasterProps {
  readonly answer: ComponentProps<typeof More>['of'] & ComponentProps<typeof Answered>['of'];
  /** What stands in place of a list that has nothing in it; null where it has. */
  readonly none: { readonly title: string; readonly words: string } | null;
  readonly list: ReactNode;
  readonly detail: ReactNode;
}

/** A list that comes page by page, and beside it what is chosen in it. */
export function Master({ answer, none, list, detail }: MasterProps) {
  return (
    <div className="master">
      <div className="master-list">
        <Answered of={answer} lines={8}>
          {() => (none === null ? list : <Empty title={none.title}>{none.words}</Empty>)}
        </Answered>
        <More of={answer} />
      </div>
      <div className="master-detail">{detail}</div>
    </div>
  );
}
