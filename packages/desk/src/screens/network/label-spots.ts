// In: names with the nodes that they belong to, one after the other. Out: where each is written, or that it is not.
// Invariant: no name lies over another or over a node; what was placed first stays.

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A name to be placed: of which node, how long, and how high with what stands below it. Pixels. */
export interface LabelAsked {
  readonly x: number;
  readonly y: number;
  /** Half of the breadth of the node. */
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** Written in any case: where there is no room, on the right. */
  readonly isForced: boolean;
}

/** The left end of a name, and the middle of its first line. */
export interface LabelSpot {
  readonly x: number;
  readonly y: number;
}

const gap = 5;
const line = 14;

/** What is taken of a picture, and how large it is. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly taken: Box[];
}

/** Looks for room to the right, to the left, below and above, and takes it. Null: there is none. */
export function labelSpot(
  asked: LabelAsked,
  { taken, width: right, height: bottom }: Room,
): LabelSpot | null {
  const { x, y, size, width, isForced } = asked;
  const away = size + gap;
  const spots: readonly LabelSpot[] = [
    { x: x + away, y },
    { x: x - away - width, y },
    { x: x - width / 2, y: y + away + line / 2 },
    { x: x - width / 2, y: y - away - line / 2 },
  ];
  const inSight = spots.filter((spot) => isWithin(boxAt(spot, asked), { right, bottom }));
  const free = inSight.find((spot) => !taken.some((box) => isOver(box, boxAt(spot, asked))));
  const spot = free ?? (isForced ? (inSight[0] ?? (spots[0] as LabelSpot)) : null);
  if (spot !== null) taken.push(boxAt(spot, asked));
  return spot;
}

/** The room that a node takes. */
export function nodeBox({ x, y, size }: Pick<LabelAsked, 'x' | 'y' | 'size'>): Box {
  return { left: x - size, top: y - size, right: x + size, bottom: y + size };
}

function boxAt({ x, y }: LabelSpot, { width, height }: LabelAsked): Box {
  return { left: x, top: y - line / 2, right: x + width, bottom: y - line / 2 + height };
}

function isWithin({ left, top, right, bottom }: Box, edge: Pick<Box, 'right' | 'bottom'>): boolean {
  return left >= 0 && top >= 0 && right <= edge.right && bottom <= edge.bottom;
}

function isOver(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
