import { useWords } from '../words/words.tsx';

interface RecordRowProps {
  readonly isBusy: boolean;
  /** A key that does the same. */
  readonly shortcut?: string;
}

/** The end of a form whose answer is kept for good. */
export function RecordRow({ isBusy, shortcut }: RecordRowProps) {
  const { say } = useWords();
  return (
    <div className="row wrap">
      <button type="submit" className="button primary" disabled={isBusy}>
        {say('review.record')}
        {shortcut !== undefined && (
          <>
            {' '}
            <kbd>{shortcut}</kbd>
          </>
        )}
      </button>
      <span className="quiet small">{say('review.forGood')}</span>
    </div>
  );
}
