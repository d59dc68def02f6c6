import type { Reader } from './reader.ts';
import { csv } from './readers/csv.ts';

/** Every format that is read. A new one is a file in `readers/` and a line here. */
export const readers: readonly Reader[] = [csv];
