// Measures the desk before a demonstration hub and prints one JSON line: npm run desk:measure -- [HUB]
// `firstScreenMs`: from asking for the page to today's work on it, signed in, an empty cache (median of five).
// `scriptBytes`: JavaScript sent for that. `takenInS`: how long what people look up is then still taken in (decision 60); what follows is
// measured after it. `searchP95Ms`, `expandP95Ms`: requests as the page sees them. `searchCpuMs`,
// `expandCpuMs`: what the hub computes for one on the average (the dossier that the view of a network asks for first
// included), which says more on a machine that does much else.
// `screens`: every screen that somebody waits for, until nothing of it is on its way, and its slowest request.
// `saved5000`, `saved50000`: a saved network of so many things on the screen, and frames while all of it is moved about and
// while one of its things is dragged.
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import {
  beginVisit,
  findChromium,
  openBrowser,
  type ServedAlone,
  scriptBytes,
  serveDemonstration,
  signIn,
  view,
  viewComputed,
} from './desk-browser.ts';
import { measureNetwork } from './desk-measure-network.ts';
import { measureScreens } from './desk-measure-screens.ts';

const [hub = 'demo-hub'] = process.argv.slice(2);
const words = ['maria', 'ivan', 'petrov', 'transport', '+40', 'ali', 'sofia', 'street', 'mohamed', 'kovac'];
const executable = await findChromium();
if (executable === undefined)
  throw new Error('There is no Chromium on this machine: name one in CLEW_CHROMIUM');
const browser = await openBrowser(executable);
const served = await serveDemonstration(resolve(hub));
try {
  const { page } = await beginVisit(browser, served);
  await signIn(page, served, 'reviewer');
  await viewComputed(page);
  const loads = [];
  for (let turn = 0; turn < 5; turn++) loads.push(await loadAnew(page));
  const takenInS = await atRest(served);
  const cpuBefore = served.cpuMs();
  const search = await timed(
    page,
    '/entities/search',
    words.map((word) => `#/search?q=${encodeURIComponent(word)}`),
  );
  const cpuBetween = served.cpuMs();
  await view(page, '#/search?q=maria');
  const found = await page
    .locator('.result')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const around = found.slice(0, 10).map((address) => address.replace('#/entities/', '#/network/'));
  const cpuUnfolding = served.cpuMs();
  const expand = await timed(page, '/networks/around', around);
  const cpuAfter = served.cpuMs();
  const cpuMs = (before: number | null, after: number | null, requests: number) =>
    before === null || after === null ? null : Math.round((after - before) / requests);
  const firstScreenMs = at(
    loads.map(({ ms }) => ms),
    0.5,
  );
  console.log(
    JSON.stringify({
      firstScreenMs,
      scriptBytes: loads[0]?.scriptBytes ?? 0,
      takenInS,
      searchP95Ms: at(search, 0.95),
      expandP95Ms: at(expand, 0.95),
      searchCpuMs: cpuMs(cpuBefore, cpuBetween, search.length),
      expandCpuMs: cpuMs(cpuUnfolding, cpuAfter, expand.length),
      screens: await measureScreens(browser, served),
      saved5000: await measureNetwork(page, 5_000),
      saved50000: await measureNetwork(page, 50_000),
    }),
  );
} finally {
  await browser.close();
  await served.stop();
}

/** Waits until the hub computes nothing for three seconds; how long that took, in seconds. Null where the system does not tell. */
async function atRest(hub: ServedAlone): Promise<number | null> {
  const started = performance.now();
  for (let quiet = 0, before = hub.cpuMs(); quiet < 3; ) {
    if (before === null) return null;
    await setTimeout(1000);
    const now = hub.cpuMs() ?? before;
    quiet = now - before < 100 ? quiet + 1 : 0;
    before = now;
  }
  return Math.round((performance.now() - started) / 1000);
}

async function loadAnew(page: Page): Promise<{ readonly ms: number; readonly scriptBytes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  const started = performance.now();
  await page.goto(`${served.url}/`, { waitUntil: 'commit' });
  await page.locator('.card .lines').first().waitFor();
  const ms = performance.now() - started;
  const bytes = await scriptBytes(page);
  await session.detach();
  return { ms, scriptBytes: bytes };
}

/** How long the requests took that the page sent to an address on the way through some views, in milliseconds. */
async function timed(page: Page, address: string, views: readonly string[]): Promise<readonly number[]> {
  for (const hash of views) await view(page, hash);
  return (await page.evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.split('?')[0].endsWith('${address}')).map((one) => one.duration)`,
  )) as number[];
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
}
