import { readStamp } from '../header.ts';
import { normaliseLine } from '../normalise.ts';
import { parseStatedDate, type StatedDate } from '../parse-date.ts';
import { pageWords } from '../phrases.ts';
import { isoDate } from '../written-date.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isFurniture, nameWords } from './furniture.ts';
import type { LinkedData } from './json-ld.ts';
import { type MetaContents, metaTexts } from './meta.ts';

/** Sites put the epoch, or the year 1, where they have no date. */
const FIRST_PAGE_DATE = '1980-01-01';

/** Tells when a page says that it was published: by JSON-LD, meta elements, a date that it shows near its headline, or its address. Null where nothing does. */
export function readPageDate(
  document: PageDocument,
  meta: MetaContents,
  linkedData: LinkedData | null,
  headline: PageElement | null,
  url: string | null,
): StatedDate | null {
  return (
    plausible(linkedData?.datePublished ? parseStatedDate(linkedData.datePublished) : null) ??
    metaDate(meta) ??
    shownDate(document, headline) ??
    plausible(url === null ? null : urlDate(url))
  );
}

const plausible = (stated: StatedDate | null) => (stated && stated.date >= FIRST_PAGE_DATE ? stated : null);

function metaDate(meta: MetaContents): StatedDate | null {
  const dates = metaTexts(meta, pageWords().publishedMeta).map((content) => plausible(parseStatedDate(content)));
  return dates.find((stated) => stated !== null) ?? null;
}

/** The first date shown after the headline, else the last one before it; without a headline the first on the page. A later change counts only alone. */
function shownDate(document: PageDocument, headline: PageElement | null): StatedDate | null {
  const elements = [...document.querySelectorAll('h1, time, [class], [id], [itemprop="datePublished"]')];
  const shown = elements.flatMap((element, index) => {
    const stamp = isDateElement(element) ? stampOf(element) : null;
    return stamp && plausible(stamp.stated) && !isElsewhere(element, headline) ? [{ ...stamp, index }] : [];
  });
  const position = headline === null ? -1 : elements.indexOf(headline);
  const ordered = [
    ...shown.filter(({ index }) => index > position),
    ...shown.filter(({ index }) => index < position).reverse(),
  ];
  return (ordered.find(({ isUpdate }) => !isUpdate) ?? ordered[0])?.stated ?? null;
}

/** A date in furniture, or in a list of links, is that of something else, unless the headline stands there too. */
function isElsewhere(element: PageElement, headline: PageElement | null): boolean {
  if (element.closest('li a')) return true;
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (isFurniture(around) && !isDateElement(around) && !(headline && around.contains(headline))) return true;
  }
  return false;
}

function isDateElement(element: PageElement): boolean {
  if (element.tagName === 'TIME' || element.getAttribute('itemprop') === 'datePublished') return true;
  return nameWords(element).some((word) => pageWords().dateClasses.includes(word));
}

function stampOf(element: PageElement): { readonly stated: StatedDate; readonly isUpdate: boolean } | null {
  const attribute = element.getAttribute('datetime') ?? element.getAttribute('content');
  const stated = attribute ? parseStatedDate(attribute) : null;
  const isUpdate = nameWords(element).some((word) => pageWords().updateClasses.includes(word));
  if (stated) return { stated, isUpdate };
  const stamp = readStamp(normaliseLine(element.textContent) ?? '');
  return stamp && { ...stamp, isUpdate: stamp.isUpdate || isUpdate };
}

/** The day in an address: "/2023/03/17/", "/2023-03-17-", "t20230317_", "/2023/mar/17/". */
export function urlDate(url: string): StatedDate | null {
  const path = URL.canParse(url) ? new URL(url).pathname : url;
  const spaced = /(?<!\d)((?:19|20)\d{2})([/_-])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(path);
  const compact = /(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/.exec(path);
  const named = /\/((?:19|20)\d{2})\/([a-z]{3,9})\/(\d{1,2})(?:\/|$)/i.exec(path);
  const written = named && parseStatedDate(`${named[3]} ${named[2]} ${named[1]}`);
  const date =
    (spaced && isoDate(Number(spaced[1]), Number(spaced[3]), Number(spaced[4]))) ??
    (compact && isoDate(Number(compact[1]), Number(compact[2]), Number(compact[3])));
  return date ? { date, minuteOfDay: null, offsetMinutes: null } : written;
}
