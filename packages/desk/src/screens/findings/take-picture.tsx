import type { RefObject } from 'react';
import { askTogether } from '../../api/ask-together.ts';
import { ActMenu } from '../../ui/act-menu.tsx';
import { calledPlainly } from '../../ui/called.ts';
import { Said } from '../../ui/said.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { elementShapes } from '../../ui/taken/element-shapes.ts';
import { sheetPng } from '../../ui/taken/sheet-png.ts';
import { sheetSvg } from '../../ui/taken/sheet-svg.ts';
import { termLines } from '../../ui/taken/term-lines.ts';
import { usePrintedTerms } from '../../ui/taken/use-printed-terms.ts';
import { useDoing } from '../../ui/use-doing.ts';
import { isolated } from '../../words/isolated.ts';
import { locales } from '../../words/locales.ts';
import { useWords } from '../../words/words.tsx';
import { findingKind } from './finding-kind.ts';
import type { FindingShown } from './finding-shown.ts';
import { pictureSheet } from './picture-sheet.ts';
import { toldOf } from './told-terms.ts';

const forms = ['png', 'svg'] as const;

interface TakePictureProps {
  readonly finding: FindingShown;
  /** The picture as it is shown. */
  readonly drawn: RefObject<HTMLElement | null>;
  /** Has it drawn for paper while something is done. */
  readonly onPaper: <Done>(act: () => Done) => Done;
}

/** Lets somebody keep the picture of a finding as it is shown, with its terms printed below. */
export function TakePicture({ finding, drawn, onPaper }: TakePictureProps) {
  const words = useWords();
  const { say, locale } = words;
  const termsNow = usePrintedTerms();
  const doing = useDoing();
  const take = async (form: (typeof forms)[number]) => {
    const ids = finding.subjects.map(({ id }) => id);
    const { labels, untold } = toldOf(ids, await askTogether({ ids, finding: finding.id }));
    const terms = termsNow({ nodes: labels, links: [] });
    const { current } = drawn;
    if (current === null) return;
    const [main] = finding.subjects;
    const sheet = pictureSheet({
      title: [
        findingKind(words, finding),
        isolated(main === undefined ? finding.title : calledPlainly(main)),
      ].join(' · '),
      terms: [
        ...termLines(words, terms),
        ...(untold > 0 ? [say('take.picture.untold', { count: untold })] : []),
      ],
      isRightToLeft: locales[locale].direction === 'rtl',
      drawn: onPaper(() => elementShapes(current, say('take.picture.covered'))),
    });
    const file = `finding-${terms.at.slice(0, 10)}`;
    if (form === 'svg') saveFile(new Blob([sheetSvg(sheet)], { type: 'image/svg+xml' }), `${file}.svg`);
    else saveFile(await sheetPng(sheet), `${file}.png`);
  };
  return (
    <div className="no-print">
      <ActMenu
        title={say('take.picture')}
        isDisabled={doing.isBusy}
        acts={forms.map((id) => ({ id, title: say(`network.take.${id}`) }))}
        onAct={(form) => doing.run(() => take(form as (typeof forms)[number]))}
      />
      <Said doing={doing} />
    </div>
  );
}
