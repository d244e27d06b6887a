import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostile } from '../serve/fixtures/records.ts';
import { type Desk, openDesk } from './open-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

test.each(['/page/', '/page/reports', '/page/reports/r_hostile?event=e1', '/page/timeline'])(
  'on %s nothing of a hostile report runs, loads or is a link',
  async (path) => {
    const { page, faults } = await desk.open(path);
    await page.waitForLoadState('networkidle');
    const found = await page.evaluate(() => ({
      pwned: '__pwned' in window,
      scripts: document.querySelectorAll('main script, main img, main iframe, main svg[onload]').length,
      links: [...document.querySelectorAll('a')]
        .map((link) => link.href)
        .filter((href) => !href.startsWith(location.origin)),
    }));
    expect(found).toEqual({ pwned: false, scripts: 0, links: [] });
    expect(faults).toEqual([]);
    await page.close();
  },
);

test('its text is shown as it stands, what is invisible in it by its code', async () => {
  const { page } = await desk.open('/page/reports/r_hostile');
  await page.locator('.report-text p').first().waitFor();
  const shown = await page.locator('.report-text h1, .report-text p').allTextContents();
  expect(shown.join('\n\n')).toBe(hostile.report.text.replace('\u202E', 'U+202E'));
  await page.close();
});

test('no name from a report can turn the words beside it around', async () => {
  const { page } = await desk.open('/page/timeline');
  await page.locator('tr[data-row]').first().waitFor();
  expect(await page.locator('main').textContent()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  await page.close();
});
