// Holds the screens of the desk against Lighthouse: npm run desk:lighthouse -- [HUB]
// Prints one JSON line: accessibility and best practices, 0 to 100, by screen, each loaded anew by somebody signed in.
// Lighthouse is 170 MB and no dependency of Clew: it is fetched into a folder beside the temporary files.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { browserArgs, findChromium, serveDemonstration, settled, signIn } from './desk-browser.ts';

/** The last that runs on the oldest Node that Clew runs on. */
const version = '12.8.2';
/** Milliseconds: a large hub computes what its first reader may see. */
const patience = 600_000;
const categories = ['accessibility', 'best-practices'] as const;
const screens: Readonly<Record<string, readonly [person: string, hash: string]>> = {
  today: ['reviewer', '#/'],
  search: ['reviewer', '#/search?q=maria'],
  review: ['reviewer', '#/review'],
  findings: ['reviewer', '#/findings'],
  hits: ['analyst', '#/hits?side=told'],
  intake: ['contributor', '#/intake'],
  clocks: ['officer', '#/governance?part=clocks'],
  audit: ['officer', '#/governance?part=audit'],
};

/**
 * Speed is not asked for: nothing is slowed down, and a page is read once it has been quiet for a second. Under real
 * throttling Lighthouse waits for five quiet seconds after each of four events, which on a busy machine never come.
 */
const settings = {
  onlyCategories: categories,
  formFactor: 'desktop',
  screenEmulation: { disabled: true },
  throttlingMethod: 'simulate',
  maxWaitForLoad: 20_000,
  disableStorageReset: true,
  disableFullPageScreenshot: true,
} as const;

type Scores = Record<(typeof categories)[number], number>;

interface Lighthouse {
  navigation(
    page: unknown,
    url: string,
    options: { readonly config: object; readonly flags: object },
  ): Promise<{
    readonly lhr: {
      readonly categories: Record<string, { readonly score: number | null }>;
      readonly audits: Record<string, { readonly score: number | null; readonly title: string }>;
    };
  }>;
}

interface Puppeteer {
  connect(options: { readonly browserURL: string; readonly defaultViewport: null }): Promise<{
    pages(): Promise<readonly { url(): string }[]>;
    disconnect(): Promise<void>;
  }>;
}

const executablePath = await findChromium({ first: 'npm' });
const folder = join(tmpdir(), `clew-lighthouse-${version}`);
if (executablePath === undefined)
  console.log('Skipped: there is no Chromium on this machine; CLEW_CHROMIUM names one elsewhere.');
else if (!(await hasLighthouse()))
  console.log(`Skipped: lighthouse ${version} could not be installed; is the package registry in reach?`);
else await measure(executablePath);

async function hasLighthouse(): Promise<boolean> {
  if (existsSync(join(folder, 'node_modules/lighthouse'))) return true;
  await mkdir(folder, { recursive: true });
  const given = ['install', '--no-save', '--no-fund', '--no-audit', `lighthouse@${version}`];
  return spawnSync('npm', given, { cwd: folder, stdio: 'ignore' }).status === 0;
}

async function measure(browserPath: string): Promise<void> {
  const served = await serveDemonstration(resolve(process.argv[2] ?? 'demo-hub'));
  const from = createRequire(join(folder, 'package.json'));
  const lighthouse = (await import(pathToFileURL(from.resolve('lighthouse')).href)) as Lighthouse;
  const puppeteer = (await import(pathToFileURL(from.resolve('puppeteer-core')).href)) as {
    readonly default: Puppeteer;
  };
  const found: Record<string, Scores> = {};
  const failed = new Set<string>();
  const port = 9333;
  const profile = await mkdtemp(join(tmpdir(), 'clew-lighthouse-profile-'));
  try {
    for (const person of new Set(Object.values(screens).map(([who]) => who))) {
      const context = await chromium.launchPersistentContext(join(profile, person), {
        executablePath: browserPath,
        args: [...browserArgs, `--remote-debugging-port=${port}`],
      });
      const page = context.pages()[0] ?? (await context.newPage());
      page.setDefaultTimeout(patience);
      await page.goto(`${served.url}/`);
      await page.locator('input[name=person]').waitFor();
      await signIn(page, served, person);
      await settled(page);
      const browser = await puppeteer.default.connect({
        browserURL: `http://127.0.0.1:${port}`,
        defaultViewport: null,
      });
      const same = (await browser.pages()).find((each) => each.url().startsWith(served.url));
      for (const [screen, [who, hash]] of Object.entries(screens)) {
        if (who !== person) continue;
        const began = performance.now();
        const { lhr } = await lighthouse.navigation(same, `${served.url}/${hash}`, {
          config: { extends: 'lighthouse:default', settings },
          flags: {},
        });
        const score = (id: string) => Math.round((lhr.categories[id]?.score ?? 0) * 100);
        found[screen] = { accessibility: score('accessibility'), 'best-practices': score('best-practices') };
        for (const { score: own, title } of Object.values(lhr.audits)) if (own === 0) failed.add(title);
        console.error(`${screen}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
      }
      await browser.disconnect();
      await context.close();
    }
    console.log(JSON.stringify({ lighthouse: version, screens: found, failed: [...failed] }));
  } finally {
    await rm(profile, { recursive: true, force: true });
    await served.stop();
  }
}
