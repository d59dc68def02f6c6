// Takes a picture of every screen of the desk from a demonstration hub: npm run desk:screens -- [HUB] [FOLDER] [NAME ...]
// Names take only these; without, all are taken.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import {
  type Appearance,
  beginVisit,
  findChromium,
  openBrowser,
  serveDemonstration,
  settled,
  signIn,
  view,
} from './desk-browser.ts';
import { root } from './source-files.ts';

interface Picture {
  readonly name: string;
  readonly person: string;
  readonly look?: Appearance;
  /** Where it is taken, and what is done there first. */
  readonly at: (page: Page) => Promise<void>;
}

const firstOf = async (page: Page, hash: string, list: string) => {
  await view(page, hash);
  await page.locator(list).first().click();
  await settled(page);
};
const toDossier = async (page: Page) => {
  await view(page, '#/findings?detector=shared-facilitators');
  await page.locator('.master-list a').first().click();
  await page.locator('.master-detail td a').nth(2).click();
  await page.locator('.property').first().waitFor();
  await settled(page);
};
/** A vehicle that was seen in many places, with what is around it. */
const toNetworkView = async (page: Page, shown: string, drawn: string) => {
  await view(page, '#/search?q=YX108HT');
  await page.locator('.result').first().click();
  await settled(page);
  await page.locator('a[href^="#/network/"]').first().click();
  await settled(page);
  await page.evaluate(`window.location.hash += '?show=${shown}'`);
  await page.locator(drawn).first().waitFor();
  await settled(page);
  await page.waitForTimeout(1500);
};

/** What a finding names, as a network, with what one of its links rests on. */
const toFindingNetwork = async (page: Page) => {
  await firstOf(page, '#/findings?detector=document-suppliers', '.master-list a');
  await page.locator('a[href^="#/network/of/"]').click();
  await page.locator('.picture-canvas[data-drawn]').waitFor();
  await page.waitForTimeout(3000);
  await page.locator('.thing').first().click();
};

const intakeRows = `Name,Date of birth,Role,Phone,Plate,Seen on,Field 9
Anna Ruiz,1990-13-45,driver,+385 91 555 0101,ZG-1234-AB,2026-03-02,x
Paul Stein,1980-02-03,recruiter,12,,2026-03-02,y
Li Wei,1988-07-21,carrier of bags,+49 30 901820,B-AB 123,2026-03-04,z
`;

/** Around somebody, and around a case of theirs. */
const toNetwork = async (page: Page) => {
  await toDossier(page);
  await page.locator('a[href^="#/network/"]').first().click();
  await page.locator('.picture-canvas[data-drawn]').waitFor();
  await page.waitForTimeout(1500);
  await page
    .locator('.thing', { has: page.locator('.kind-3') })
    .first()
    .click();
  await page.locator('.chosen .button').first().click();
  await page.waitForTimeout(3000);
};

const pictures: readonly Picture[] = [
  { name: 'today', person: 'analyst', at: (page) => view(page, '#/') },
  { name: 'today-dark', person: 'owner', look: { theme: 'dark' }, at: (page) => view(page, '#/') },
  { name: 'search', person: 'analyst', at: (page) => view(page, '#/search?q=maria') },
  {
    name: 'dossier',
    person: 'reviewer',
    at: async (page) => {
      await toDossier(page);
      await page.locator('.value-button').first().click();
    },
  },
  { name: 'network', person: 'reviewer', at: toNetwork },
  {
    name: 'network-communities-dark',
    person: 'reviewer',
    look: { theme: 'dark' },
    at: async (page) => {
      await toNetwork(page);
      await page.locator('.network-tools-colours .segment').nth(1).click();
      await page.waitForTimeout(1500);
    },
  },
  { name: 'network-arabic', person: 'reviewer', look: { locale: 'ar' }, at: toNetwork },
  { name: 'map', person: 'reviewer', at: (page) => toNetworkView(page, 'map', '.map-canvas[data-drawn]') },
  {
    name: 'timeline',
    person: 'reviewer',
    look: { theme: 'dark' },
    at: (page) => toNetworkView(page, 'timeline', '.time-lanes'),
  },
  { name: 'table', person: 'reviewer', at: (page) => toNetworkView(page, 'table', '.grid [role=gridcell]') },
  { name: 'hits-told', person: 'analyst', at: (page) => firstOf(page, '#/hits?side=told', '.master-list a') },
  {
    name: 'hits-asked',
    person: 'owner',
    at: (page) => firstOf(page, '#/hits?side=asked&state=requested', '.master-list a'),
  },
  {
    name: 'review',
    person: 'reviewer',
    at: async (page) => {
      await firstOf(page, '#/review', '.master-list a');
      await page.keyboard.press('s');
      await page.locator('.preview').waitFor();
      await settled(page);
    },
  },
  { name: 'findings', person: 'reviewer', at: (page) => firstOf(page, '#/findings', '.master-list a') },
  ...['circuits', 'wages-to-controllers', 'arrest-responses', 'document-series'].map((detector) => ({
    name: `findings-${detector}`,
    person: 'reviewer',
    at: async (page: Page) => {
      await firstOf(page, `#/findings?detector=${detector}`, '.master-list a');
      await page.locator('.master-detail h3').nth(1).scrollIntoViewIfNeeded();
      await page.waitForTimeout(4000);
    },
  })),
  { name: 'findings-network', person: 'reviewer', at: toFindingNetwork },
  {
    name: 'findings-arabic',
    person: 'reviewer',
    look: { locale: 'ar' },
    at: (page) => firstOf(page, '#/findings', '.master-list a'),
  },
  {
    name: 'intake',
    person: 'contributor',
    at: async (page) => {
      await view(page, '#/intake');
      const file = { name: 'border-checks-march.csv', mimeType: 'text/csv', buffer: Buffer.from(intakeRows) };
      await page
        .locator('input[type=file]')
        .setInputFiles([file, { ...file, name: 'border-checks-april.csv' }]);
      await page.locator('.queue table').waitFor();
      await page.locator('mark').first().waitFor();
    },
  },
  { name: 'receipt', person: 'contributor', at: (page) => firstOf(page, '#/intake', '.panel .lines a') },
  { name: 'return', person: 'owner', at: (page) => view(page, '#/return') },
  {
    name: 'break-glass',
    person: 'reviewer',
    at: async (page) => {
      await view(page, '#/governance?part=break-glass');
      await page.getByRole('button', { name: 'Ask for access' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'projects', person: 'supervisor', at: (page) => view(page, '#/governance?part=projects') },
  { name: 'terms', person: 'officer', at: (page) => view(page, '#/governance?part=terms') },
  { name: 'clocks', person: 'officer', at: (page) => view(page, '#/governance?part=clocks') },
  {
    name: 'audit',
    person: 'officer',
    look: { theme: 'dark' },
    at: (page) => view(page, '#/governance?part=audit'),
  },
  { name: 'people', person: 'administrator', at: (page) => view(page, '#/governance?part=people') },
  { name: 'no-role', person: 'guest', at: (page) => view(page, '#/') },
  {
    name: 'keyboard',
    person: 'reviewer',
    at: async (page) => {
      await view(page, '#/');
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
    },
  },
];

const [hub = 'demo-hub', folder = join(root, 'docs/desk'), ...names] = process.argv.slice(2);
const wanted = ({ name }: Pick<Picture, 'name'>) => names.length === 0 || names.includes(name);
const executable = await findChromium();
if (executable === undefined)
  throw new Error('There is no Chromium on this machine: name one in CLEW_CHROMIUM');
await mkdir(folder, { recursive: true });
const browser = await openBrowser(executable);
const served = await serveDemonstration(resolve(hub));
try {
  if (wanted({ name: 'sign-in' })) {
    const door = await beginVisit(browser, served);
    await door.page.locator('input[name=person]').waitFor();
    await door.page.screenshot({ path: join(folder, 'sign-in.png') });
    await door.context.close();
  }
  for (const { name, person, look, at } of pictures.filter(wanted)) {
    const { page, context, complaints } = await beginVisit(browser, served, look);
    await signIn(page, served, person);
    await at(page);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    for (const complaint of complaints) console.error(`${name}: ${complaint}`);
    console.log(name);
    await context.close();
  }
} finally {
  await browser.close();
  await served.stop();
}
