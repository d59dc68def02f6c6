// How alike two sequences of keys are: the longest common subsequence (Wagner and Fischer 1974), after what is equal at
// both ends is set aside. Where at most 32 keys are left of the second, a row of the table is one number: a bit for each
// key at which it grows (Hyyrö 2004). Both ways leave the same alignment.

import { longestSlot } from './settings.ts';
import { tokenLimit } from './tokens.ts';

const width = tokenLimit + 1;
const table = new Uint16Array(width * width);

/** For each key of `one` its place in `other`, -1 where it has none; how many have one is returned. */
export function align(one: Int32Array, other: Int32Array, places: Int32Array): number {
  let head = 0;
  const shorter = Math.min(one.length, other.length);
  while (head < shorter && one[head] === other[head]) {
    places[head] = head;
    head++;
  }
  let tail = 0;
  while (tail < shorter - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) {
    places[one.length - 1 - tail] = other.length - 1 - tail;
    tail++;
  }
  const rows = one.length - head - tail;
  const columns = other.length - head - tail;
  if (rows === 0 || columns === 0) {
    for (let row = 0; row < rows; row++) places[head + row] = -1;
    return head + tail;
  }
  const middle = { head, rows, columns, places };
  return head + tail + (columns <= 32 ? alignNarrow(one, other, middle) : alignMiddle(one, other, middle));
}

interface Middle {
  readonly head: number;
  readonly rows: number;
  readonly columns: number;
  readonly places: Int32Array;
}

function alignMiddle(one: Int32Array, other: Int32Array, { head, rows, columns, places }: Middle): number {
  const step = columns + 1;
  for (let column = 0; column <= columns; column++) table[rows * step + column] = 0;
  for (let row = rows - 1; row >= 0; row--) {
    const line = row * step;
    table[line + columns] = 0;
    const key = one[head + row];
    for (let column = columns - 1; column >= 0; column--) {
      const cell = line + column;
      if (other[head + column] === key) table[cell] = (table[cell + step + 1] as number) + 1;
      else {
        const down = table[cell + step] as number;
        const right = table[cell + 1] as number;
        table[cell] = Math.max(down, right);
      }
    }
  }
  let column = 0;
  for (let row = 0; row < rows; row++) {
    places[head + row] = -1;
    if (column === columns) continue;
    const here = table[row * step + column] as number;
    if ((table[(row + 1) * step + column] as number) === here) continue;
    let found = column;
    while (one[head + row] !== other[head + found]) found++;
    places[head + row] = head + found;
    column = found + 1;
  }
  return table[0] as number;
}

/** For each row of the table, from the last key of `other` in the lowest bit: 0 where the subsequence grows. */
const steps = new Int32Array(width);
const classBits = new Int32Array(64);

function alignNarrow(one: Int32Array, other: Int32Array, { head, rows, columns, places }: Middle): number {
  const last = head + columns - 1;
  classBits.fill(0);
  for (let column = 0; column < columns; column++) {
    const keyClass = (other[last - column] as number) & 63;
    classBits[keyClass] = (classBits[keyClass] as number) | (1 << column);
  }
  let line = -1;
  steps[rows] = line;
  for (let row = rows - 1; row >= 0; row--) {
    const key = one[head + row] as number;
    const grows = line & bitsOfKey(key, other, last);
    line = (line + grows) | (line - grows);
    steps[row] = line;
  }
  let column = 0;
  for (let row = 0; row < rows; row++) {
    places[head + row] = -1;
    if (column === columns) continue;
    const behind = -1 >>> (32 - columns + column);
    if (onesIn(~(steps[row] as number) & behind) === onesIn(~(steps[row + 1] as number) & behind)) continue;
    let found = column;
    while (one[head + row] !== other[head + found]) found++;
    places[head + row] = head + found;
    column = found + 1;
  }
  return onesIn(~(steps[0] as number));
}

/** A bit for each place before `last` at which a key stands. */
function bitsOfKey(key: number, other: Int32Array, last: number): number {
  let bits = 0;
  for (let left = classBits[key & 63] as number; left !== 0; left &= left - 1) {
    const column = 31 - Math.clz32(left & -left);
    if (other[last - column] === key) bits |= 1 << column;
  }
  return bits;
}

function onesIn(bits: number): number {
  let ones = bits - ((bits >>> 1) & 0x55555555);
  ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
  return Math.imul((ones + (ones >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Share of the tokens of both that they have in common and in order, 0 to 1. */
export function likeness(common: number, one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * common) / (one + other);
}

/** Whether more words than a slot holds stand in one gap of the alignment that `align` left in `places`. */
export function hasLongGap(places: Int32Array, one: number, other: number): boolean {
  const limit = Math.max(longestSlot, Math.max(one, other) / 5);
  let left = -1;
  let right = -1;
  for (let at = 0; at <= one; at++) {
    const place = at < one ? (places[at] as number) : other;
    if (place < 0) continue;
    if (at - left - 1 > limit || place - right - 1 > limit) return true;
    left = at;
    right = place;
  }
  return false;
}
