import { ChanceryError, type Problem } from '../../problems.ts';
import type { ReadContext } from '../context.ts';
import { decodeBytes } from '../decode.ts';
import { readBlocks } from '../html/blocks.ts';
import { parseFragment } from '../html/dom.ts';
import { isFurnitureLine, removeFurniture } from '../html/furniture.ts';
import { declaredCharset, pageFields } from '../html/read-html.ts';
import type { ReportFields } from '../make-report.ts';
import { normaliseLine } from '../normalise.ts';
import { findOutlet, outletOfHost } from '../outlets.ts';
import { parseStatedDate } from '../parse-date.ts';
import { failure, type ReadResult, readReport } from '../read-result.ts';
import { readAll, type Source } from '../source.ts';
import { type Feed, type FeedItem, readFeedItems } from './feed-items.ts';

/** Reads a feed, one report an item, in the feed's order. An item that cannot be read is a failure of its own. */
export async function* readFeed(source: Source, context: ReadContext): AsyncIterable<ReadResult> {
  const bytes = await readAll(source, context.limits.maxDocumentBytes);
  const { text, problems } = decodeBytes(bytes, source.charset ?? declaredCharset(source.head), source.name);
  const feed = readFeedItems(text, source.name);
  if (feed.items.length === 0)
    throw new ChanceryError('read/empty', 'There are no items in the feed.', { at: { file: source.name } });
  for (const [index, item] of feed.items.entries()) {
    const name = `${source.name}#${item.id ?? index + 1}`;
    yield await readItem(item, name, feed, context, problems).catch((error) => failure(name, error));
  }
}

async function readItem(
  item: FeedItem,
  name: string,
  feed: Feed,
  context: ReadContext,
  problems: readonly Problem[],
): Promise<ReadResult> {
  const own = itemFields(item, name, feed);
  const isShort = !item.isFull && (own.text === '' || own.text.length < MIN_FULL_LENGTH || CUT_OFF.test(own.text));
  const { fields, problem } = isShort ? await completed(own, context) : { fields: own, problem: null };
  const given = {
    published: own.stated ? undefined : context.given.published,
    outlet: fields.outlet ?? context.given.outlet,
  };
  return readReport({ ...fields, ...given }, problem ? [...problems, problem] : problems);
}

/** A description shorter than this is a summary of something longer. */
const MIN_FULL_LENGTH = 600;
const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/;

function itemFields(item: FeedItem, name: string, feed: Feed): ReportFields {
  const author = normaliseLine(item.authors.map(authorName).filter(Boolean).join(', '));
  const outlet = outletOf(item, feed);
  return {
    source: name,
    url: item.url,
    title: item.title === null ? null : wordsOf(item.title, name, ' '),
    text: item.html === null ? '' : wordsOf(item.html, name, '\n\n'),
    outlet,
    byline: author === outlet ? null : author,
    stated: item.published === null ? null : parseStatedDate(item.published),
    statedLanguage: /^[a-z]{2,3}(?![a-z])/i.exec(feed.language ?? '')?.[0].toLowerCase() ?? null,
  };
}

/** The words of a piece of HTML, scripts and furniture left out. */
function wordsOf(html: string, file: string, between: string): string {
  const root = parseFragment(html, file);
  removeFurniture(root);
  const blocks = readBlocks(root).filter((block) => !isFurnitureLine(block));
  return blocks.map(({ text }) => text).join(between);
}

/** "press@example.org (Ada Example)" gives "Ada Example". */
function authorName(author: string): string {
  return /\(([^()]+)\)\s*$/.exec(author)?.[1] ?? (author.includes('@') ? '' : author);
}

function outletOf(item: FeedItem, feed: Feed): string | null {
  const hosts = [item.url, feed.url].flatMap((url) => (url && URL.canParse(url) ? [new URL(url).hostname] : []));
  const host = hosts.map(outletOfHost).find((outlet) => outlet !== null);
  if (host) return host.name;
  const title = normaliseLine(feed.title);
  const part = title
    ?.split(/\s+[|–—·-]\s+/)
    .map(findOutlet)
    .find((outlet) => outlet !== null);
  return part?.name ?? title;
}

/** Takes the report from the page that an item links to, where that is wanted; what goes wrong, or is wanting, a problem says. */
async function completed(
  own: ReportFields,
  context: ReadContext,
): Promise<{ readonly fields: ReportFields; readonly problem: Problem | null }> {
  if (!context.followLinks || !own.url) return { fields: own, problem: shortfall(own) };
  try {
    const source = await context.openAddress(own.url);
    const bytes = await readAll(source, context.limits.maxDocumentBytes);
    const { text } = decodeBytes(bytes, source.charset ?? declaredCharset(source.head), own.url);
    const page = pageFields(text, own.source, source.url);
    return {
      fields: {
        ...page,
        url: own.url,
        title: page.title ?? own.title,
        byline: page.byline ?? own.byline,
        outlet: own.outlet ?? page.outlet,
        stated: own.stated ?? page.stated,
      },
      problem: null,
    };
  } catch (error) {
    const failed = failure(own.source, error);
    const reason = failed.kind === 'failure' ? failed.error : null;
    return {
      fields: own,
      problem: {
        code: 'read/link-not-followed',
        message: `${own.url} was not read: ${reason?.message} [${reason?.code}]`,
        span: null,
      },
    };
  }
}

function shortfall(own: ReportFields): Problem {
  const message =
    own.text === ''
      ? 'The feed gives the title alone; follow its links to read the whole.'
      : 'The feed gives a summary alone; follow its links to read the whole.';
  return { code: own.text === '' ? 'read/title-only' : 'read/summary-only', message, span: null };
}
