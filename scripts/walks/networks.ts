// Of networks: unfolded, kept, and looked at as picture, map, timeline and table.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settled, view } from '../desk-browser.ts';
import { seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function networkWalks(desk: WalkedDesk): void {
  test('an analyst works in a network by keyboard and keeps it', async () => {
    await desk.walk('analyst', {}, async (page) => {
      await view(page, '#/network');
      await seriousOf(page, 'where a network begins');
      await view(page, '#/search?q=Petrov');
      const address = (await page.locator('.result').first().getAttribute('href')) ?? '';
      await view(page, address.replace('#/entities/', '#/network/'));
      await page.locator('.picture-canvas[data-drawn]').waitFor();
      const things = page.locator('.thing');
      await things.first().waitFor();
      const before = await things.count();
      await seriousOf(page, 'network');

      await page.locator('.thing', { hasText: 'Case' }).first().focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => things.count()).toBeGreaterThan(before);
      const after = await things.count();
      await page.locator('main h1').focus();
      await page.keyboard.press('z');
      await expect.poll(() => things.count()).toBe(before);
      await page.keyboard.press('y');
      await expect.poll(() => things.count()).toBe(after);
      await page.locator('.picture-frame').focus();
      await page.keyboard.press('ArrowRight');
      await page.getByRole('button', { name: 'Undo: moving' }).waitFor();

      const beside = page.locator('.network-side .segment');
      await beside.nth(1).press('Enter');
      await page.locator('.choice', { hasText: 'in case' }).waitFor();
      await seriousOf(page, 'filters');
      await beside.nth(2).press('Enter');
      await page.getByLabel('Name', { exact: true }).fill('The circle');
      await page.keyboard.press('Enter');
      await page.locator('.network-side .notice.good').waitFor();
      await seriousOf(page, 'saved');
      const taken = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Take along' }).press('Enter');
      await page.getByRole('menuitem', { name: 'Drawing (SVG)' }).press('Enter');
      expect(readFileSync(await (await taken).path(), 'utf8')).toContain('H0: May be used');

      await view(page, '#/network');
      await page.locator('.line-link', { hasText: 'The circle' }).click();
      await page.locator(`.picture-canvas[data-drawn="${after}"]`).waitFor();
      expect(await page.locator('main h1').textContent()).toBe('The circle');
      await things.last().click();
      await page.locator('main h1').focus();
      await page.keyboard.press('x');
      await page.locator('.link-notice').getByText('changed since it was saved').waitFor();
      await page.keyboard.press('z');
      await page.locator('.link-notice .notice').waitFor({ state: 'detached' });
      for (const shown of ['map', 'timeline', 'table']) {
        await view(page, `${new URL(page.url()).hash.split('?')[0]}?show=${shown}`);
        await seriousOf(page, `network as ${shown}`);
      }
    });
  });

  test('a link to a network shows what is pinned where it stood, what was unfolded by one kind, and what is chosen', async () => {
    await desk.walk('analyst', {}, async (page) => {
      await view(page, '#/search?q=Petrov');
      const address = (await page.locator('.result').first().getAttribute('href')) ?? '';
      await view(page, address.replace('#/entities/', '#/network/'));
      await page.locator('.picture-canvas[data-drawn]').waitFor();
      await page.getByRole('button', { name: 'Pin', exact: true }).click();
      await expect.poll(() => page.url()).toMatch(/pins=person-[0-9a-f]{16}_/);
      const before = page.url();
      await page.locator('.picture-frame').focus();
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.url()).not.toBe(before);
      const things = page.locator('.thing');
      const around = await things.count();
      await things.filter({ hasText: 'Case' }).first().click();
      // Which kinds there are is asked for first; only then can it be pressed.
      await page.getByRole('button', { name: 'Unfold by' }).click();
      await page.getByRole('menuitem').first().press('Enter');
      await expect.poll(() => things.count()).toBeGreaterThan(around);
      await expect.poll(() => page.url()).toMatch(/with=[a-z]+-[0-9a-f]{16}/);
      const [unfolded, shared] = [await things.count(), page.url()];
      await page.reload();
      await page.locator(`.picture-canvas[data-drawn="${unfolded}"]`).waitFor();
      expect(shared).toMatch(/chosen=case-[0-9a-f]{16}/);
      // What was read of the link is written into it again.
      expect(page.url()).toBe(shared);
    });
  });

  test('what an analyst chooses on the map and lets through on the timeline, the table follows, in the dark', async () => {
    await desk.walk('analyst', { theme: 'dark' }, async (page) => {
      await view(page, '#/search?q=BG-17');
      await page.locator('.result').first().click();
      await page.locator('.map-canvas[data-drawn]').or(page.locator('.time-lanes')).first().waitFor();
      await seriousOf(page, 'dossier with where and when');
      await page.locator('a[href^="#/network/"]').first().click();
      const toView = async (title: string) => {
        await page.locator('.segment', { hasText: title }).click();
        await settled(page);
      };
      await toView('Table');
      const rows = page.locator('.grid [role=row]');
      await rows.filter({ hasText: 'Sokolow' }).waitFor();
      await toView('Map');
      await page.locator('.map-canvas[data-drawn]').waitFor();
      const marker = page.locator('.map-marker', { hasText: 'Munich' });
      await marker.press('Enter');
      expect(await marker.getAttribute('aria-pressed')).toBe('true');
      await page.locator('.way').filter({ hasText: 'Munich' }).first().waitFor();
      await seriousOf(page, 'map');
      await toView('Table');
      await page.locator('.grid [role=row][aria-selected=true]').filter({ hasText: 'Sokolow' }).waitFor();
      await seriousOf(page, 'table');
      await toView('Timeline');
      await page.locator('.time-dates input').nth(1).fill('2026-03-05');
      await page.locator('.time-lanes').press('+');
      await seriousOf(page, 'timeline');
      await toView('Table');
      await rows.filter({ hasText: 'Petrov' }).waitFor();
      expect(await rows.filter({ hasText: 'Sokolow' }).count()).toBe(0);
      await toView('Map');
      await page.locator('.map-marker', { hasText: 'Zagreb' }).waitFor();
      expect(await page.locator('.map-marker').count()).toBe(1);
    });
  });
}
