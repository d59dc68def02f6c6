import { useWords } from '../words/words.tsx';

/** Shown while something is asked for: the shape of a list that is not there yet. */
export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const { say } = useWords();
  return (
    <div role="status" className="waiting">
      <span className="unseen">{say('state.loading')}</span>
      {Array.from({ length: lines }, (_none, line) => `line ${line}`).map((line) => (
        <span key={line} className="skeleton" />
      ))}
    </div>
  );
}
