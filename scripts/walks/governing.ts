// Of who may do what: access beyond the rules, projects, roles and tokens, the log, clocks.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { view } from '../desk-browser.ts';
import { giveToken, seriousOf } from './steps.ts';
import type { WalkedDesk } from './walked-desk.ts';

export function governingWalks(desk: WalkedDesk): void {
  test('access beyond the rules: asked by one, granted by another, in the frame of both while it runs', async () => {
    const part = '#/governance?part=break-glass';
    await desk.walk('reviewer', {}, async (page) => {
      await view(page, part);
      await page.getByRole('button', { name: 'Ask for access' }).click();
      await page.getByRole('dialog').locator('textarea').fill('A child may be in danger tonight');
      await seriousOf(page, 'asking');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByText('waits for a second person').waitFor();
      expect(await page.locator('.glass-running').count()).toBe(0);
    });
    await desk.walk('officer', {}, async (page) => {
      await page.locator('a[href*="part=break-glass"]').first().waitFor();
    });
    await desk.walk('supervisor', { theme: 'dark' }, async (page) => {
      await view(page, part);
      await page.getByRole('button', { name: 'Answer' }).click();
      await page.getByText('Grant it').click();
      await page.getByRole('dialog').locator('textarea').fill('For this hour, for this child');
      await seriousOf(page, 'granting');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.locator('.glass-running').waitFor();
      await seriousOf(page, 'break-glass');
    });
    await desk.walk('reviewer', {}, async (page) => {
      await page.locator('.glass-running').getByText('minutes left').waitFor();
      await view(page, '#/search?q=Petrov');
      expect(await page.locator('.glass-running').textContent()).toContain('reviewer');
      await seriousOf(page, 'frame');
    });
  });

  test('a supervisor opens a project, an administrator gives a role, an auditor proves the log; none sees more', async () => {
    await desk.walk('supervisor', {}, async (page) => {
      await view(page, '#/governance?part=projects');
      await page.getByRole('button', { name: 'Open a project' }).click();
      await page.getByRole('dialog').locator('input[name=id]').fill('lagoon');
      await page.getByRole('dialog').locator('input[name=title]').fill('Workers of the lagoon');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.locator('input[name=person]').fill('reviewer');
      await page.getByRole('button', { name: 'Take in' }).click();
      await page.getByRole('button', { name: 'Take reviewer out' }).waitFor();
      await seriousOf(page, 'projects');
      await view(page, '#/governance?part=partners');
      await seriousOf(page, 'partners');
      expect(await page.locator('.segment').allTextContents()).not.toContain('Audit log');
    });
    await desk.walk('administrator', { theme: 'dark' }, async (page) => {
      await view(page, '#/governance?part=people');
      await page.locator('tr', { hasText: 'guest' }).getByRole('button', { name: 'Manage' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.locator('textarea').fill('Begins on Monday');
      await seriousOf(page, 'person');
      await sheet.locator('button[type=submit]').click();
      await sheet.getByText('Take the role away').waitFor();
      await sheet.locator('textarea').fill('Does not begin after all');
      await sheet.locator('button[type=submit]').click();
      await sheet.getByText('Give the role').waitFor();
      await view(page, '#/governance?part=systems');
      await giveToken(page, { system: 'Case system of the border guard', person: 'contributor' });
      await seriousOf(page, 'token');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'End it: Case system' }).click();
      await page.getByText('Ended').waitFor();
    });
    await desk.walk('auditor', {}, async (page) => {
      await view(page, '#/governance?part=audit');
      await page.getByRole('button', { name: 'Prove it unbroken' }).click();
      await page.locator('.notice.good').waitFor();
      const signed = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Sign the end of the log' }).click();
      const checkpoint = JSON.parse(readFileSync(await (await signed).path(), 'utf8'));
      expect(checkpoint).toMatchObject({ clew: 1, kind: 'audit-checkpoint' });
      await seriousOf(page, 'audit proof');
    });
  });

  test('the data protection officer handles a clock and reads the log, in the dark', async () => {
    await desk.walk('officer', { theme: 'dark' }, async (page) => {
      await view(page, '#/governance?part=clocks');
      await page.locator('td button').first().click();
      await page.getByRole('dialog').locator('textarea').fill('Still being looked at');
      await seriousOf(page, 'clock');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await view(page, '#/governance?part=terms');
      await page.locator('.panel').first().waitFor();
      await seriousOf(page, 'terms');
      await view(page, '#/governance?part=erasures');
      await page.getByRole('button', { name: 'Order an erasure' }).click();
      await page.getByRole('dialog').locator('input[name=contribution]').fill('0123456789abcdef');
      await page.getByRole('dialog').locator('textarea').fill('Nobody handed this in');
      await seriousOf(page, 'erasure');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByRole('dialog').locator('.notice.bad[role=alert]').waitFor();
      await page.keyboard.press('Escape');
      await view(page, '#/findings');
      await seriousOf(page, 'findings');
      await view(page, '#/governance?part=audit');
      await page.locator('tbody tr').first().waitFor();
      expect(await page.locator('tbody').textContent()).toContain('clock.decide');
      await seriousOf(page, 'audit');
    });
  });
}
