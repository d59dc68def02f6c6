import * as activities from './activities.ts';
import type { Indicator } from './indicator.ts';
import { leads } from './leads.ts';
import * as links from './links-between-crimes.ts';
import * as smuggling from './smuggling.ts';
import * as trafficking from './trafficking.ts';

/** Every indicator there is, in the order of their ids. */
export const indicators: readonly Indicator[] = [
  ...[activities, smuggling, trafficking, links].flatMap((part) => Object.values(part) as Indicator[]),
  ...leads,
].sort((a, b) => (a.id < b.id ? -1 : 1));
