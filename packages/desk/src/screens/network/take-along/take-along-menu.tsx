import { ActMenu } from '../../../ui/act-menu.tsx';
import { csvText } from '../../../ui/csv-text.ts';
import { Said } from '../../../ui/said.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import type { Sheet } from '../../../ui/taken/sheet.ts';
import { sheetPng } from '../../../ui/taken/sheet-png.ts';
import { sheetSvg } from '../../../ui/taken/sheet-svg.ts';
import { termLines } from '../../../ui/taken/term-lines.ts';
import { usePrintedTerms } from '../../../ui/taken/use-printed-terms.ts';
import { useDoing } from '../../../ui/use-doing.ts';
import { useWords } from '../../../words/words.tsx';
import type { NetworkState } from '../selection.ts';
import { linkRows, nodeRows } from './network-rows.ts';
import type { SheetWords } from './use-sheet.ts';

interface TakeAlongProps {
  readonly title: string;
  readonly state: NetworkState;
  readonly sheet: (words: SheetWords) => Sheet | null;
  readonly onCopied: () => void;
}

const forms = ['link', 'png', 'svg', 'brief', 'things', 'links'] as const;

/** A browser lets a page write where one pastes from only over a safe connection. */
function isOffered(form: (typeof forms)[number]): boolean {
  return form !== 'link' || window.isSecureContext;
}

/** Lets somebody keep what is shown, with its terms printed on it. */
export function TakeAlongMenu({ title, state, sheet, onCopied }: TakeAlongProps) {
  const words = useWords();
  const { say } = words;
  const termsNow = usePrintedTerms();
  const doing = useDoing();
  const take = async (form: (typeof forms)[number]) => {
    if (form === 'link') {
      await navigator.clipboard.writeText(window.location.href);
      return onCopied();
    }
    // The menu must be put away before a page stands still to be printed.
    if (form === 'brief') return void window.setTimeout(() => window.print(), 0);
    const terms = termsNow(state);
    const name = `network-${terms.at.slice(0, 10)}`;
    if (form === 'things' || form === 'links') {
      const rows = form === 'things' ? nodeRows(state, terms) : linkRows(state, terms);
      return saveFile(new Blob([csvText(rows)], { type: 'text/csv' }), `${name}-${form}.csv`);
    }
    const drawn = sheet({ title, terms: termLines(words, terms) });
    if (drawn === null) return;
    if (form === 'svg') saveFile(new Blob([sheetSvg(drawn)], { type: 'image/svg+xml' }), `${name}.svg`);
    else saveFile(await sheetPng(drawn), `${name}.png`);
  };
  return (
    <>
      <ActMenu
        title={say('network.take')}
        isDisabled={state.nodes.length === 0 || doing.isBusy}
        acts={forms.filter(isOffered).map((id) => ({ id, title: say(`network.take.${id}`) }))}
        onAct={(form) => doing.run(() => take(form as (typeof forms)[number]))}
      />
      <Said doing={doing} />
    </>
  );
}
