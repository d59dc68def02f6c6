// Walks through the desk in a real browser. Where this machine has none, nothing of it can be tried here.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Appearance,
  beginVisit,
  findChromium,
  openBrowser,
  type ServedHub,
  scriptBytes,
  settled,
  signIn,
  type Visit,
  view,
} from './desk-browser.ts';
import { serveWalkHub } from './desk-walk-hub.ts';
import { correct, foreseeHits, giveToken, seriousOf } from './desk-walk-steps.ts';
import { root } from './source-files.ts';

const executable = findChromium();

/** Milliseconds. A machine that does much else at once is slow; a walk that hangs is broken off before that. */
const patience = 240_000;

const title =
  executable === undefined
    ? 'the desk in a browser: not tried, because this machine has no Chromium; CLEW_CHROMIUM names one elsewhere'
    : 'the desk in a browser';

describe.skipIf(executable === undefined)(title, { timeout: patience }, () => {
  let hub: ServedHub;
  let browser: Browser;

  beforeAll(async () => {
    execFileSync(process.execPath, [join(root, 'scripts/build-desk.mjs')], { stdio: 'ignore' });
    [hub, browser] = await Promise.all([serveWalkHub(), openBrowser(executable ?? '')]);
  }, patience);

  afterAll(async () => {
    await browser?.close();
    await hub?.stop();
  });

  /** A person goes through the desk; at the end nothing left the origin and nothing was complained of. */
  const walk = async (
    person: string,
    look: Appearance,
    way: (page: Page) => Promise<void>,
  ): Promise<Visit> => {
    const visit = await beginVisit(browser, hub, look);
    await visit.page.locator('input[name=person]').waitFor();
    await signIn(visit.page, hub, person);
    await settled(visit.page);
    await way(visit.page);
    expect(visit.outside).toEqual([]);
    expect(visit.complaints).toEqual([]);
    await visit.context.close();
    return visit;
  };

  test('an owner answers a hit, and who asked reads what is shared', async () => {
    await walk('owner', {}, async (page) => {
      await page.locator('.card a[href*="side=asked"]').first().click();
      await page.locator('form.boxed').waitFor();
      await seriousOf(page, 'hits');
      await page.locator('form.boxed button[type=submit]').click();
      await page.locator('.step.own').waitFor();
    });
    await walk('contributor', {}, async (page) => {
      await view(page, '#/hits?side=told&state=answered');
      await page.locator('.master-list a').first().click();
      const shared = page.locator('section[aria-label="What was shared"] td');
      await shared.first().waitFor();
      expect(await shared.allTextContents()).toContain('Date of birth');
    });
  });

  test('an analyst goes from a hit to the dossier to a decision, by keyboard', async () => {
    await walk('analyst', {}, async (page) => {
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

  test.each(['light', 'dark'] as const)(
    'an analyst works in a network by keyboard and keeps it: %s',
    async (theme) => {
      await walk('analyst', { theme }, async (page) => {
        await view(page, '#/network');
        await seriousOf(page, 'where a network begins');
        await view(page, '#/search?q=Petrov');
        const address = (await page.locator('.result').first().getAttribute('href')) ?? '';
        await view(page, address.replace('#/entities/', '#/network/'));
        await page.locator('.picture-canvas[data-drawn]').waitFor();
        const things = page.locator('.thing');
        await things.first().waitFor();
        const before = await things.count();
        await seriousOf(page, `network, ${theme}`);

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
        await seriousOf(page, `filters, ${theme}`);
        await beside.nth(2).press('Enter');
        await page.getByLabel('Name', { exact: true }).fill(`The circle, ${theme}`);
        await page.keyboard.press('Enter');
        await page.locator('.network-side .notice.good').waitFor();
        await seriousOf(page, `saved, ${theme}`);
        const taken = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Take along' }).press('Enter');
        await page.getByRole('menuitem', { name: 'Drawing (SVG)' }).press('Enter');
        expect(readFileSync(await (await taken).path(), 'utf8')).toContain('H0: May be used');

        await view(page, '#/network');
        await page.locator('.line-link', { hasText: `The circle, ${theme}` }).click();
        await page.locator(`.picture-canvas[data-drawn="${after}"]`).waitFor();
        expect(await page.locator('main h1').textContent()).toBe(`The circle, ${theme}`);
        for (const shown of ['map', 'timeline', 'table']) {
          await view(page, `${new URL(page.url()).hash.split('?')[0]}?show=${shown}`);
          await seriousOf(page, `network as ${shown}, ${theme}`);
        }
      });
    },
  );
  test('access beyond the rules: asked by one, granted by another, in the frame of both while it runs', async () => {
    const part = '#/governance?part=break-glass';
    await walk('reviewer', {}, async (page) => {
      await view(page, part);
      await page.getByRole('button', { name: 'Ask for access' }).click();
      await page.getByRole('dialog').locator('textarea').fill('A child may be in danger tonight');
      await seriousOf(page, 'asking');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.getByText('waits for a second person').waitFor();
      expect(await page.locator('.glass-running').count()).toBe(0);
    });
    await walk('officer', {}, async (page) => {
      await page.locator('a[href*="part=break-glass"]').first().waitFor();
    });
    await walk('supervisor', { theme: 'dark' }, async (page) => {
      await view(page, part);
      await page.getByRole('button', { name: 'Answer' }).click();
      await page.getByText('Grant it').click();
      await page.getByRole('dialog').locator('textarea').fill('For this hour, for this child');
      await seriousOf(page, 'granting');
      await page.getByRole('dialog').locator('button[type=submit]').click();
      await page.locator('.glass-running').waitFor();
      await seriousOf(page, 'break-glass');
    });
    await walk('reviewer', {}, async (page) => {
      await page.locator('.glass-running').getByText('minutes left').waitFor();
      await view(page, '#/search?q=Petrov');
      expect(await page.locator('.glass-running').textContent()).toContain('reviewer');
      await seriousOf(page, 'frame');
    });
  });

  test('a supervisor opens a project, an administrator gives a role, an auditor proves the log; none sees more', async () => {
    await walk('supervisor', {}, async (page) => {
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
    await walk('administrator', { theme: 'dark' }, async (page) => {
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
    await walk('auditor', {}, async (page) => {
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

  test('what an analyst chooses on the map and lets through on the timeline, the table follows, in the dark', async () => {
    await walk('analyst', { theme: 'dark' }, async (page) => {
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

  test('a contributor hands in a file with errors, corrects its mapping and reads the hits', async () => {
    const rows = `Name,Date of birth,Role,Field 7
NOOR Lea,,suspect,X9988776
Anna Ruiz,1990-13-45,suspect,
Paul Stein,1980-02-03,suspect,
`;
    const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await walk('contributor', {}, async (page) => {
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
    await walk('contributor', { theme: 'dark' }, async (page) => {
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

  test('the data protection officer handles a clock and reads the log, in the dark', async () => {
    await walk('officer', { theme: 'dark' }, async (page) => {
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

  test('a reviewer works in Arabic, from right to left', async () => {
    await walk('reviewer', { locale: 'ar' }, async (page) => {
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
    const door = await beginVisit(browser, hub, {});
    await door.page.locator('input[name=person]').waitFor();
    await seriousOf(door.page, 'sign-in');
    await door.context.close();
    await walk('guest', {}, async (page) => {
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

  // The last one: a decision that is taken back waits for the next run, and so does what is handed in after it.
  test('a reviewer sees which hits a merge raises before it is recorded, and undoes it', async () => {
    await walk('reviewer', { theme: 'dark' }, async (page) => {
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
});
