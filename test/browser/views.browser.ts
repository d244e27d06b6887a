import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, expectAccessible, openDesk } from './open-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const VIEWS = [
  ['the record', '/'],
  ['the list of reports', '/page/reports'],
  ['a report', '/page/reports/r_plan'],
  ['a report with an event open', '/page/reports/r_plan?event=e3'],
  ['a report without a title', '/page/reports/r_visit'],
  ['a hostile report', '/page/reports/r_hostile?event=e1'],
  ['the timeline', '/page/timeline'],
  ['the timeline of a pair', '/page/timeline?between=CHN&between=RUS'],
  ['a timeline of nobody', '/page/timeline?actor=UKR&type=RETREAT'],
  ['the place to paste a text', '/page/read'],
  ['no page at all', '/page/none'],
] as const;

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  test.each(VIEWS)('%s has no fault, and none that axe finds', async (_, path) => {
    const { page, faults } = await desk.open(path, { colorScheme });
    await page.waitForLoadState('networkidle');
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await page.close();
  });
});

test.each(VIEWS)('%s fits a narrow screen', async (_, path) => {
  const { page } = await desk.open(path, { width: 360 });
  await page.waitForLoadState('networkidle');
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(widths[0]).toBeLessThanOrEqual(widths[1]!);
  await page.close();
});

test('a failed answer is told in words', async () => {
  const { page } = await desk.open('/page/reports');
  await page.goto(`${desk.url}page/timeline?actor=Nobody`);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toContain("Nobody in the record is called 'Nobody'.");
  await page.close();
});

test('the page of the API works without any other host', async () => {
  const { page, faults } = await desk.open('/docs');
  await page.getByText('/reports/{id}/record').waitFor();
  await page.getByText('Whether the server and its store are well').click();
  await page.getByRole('button', { name: 'Try it out' }).first().click();
  await page.getByRole('button', { name: 'Execute' }).first().click();
  await page.locator('.live-responses-table').waitFor();
  expect(faults).toEqual([]);
  await page.close();
});

test('on paper only the report and its notes are left', async () => {
  const { page } = await desk.open('/page/reports/r_plan');
  await page.locator('.note').first().waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.masthead').isVisible()).toBe(false);
  expect(await page.locator('.layers').isVisible()).toBe(false);
  expect(await page.locator('.note').count()).toBe(6);
  expect(await page.locator('.cast').getByText('Xi Jinping').isVisible()).toBe(true);
  await page.close();
});

test('a chosen theme outlives a reload', async () => {
  const { page } = await desk.open('/page/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.reload();
  expect(await paper()).toBe(dark);
  await page.close();
});
