// In: what a picture shows, as shapes, and the terms as lines of text. Out: a sheet, in pixels: a title, the picture, the terms.
// One sheet is written as SVG or painted as PNG: the two cannot say different things.

export type Shape =
  | {
      readonly is: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly colour: string;
      readonly width: number;
    }
  | { readonly is: 'circle'; readonly at: Point; readonly radius: number; readonly colour: string }
  | {
      readonly is: 'drawing';
      readonly at: Point;
      readonly radius: number;
      readonly path: string;
      readonly colour: string;
    }
  | {
      readonly is: 'path';
      /** An SVG path, in the pixels of the sheet. */
      readonly path: string;
      readonly fill: Ink | null;
      readonly line: Line | null;
    }
  | {
      readonly is: 'words';
      readonly at: Point;
      readonly words: string;
      readonly size: number;
      readonly colour: string;
      readonly align: 'start' | 'middle';
      readonly isStrong: boolean;
      readonly isRightToLeft: boolean;
    };

export type Point = readonly [x: number, y: number];

export interface Ink {
  readonly colour: string;
  /** 0 to 1. */
  readonly opacity: number;
}

export interface Line extends Ink {
  readonly width: number;
  /** Lengths of strokes and gaps; empty: an unbroken line. */
  readonly dashes: readonly number[];
}

export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly font: string;
  readonly shapes: readonly Shape[];
}

interface Framed {
  readonly title: string;
  /** Under the picture, each on a line. */
  readonly terms: readonly string[];
  /** How the title and the terms run; names run their own way. */
  readonly isRightToLeft: boolean;
  readonly width: number;
  readonly colours: { readonly ink: string; readonly surface: string; readonly font: string };
  /** What stands between, below a height of the sheet, and how high that is. */
  readonly picture: (top: number) => { readonly shapes: readonly Shape[]; readonly height: number };
}

export const margin = 40;
const lineHeight = 20;
const titleHeight = 32;
/** A letter is about so wide as a share of its size: a line that is longer than the sheet is broken. */
const letterWidth = 8 / 13;
const sizes = { title: 24, terms: 13 };

/** A picture under its title and over its terms. */
export function framedSheet({ title, terms, isRightToLeft, width, colours, picture }: Framed): Sheet {
  const edge = isRightToLeft ? width - margin : margin;
  const lettersIn = (size: number) => Math.floor((width - 2 * margin) / (letterWidth * size));
  const titles = broken(title, lettersIn(sizes.title));
  const lines = terms.flatMap((line) => broken(line, lettersIn(sizes.terms)));
  const top = margin + titles.length * titleHeight;
  const drawn = picture(top);
  const foot = top + drawn.height + margin;
  const ink = { colour: colours.ink };
  const written = (line: string, y: number, how: { readonly size: number; readonly isStrong: boolean }) => ({
    ...wordsAt([edge, y], line, { ...ink, ...how }),
    isRightToLeft,
  });
  const shapes = [
    ...titles.map((line, place) =>
      written(line, 44 + place * titleHeight, { size: sizes.title, isStrong: true }),
    ),
    ...drawn.shapes,
    ...lines.map((line, place) =>
      written(line, foot + (place + 1) * lineHeight, { size: sizes.terms, isStrong: place === 0 }),
    ),
  ];
  const height = Math.ceil(foot + (lines.length + 1) * lineHeight + margin / 2);
  return { width, height, ground: colours.surface, font: colours.font, shapes };
}

export type Written = Extract<Shape, { is: 'words' }>;

export function wordsAt(
  at: Point,
  words: string,
  how: Pick<Written, 'size' | 'colour' | 'isStrong'>,
): Written {
  return { is: 'words', at, words, align: 'start', isRightToLeft: false, ...how };
}

/** A line in as many as it takes: there must not be a word that nobody sees. */
function broken(line: string, letters: number): readonly string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > letters) {
    const space = rest.lastIndexOf(' ', letters);
    const end = space > 0 ? space : letters;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
