// Of what is handed in: its mapping corrected, its hits read, its return report taken along.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { view } from '../desk-browser.ts';
import { correct, seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function handingInWalks(desk: WalkedDesk): void {
  test('a contributor hands in a file with errors, corrects its mapping and reads the hits', async () => {
    const rows = `Name,Date of birth,Role,Field 7
NOOR Lea,,suspect,X9988776
Anna Ruiz,1990-13-45,suspect,
Paul Stein,1980-02-03,suspect,
`;
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await desk.walk('contributor', {}, async (page) => {
      await view(page, '#/hits?side=told');
      const hits = page.locator('.master-list li a');
      const known = async () =>
        (await hits.evaluateAll((links) => links.map((link) => link.getAttribute('href')))) as string[];
      await hits.first().waitFor();
      const before = new Set(await known());
      const newOnes = async () => (await known()).filter((address) => !before.has(address));

      await view(page, '#/intake');
      const files = [file('new.csv', rows), file('second.csv', rows), file('none.csv', '')];
      await page.locator('input[type=file]').setInputFiles(files);
      const misread = page.locator('mark', { hasText: '1990-13-45' });
      await misread.waitFor();
      await page.getByText('cannot be read').waitFor();
      await page.getByRole('button', { name: 'Take out: second.csv' }).click();
      await correct(page, 'Field 7', 'Document number');
      await page.getByRole('button', { name: 'Field 7 becomes: Person · Document number' }).waitFor();
      await correct(page, 'Role', 'Category');
      await page.getByRole('button', { name: 'Role becomes: Person · Category' }).waitFor();
      await seriousOf(page, 'intake');
      await page.locator('form button[type=submit]').click();
      await page.getByRole('link', { name: 'Receipt' }).click();
      await misread.first().waitFor();
      expect(await page.locator('main h1').textContent()).toBe('new.csv');
      await seriousOf(page, 'receipt');

      await view(page, '#/hits?side=told');
      await expect.poll(async () => (await newOnes()).length, { timeout: 60_000 }).toBeGreaterThan(0);
      await page.locator(`.master-list a[href="${(await newOnes())[0]}"]`).click();
      await page.locator('.conversation').waitFor();
    });
  });

  test('a contributor corrects in the dark what was handed in, and takes the return report along', async () => {
    await desk.walk('contributor', { theme: 'dark' }, async (page) => {
      await view(page, '#/intake');
      await page.locator('.panel .lines a').last().click();
      await correct(page, 'Case number', 'Left out');
      await page.getByRole('button', { name: 'Read anew with this' }).click();
      await page.getByRole('button', { name: 'Case number becomes: Left out' }).waitFor();
      await page.getByRole('button', { name: 'Discard' }).waitFor({ state: 'detached' });
      await seriousOf(page, 'corrected');

      await view(page, '#/return');
      await page.getByRole('heading', { name: 'Answers owed' }).waitFor();
      await seriousOf(page, 'return');
      await page.getByRole('button', { name: 'Take along' }).click();
      await seriousOf(page, 'take along');
      const [taken] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'A table' }).click(),
      ]);
      const table = readFileSync(await taken.path(), 'utf8');
      expect(table).toContain('Person,Name,');
      expect(table).toContain('Taken along by contributor for Strategic analysis');
    });
  });
}
