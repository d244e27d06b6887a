import { readByline } from '../header.ts';
import { normaliseLine } from '../normalise.ts';
import { findOutlet, outletName, outletOfHost } from '../outlets.ts';
import type { StatedDate } from '../parse-date.ts';
import { pageWords } from '../phrases.ts';
import type { PageDocument } from './dom.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { type MetaContents, metaTexts, readMeta } from './meta.ts';
import { readPageDate } from './page-date.ts';
import { readHeadline, siteOf } from './page-title.ts';

/** What a page says of its article. */
export interface PageMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly stated: StatedDate | null;
  /** The words of the article as JSON-LD gives them, for pages that show none. */
  readonly articleBody: string | null;
}

/** Reads a page's metadata; to be called before the page is taken apart. `fetchedFrom` is its address when it was fetched. */
export function readPageMetadata(document: PageDocument, fetchedFrom: string | null): PageMetadata {
  const linkedData = readLinkedData(document);
  const meta = readMeta(document);
  const url = fetchedFrom ?? canonicalUrl(document, meta);
  const stated = readOutlet(document, meta, linkedData, url);
  const headline = readHeadline(document, meta, linkedData, stated);
  const outlet = stated ?? siteOf(normaliseLine(document.querySelector('title')?.textContent), headline.title);
  return {
    title: headline.title,
    outlet,
    byline: readPageByline(document, meta, linkedData, outlet),
    language: readLanguage(document, meta, linkedData),
    url,
    stated: readPageDate(document, meta, linkedData, headline.element, url),
    articleBody: linkedData?.articleBody ?? null,
  };
}

function canonicalUrl(document: PageDocument, meta: MetaContents): string | null {
  const href = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? metaTexts(meta, ['og:url'])[0];
  return href && /^https?:\/\//.test(href) && URL.canParse(href) ? href : null;
}

function readOutlet(
  document: PageDocument,
  meta: MetaContents,
  linkedData: LinkedData | null,
  url: string | null,
): string | null {
  const host = url && URL.canParse(url) ? outletOfHost(new URL(url).hostname) : null;
  const stated = normaliseLine(linkedData?.publisher ?? metaTexts(meta, pageWords().outletMeta)[0]);
  if (host) return host.name;
  if (stated) return outletName(stated);
  const title = normaliseLine(document.querySelector('title')?.textContent) ?? '';
  return findOutlet(title.split(/\s[|–—-]\s/).at(-1)!)?.name ?? null;
}

function readPageByline(
  document: PageDocument,
  meta: MetaContents,
  linkedData: LinkedData | null,
  outlet: string | null,
): string | null {
  const candidates = [linkedData?.author, ...metaTexts(meta, pageWords().authorMeta), ...shownBylines(document)];
  const names = candidates.map((candidate) => bareNames(candidate ?? null)).filter((name) => name !== null);
  return names.find((name) => outletName(name) !== outlet && findOutlet(name) === null) ?? null;
}

/** What stands in the page's bylines: of each the part that reads like one, or the whole where it is short. */
function shownBylines(document: PageDocument): readonly string[] {
  return pageWords().bylines.flatMap((selector) => {
    const element = document.querySelector(selector);
    if (!element) return [];
    const texts = [element, ...element.querySelectorAll('*')].map((part) => normaliseLine(part.textContent) ?? '');
    return [texts.find((text) => readByline(text) !== null) ?? texts[0]!].filter(
      (text) => text !== '' && text.length <= MAX_BYLINE,
    );
  });
}

const MAX_BYLINE = 120;

/** "By Ada Example in Vienna" gives "Ada Example"; an address or a date is no name. */
function bareNames(text: string | null): string | null {
  const line = normaliseLine(text);
  return line === null || /^https?:|\d{4}|@/.test(line) ? null : (readByline(line) ?? line);
}

/** The primary subtag of the language that the page declares. */
function readLanguage(document: PageDocument, meta: MetaContents, linkedData: LinkedData | null): string | null {
  const declared =
    document.documentElement?.getAttribute('lang') ??
    metaTexts(meta, ['content-language', 'og:locale'])[0] ??
    linkedData?.language;
  return /^[a-z]{2,3}(?![a-z])/i.exec(declared ?? '')?.[0].toLowerCase() ?? null;
}
