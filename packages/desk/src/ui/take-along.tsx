import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useWords } from '../words/words.tsx';
import { csvText } from './csv-text.ts';
import { saveFile } from './save-file.ts';
import { useTakenOn } from './use-taken-on.ts';

interface TakeAlongProps {
  /** The beginning of the file's name. */
  readonly name: string;
  readonly heads: readonly string[];
  /** What is shown. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What is shown can be taken along: as a table and as a page, both with the terms on them. */
export function TakeAlong({ name, heads, rows }: TakeAlongProps) {
  const { say } = useWords();
  const takenOn = useTakenOn();
  const take = () => {
    const all = rows.map((row) => [...row, takenOn()]);
    const text = csvText([[...heads, say('take.terms')], ...all]);
    const day = new Date().toISOString().slice(0, 10);
    saveFile(new Blob([text], { type: 'text/csv' }), `${name}-${day}.csv`);
  };
  return (
    <MenuTrigger>
      <Button className="button plain no-print">
        {say('take')} <span aria-hidden="true" className="caret" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="listbox" aria-label={say('take')}>
          {rows.length > 0 && (
            <MenuItem className="listbox-item" onAction={take}>
              {say('take.csv', { count: rows.length })}
            </MenuItem>
          )}
          <MenuItem className="listbox-item" onAction={() => window.setTimeout(() => window.print(), 0)}>
            {say('take.print')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
