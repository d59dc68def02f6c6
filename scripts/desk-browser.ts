// A real Chromium before a served demonstration hub: for the walks, the pictures and the measurements of the desk.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { npmChromium } from './npm-chromium.ts';
import { root } from './source-files.ts';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * A Chromium: the one that `CLEW_CHROMIUM` names, else the machine's or npm's, whichever is to be `first` and is there.
 * People have the machine's; npm's is quicker. Undefined where there is none.
 */
export async function findChromium({
  first = 'machine',
}: {
  readonly first?: 'machine' | 'npm';
} = {}): Promise<string | undefined> {
  const named = process.env.CLEW_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  const own = places.find((place) => existsSync(place));
  return first === 'machine' ? (own ?? (await npmChromium())) : ((await npmChromium()) ?? own);
}

/** What the processor is to do where there is no graphics card: WebGL, but not putting every page together. */
export const browserArgs = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-compositing',
];

export function openBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: browserArgs });
}

/** A hub that is served by a process of its own. */
export interface ServedHub {
  readonly url: string;
  readonly passwords: ReadonlyMap<string, string>;
  stop(): Promise<void>;
}

/** As `ServedHub`, in a process that nothing else runs in. */
export interface ServedAlone extends ServedHub {
  /** What it has computed so far, in milliseconds of all processors; null where the system does not tell. */
  cpuMs(): number | null;
}

/** Serves a hub that `clew demo` made, or one that is marked like it. */
export async function serveDemonstration(hub: string): Promise<ServedAlone> {
  const bin = join(root, 'packages/server/bin/clew.js');
  const child = spawn(process.execPath, [bin, 'serve', '--hub', hub, '--port', '0', '--json', '--quiet'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url, demonstration } = await firstLine(child);
  return {
    url,
    passwords: new Map(demonstration.map(({ person, password }) => [person, password])),
    cpuMs: () => cpuMsOf(child.pid),
    stop: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGINT');
      }),
  };
}

/** Linux counts in hundredths of a second: proc(5), fields 14 and 15 of `stat`, after the name in parentheses. */
function cpuMsOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const [user, system] = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}

interface Told {
  readonly url: string;
  readonly demonstration: readonly { readonly person: string; readonly password: string }[];
}

async function firstLine(child: ChildProcess): Promise<Told> {
  if (child.stdout === null) throw new Error('The child has no standard output');
  for await (const line of createInterface({ input: child.stdout })) return JSON.parse(line) as Told;
  throw new Error('The hub did not start');
}

export interface Appearance {
  readonly locale?: string;
  readonly theme?: 'light' | 'dark';
}

/** A visit of one person: what the page asked outside of its origin, and what it complained of, is kept. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of other origins that the page asked for. */
  readonly outside: readonly string[];
  /** Errors that the page threw, and breaches of its content security policy. */
  readonly complaints: readonly string[];
}

export async function beginVisit(
  browser: Browser,
  hub: Pick<ServedHub, 'url'>,
  { locale = 'en', theme = 'light' }: Appearance = {},
): Promise<Visit> {
  const context = await browser.newContext({
    locale,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  return visitIn(context, hub, theme);
}

/** Another visit in the same browser window's keeping: who signed in there before still is. */
export async function visitIn(
  context: BrowserContext,
  { url }: Pick<ServedHub, 'url'>,
  theme: 'light' | 'dark',
): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.emulateMedia({ colorScheme: theme });
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== url) outside.push(asked.origin);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
  await page.goto(`${url}/`);
  return { page, context, outside, complaints };
}

/** Signs somebody in by what the page shows, and says the first purpose that is offered. */
export async function signIn(page: Page, { passwords }: ServedHub, person: string): Promise<void> {
  await page.locator('input[name=person]').fill(person);
  await page.locator('input[name=password]').fill(passwords.get(person) ?? '');
  await page.locator('button[type=submit]').click();
  await sayPurpose(page);
}

/** Says the first purpose that is offered, where one is asked for. */
export async function sayPurpose(page: Page): Promise<void> {
  const first = page.getByRole('radio').first();
  const frame = page.locator('.topbar');
  await first.or(frame).first().waitFor();
  if (await first.isVisible()) await page.locator('button[type=submit]').click();
  await frame.waitFor();
}

/** Goes to a view and waits until nothing of it is still on its way. */
export async function view(page: Page, hash: string): Promise<void> {
  await page.evaluate(`window.location.hash = ${JSON.stringify(hash)}`);
  await settled(page);
}

const longestView = 3_600_000;

/** As `settled`, for the first visit: who is the first with a clearance waits until its view is computed. */
export async function viewComputed(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached', timeout: longestView });
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  // The page is drawn anew with the next frame; one more, and what it then asks for is under way.
  await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting').first().waitFor({ state: 'detached' });
}

/** How much JavaScript came to show what is shown now, in bytes as they were sent. */
export async function scriptBytes(page: Page): Promise<number> {
  const sizes = await page.evaluate(
    `performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js')).map((one) => one.encodedBodySize)`,
  );
  return (sizes as number[]).reduce((sum, size) => sum + size, 0);
}
