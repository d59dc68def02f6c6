import { type ReactNode, useId } from 'react';
import { useWords } from '../words/words.tsx';
import { Appearance } from './appearance.tsx';
import { Mark } from './mark.tsx';

interface DoorProps {
  readonly title: string;
  readonly words: string;
  readonly children: ReactNode;
}

/** What is shown before somebody is in. */
export function Door({ title, words, children }: DoorProps) {
  const { say } = useWords();
  const heading = useId();
  return (
    <main className="door" aria-labelledby={heading}>
      <div className="door-card">
        <div className="row between">
          <span className="mark">
            <Mark /> Clew
          </span>
          <Appearance />
        </div>
        <div className="stack tight">
          <h1 id={heading}>{title}</h1>
          <p className="quiet">{words}</p>
        </div>
        {children}
      </div>
      <p className="quiet small">{say('app.motto')}</p>
    </main>
  );
}
