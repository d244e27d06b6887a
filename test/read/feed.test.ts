import { describe, expect, it } from 'vitest';
import { collectBytes, failureCode } from './collect.ts';

const long = 'The ministers of both countries met in the old town hall and spoke for three hours about the border. '
  .repeat(8)
  .trim();

const rss = (
  items: string,
  head = '<title>Press Releases – Ministry of Foreign Affairs of Ruritania</title><link>https://mfa.example</link><language>en-US</language>',
) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`;

const item = `<item><title>Ministers meet &amp; agree</title><link>https://mfa.example/1</link><guid isPermaLink="false">mfa-1</guid>
<pubDate>Tue, 12 Mar 2024 18:05:00 +0100</pubDate><dc:creator><![CDATA[Ada Sorel, Minister]]></dc:creator>
<description>Short.</description><content:encoded><![CDATA[<p>First&nbsp;paragraph, whole.</p><script>track()</script><p>Second <b>paragraph</b>.</p><div class="sharedaddy">Share this</div>]]></content:encoded></item>`;

async function reports(feed: string, options = {}) {
  const results = await collectBytes(feed, options);
  return results.map((result) => {
    if (result.kind === 'failure') throw result.error;
    return { ...result.report, problems: result.problems.map(({ code }) => code) };
  });
}

describe('feeds', () => {
  it('reads the full content of RSS items, without scripts and furniture', async () => {
    const [report] = await reports(rss(item));
    expect(report).toMatchObject({
      source: '-#mfa-1',
      url: 'https://mfa.example/1',
      title: 'Ministers meet & agree',
      outlet: 'Press Releases – Ministry of Foreign Affairs of Ruritania',
      byline: 'Ada Sorel, Minister',
      language: 'en',
      text: 'Ministers meet & agree\n\nFirst paragraph, whole.\n\nSecond paragraph.',
      published: { value: '2024-03-12', basis: 'metadata' },
      problems: [],
    });
  });

  it('reads Atom entries', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Border Gazette</title><entry><id>urn:1</id><title type="html">Talks &lt;i&gt;end&lt;/i&gt;</title>
      <link rel="self" href="https://gazette.example/self"/><link href="https://gazette.example/1"/><updated>2024-03-13T00:00:00Z</updated><published>2024-03-12T23:00:00+01:00</published>
      <author><name>Jon Page</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They shook hands.</p></div></content></entry></feed>`;
    expect((await reports(atom))[0]).toMatchObject({
      source: '-#urn:1',
      url: 'https://gazette.example/1',
      title: 'Talks end',
      outlet: 'Border Gazette',
      byline: 'Jon Page',
      text: 'Talks end\n\nThey shook hands.',
      published: { value: '2024-03-12' },
    });
  });

  it('reads JSON Feed items, of HTML and of plain text', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Border Gazette',
      items: [
        {
          id: '1',
          url: 'https://gazette.example/1',
          title: 'One',
          content_html: '<p>They shook hands.</p>',
          date_published: '2024-03-12T10:00:00Z',
        },
        {
          id: '2',
          title: 'Two',
          content_text: 'A < B, they said.\n\nThen they left.',
          authors: [{ name: 'Jon Page' }],
        },
      ],
    };
    const [one, two] = await reports(JSON.stringify(feed, null, 2));
    expect([one!.text, one!.published.value]).toEqual(['One\n\nThey shook hands.', '2024-03-12']);
    expect([two!.text, two!.byline, two!.published.value]).toEqual([
      'Two\n\nA < B, they said.\n\nThen they left.',
      'Jon Page',
      null,
    ]);
  });

  it('reads RSS 1.0', async () => {
    const rdf = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>Old Ministry</title></channel><item rdf:about="https://old.example/1"><title>One</title><link>https://old.example/1</link><description>${long}</description><dc:date>2004-03-12</dc:date></item></rdf:RDF>`;
    expect((await reports(rdf))[0]).toMatchObject({
      source: '-#https://old.example/1',
      outlet: 'Old Ministry',
      published: { value: '2004-03-12' },
      problems: [],
    });
  });

  it('says when there is the title alone, or a summary', async () => {
    const [titleOnly, summary, whole] = await reports(
      rss(
        `<item><title>One</title><guid>1</guid></item><item><title>Two</title><guid>2</guid><description>It began …</description></item><item><title>Three</title><guid>3</guid><description>${long}</description></item>`,
      ),
    );
    expect([titleOnly!.text, titleOnly!.problems]).toEqual(['One', ['read/title-only']]);
    expect(summary!.problems).toEqual(['read/summary-only']);
    expect(whole!.problems).toEqual([]);
  });

  it('gives the same item in a later snapshot the same id, and a changed one another', async () => {
    const [first] = await reports(rss(item));
    const [later] = await reports(
      rss(
        `<item><title>New</title><guid>9</guid><description>${long}</description></item>${item.replace('track()', 'track(2)')}`,
      ),
    ).then((all) => all.slice(1));
    const [changed] = await reports(rss(item.replace('whole', 'changed')));
    expect(later!.id).toBe(first!.id);
    expect(changed!.id).not.toBe(first!.id);
    expect(changed!.url).toBe(first!.url);
  });

  it('dates an item by its own date, and one without by what the caller says', async () => {
    const [dated, undated] = await reports(
      rss(`${item}<item><title>Two</title><guid>2</guid><description>${long}</description></item>`),
      { published: '2020-01-01' },
    );
    expect([dated!.published.value, undated!.published.value]).toEqual(['2024-03-12', '2020-01-01']);
  });

  it('goes on after an item without words', async () => {
    const results = await collectBytes(rss(`<item><guid>1</guid></item>${item}`));
    expect(
      results.map((result) =>
        result.kind === 'failure' ? `${result.source} ${result.error.code}` : result.report.source,
      ),
    ).toEqual(['-#1 read/empty', '-#mfa-1']);
  });

  it.each([
    ['a feed that is cut short', rss(item).slice(0, 500), 'read/broken-feed'],
    ['a feed without items', rss(''), 'read/empty'],
  ])('refuses %s', async (_, feed, code) => {
    expect(await failureCode(feed)).toBe(code);
  });

  it('expands no entities of a doctype', async () => {
    const bomb = rss('<item><title>x &c; y</title><guid>1</guid></item>').replace(
      '<rss',
      '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY c "&a;&a;&a;&a;">]><rss',
    );
    expect((await reports(bomb))[0]!.text.length).toBeLessThan(20);
  });
});
