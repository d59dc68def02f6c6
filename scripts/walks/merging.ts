// Of two who may be one: what follows from it is seen before it is recorded.

import { expect, test } from 'vitest';
import { view } from '../desk-browser.ts';
import { foreseeHits, seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function mergeWalks(desk: WalkedDesk): void {
  test('a reviewer sees which hits a merge raises before it is recorded, and undoes it', async () => {
    await desk.walk('reviewer', { theme: 'dark' }, async (page) => {
      const judged: string[] = [];
      page.on('request', (request) => {
        if (request.url().endsWith('/judgements')) judged.push(request.postData() ?? '');
      });
      await view(page, '#/review');
      const pairs = page.locator('.master-list a');
      await pairs.first().waitFor();
      await foreseeHits(page, await pairs.count());
      await seriousOf(page, 'merge preview');
      expect(judged).toEqual([]);
      await page.locator('.decision textarea').fill('One person: same face, same mother');
      await page.keyboard.press('Control+Enter');
      await page.locator('.notice.good').waitFor();
      await page.locator('main h1').focus();
      await page.keyboard.press('z');
      await page.getByText('Undone').waitFor();
      expect(judged.map((body) => JSON.parse(body).verdict)).toEqual(['same', 'unsure']);
    });
  });
}
