// Of who reads from right to left, and of who may read nothing.

import { expect, test } from 'vitest';
import { view } from '../desk-browser.ts';
import { seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function readingWalks(desk: WalkedDesk): void {
  test('a reviewer works in Arabic, from right to left', async () => {
    await desk.walk('reviewer', { locale: 'ar' }, async (page) => {
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      const [rail, main] = await Promise.all([
        page.locator('.rail').boundingBox(),
        page.locator('main').boundingBox(),
      ]);
      expect(rail?.x).toBeGreaterThan(main?.x ?? Number.POSITIVE_INFINITY);
      await view(page, '#/search?q=Petrov');
      await page.locator('.result').first().waitFor();
      await seriousOf(page, 'search');
      await view(page, '#/review');
      await page.locator('.master-list a').first().click();
      await page.locator('.evidence').waitFor();
      await seriousOf(page, 'review in Arabic');
    });
  });

  test('who has no role sees that nothing is there, and asks the hub for nothing', async () => {
    const door = await desk.visit({});
    await seriousOf(door.page, 'sign-in');
    await door.context.close();
    await desk.walk('guest', {}, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      expect(await page.locator('.rail-link').count()).toBe(1);
      for (const hash of [
        '#/search?q=Petrov',
        '#/hits',
        '#/review',
        '#/findings',
        '#/governance',
        '#/governance?part=break-glass',
        '#/governance?part=people',
        '#/entities/person-0000000000000001',
      ]) {
        await view(page, hash);
        expect(await page.locator('main h1').textContent()).toBe('Nothing here');
      }
      await seriousOf(page, 'nothing');
      expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
    });
  });
}
