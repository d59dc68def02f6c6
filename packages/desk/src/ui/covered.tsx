import { type ReactNode, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { PressButton } from './press-button.tsx';

/** Whether a value is what an advert says of people: that is not read by the way. */
export function isCovered(type: string, property: string): boolean {
  return property === 'text' || (type === 'advert' && property === 'title');
}

/** Blurred until somebody asks for it. */
export function Covered({ children }: { readonly children: ReactNode }) {
  const { say } = useWords();
  const [isShown, setShown] = useState(false);
  if (isShown) return children;
  return (
    <div className="covered">
      <div className="blurred" aria-hidden="true" inert>
        {children}
      </div>
      <div className="row wrap no-print">
        <PressButton onPress={() => setShown(true)}>{say('dossier.showText')}</PressButton>
        <span className="quiet small">{say('dossier.showText.words')}</span>
      </div>
    </div>
  );
}
