import type { Place } from './network-content.ts';

export interface Corners {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels: a shorter way is a click. */
const leastWay = 5;

/** A box that somebody draws over a picture: what stands in it is chosen. */
export class ChoiceBox {
  private readonly element: HTMLElement;
  private readonly box: HTMLElement;
  private from: Place | null = null;
  private to: Place | null = null;
  private isClick = true;

  constructor(element: HTMLElement) {
    this.element = element;
    this.box = element.ownerDocument.createElement('div');
    this.box.className = 'choice-box';
  }

  /** Pixels from the upper left corner of the picture. */
  begin({ x, y }: Place): void {
    this.from = { x, y };
  }

  /** False: no box is being drawn. */
  draw({ x, y }: Place): boolean {
    if (this.from === null) return false;
    this.to = { x, y };
    const { left, top, right, bottom } = cornersOf(this.from, this.to);
    Object.assign(this.box.style, {
      ...{ left: `${left}px`, top: `${top}px` },
      ...{ width: `${right - left}px`, height: `${bottom - top}px` },
    });
    this.element.append(this.box);
    return true;
  }

  /** Puts the box away, and tells where it was; null where none was drawn. */
  end(): Corners | null {
    this.box.remove();
    const [from, to] = [this.from, this.to];
    [this.from, this.to] = [null, null];
    if (from === null || to === null) return null;
    const corners = cornersOf(from, to);
    if (corners.right - corners.left + corners.bottom - corners.top < leastWay) return null;
    this.isClick = false;
    return corners;
  }

  /** Whether a click is one: that which ends a box means nothing else. */
  takesClick(): boolean {
    const { isClick } = this;
    this.isClick = true;
    return isClick;
  }
}

function cornersOf(one: Place, other: Place): Corners {
  return {
    ...{ left: Math.min(one.x, other.x), top: Math.min(one.y, other.y) },
    ...{ right: Math.max(one.x, other.x), bottom: Math.max(one.y, other.y) },
  };
}
