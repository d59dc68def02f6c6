import type { FileKey } from '../appearance.ts';
import { border, road } from './on-the-move.ts';
import { documents, holders, records } from './papers-and-accounts.ts';
import { ro, ua } from './police-east.ts';
import { de, fr, us } from './police-west.ts';
import type { RowShape } from './row-shape.ts';
import { hotline, nl } from './work-and-help.ts';

/** Every file of people, by key. */
export const rowShapes: Readonly<Record<FileKey, RowShape>> = {
  de,
  ro,
  fr,
  ua,
  border,
  nl,
  hotline,
  holders,
  documents,
  us,
  records,
  road,
};
