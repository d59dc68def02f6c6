// Walks through the desk in a real browser, one after the other before one hub: what one leaves behind, the next finds.

import { afterAll, beforeAll, describe } from 'vitest';
import { findingWalks } from './findings.ts';
import { governingWalks } from './governing.ts';
import { handingInWalks } from './handing-in.ts';
import { hitWalks } from './hits.ts';
import { mergeWalks } from './merging.ts';
import { networkWalks } from './networks.ts';
import { readingWalks } from './reading.ts';
import { WalkedDesk } from './walked-desk.ts';

/** Milliseconds. A machine that does much else at once is slow; a walk that hangs is broken off before that. */
const patience = 240_000;

describe('the desk in a browser', { timeout: patience }, () => {
  const desk = new WalkedDesk();
  beforeAll(() => desk.open(), patience);
  afterAll(() => desk.close(), patience);

  hitWalks(desk);
  networkWalks(desk);
  governingWalks(desk);
  findingWalks(desk);
  handingInWalks(desk);
  readingWalks(desk);
  // Last: a decision that is taken back waits for the next run, and so does what is handed in after it.
  mergeWalks(desk);
});
