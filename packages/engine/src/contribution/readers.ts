import type { Reader } from './reader.ts';
import { csv } from './readers/csv.ts';
import { ftm } from './readers/ftm.ts';
import { json } from './readers/json.ts';
import { xlsx } from './readers/xlsx.ts';

/** Every format that is read. A new one is a file in `readers/` and a line here. */
export const readers: readonly Reader[] = [csv, xlsx, json, ftm];
