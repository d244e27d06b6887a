import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anActor, anEvent, aRecord, aReport, callReading, sanctionReading, spanOf } from '../store/readings.ts';
import { hostileRecord } from './hostile.ts';
import { textOf } from './text-of.ts';

async function pageOf(...records: Parameters<typeof textOf> extends [string, ...infer R] ? R : never) {
  const text = await textOf('html', ...records);
  return { text, document: parseHTML(text).document };
}

const shown = (element: { textContent: string | null } | null) => element?.textContent?.replace(/\s+/g, ' ').trim();

describe('html', () => {
  it('is a chronology by year, with a note that quotes the words of each event', async () => {
    const { document } = await pageOf(callReading().record, sanctionReading().record);
    expect([...document.querySelectorAll('h2')].map(shown)).toEqual(['2021', '2025', 'Undated', 'Reports']);
    expect([...document.querySelectorAll('.events > li')].map(shown)).toEqual([
      '21 May 2021 – 21 May 2025Norland → Sudmark, meeting, 39 times ● occurred1',
      '12 May 2025Ada Holm → Bo Lind, phone call ● occurred2',
      '19–25 May 2025Ada Holm → Sudmark, visit, in Sudmark, says Norland ○ planned3',
      '20 May 2025Norland → Sudmark, sanction: discontinue ● occurred4',
      'undatedSudmark → rebels, military aid, alleged by Norland, denied by Sudmark ◌ possible5',
    ]);
    expect(shown(document.querySelector('#note-4'))).toBe(
      '4Norland imposed sanctions on Sudmark on 20 May 2025. — Harbour Radio, 2025-05-21 r_5a4c/e1',
    );
  });

  it('has a target for each of its links', async () => {
    const { document } = await pageOf(callReading().record, sanctionReading().record);
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
    expect(links).toHaveLength(15);
    for (const link of links) expect(document.querySelectorAll(link)).toHaveLength(1);
  });

  it('carries the citations of its reports as CSL-JSON', async () => {
    const url = 'https://example.org/a?b=1&c=2';
    const text = 'They met.';
    const report = aReport('r_1', text, { title: 'They met', outlet: 'Harbour Radio', url });
    const record = aRecord(report, {
      actors: [anActor('NOR')],
      events: [anEvent('e1', spanOf(text, text), { actors: ['NOR'] })],
    });
    const { document } = await pageOf(record);
    const expected = [
      {
        id: 'r_1',
        type: 'article-newspaper',
        title: 'They met',
        'container-title': 'Harbour Radio',
        issued: { 'date-parts': [[2025, 5, 14]] },
        URL: url,
      },
    ];
    expect(JSON.parse(document.querySelector('script')!.textContent!)).toEqual(expected);
    expect(document.querySelector('.reports a')?.getAttribute('href')).toBe(url);
    expect(JSON.parse(await textOf('csl', record, record))).toEqual(expected);
  });

  it('runs nothing and links nowhere that a hostile report wants', async () => {
    const { text, document } = await pageOf(hostileRecord());
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(document.querySelectorAll('img')).toHaveLength(0);
    expect(
      [...document.querySelectorAll('a')]
        .map((link) => link.getAttribute('href'))
        .filter((href) => !href?.startsWith('#')),
    ).toEqual([]);
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain("default-src 'none'");
    expect(shown(document.querySelector('.parties'))).toContain('<img src=x onerror=alert(1)>');
    expect(JSON.parse(document.querySelector('script')!.textContent!)[0].title).toContain('</script>');
  });
});
