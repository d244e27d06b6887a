import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBytes, failureCode } from './collect.ts';

/** Reads bytes and checks that nothing is thrown, and that every span is what it says. */
async function survives(bytes: Uint8Array | string): Promise<void> {
  for (const result of await collectBytes(bytes)) {
    if (result.kind === 'failure') continue;
    const { text, dateline } = result.report;
    if (dateline) expect(text.slice(dateline.start, dateline.end)).toBe(dateline.text);
  }
}

describe('whatever is read', () => {
  const piece = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<div class="share">',
      '</div>',
      '<html>',
      '<h1>',
      '</h1>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<a href="x">',
      '<table><tr><td>',
      '<time datetime="',
      '">',
      '<meta name="date" content="',
    ],
    ...[
      'MOSCOW',
      ' (AP) ',
      ' — ',
      'March 20',
      ', 2023',
      'By Ada Example',
      '\n',
      '\n\n',
      ' ',
      '“',
      '"',
      '&amp;',
      '&#x0;',
      '{"text":"',
      '"}',
      '<rss version="2.0"><channel>',
      '<item>',
      '<title>',
      'The ministers met.',
      '\u202E',
      '\uD800',
    ],
  );

  it('never throws, bytes of any kind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), (bytes) => survives(bytes)),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 60) },
    );
  });

  it('never throws, pieces of pages, feeds and datelines in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), (pieces) => survives(pieces.join(''))),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 150) },
    );
  }, 600_000);

  it.each([
    ['unclosed scripts', `<html>${'<script>'.repeat(50_000)}`],
    ['unclosed comments', `<html>${'<!--'.repeat(50_000)}`],
    ['unclosed tags', `<html>${'<div '.repeat(50_000)}`],
    ['more tags than a page has', `<html>${'<b>x</b>'.repeat(200_000)}`],
    ['blank lines', '\n '.repeat(200_000)],
    ['hyphens', 'A-'.repeat(50_000)],
    ['capitals', `${'Aa '.repeat(20_000)}— X`],
    ['meta elements', `<html><head>${'<meta name="author" content="x">'.repeat(5000)}`],
    ['nested JSON', `{"text":${'['.repeat(100_000)}`],
  ])(
    'takes no long time over %s',
    async (_, text) => {
      const start = performance.now();
      await survives(text);
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    30_000,
  );

  it('refuses more tags than a page has', async () => {
    expect(await failureCode(`<html>${'<b>x</b>'.repeat(200_000)}`)).toBe('read/broken-html');
  });
});
