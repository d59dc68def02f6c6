import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTakenOn } from './use-taken-on.ts';

/** At the head of every printed page: who printed it, for what, when, and what that binds to. */
export function PrintedTerms() {
  const takenOn = useTakenOn();
  const [, setPrintings] = useState(0);
  useEffect(() => {
    const again = () => flushSync(() => setPrintings((before) => before + 1));
    window.addEventListener('beforeprint', again);
    return () => window.removeEventListener('beforeprint', again);
  }, []);
  return <p className="print-only printed-terms small">{takenOn()}</p>;
}
