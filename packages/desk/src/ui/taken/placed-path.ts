import type { Point } from './sheet.ts';

/** Where a drawing puts a point, as an SVG matrix has it. */
export type Placing = Readonly<Record<'a' | 'b' | 'c' | 'd' | 'e' | 'f', number>>;

const drawable = /^[MLHVCZ\s,.\de+-]*$/;
const figures = /[+-]?\d*\.?\d+(?:e[+-]?\d+)?/g;

/** An SVG path where it stands on a sheet. It is of the commands M, L, H, V, C and Z; throws for another. */
export function placedPath(path: string, placing: Placing): string {
  if (!drawable.test(path)) throw new Error('A picture is drawn with M, L, H, V, C and Z alone');
  let at: Point = [0, 0];
  const steps = path.matchAll(/([MLHVCZ])([^MLHVCZ]*)/g);
  return [...steps]
    .map(([, command = '', rest = '']) => {
      if (command === 'Z') return 'Z';
      const points = pointsOf(command, (rest.match(figures) ?? []).map(Number), at);
      at = points.at(-1) ?? at;
      const letter = command === 'H' || command === 'V' ? 'L' : command;
      return letter + points.map((point) => placed(point, placing).map(short).join(' ')).join(' ');
    })
    .join('');
}

function pointsOf(command: string, given: readonly number[], [x, y]: Point): readonly Point[] {
  if (command === 'H') return given.map((to): Point => [to, y]);
  if (command === 'V') return given.map((to): Point => [x, to]);
  return given.flatMap((to, place): Point[] => (place % 2 === 0 ? [[to, given[place + 1] ?? 0]] : []));
}

export function placed([x, y]: Point, { a, b, c, d, e, f }: Placing): Point {
  return [a * x + c * y + e, b * x + d * y + f];
}

export function rectanglePath(box: {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}): string {
  return `M${box.x} ${box.y}H${box.x + box.width}V${box.y + box.height}H${box.x}Z`;
}

/** How far the handles of a quarter of a circle stand off, for a radius of 1: as close to round as one can see. */
const handle = 0.5523;

export function circlePath([x, y]: Point, radius: number): string {
  const off = handle * radius;
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius];
  return [
    `M${right} ${y}`,
    `C${right} ${y + off} ${x + off} ${bottom} ${x} ${bottom}`,
    `C${x - off} ${bottom} ${left} ${y + off} ${left} ${y}`,
    `C${left} ${y - off} ${x - off} ${top} ${x} ${top}`,
    `C${x + off} ${top} ${right} ${y - off} ${right} ${y}Z`,
  ].join('');
}

function short(value: number): number {
  return Math.round(value * 100) / 100;
}
