// In: an element of the page, as it is shown. Out: the same as shapes of a sheet, in the colours of paper and as wide as paper.
// Invariant: nothing is taken that is not seen. What is blurred or folded away is left out; a map has a sheet of its own.

import { circlePath, type Placing, placed, placedPath, rectanglePath } from './placed-path.ts';
import { type Ink, type Line, type Point, type Shape, wordsAt } from './sheet.ts';

export interface Drawn {
  readonly width: number;
  readonly height: number;
  /** Beginning at a point of the sheet. */
  readonly shapesAt: (corner: Point) => readonly Shape[];
  readonly colours: { readonly ink: string; readonly surface: string; readonly font: string };
}

/** Reads an element in one go, before the page is drawn again: nobody sees it change. `covered` stands where words are blurred. */
export function elementShapes(element: HTMLElement, covered: string): Drawn {
  const pen = document.createElement('canvas').getContext('2d');
  if (pen === null) throw new Error('This browser paints no pictures');
  const around = element.parentElement;
  // The page must not become shorter, or what is read moves under the reader's eyes.
  around?.style.setProperty('min-height', `${around.offsetHeight}px`);
  element.classList.add('taken', 'on-paper');
  try {
    const { left, top, height } = element.getBoundingClientRect();
    const { color, backgroundColor, fontFamily } = getComputedStyle(element);
    const shapes = shapesOf(element, { covered, pen });
    return {
      ...{ width: element.scrollWidth, height },
      colours: { ink: color, surface: backgroundColor, font: fontFamily },
      shapesAt: ([x, y]) => shapes.map((draw) => draw({ a: 1, b: 0, c: 0, d: 1, e: x - left, f: y - top })),
    };
  } finally {
    element.classList.remove('taken', 'on-paper');
    around?.style.removeProperty('min-height');
  }
}

/** A shape, once it is known where the window's corner stands on the sheet. */
type Draw = (window: Placing) => Shape;

interface Reading {
  readonly covered: string;
  /** Knows how high letters are. */
  readonly pen: CanvasRenderingContext2D;
}

function shapesOf(element: Element, reading: Reading): readonly Draw[] {
  if (!element.checkVisibility() || element.matches('.unseen')) return [];
  const style = getComputedStyle(element);
  if (element.matches('.blurred')) {
    return writtenOf([{ words: reading.covered, box: element.getBoundingClientRect() }], style, reading);
  }
  if (element instanceof SVGGeometryElement) return [geometry(element, style)];
  if (element instanceof SVGTextElement) return [drawnWords(element, style)];
  const inside = [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return shapesOf(child, reading);
    return child instanceof Text ? writtenOf(linesOf(child), style, reading) : [];
  });
  return [...boxesOf(element, style), ...inside];
}

/** The ground of an element, and its borders. */
function boxesOf(element: Element, style: CSSStyleDeclaration): readonly Draw[] {
  return [...element.getClientRects()].flatMap((box) => {
    const ground = isSeen(style.backgroundColor)
      ? [pathDraw(rectanglePath(box), { colour: style.backgroundColor, opacity: 1 }, null)]
      : [];
    const sides: readonly (readonly [string, Point, Point])[] = [
      ['top', [box.left, box.top], [box.right, box.top]],
      ['right', [box.right, box.top], [box.right, box.bottom]],
      ['bottom', [box.right, box.bottom], [box.left, box.bottom]],
      ['left', [box.left, box.bottom], [box.left, box.top]],
    ];
    const borders = sides.flatMap(([side, from, to]) => {
      const [width, kind] = ['width', 'style'].map((what) =>
        style.getPropertyValue(`border-${side}-${what}`),
      );
      const wide = Number.parseFloat(width ?? '');
      const colour = style.getPropertyValue(`border-${side}-color`);
      if (!(wide > 0) || kind === 'none' || !isSeen(colour)) return [];
      const line = { colour, opacity: 1, width: wide, dashes: kind === 'dashed' ? [3, 3] : [] };
      return [pathDraw(`M${from.join(' ')}L${to.join(' ')}`, null, line)];
    });
    return [...ground, ...borders];
  });
}

/** A part of a drawing, which may be stretched. */
function geometry(element: SVGGeometryElement, style: CSSStyleDeclaration): Draw {
  const placing = element.getScreenCTM() ?? new DOMMatrix();
  const isKept = style.vectorEffect === 'non-scaling-stroke';
  const scale = isKept ? 1 : Math.sqrt(Math.abs(placing.a * placing.d - placing.b * placing.c));
  const line: Line | null = isSeen(style.stroke)
    ? {
        ...{ colour: style.stroke, opacity: Number(style.strokeOpacity) },
        width: Number.parseFloat(style.strokeWidth) * scale,
        dashes: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map((length) => Number(length) * scale),
      }
    : null;
  const isLine = element instanceof SVGLineElement;
  const fill =
    isSeen(style.fill) && !isLine ? { colour: style.fill, opacity: Number(style.fillOpacity) } : null;
  return pathDraw(placedPath(pathOf(element), placing), fill, line);
}

function pathOf(element: SVGGeometryElement): string {
  const length = (name: string) => Number(element.getAttribute(name) ?? 0);
  if (element instanceof SVGLineElement) {
    return `M${length('x1')} ${length('y1')}L${length('x2')} ${length('y2')}`;
  }
  if (element instanceof SVGCircleElement) return circlePath([length('cx'), length('cy')], length('r'));
  if (element instanceof SVGRectElement) {
    return rectanglePath({
      ...{ x: length('x'), y: length('y') },
      ...{ width: length('width'), height: length('height') },
    });
  }
  return element.getAttribute('d') ?? '';
}

function pathDraw(path: string, fill: Ink | null, line: Line | null): Draw {
  return (window) => ({ is: 'path', path: placedPath(path, window), fill, line });
}

/** Words within a drawing. */
function drawnWords(element: SVGTextElement, style: CSSStyleDeclaration): Draw {
  const placing = element.getScreenCTM() ?? new DOMMatrix();
  const [x, y] = ['x', 'y'].map((name) => Number(element.getAttribute(name) ?? 0));
  const at = placed([x ?? 0, y ?? 0], placing);
  const how = {
    ...{ size: Number.parseFloat(style.fontSize) * Math.abs(placing.d), colour: style.fill },
    isStrong: isStrong(style),
  };
  return (window) => ({
    ...wordsAt(placed(at, window), element.textContent ?? '', how),
    align: style.textAnchor === 'middle' ? 'middle' : 'start',
    isRightToLeft: style.direction === 'rtl',
  });
}

interface TextLine {
  readonly words: string;
  readonly box: { readonly left: number; readonly right: number; readonly top: number };
}

const letters = new Intl.Segmenter();

/** A text as the page breaks it into lines. */
function linesOf(text: Text): readonly TextLine[] {
  const range = document.createRange();
  const lines: TextLine[] = [];
  for (const { segment, index } of letters.segment(text.data)) {
    range.setStart(text, index);
    range.setEnd(text, index + segment.length);
    const [box] = range.getClientRects();
    if (box === undefined) continue;
    const last = lines.at(-1);
    if (last === undefined || Math.abs(last.box.top - box.top) > 2) {
      if (segment.trim() !== '') lines.push({ words: segment, box });
      continue;
    }
    const left = Math.min(last.box.left, box.left);
    const right = Math.max(last.box.right, box.right);
    lines[lines.length - 1] = { words: last.words + segment, box: { left, right, top: last.box.top } };
  }
  return lines;
}

function writtenOf(
  lines: readonly TextLine[],
  style: CSSStyleDeclaration,
  { pen }: Reading,
): readonly Draw[] {
  const { fontWeight, fontSize, fontFamily, direction, color } = style;
  pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const rise = pen.measureText('x').fontBoundingBoxAscent;
  const how = { size: Number.parseFloat(fontSize), colour: color, isStrong: isStrong(style) };
  const isRightToLeft = direction === 'rtl';
  return lines.map(({ words, box }): Draw => {
    const at: Point = [isRightToLeft ? box.right : box.left, box.top + rise];
    return (window) => ({ ...wordsAt(placed(at, window), words.trimEnd(), how), isRightToLeft });
  });
}

function isStrong({ fontWeight }: CSSStyleDeclaration): boolean {
  return Number(fontWeight) >= 600;
}

function isSeen(colour: string): boolean {
  return colour !== 'none' && colour !== 'transparent' && !/^rgba\(.*, 0\)$|\/ 0\)$/.test(colour);
}
