// In: nothing. Out: one hub of invented rows, one browser, and people who go through the desk in it, each in a context of
// their own. Invariant: at the end of a walk nothing left the origin and the page complained of nothing.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  type Appearance,
  beginVisit,
  findChromium,
  openBrowser,
  type ServedHub,
  settled,
  signIn,
  type Visit,
} from '../desk-browser.ts';
import { root } from '../source-files.ts';
import { serveWalkHub } from './hub.ts';

export class WalkedDesk {
  #hub: ServedHub | undefined;
  #browser: Browser | undefined;

  /** Fails where there is no browser: what was not walked through must not look as if it had been. */
  async open(): Promise<void> {
    const executable = await findChromium({ first: 'npm' });
    if (executable === undefined) {
      throw new Error('There is no Chromium for the walks through the desk: name one in CLEW_CHROMIUM');
    }
    execFileSync(process.execPath, [join(root, 'scripts/build-desk.mjs')], { stdio: 'ignore' });
    [this.#hub, this.#browser] = await Promise.all([serveWalkHub(), openBrowser(executable)]);
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    await this.#hub?.stop();
  }

  /** Somebody before the door. */
  async visit(look: Appearance): Promise<Visit> {
    const { hub, browser } = this.#opened();
    const visit = await beginVisit(browser, hub, look);
    await visit.page.locator('input[name=person]').waitFor();
    return visit;
  }

  /** Somebody signs in, goes a way and leaves. */
  async walk(person: string, look: Appearance, way: (page: Page) => Promise<void>): Promise<void> {
    const visit = await this.visit(look);
    await signIn(visit.page, this.#opened().hub, person);
    await settled(visit.page);
    await way(visit.page);
    expect(visit.outside).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
  }

  #opened(): { readonly hub: ServedHub; readonly browser: Browser } {
    if (this.#hub === undefined || this.#browser === undefined) throw new Error('The desk is not open');
    return { hub: this.#hub, browser: this.#browser };
  }
}
