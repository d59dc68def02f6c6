// Of findings: what is taken along of one, its network, what a link in it rests on, and the page that is handed over.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { view } from '../desk-browser.ts';
import { seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function findingWalks(desk: WalkedDesk): void {
  test('a reviewer takes a finding along with its map, sees its network, what a link rests on and a briefing, in the dark', async () => {
    await desk.walk('reviewer', { theme: 'dark' }, async (page) => {
      await view(page, '#/findings?detector=circuits');
      await page.locator('.master-list a').first().click();
      await page.locator('.map-canvas[data-drawn]').waitFor();
      await seriousOf(page, 'finding with a map');
      const taken = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Take the picture along' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Drawing (SVG)' }).press('Enter');
      const drawing = readFileSync(await (await taken).path(), 'utf8');
      // The calendar names the places too; countries stand on the map alone.
      expect(drawing).toContain('>Austria<');
      expect(drawing).toContain('H0: May be used');

      await page.locator('a[href^="#/network/of/"]').click();
      await page.locator('.picture-canvas[data-drawn]').waitFor();
      expect(await page.locator('.thing', { hasText: /WZT4411|Horak/ }).count()).toBe(2);
      expect(await page.locator('main').textContent()).not.toContain('Danko');
      await page.locator('.thing', { hasText: 'Horak' }).click();
      await page.locator('.thing', { hasText: 'WZT4411' }).click({ modifiers: ['Shift'] });
      await page.getByRole('button', { name: /statements? behind it/ }).click();
      const evidence = page.getByRole('dialog');
      await evidence.getByText('road-police').first().waitFor();
      await seriousOf(page, 'what a link rests on');
      await page.keyboard.press('Escape');

      await page.evaluate("window.print = () => window.dispatchEvent(new Event('beforeprint'))");
      await page.getByRole('button', { name: 'Take along' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Briefing page (print)' }).press('Enter');
      await page.emulateMedia({ media: 'print' });
      const briefing = page.locator('.briefing');
      await briefing.getByText('H0: May be used').waitFor();
      expect(await briefing.locator('table').last().textContent()).toContain('WZT4411');
      await seriousOf(page, 'briefing');
    });
  });
}
