import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './open-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Presses Tab until something with these words has the focus. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.keyboard.press('Tab');
    if ((await focused(page)).includes(words)) return;
  }
  throw new Error(`Tab never reached "${words}".`);
}

test('leads through a report without a mouse', async () => {
  const { page, faults } = await desk.open('/');
  await page.getByText('Latest reports').waitFor();
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to the content');
  await tabTo(page, 'Xi to travel to Moscow');
  await page.keyboard.press('Enter');
  await page.locator('.event-note').first().waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(page.url()).toContain('event=e2');
  await page.keyboard.press('k');
  expect(page.url()).toContain('event=e1');
  await page.keyboard.press('e');
  await page.getByText('Written for this test.').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('.note.open').count()).toBe(0);
  await page.keyboard.press('3');
  expect(await page.locator('.mark-time').count()).toBe(0);
  expect(faults).toEqual([]);
  await page.close();
});

test('goes from mark to mark in the text by the arrow keys, with one stop for Tab', async () => {
  const { page } = await desk.open('/page/reports/r_plan');
  await page.locator('[data-stop]').first().waitFor();
  expect(await page.locator('[data-stop][tabindex="0"]').count()).toBe(1);
  await page.locator('[data-stop]').first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('Putin');
  await page.keyboard.press('End');
  expect(await focused(page)).toBe('Kyiv');
  await page.keyboard.press('Enter');
  expect(await page.locator('.ref-note').textContent()).toContain('Ukraine');
  await page.keyboard.press('Enter');
  expect(await page.locator('.ref-note').count()).toBe(0);
  await page.close();
});

test('asks and answers a question on the timeline without a mouse', async () => {
  const { page, faults } = await desk.open('/page/');
  await page.getByText('Latest reports').waitFor();
  await page.keyboard.press('l');
  await page.locator('[data-bar]').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('CHN');
  await page.keyboard.press('Tab');
  await page.keyboard.type('RUS');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('[data-bar]').length === 3);
  await page.locator('[data-bar][tabindex="0"]').focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.locator('.chart-details .row-details').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('.chart-details .row-details').count()).toBe(0);
  const ticks = () => page.locator('.tick text').allTextContents();
  const before = await ticks();
  await page.keyboard.press('+');
  expect(await ticks()).not.toEqual(before);
  await page.keyboard.press('0');
  expect(await ticks()).toEqual(before);
  expect(faults).toEqual([]);
  await page.close();
});

test('reads a text without a mouse', async () => {
  const { page } = await desk.open('/page/');
  await page.getByText('Latest reports').waitFor();
  await page.keyboard.press('p');
  await page.getByRole('textbox', { name: 'Text' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('Xi met Putin in Moscow on Monday.');
  await tabTo(page, 'Read it');
  await page.keyboard.press('Enter');
  await page.locator('.event-note').first().waitFor();
  await page.close();
});

test('lists the keys, and can leave them off', async () => {
  const { page } = await desk.open('/page/');
  await page.getByText('Latest reports').waitFor();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').textContent()).toContain('What the record holds');
  await page.keyboard.press('Space');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('l');
  expect(new URL(page.url()).pathname).toBe('/page/');
  await page.reload();
  await page.getByText('Latest reports').waitFor();
  await page.keyboard.press('l');
  expect(new URL(page.url()).pathname).toBe('/page/');
  await page.close();
});
