import type { ProblemCode } from '@clew/model/problem.ts';
import { useWords } from '../words/words.tsx';

/** What is wrong with a value or a row. */
export function ProblemTitle({ code }: { readonly code: ProblemCode }) {
  const { name } = useWords();
  return name('problem', code);
}

/** What to do about it. */
export function ProblemAdvice({ code }: { readonly code: ProblemCode }) {
  const { name } = useWords();
  return name('problem.advice', code);
}
