// In: nothing. Out: one hub of invented rows, one browser, and people who go through the desk in it, each in a context of
// their own. Invariant: at the end of a walk nothing left the origin and the page complained of nothing.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  type Appearance,
  beginVisit,
  findChromium,
  openBrowser,
  type ServedHub,
  sayPurpose,
  settled,
  signIn,
  type Visit,
  visitIn,
} from '../desk-browser.ts';
import { root } from '../source-files.ts';
import { serveWalkHub } from './hub.ts';

export class WalkedDesk {
  #hub: ServedHub | undefined;
  #browser: Browser | undefined;
  /** In whose keeping somebody is signed in, by person and language. */
  readonly #known = new Map<string, BrowserContext>();

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
  visit(look: Appearance): Promise<Visit> {
    const { hub, browser } = this.#opened();
    return beginVisit(browser, hub, look);
  }

  /** Somebody goes a way and leaves. Who signed in before in this language still is, and says what for. */
  async walk(person: string, look: Appearance, way: (page: Page) => Promise<void>): Promise<void> {
    const place = `${person} ${look.locale}`;
    const before = this.#known.get(place);
    const visit =
      before === undefined
        ? await this.visit(look)
        : await visitIn(before, this.#opened().hub, look.theme ?? 'light');
    if (before === undefined) await signIn(visit.page, this.#opened().hub, person);
    else await sayPurpose(visit.page);
    this.#known.set(place, visit.context);
    await settled(visit.page);
    await way(visit.page);
    expect(visit.outside).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.page.close();
  }

  #opened(): { readonly hub: ServedHub; readonly browser: Browser } {
    if (this.#hub === undefined || this.#browser === undefined) throw new Error('The desk is not open');
    return { hub: this.#hub, browser: this.#browser };
  }
}
