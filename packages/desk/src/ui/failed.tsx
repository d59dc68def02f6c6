import { useWords } from '../words/words.tsx';
import { PressButton } from './press-button.tsx';
import { RefusalWords } from './refusal-words.tsx';
import { Sign } from './sign.tsx';

interface FailedProps {
  readonly error: Error;
  readonly again?: () => void;
}

/** Shown where something should be that could not be had. */
export function Failed({ error, again }: FailedProps) {
  const { say } = useWords();
  return (
    <div role="alert" className="state failed">
      <Sign of="alert" />
      <div className="stack tight">
        <strong>{say('failed.title')}</strong>
        <RefusalWords error={error} />
        {again !== undefined && (
          <div>
            <PressButton onPress={again}>{say('failed.again')}</PressButton>
          </div>
        )}
      </div>
    </div>
  );
}
