import { useWords } from '../words/words.tsx';
import { Name } from './name.tsx';

interface CaptionProps {
  readonly type: string;
  readonly children: string;
}

/** What something is called. An advert is called by its words: these are blurred, its dossier shows them on asking. */
export function Caption({ type, children }: CaptionProps) {
  const { say } = useWords();
  if (type !== 'advert') return <Name>{children}</Name>;
  return (
    <>
      <span className="unseen">{say('care.covered')}</span>
      <span className="blurred" aria-hidden="true">
        <Name>{children}</Name>
      </span>
    </>
  );
}
