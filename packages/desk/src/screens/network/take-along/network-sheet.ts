// In: what the picture of a network shows, and the terms as lines of text. Out: a sheet of lines, circles and words, in pixels.

import { framedSheet, margin, type Point, type Shape, type Sheet, wordsAt } from '../../../ui/taken/sheet.ts';
import { shortened } from '../draw-node.ts';
import type { DrawnNetwork } from '../folded-network.ts';
import type { Places } from '../layout.ts';
import type { NodeLooks } from '../node-looks.ts';
import type { Palette } from '../palette.ts';

export interface SheetAsked {
  readonly title: string;
  readonly drawn: DrawnNetwork;
  readonly places: Places;
  readonly looks: NodeLooks;
  readonly palette: Palette;
  /** Under the picture, each on a line. */
  readonly terms: readonly string[];
  /** How the title and the terms run; names run their own way. */
  readonly isRightToLeft: boolean;
}

const width = 1600;
/** Names of more things than this would lie over one another. */
const mostNames = 400;

export function networkSheet(asked: SheetAsked): Sheet {
  const { title, terms, palette, isRightToLeft } = asked;
  return framedSheet({
    ...{ title, terms, isRightToLeft, width, colours: palette },
    picture: (top) => networkShapes(asked, top),
  });
}

function networkShapes({ drawn, places, looks, palette }: SheetAsked, top: number) {
  const box = boxOf(drawn, places);
  const scale = Math.min((width - 2 * margin - 120) / box.width, 900 / box.height, 40);
  const height = Math.max(300, box.height * scale);
  const left = (width - 120 - box.width * scale) / 2;
  const at = (id: string): Point => {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    return [left + (x - box.left) * scale, top + margin + (box.top - y) * scale];
  };
  const shapes: Shape[] = [];
  for (const { source, target, statements } of drawn.links) {
    const thick = Math.min(4, 0.6 + Math.log2(1 + statements) / 2);
    shapes.push({ is: 'line', from: at(source), to: at(target), colour: palette.line, width: thick });
  }
  const isNamed = drawn.nodes.length <= mostNames;
  for (const { id } of drawn.nodes) {
    const look = looks.get(id);
    if (look === undefined) continue;
    const [x, y] = at(id);
    shapes.push({ is: 'circle', at: [x, y], radius: look.size, colour: look.colour });
    if ('drawing' in look.sign) {
      shapes.push({
        is: 'drawing',
        at: [x, y],
        radius: look.size,
        path: look.sign.drawing,
        colour: palette.surface,
      });
    } else {
      const inside = { size: Math.max(8, look.size), colour: palette.surface, isStrong: true };
      shapes.push({ ...wordsAt([x, y + look.size / 3], look.sign.number, inside), align: 'middle' });
    }
    if (isNamed) {
      shapes.push(
        wordsAt([x + look.size + 5, y + 4], look.label, { size: 12, colour: palette.ink, isStrong: false }),
      );
      if (look.note !== null && look.note !== '') {
        const how = { size: 11, colour: palette.accent, isStrong: false };
        shapes.push(wordsAt([x + look.size + 5, y + 18], shortened(look.note), how));
      }
    }
  }
  return { shapes, height: height + margin };
}

function boxOf({ nodes }: DrawnNetwork, places: Places) {
  let [left, right, bottom, top] = [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const { id } of nodes) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [bottom, top] = [Math.min(bottom, y), Math.max(top, y)];
  }
  if (nodes.length === 0) [left, right, bottom, top] = [0, 0, 0, 0];
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, top - bottom) };
}
