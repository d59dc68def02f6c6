// What several walks through the desk do.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Chooses what a column becomes, by keyboard: the first that fits what is typed. */
export async function correct(page: Page, column: string, typed: string): Promise<void> {
  await page.getByRole('button', { name: `${column} becomes` }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('searchbox', { name: 'Find a property' }).waitFor();
  await page.keyboard.type(typed);
  await page.getByRole('option', { name: typed }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Goes through the pairs, says of each that the two are one, and stops where hits would follow from it. */
export async function foreseeHits(page: Page, pairs: number): Promise<void> {
  for (let place = 0; place < pairs; place++) {
    await page.locator('.master-list a').nth(place).click();
    await page.locator('.side-by-side, .pair').first().waitFor();
    await page.keyboard.press('s');
    await page.locator('.preview .waiting').waitFor({ state: 'detached' });
    if ((await page.locator('.preview-hits li').count()) > 0) return;
    await page.locator('main h1').focus();
  }
  throw new Error('No pair whose merge would raise a hit');
}

/** Gives a system a token that acts in the name of a person, and waits until it is shown. */
export async function giveToken(
  page: Page,
  { system, person }: { readonly system: string; readonly person: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Give a system a token' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.locator('input[name=title]').fill(system);
  await sheet.getByRole('button', { name: 'In whose name' }).click();
  await page.getByRole('option', { name: `(${person})` }).click();
  await sheet.locator('button[type=submit]').click();
  await sheet.locator('.one-time').waitFor();
}

/**
 * What axe finds serious or critical under WCAG 2.2 A and AA: nothing, in light and dark. Nothing but colours differs between
 * the two, so that the one which is not walked in is held to their contrast alone.
 */
export async function seriousOf(page: Page, where: string): Promise<void> {
  const known = await page.evaluate('typeof axe');
  if (known === 'undefined') await page.evaluate(axe);
  expect(await violations(page, standards), where).toEqual([]);
  await turnTheme(page);
  expect(await violations(page, ['color-contrast']), `${where}, in the other theme`).toEqual([]);
  await turnTheme(page);
}

/** From light to dark or back, as the switch in the frame does. */
async function turnTheme(page: Page): Promise<void> {
  await page.evaluate(`new Promise((drawn) => {
    const { dataset } = document.documentElement;
    dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark';
    requestAnimationFrame(() => requestAnimationFrame(drawn));
  })`);
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `only`: tags or ids of rules. */
async function violations(page: Page, only: readonly string[]): Promise<readonly string[]> {
  return (await page.evaluate(`axe.run(document, {
    runOnly: ${JSON.stringify(only)}, resultTypes: ['violations'], preload: false,
  }).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`)) as string[];
}
