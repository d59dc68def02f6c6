import { expect, test } from 'vitest';
import { labelSpot, nodeBox, type Room } from './label-spots.ts';

const name = { x: 100, y: 100, size: 10, width: 60, height: 14, isForced: false };

const room = (...taken: Room['taken']): Room => ({ width: 400, height: 300, taken });

test('names of nodes at one place are written right, left, below and above, and then no more', () => {
  const taken = room(nodeBox(name));
  const spots = Array.from({ length: 5 }, () => labelSpot(name, taken));
  expect(spots).toEqual([{ x: 115, y: 100 }, { x: 25, y: 100 }, { x: 70, y: 122 }, { x: 70, y: 78 }, null]);
  expect(labelSpot({ ...name, isForced: true }, taken)).toEqual({ x: 115, y: 100 });
});

test('a name keeps off the node beside it', () => {
  const taken = room(nodeBox(name), nodeBox({ x: 130, y: 104, size: 8 }));
  expect(labelSpot(name, taken)).toEqual({ x: 25, y: 100 });
});

test('a name stays in the picture as far as it can', () => {
  const atEdge = { ...name, x: 370 };
  expect(labelSpot(atEdge, room(nodeBox(atEdge)))).toEqual({ x: 295, y: 100 });
  const forced = { ...atEdge, isForced: true };
  const full = room({ left: 0, top: 0, right: 400, bottom: 300 });
  expect(labelSpot(forced, full)).toEqual({ x: 295, y: 100 });
});
