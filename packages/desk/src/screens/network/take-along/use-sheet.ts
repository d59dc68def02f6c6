import type { Sheet } from '../../../ui/taken/sheet.ts';
import { locales } from '../../../words/locales.ts';
import { useWords } from '../../../words/words.tsx';
import type { DrawnNetwork } from '../folded-network.ts';
import type { Places } from '../layout.ts';
import type { NodeLooks } from '../node-looks.ts';
import type { Palette } from '../palette.ts';
import { networkSheet } from './network-sheet.ts';

interface Drawing {
  readonly drawn: DrawnNetwork;
  readonly places: Places;
  /** The colours of paper. */
  readonly paper: () => Palette | null;
  readonly looksIn: (palette: Palette) => NodeLooks;
}

/** What stands over and under a picture. */
export interface SheetWords {
  readonly title: string;
  readonly terms: readonly string[];
}

/** Draws what is shown as a sheet; null before the page has colours. */
export function useSheet({ drawn, places, paper, looksIn }: Drawing): (words: SheetWords) => Sheet | null {
  const { locale } = useWords();
  return (words) => {
    const palette = paper();
    if (palette === null) return null;
    const isRightToLeft = locales[locale].direction === 'rtl';
    return networkSheet({ ...words, drawn, places, palette, looks: looksIn(palette), isRightToLeft });
  };
}
