import type { Drawn } from '../../ui/taken/element-shapes.ts';
import { framedSheet, margin, type Sheet } from '../../ui/taken/sheet.ts';

interface PictureAsked {
  readonly title: string;
  /** Under the picture, each on a line. */
  readonly terms: readonly string[];
  readonly isRightToLeft: boolean;
  readonly drawn: Drawn;
}

/** The picture of a finding under its title, and over its terms. */
export function pictureSheet({ drawn, ...words }: PictureAsked): Sheet {
  const { width, height, colours, shapesAt } = drawn;
  return framedSheet({
    ...words,
    ...{ width: width + 2 * margin, colours },
    picture: (top) => ({ shapes: shapesAt([margin, top]), height }),
  });
}
