// What is drawn on and beside a node of the picture: its sign, its name, and whether it is pinned, noted or chosen.

import { labelSpot, type Room } from './label-spots.ts';
import type { NodeLook } from './node-looks.ts';
import type { Palette } from './palette.ts';

/** A node as it stands on the canvas, in pixels. */
export interface StandingNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly look: NodeLook;
  readonly isChosen: boolean;
}

/** Below this no sign can be told from another. */
const leastForSign = 6;
const labelSize = 12;
const noteSize = 11;

/** What a name is written under: the colours, what is taken already, and whether it is written in any case. */
export interface Writing {
  readonly palette: Palette;
  readonly room: Room;
  readonly isForced: boolean;
}

export function drawNode(context: CanvasRenderingContext2D, node: StandingNode, writing: Writing): void {
  const { x, y, size, look, isChosen } = node;
  const { palette, room, isForced } = writing;
  if (isChosen) drawRing(context, node, palette);
  if (size >= leastForSign) drawSign(context, node, palette);
  if (look.isPinned) drawCorner(context, { x: x + size * 0.8, y: y - size * 0.8 }, palette.ink);
  if (look.note !== null) drawCorner(context, { x: x - size * 0.8, y: y - size * 0.8 }, palette.accent);
  const text = shortened(look.label);
  const note = look.note === null ? '' : shortened(look.note);
  const fonts = {
    name: `${isChosen ? 650 : 500} ${labelSize}px ${palette.font}`,
    note: `italic 400 ${noteSize}px ${palette.font}`,
  };
  const widthIn = (font: string, words: string) => {
    context.font = font;
    return context.measureText(words).width;
  };
  const spot = labelSpot(
    {
      ...{ x, y, size, isForced: isForced || note !== '' },
      width: Math.max(widthIn(fonts.name, text), note === '' ? 0 : widthIn(fonts.note, note)),
      height: note === '' ? labelSize + 2 : 2 * (labelSize + 2),
    },
    room,
  );
  if (spot === null) return;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = palette.surface;
  const write = (words: string, font: string, below: number) => {
    context.font = font;
    context.strokeText(words, spot.x, spot.y + below);
    context.fillText(words, spot.x, spot.y + below);
  };
  context.fillStyle = palette.ink;
  write(text, fonts.name, 0);
  context.fillStyle = palette.accent;
  if (note !== '') write(note, fonts.note, labelSize + 2);
}

/** The same on a ground of its own, over whatever is beneath: for the one under the pointer. */
export function drawHovered(context: CanvasRenderingContext2D, node: StandingNode, palette: Palette): void {
  const { x, y, size, look } = node;
  context.font = `650 ${labelSize}px ${palette.font}`;
  const breadth = context.measureText(look.label).width + size + 12;
  context.beginPath();
  context.roundRect(x - size - 4, y - size - 4, breadth + size + 8, size * 2 + 8, size + 4);
  context.fillStyle = palette.surface;
  context.fill();
  context.strokeStyle = palette.accent;
  context.lineWidth = 1.5;
  context.stroke();
  context.beginPath();
  context.arc(x, y, size, 0, Math.PI * 2);
  context.fillStyle = look.colour;
  context.fill();
  drawSign(context, node, palette);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillStyle = palette.ink;
  context.fillText(look.label, x + size + 5, y);
}

/** The sign alone, where the node is large enough for one. */
export function drawSignAlone(context: CanvasRenderingContext2D, node: StandingNode, palette: Palette): void {
  if (node.size >= leastForSign) drawSign(context, node, palette);
}

function drawRing(context: CanvasRenderingContext2D, { x, y, size }: StandingNode, palette: Palette): void {
  context.beginPath();
  context.arc(x, y, size + 3, 0, Math.PI * 2);
  context.strokeStyle = palette.accent;
  context.lineWidth = 2.5;
  context.stroke();
}

function drawSign(
  context: CanvasRenderingContext2D,
  { x, y, size, look: { sign } }: StandingNode,
  palette: Palette,
): void {
  if ('number' in sign) {
    context.font = `700 ${Math.max(9, size)}px ${palette.font}`;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = palette.surface;
    context.fillText(sign.number, x, y + 0.5);
    return;
  }
  context.save();
  context.translate(x - size, y - size);
  context.scale(size / 12, size / 12);
  context.strokeStyle = palette.surface;
  context.lineWidth = 1.8;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.stroke(new Path2D(sign.drawing));
  context.restore();
}

function drawCorner(
  context: CanvasRenderingContext2D,
  { x, y }: { readonly x: number; readonly y: number },
  colour: string,
): void {
  context.fillStyle = colour;
  context.fillRect(x - 3, y - 3, 6, 6);
}

/** A long name or note would cover its neighbours; the list has it in full. */
export function shortened(label: string): string {
  return label.length <= 32 ? label : `${label.slice(0, 31)}…`;
}
