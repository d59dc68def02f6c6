// Measures every screen that somebody waits for: how long until nothing of it is on its way, what the hub computes for it,
// and which of its requests took longest.

import type { Browser, Page } from 'playwright-core';
import { beginVisit, type ServedAlone, settled, signIn, viewComputed } from './desk-browser.ts';

export interface ScreenFigures {
  /** From opening the address, or following the link, until nothing is still on its way, in milliseconds. */
  readonly ms: number;
  /** Of the hub; null where the system does not tell. */
  readonly cpuMs: number | null;
  /** The request that took longest: the last words of its address, and milliseconds. Null where none was sent. */
  readonly slowest: string | null;
}

/** By role, where its work is; `first` is followed where the address of a screen depends on what the hub has. */
const visits: readonly {
  readonly person: string;
  readonly screens: Readonly<Record<string, { readonly at: string; readonly first?: string }>>;
}[] = [
  {
    person: 'reviewer',
    screens: {
      today: { at: '#/' },
      findings: { at: '#/findings' },
      finding: { at: '#/findings', first: '.master-list a' },
      review: { at: '#/review' },
      pair: { at: '#/review', first: '.master-list a' },
      hits: { at: '#/hits' },
      dossier: { at: '#/search?q=maria', first: '.result' },
    },
  },
  {
    person: 'owner',
    screens: {
      'hits told': { at: '#/hits?side=told' },
      hit: { at: '#/hits?side=told', first: '.master-list a' },
      'hits asked': { at: '#/hits?side=asked&state=requested' },
      intake: { at: '#/intake' },
      return: { at: '#/return' },
    },
  },
  {
    person: 'officer',
    screens: {
      'due today': { at: '#/' },
      ...governance('clocks', 'break-glass', 'projects', 'partners', 'terms', 'erasures', 'audit'),
    },
  },
  { person: 'administrator', screens: governance('people', 'systems') },
];

function governance(...parts: readonly string[]): Readonly<Record<string, { readonly at: string }>> {
  return Object.fromEntries(parts.map((part) => [`governance ${part}`, { at: `#/governance?part=${part}` }]));
}

/** Each screen once, after the view of the person was opened. */
export async function measureScreens(
  browser: Browser,
  served: ServedAlone,
): Promise<Readonly<Record<string, ScreenFigures>>> {
  const figures: Record<string, ScreenFigures> = {};
  for (const { person, screens } of visits) {
    const { page, context } = await beginVisit(browser, served);
    await signIn(page, served, person);
    await viewComputed(page);
    for (const [name, { at, first }] of Object.entries(screens)) {
      // Nothing is remembered of the screens before.
      await page.goto('about:blank');
      const open = async () => {
        await page.goto(`${served.url}/${at}`);
        await settled(page);
      };
      if (first === undefined) {
        figures[name] = await timed(page, served, open);
        continue;
      }
      await open();
      const link = page.locator(first).first();
      if ((await link.count()) === 0) continue;
      figures[name] = await timed(page, served, async () => {
        await link.click();
        await settled(page);
      });
    }
    await context.close();
  }
  return figures;
}

async function timed(page: Page, served: ServedAlone, go: () => Promise<void>): Promise<ScreenFigures> {
  await page.evaluate('performance.clearResourceTimings()');
  const before = served.cpuMs();
  const began = performance.now();
  await go();
  const ms = Math.round(performance.now() - began);
  const after = served.cpuMs();
  const requests = (await page.evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).map(({ name, duration }) => ({ name, duration }))`,
  )) as readonly { readonly name: string; readonly duration: number }[];
  const [slowest] = requests.toSorted((one, other) => other.duration - one.duration);
  return {
    ms,
    cpuMs: before === null || after === null ? null : after - before,
    slowest:
      slowest === undefined
        ? null
        : `${new URL(slowest.name).pathname.replace(/^\/api\/v1/, '')} ${Math.round(slowest.duration)}`,
  };
}
