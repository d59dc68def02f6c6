import { Refusal } from '@clew/model/refusal.ts';
import { rowLimit } from '../reader.ts';

/** The text of one row; null for one that is longer than the limit. */
export type Element = string | null;

interface Frame {
  readonly isArray: boolean;
  /** The names of the members down to here, for example `response.items`. */
  readonly path: string;
}

/** How deep the list of rows may lie in objects. */
const deepestRows = 4;
const longestName = 200;

const [quote, comma, backslash] = [34, 44, 92] as const;
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125] as const;

/**
 * Cuts JSON that comes in pieces into rows: the elements of the outermost array, or of the one list of objects inside
 * the outermost object, or else the outermost objects themselves. Only the row at hand is held. It counts brackets
 * and strings; whether a row is JSON is found when it is parsed.
 */
export class ElementSplitter {
  readonly #limit: number;
  readonly #stack: Frame[] = [];
  #inString = false;
  #isEscaped = false;
  #isBroken = false;
  #isClosed = false;
  /** Rows lie directly in the frame at this depth; 0 stands for the document itself. */
  #base = 0;
  #rowsPath: string | undefined;
  /** An array was just opened that holds the rows if its first element is an object. */
  #mayHoldRows = false;
  #elements: Element[] = [];
  #held: string[] = [];
  #heldLength = 0;
  #isHolding = false;
  #start = 0;
  #name: string | undefined;
  #nameStart = 0;
  #nameHeld = '';

  constructor(limit: number = rowLimit) {
    this.#limit = limit;
  }

  /** True when the brackets do not match: nothing after that place can be trusted. */
  get isBroken(): boolean {
    return this.#isBroken;
  }

  /** True when the document ended where it should. */
  get isComplete(): boolean {
    return !this.#isBroken && this.#stack.length === 0 && !this.#inString;
  }

  push(piece: string): Element[] {
    this.#elements = [];
    this.#start = 0;
    this.#nameStart = 0;
    for (let at = 0; at < piece.length && !this.#isBroken; at++) {
      if (this.#inString) {
        at = this.#skipText(piece, at);
        continue;
      }
      const code = piece.charCodeAt(at);
      if (code <= 32 || code === 0xfeff) continue;
      const isInside = this.#stack.length > this.#base && !this.#mayHoldRows;
      if (!isInside || isStructural(code)) this.#structure(code, piece, at);
    }
    if (this.#inString && this.#base === 0 && this.#nameHeld.length < longestName) {
      this.#nameHeld += piece.slice(this.#nameStart);
    }
    if (this.#isHolding && !this.#isBroken) this.#hold(piece.slice(this.#start));
    return this.#elements;
  }

  /** From inside a string to its end; the place of the last character of it in this piece. */
  #skipText(piece: string, start: number): number {
    let at = this.#isEscaped ? start + 1 : start;
    for (; at < piece.length; at++) {
      const code = piece.charCodeAt(at);
      if (code === backslash) at++;
      else if (code === quote) break;
    }
    this.#isEscaped = at > piece.length;
    if (at >= piece.length) return piece.length;
    this.#inString = false;
    if (this.#base === 0) {
      this.#name = (this.#nameHeld + piece.slice(this.#nameStart, at)).slice(0, longestName);
    }
    return at;
  }

  #structure(code: number, piece: string, at: number): void {
    const isAtBase = this.#stack.length === this.#base;
    if (this.#mayHoldRows) {
      this.#mayHoldRows = false;
      if (code === openObject) this.#openRows(this.#stack.at(-1)?.path ?? '');
    }
    const endsElement = isAtBase && this.#base > 0 && (code === comma || code === closeArray);
    if (endsElement && this.#isHolding) this.#release(piece.slice(this.#start, at));
    if (this.#stack.length === this.#base && !this.#isHolding && !endsElement) this.#begin(code, at);
    if (this.#isBroken) return;
    if (code === quote) {
      this.#inString = true;
      this.#nameStart = at + 1;
      this.#nameHeld = '';
    } else if (code === openObject || code === openArray) this.#open(code === openArray);
    else if (code === closeObject || code === closeArray) this.#close(code === closeArray);
    if (this.#stack.length > 0 || this.#base > 0 || this.#isBroken) return;
    if (this.#isHolding) this.#release(piece.slice(this.#start, at + 1));
  }

  /** A row begins here: anything inside the array of rows, only an object in the document itself. */
  #begin(code: number, at: number): void {
    if (this.#base > 0 || code === openObject) {
      this.#isHolding = this.#base > 0 || this.#rowsPath === undefined;
      this.#start = at;
    } else if (code !== openArray || this.#isClosed) this.#isBroken = true;
  }

  #open(isArray: boolean): void {
    const parent = this.#stack.at(-1);
    const isOutside = this.#base === 0;
    const name = isOutside ? (this.#name ?? '') : '';
    const path = parent === undefined || parent.path === '' ? name : `${parent.path}.${name}`;
    const isInArray = isOutside && this.#stack.some((frame) => frame.isArray);
    this.#stack.push({ isArray, path: parent === undefined ? '' : path });
    if (!isArray || !isOutside || isInArray) return;
    if (parent === undefined) this.#openRows('');
    else this.#mayHoldRows = this.#stack.length <= deepestRows + 1;
  }

  #openRows(path: string): void {
    if (this.#rowsPath !== undefined) {
      throw new Refusal(
        'file-unreadable',
        `The document has more than one list of objects: ${this.#rowsPath} and ${path}.`,
        'Hand in a file with one list, or one object on each line.',
      );
    }
    this.#rowsPath = path;
    this.#base = this.#stack.length;
    this.#isHolding = false;
    this.#held = [];
    this.#heldLength = 0;
  }

  #close(isArray: boolean): void {
    const frame = this.#stack.pop();
    if (frame === undefined || frame.isArray !== isArray) this.#isBroken = true;
    if (this.#base > 0 && this.#stack.length < this.#base) this.#base = 0;
    if (this.#stack.length === 0 && isArray) this.#isClosed = true;
  }

  #hold(text: string): void {
    this.#heldLength += text.length;
    if (this.#heldLength > this.#limit) this.#held = [];
    else this.#held.push(text);
  }

  #release(rest: string): void {
    this.#hold(rest);
    this.#elements.push(this.#heldLength > this.#limit ? null : this.#held.join(''));
    this.#isHolding = false;
    this.#held = [];
    this.#heldLength = 0;
  }
}

function isStructural(code: number): boolean {
  return (
    code === quote || code === openObject || code === closeObject || code === openArray || code === closeArray
  );
}
