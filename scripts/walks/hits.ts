// Of hits: who is asked answers, who asked reads, and somebody goes on from there to a decision.

import { expect, test } from 'vitest';
import { scriptBytes, view } from '../desk-browser.ts';
import { seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function hitWalks(desk: WalkedDesk): void {
  test('an owner answers a hit, and who asked reads what is shared', async () => {
    await desk.walk('owner', {}, async (page) => {
      await page.locator('.card a[href*="side=asked"]').first().click();
      await page.locator('form.boxed').waitFor();
      await seriousOf(page, 'hits');
      await page.locator('form.boxed button[type=submit]').click();
      await page.locator('.step.own').waitFor();
    });
    await desk.walk('contributor', {}, async (page) => {
      await view(page, '#/hits?side=told&state=answered');
      await page.locator('.master-list a').first().click();
      const shared = page.locator('section[aria-label="What was shared"] td');
      await shared.first().waitFor();
      expect(await shared.allTextContents()).toContain('Date of birth');
    });
  });

  test('an analyst goes from a hit to the dossier to a decision, by keyboard', async () => {
    await desk.walk('analyst', {}, async (page) => {
      await seriousOf(page, 'today');
      const scripts = await scriptBytes(page);
      expect(scripts).toBeGreaterThan(0);
      expect(scripts).toBeLessThan(250_000);
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      await page.locator('.master-list a').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('.master-detail a[href^="#/entities/"]').first().click();
      await page.locator('.property').first().waitFor();
      expect(await page.locator('main h1').textContent()).toMatch(/Petrov|Sokolow|Lindquist|Babitsch/);
      await page.locator('.value-button').first().click();
      await seriousOf(page, 'dossier');
      await page.locator('a[href^="#/network/"]').click();
      await page.locator('.picture canvas').first().waitFor();
      await seriousOf(page, 'network');
      await view(page, `${new URL(page.url()).hash.split('?')[0]}?show=map`);
      await page.locator('.map-canvas[data-drawn]').waitFor();
      await page.locator('main h1').focus();
      await page.keyboard.press('g');
      await page.keyboard.press('r');
      await page.locator('.master-list a').first().click();
      await page.locator('.evidence').waitFor();
      // Frames come late on a loaded machine; what is typed at once must still be the reason.
      await page.evaluate('window.requestAnimationFrame = (act) => setTimeout(act, 400)');
      await page.keyboard.press('d');
      await page.keyboard.type('Two people: I asked both desks');
      expect(await page.locator('.decision textarea').inputValue()).toBe('Two people: I asked both desks');
      await page.locator('.preview').getByText('nothing is recorded yet').waitFor();
      await seriousOf(page, 'review');
      await page.keyboard.press('Control+Enter');
      await page.locator('.notice.good').waitFor();
    });
  });
}
