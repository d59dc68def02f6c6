import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';
import { Waiting } from './waiting.tsx';

interface Asked<Answer> {
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly refetch: () => unknown;
}

interface AnsweredProps<Answer> {
  readonly of: Asked<Answer>;
  readonly lines?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** What the hub answered, once it has; waiting and failing until then. */
export function Answered<Answer>({ of, lines, children }: AnsweredProps<Answer>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) return <Failed error={of.error} again={() => void of.refetch()} />;
  return <Waiting {...(lines === undefined ? {} : { lines })} />;
}
