import { Refused } from '../api/call.ts';
import { useWords } from '../words/words.tsx';
import { Foreign } from './foreign.tsx';

/** What the hub said when it refused, and what to do next. */
export function RefusalWords({ error }: { readonly error: Error }) {
  const { say, known, locale } = useWords();
  if (!(error instanceof Refused)) return <p>{say('failed.bug')}</p>;
  if (error.code === 'unreachable') return <p>{say('failed.unreachable')}</p>;
  const title = locale === 'en' ? undefined : known('refusal', error.code);
  return (
    <>
      {title !== undefined && <p>{title}.</p>}
      <p>
        <Foreign>{error.message}</Foreign>
      </p>
      {!isForTerminal(error.advice) && (
        <p className="quiet">
          <Foreign>{error.advice}</Foreign>
        </p>
      )}
    </>
  );
}

/** Advice that names a command helps nobody on a page. */
function isForTerminal(advice: string): boolean {
  return /\bclew [a-z]/.test(advice);
}
