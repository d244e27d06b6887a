import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { failureCode, readOne } from './collect.ts';

const folder = new URL('pages/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));

describe('pages', () => {
  it.each(names)('takes text, title, outlet, byline, language, date and place out of %s', async (name) => {
    const expected = JSON.parse(readFileSync(new URL(name.replace('.html', '.json'), folder), 'utf8'));
    const { report } = await readOne(readFileSync(new URL(name, folder)));
    const { title, outlet, byline, language, text } = report;
    const body = title === null ? text : text.slice(title.length).trimStart();
    expect({
      title,
      outlet,
      byline,
      language,
      published: report.published.value,
      place: report.dateline?.place ?? null,
      paragraphs: body.split('\n\n'),
    }).toEqual(expected);
    expect(title === null || text.startsWith(title)).toBe(true);
  });

  it('are twenty or more', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });
});

describe('HTML', () => {
  it('lets the given date overrule the date of the page', async () => {
    const page =
      '<html><head><meta property="article:published_time" content="2024-03-12"></head><body><p>The ministers met on Monday.</p></body></html>';
    const { report } = await readOne(page, { published: '2024-03-11' });
    expect(report.published).toMatchObject({ value: '2024-03-11', basis: 'given' });
  });

  it('says when the declared charset is wrong', async () => {
    const page = Buffer.from(
      '<html><head><meta charset="utf-8"></head><body><p>The “talks” began in Malm\u00f6 today.</p></body></html>',
    );
    const { problems } = await readOne(Buffer.from(page.toString('utf8').replace('“talks”', '"talks"'), 'latin1'));
    expect(problems.map(({ code }) => code)).toEqual(['read/not-utf8']);
  });

  it.each([
    [
      'no html and body',
      '<!DOCTYPE html><title>Talks end</title><meta name="date" content="2024-03-12"><h1>Talks end</h1><p>They met.<p>They left.',
    ],
    [
      'no body',
      '<html lang="en"><head><title>Talks end</title><meta name="date" content="2024-03-12"></head><h1>Talks end</h1><p>They met.</p><p>They left.</p></html>',
    ],
    [
      'no head',
      '<html><title>Talks end</title><meta name="date" content="2024-03-12"><body><h1>Talks end</h1><p>They met.</p><p>They left.</p>',
    ],
  ])('reads pages with %s', async (_, page) => {
    const { report } = await readOne(page);
    expect([report.text, report.published.value]).toEqual(['Talks end\n\nThey met.\n\nThey left.', '2024-03-12']);
  });

  it('refuses a page without running text', async () => {
    expect(await failureCode('<html><body><div id="app"></div><script src="a.js"></script></body></html>')).toBe(
      'read/no-article',
    );
  });

  it('refuses a page that is nested beyond reason, at once', async () => {
    const start = performance.now();
    expect(await failureCode(`<html><body>${'<div>'.repeat(50_000)}text`)).toBe('read/broken-html');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
