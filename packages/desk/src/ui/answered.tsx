import type { ReactNode } from 'react';
import { Failed } from './failed.tsx';
import { Screen } from './screen.tsx';
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
  /** Of a whole screen: its heading where there is no answer to take one from. */
  readonly heading?: string;
  readonly children: (answer: Answer) => ReactNode;
}

/** What the hub answered, once it has; waiting and failing until then. */
export function Answered<Answer>({ of, lines, heading, children }: AnsweredProps<Answer>) {
  if (of.data !== undefined) return children(of.data);
  if (of.error !== null) {
    const failed = <Failed error={of.error} again={() => void of.refetch()} />;
    return heading === undefined ? failed : <Screen title={heading}>{failed}</Screen>;
  }
  return <Waiting {...(lines === undefined ? {} : { lines })} />;
}
