import { useSitting } from '../session/sitting.tsx';
import { useWords } from '../words/words.tsx';
import { csvText } from './csv-text.ts';
import { PressButton } from './press-button.tsx';

interface TakeAlongProps {
  /** The beginning of the file's name. */
  readonly name: string;
  readonly heads: readonly string[];
  /** What is shown; without it there is the briefing page only. */
  readonly rows?: readonly (readonly (string | number | null)[])[];
}

/** What is shown can be taken along: as a table and as a page, both with the terms on them. */
export function TakeAlong({ name, heads, rows }: TakeAlongProps) {
  const { say } = useWords();
  const terms = useTakenOn();
  const take = () => {
    const all = (rows ?? []).map((row) => [...row, terms()]);
    const text = csvText([[...heads, say('take.terms')], ...all]);
    download(`${name}-${new Date().toISOString().slice(0, 10)}.csv`, text);
  };
  return (
    <span className="row no-print">
      {rows !== undefined && rows.length > 0 && (
        <PressButton
          onPress={take}
          aria-label={`${say('take.csv')}. ${say('take.shown', { count: rows.length })}`}
        >
          {say('take.csv')}
        </PressButton>
      )}
      <PressButton onPress={() => window.print()}>{say('take.print')}</PressButton>
    </span>
  );
}

/** Who takes something along, what for, when, and what that binds to: said anew each time. */
export function useTakenOn(): () => string {
  const { say, name, moment } = useWords();
  const { person, ground } = useSitting();
  return () => {
    const at = moment(new Date().toISOString());
    const { person: who } = person;
    if (ground === null) return say('take.printed.noPurpose', { person: who, at });
    const project = ground.project === null ? '' : ` (${ground.project})`;
    return say('take.printed', { person: who, purpose: name('purpose', ground.purpose) + project, at });
  };
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
