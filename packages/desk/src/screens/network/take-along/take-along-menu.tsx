import { handlingCodes } from '@clew/model/terms/codes.ts';
import { ActMenu } from '../../../ui/act-menu.tsx';
import { csvText } from '../../../ui/csv-text.ts';
import { Said } from '../../../ui/said.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { useDoing } from '../../../ui/use-doing.ts';
import { locales } from '../../../words/locales.ts';
import { useWords, type Words } from '../../../words/words.tsx';
import type { DrawnNetwork } from '../folded-network.ts';
import type { Places } from '../layout.ts';
import type { NodeLooks } from '../node-looks.ts';
import type { Palette } from '../palette.ts';
import type { NetworkState } from '../selection.ts';
import { linkRows, nodeRows } from './network-rows.ts';
import { networkSheet } from './network-sheet.ts';
import type { PrintedTerms } from './printed-terms.ts';
import { sheetPng } from './sheet-png.ts';
import { sheetSvg } from './sheet-svg.ts';
import { usePrintedTerms } from './use-printed-terms.ts';

interface TakeAlongProps {
  readonly title: string;
  readonly state: NetworkState;
  readonly drawn: DrawnNetwork;
  readonly places: Places;
  /** The colours of paper. */
  readonly paper: () => Palette | null;
  readonly looksIn: (palette: Palette) => NodeLooks;
}

const forms = ['png', 'svg', 'things', 'links'] as const;

/** Lets somebody keep what is shown, with its terms printed on it. */
export function TakeAlongMenu({ title, state, drawn, places, paper, looksIn }: TakeAlongProps) {
  const words = useWords();
  const { say } = words;
  const termsNow = usePrintedTerms();
  const doing = useDoing();
  const take = async (form: (typeof forms)[number]) => {
    const terms = termsNow(state);
    const name = `network-${terms.at.slice(0, 10)}`;
    if (form === 'things' || form === 'links') {
      const rows = form === 'things' ? nodeRows(state, terms) : linkRows(state, terms);
      return saveFile(new Blob([csvText(rows)], { type: 'text/csv' }), `${name}-${form}.csv`);
    }
    const palette = paper();
    if (palette === null) return;
    const sheet = networkSheet({
      ...{ title, drawn, places, palette },
      looks: looksIn(palette),
      terms: termLines(words, terms),
      isRightToLeft: locales[words.locale].direction === 'rtl',
    });
    if (form === 'svg') saveFile(new Blob([sheetSvg(sheet)], { type: 'image/svg+xml' }), `${name}.svg`);
    else saveFile(await sheetPng(sheet), `${name}.png`);
  };
  return (
    <>
      <ActMenu
        title={say('network.take')}
        isDisabled={state.nodes.length === 0 || doing.isBusy}
        acts={forms.map((id) => ({ id, title: say(`network.take.${id}`) }))}
        onAct={(form) => doing.run(() => take(form as (typeof forms)[number]))}
      />
      <Said doing={doing} />
    </>
  );
}

/** What is printed under a picture. */
export function termLines({ say, name, moment }: Words, terms: PrintedTerms): readonly string[] {
  const { codes, restrictions, owners, purpose, project, person, at } = terms;
  return [
    say('network.terms.head'),
    ...codes
      .filter((code) => code in handlingCodes)
      .map((code) => say('network.terms.code', { code, words: name('handling', code) })),
    ...restrictions,
    say('network.terms.owners', { owners: owners.join(', ') || '–' }),
    say('network.terms.purpose', {
      purpose: [name('purpose', purpose), project].filter(Boolean).join(' · '),
    }),
    say('network.terms.taken', { person, at: moment(at) }),
    say('network.terms.lead'),
  ];
}
