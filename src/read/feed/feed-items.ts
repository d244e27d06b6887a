import { DetectError, MalformedError, ParseError, parseFeed } from 'feedsmith';
import { ChanceryError } from '../../problems.ts';

/** One item of a feed, whatever the feed's form. */
export interface FeedItem {
  /** What names the item for good: its guid or id, else its link. */
  readonly id: string | null;
  readonly url: string | null;
  readonly title: string | null;
  readonly html: string | null;
  /** Whether `html` is the item's full content, or may be a summary only. */
  readonly isFull: boolean;
  readonly published: string | null;
  readonly authors: readonly string[];
}

/** A feed: what it calls itself, and its items in the order in which they stand. */
export interface Feed {
  readonly title: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
}

type Parsed = ReturnType<typeof parseFeed>;

/** Reads RSS, Atom, RDF (RSS 1.0) or JSON Feed; throws `read/broken-feed` where it is none of them, or broken. */
export function readFeedItems(text: string, file: string): Feed {
  const parsed = parse(text, file);
  switch (parsed.format) {
    case 'rss':
      return {
        title: parsed.feed.title ?? null,
        url: parsed.feed.link ?? null,
        language: parsed.feed.language ?? null,
        items: (parsed.feed.items ?? []).map(rssItem),
      };
    case 'rdf':
      return {
        title: parsed.feed.title ?? null,
        url: parsed.feed.link ?? null,
        language: parsed.feed.dc?.languages?.[0] ?? null,
        items: (parsed.feed.items ?? []).map(rdfItem),
      };
    case 'atom':
      return {
        title: textOf(parsed.feed.title),
        url: linkOf(parsed.feed.links),
        language: parsed.feed.xml?.lang ?? null,
        items: (parsed.feed.entries ?? []).map(atomItem),
      };
    case 'json':
      return {
        title: parsed.feed.title ?? null,
        url: parsed.feed.home_page_url ?? null,
        language: parsed.feed.language ?? null,
        items: (parsed.feed.items ?? []).map(jsonItem),
      };
  }
}

function parse(text: string, file: string): Parsed {
  try {
    return parseFeed(text);
  } catch (cause) {
    const isKnown =
      cause instanceof DetectError ||
      cause instanceof ParseError ||
      cause instanceof MalformedError ||
      cause instanceof SyntaxError;
    if (!isKnown) throw cause;
    throw new ChanceryError('read/broken-feed', 'It is no whole feed.', {
      at: { file },
      expected: ['RSS', 'Atom', 'RSS 1.0 (RDF)', 'JSON Feed'],
      cause,
    });
  }
}

type FeedOf<F extends Parsed['format']> = Extract<Parsed, { format: F }>['feed'];
type ItemOf<F extends 'rss' | 'rdf' | 'json'> = NonNullable<FeedOf<F>['items']>[number];
type Entry = NonNullable<FeedOf<'atom'>['entries']>[number];

function rssItem(item: ItemOf<'rss'>): FeedItem {
  const full = item.content?.encoded ?? null;
  const authors =
    item.dc?.creators ??
    (item.authors ?? []).map((author) =>
      typeof author === 'string' ? author : ((author as { name?: string }).name ?? ''),
    );
  return {
    id: item.guid?.value ?? item.link ?? null,
    url: item.link ?? (item.guid?.isPermaLink !== false ? addressOf(item.guid?.value) : null),
    title: item.title ?? null,
    html: full ?? item.description ?? null,
    isFull: full !== null,
    published: dateText(item.pubDate ?? item.dc?.dates?.[0]),
    authors,
  };
}

function rdfItem(item: ItemOf<'rdf'>): FeedItem {
  const full = item.content?.encoded ?? null;
  return {
    id: item.rdf?.about ?? item.link ?? null,
    url: item.link ?? addressOf(item.rdf?.about),
    title: item.title ?? null,
    html: full ?? item.description ?? null,
    isFull: full !== null,
    published: dateText(item.dc?.dates?.[0]),
    authors: item.dc?.creators ?? [],
  };
}

function atomItem(entry: Entry): FeedItem {
  const full = textOf(entry.content);
  const url = linkOf(entry.links);
  return {
    id: entry.id ?? url,
    url,
    title: textOf(entry.title),
    html: full ?? textOf(entry.summary),
    isFull: full !== null,
    published: dateText(entry.published ?? entry.updated),
    authors: (entry.authors ?? []).flatMap((author) => author.name ?? []),
  };
}

function jsonItem(item: ItemOf<'json'>): FeedItem {
  const full = item.content_html ?? (item.content_text ? escapeText(item.content_text) : null);
  const url = item.url ?? item.external_url ?? null;
  return {
    id: item.id ?? url,
    url,
    title: item.title ?? null,
    html: full ?? (item.summary ? escapeText(item.summary) : null),
    isFull: full !== null,
    published: dateText(item.date_published),
    authors: (item.authors ?? []).flatMap((author) => author.name ?? []),
  };
}

/** The parser hands dates on as they stand. */
const dateText = (date: unknown): string | null => (typeof date === 'string' ? date : null);

/** Atom texts come as they are or with their type. */
function textOf(
  text: string | { readonly value?: string | undefined; readonly type?: string | undefined } | undefined,
): string | null {
  if (text === undefined || typeof text === 'string') return text ?? null;
  const value = text.value ?? null;
  return value !== null && (text.type === undefined || text.type === 'text') ? escapeText(value) : value;
}

/** Plain text becomes paragraphs of HTML, so that all items go one way. */
function escapeText(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return escaped.replace(/\n\s*\n/g, '<p>').replace(/\n/g, '<br>');
}

function linkOf(
  links: readonly { readonly href?: string | undefined; readonly rel?: string | undefined }[] | undefined,
): string | null {
  const link = links?.find(({ rel }) => rel === undefined || rel === 'alternate') ?? null;
  return link?.href ?? null;
}

function addressOf(id: string | undefined): string | null {
  return id && /^https?:/.test(id) ? id : null;
}
