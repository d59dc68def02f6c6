import { useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';

/** Milliseconds after which somebody who waits is told why it may take longer. */
const patience = 4000;

/** Shown while something is asked for: the shape of a list that is not there yet. */
export function Waiting({ lines = 4 }: { readonly lines?: number }) {
  const { say } = useWords();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setLong(true), patience);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="waiting">
      {isLong ? (
        <p className="quiet">{say('state.loading.long')}</p>
      ) : (
        <span className="unseen">{say('state.loading')}</span>
      )}
      {Array.from({ length: lines }, (_none, line) => `line ${line}`).map((line) => (
        <span key={line} className="skeleton" />
      ))}
    </div>
  );
}
