import { afterAll, beforeAll, expect, test } from 'vitest';
import { planned } from '../serve/fixtures/records.ts';
import { type Desk, expectAccessible, openDesk } from './open-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ allowWrite: true });
});
afterAll(() => desk.close());

test('leads from the record to a report, an event and its reasons', async () => {
  const { page, faults } = await desk.open('/');
  await page.getByRole('link', { name: 'Xi to travel to Moscow for talks with Putin' }).click();
  await page.locator('.mark-event', { hasText: 'sent' }).click();
  const note = page.locator('.note.open');
  expect(await note.textContent()).toContain('alleged by United States');
  expect(await note.textContent()).toContain('denied by Wang Wenbin');
  expect(page.url()).toContain('event=e3');
  await note.getByRole('button', { name: 'Why it stands so' }).click();
  await note.getByText('Written for this test.').waitFor();
  await expectAccessible(page);
  await note.getByText('The sentence as it was parsed').click();
  expect(await note.locator('pre').isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await page.close();
});

test('shows every account of a happening, and why they were joined', async () => {
  const { page, faults } = await desk.open('/page/timeline?between=CHN&between=RUS');
  const row = page.locator('tr', { hasText: 'and 1 more' }).first();
  await row.getByRole('button').click();
  const accounts = page.getByRole('region', { name: 'Accounts' });
  await accounts.getByText('accounts in 2 reports').waitFor();
  expect(await accounts.locator('.account').count()).toBeGreaterThan(1);
  await accounts.getByText('Joined to the account of').first().click();
  expect(await accounts.locator('details[open] li').count()).toBeGreaterThan(3);
  await expectAccessible(page);
  expect(faults).toEqual([]);
  await page.close();
});

test('shows, over one event, the others that share its words', async () => {
  const { page } = await desk.open('/page/reports/r_plan');
  await page.locator('[data-note="event:e3"]').hover();
  await page.locator('.event-note.echo').waitFor();
  expect(await page.locator('.event-note.echo').getAttribute('data-note')).toBe('event:e2');
  expect(await page.locator('p .lit').allTextContents()).toContain(', as officials in ');
  await page.close();
});

test('notes never cover one another, even when reasons come late', async () => {
  const { page } = await desk.open('/page/reports/r_plan?event=e3');
  await page.getByRole('button', { name: 'Why it stands so' }).click();
  await page.getByText('Written for this test.').waitFor();
  const boxes = await page
    .locator('.note')
    .evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().toJSON()));
  for (let i = 1; i < boxes.length; i += 1) expect(boxes[i].top).toBeGreaterThanOrEqual(boxes[i - 1].bottom);
  await page.close();
});

test('opens actors, times and quotations where they stand', async () => {
  const { page } = await desk.open('/page/reports/r_plan');
  await page.locator('.mark-actor', { hasText: 'the foreign ministry in Beijing' }).click();
  expect(await page.locator('.ref-note').textContent()).toContain('Ministry of Foreign Affairs of China');
  await page.locator('.mark-time', { hasText: 'last September' }).click();
  expect(await page.locator('.ref-note').textContent()).toContain('Sep 2022');
  await page.locator('.mark-quotation').first().click();
  expect(await page.locator('.ref-note').textContent()).toContain('Wang Wenbin');
  await expectAccessible(page);
  await page.close();
});

test('switches layers off and on', async () => {
  const { page } = await desk.open('/page/reports/r_plan');
  const toolbar = page.getByRole('toolbar', { name: 'Layers of the text' });
  await toolbar.getByRole('button', { name: 'events' }).click();
  expect(await page.locator('.mark-event').count()).toBe(0);
  expect(await page.locator('.event-note').count()).toBe(0);
  await toolbar.getByRole('button', { name: 'actors' }).click();
  expect(await page.locator('.mark-actor').count()).toBe(0);
  await toolbar.getByRole('button', { name: 'events' }).click();
  expect(await page.locator('.event-note').count()).toBe(6);
  await page.close();
});

test('asks for a pair, and opens an event of its timeline', async () => {
  const { page, faults } = await desk.open('/');
  await page.getByLabel('Actor', { exact: true }).fill('China');
  await page.getByLabel('Other actor').fill('Putin');
  await page.getByRole('button', { name: 'Show the timeline' }).click();
  await page.locator('[data-bar="r_visit/e1"]').click();
  const details = page.locator('.chart-details');
  expect(await details.textContent()).toContain('met his Russian counterpart Vladimir Putin');
  await page.locator('.chip', { hasText: 'occurred' }).click();
  await page.waitForFunction(() => document.querySelectorAll('[data-bar]').length === 2);
  expect(new URL(page.url()).searchParams.getAll('status')).toEqual(['occurred']);
  await page.locator('tr[data-row] .row-button').last().click();
  await page.getByRole('link', { name: 'Open in the report' }).click();
  await page.locator('.note.open').waitFor();
  expect(page.url()).toContain('/page/reports/r_visit?event=e1');
  expect(faults).toEqual([]);
  await page.close();
});

test('draws every dated event once and lists every event', async () => {
  const { page } = await desk.open('/page/timeline');
  await page.locator('[data-bar]').first().waitFor();
  expect(await page.locator('[data-bar]').count()).toBe(8);
  expect(await page.locator('tr[data-row]').count()).toBe(9);
  expect(await page.getByRole('status').first().textContent()).toBe('9 events, 1 without a date in the table only');
  await page.close();
});

test('reads a text that is pasted, and keeps it when told to', async () => {
  const { page, faults } = await desk.open('/page/read');
  await page.getByRole('textbox', { name: 'Text' }).fill(planned.report.text);
  await page.getByLabel('Published').fill('2023-03-17');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('.event-note').first().waitFor();
  await page.locator('.mark-event', { hasText: 'telephoned' }).click();
  await page.getByRole('button', { name: 'Why it stands so' }).click();
  expect(await page.locator('.note.open').textContent()).toContain('Written for this test.');
  await page.getByRole('button', { name: 'Keep it in the record' }).click();
  await page.getByText('It was in the record already').waitFor();
  await expectAccessible(page);
  expect(faults).toEqual([]);
  await page.close();
});

test('reads a file that is dropped', async () => {
  const { page } = await desk.open('/page/read');
  const transfer = await page.evaluateHandle((text) => {
    const files = new DataTransfer();
    files.items.add(new File([text], 'report.txt', { type: 'text/plain' }));
    return files;
  }, planned.report.text);
  await page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
  await page.locator('.event-note').first().waitFor();
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe(planned.report.text);
  await page.close();
});
