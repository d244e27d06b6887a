import { normaliseLine } from '../normalise.ts';
import { findOutlet } from '../outlets.ts';
import { once, pageWords } from '../phrases.ts';
import { readBlocks } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';
import type { LinkedData } from './json-ld.ts';
import { type MetaContents, metaTexts } from './meta.ts';

/** A page's headline, and the element that shows it when one does. */
export interface Headline {
  readonly title: string | null;
  readonly element: PageElement | null;
}

const GENERIC = once(() => new Set(pageWords().genericTitles.map(fold)));
const fold = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Finds the headline: the h1 (or what stands for one) that agrees best with what the page is called elsewhere, else that name without the site's.
 * `outlet` is the site's name.
 */
export function readHeadline(
  document: PageDocument,
  meta: MetaContents,
  linkedData: LinkedData | null,
  outlet: string | null,
): Headline {
  const pageTitle = normaliseLine(document.querySelector('title')?.textContent);
  const declared = [
    linkedData?.headline ?? null,
    ...metaTexts(meta, ['og:title', 'twitter:title', 'dc.title', 'dcterms.title']),
  ];
  const names = [...declared, pageTitle].flatMap((name) => stripSite(normaliseLine(name), outlet) ?? []);
  const best = bestShown(
    document,
    names.filter((name) => !isGeneric(name, outlet)),
    outlet,
  );
  return (
    best ??
    shownPart(document, pageTitle) ?? { title: names.find((name) => !isGeneric(name, outlet)) ?? null, element: null }
  );
}

/** The heading that agrees best with one of the page's names; the first h1 where it has none. */
function bestShown(document: PageDocument, names: readonly string[], outlet: string | null): Headline | null {
  const shown = ['h1', ...pageWords().titles].flatMap((selector) => [...document.querySelectorAll(selector)]);
  const ranked = shown.flatMap((element, index) => {
    const title = normaliseLine(element.textContent);
    if (title === null || title.length > MAX_TITLE || isGeneric(title, outlet)) return [];
    return [{ element, index, title, agreement: Math.max(0, ...names.map((name) => agreement(title, name))) }];
  });
  const [best] = ranked.sort((a, b) => b.agreement - a.agreement || a.index - b.index);
  const isHeadline = best && (best.agreement >= MIN_AGREEMENT || names.length === 0 || best.element.tagName === 'H1');
  return isHeadline ? { title: best.title, element: best.element } : null;
}

/** The part of the page's title that stands on the page as a line of its own. */
function shownPart(document: PageDocument, pageTitle: string | null): Headline | null {
  const parts = (pageTitle ?? '').split(SEPARATOR);
  if (parts.length < 2 || !document.body) return null;
  const line = readBlocks(document.body).find(
    ({ text, linkLength }) => linkLength === 0 && parts.includes(text) && !isGeneric(text, null),
  );
  return line ? { title: line.text, element: line.element } : null;
}

/** The site's name, where the page's title is the headline and one part more: "Talks resume - Border Gazette". Null elsewhere. */
export function siteOf(pageTitle: string | null, headline: string | null): string | null {
  if (pageTitle === null || headline === null || !pageTitle.includes(headline)) return null;
  const rest = pageTitle
    .replace(headline, '\n')
    .split('\n')
    .filter((part) => part.trim() !== '');
  const [first, ...others] = (rest[0] ?? '')
    .split(SEPARATOR)
    .filter((part) => part.trim() !== '' && !isGeneric(part, null));
  const isName =
    rest.length === 1 &&
    first !== undefined &&
    others.length === 0 &&
    SEPARATOR.test(` ${rest[0]} `) &&
    first.split(' ').length <= MAX_SITE_WORDS;
  return isName ? first.replace(/^[\s|–—·•»:/_-]+|[\s|–—·•»:/_-]+$/g, '') : null;
}

const MAX_SITE_WORDS = 9;
const MAX_TITLE = 400;
const MIN_AGREEMENT = 0.5;

function isGeneric(title: string, outlet: string | null): boolean {
  return (
    GENERIC().has(fold(title)) ||
    (outlet !== null && fold(title) === fold(outlet)) ||
    (findOutlet(title) !== null && title.split(' ').length < 5)
  );
}

/** The share of the shorter one's words that the other has too. */
function agreement(a: string, b: string): number {
  const [left, right] = [a, b].map((title) => new Set(fold(title).split(' '))) as [Set<string>, Set<string>];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / Math.max(1, Math.min(left.size, right.size));
}

const SEPARATOR = /\s+[|–—·•»:/-]+\s+|\s*[|»]\s*|_(?=\p{Lu})|:\s+/u;

/** Takes the site's name off a page's name: "Talks resume - Ministry of Foreign Affairs" is called "Talks resume". */
export function stripSite(title: string | null, outlet: string | null): string | null {
  if (title === null) return null;
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  const isSite = (part: string) =>
    isGeneric(part, outlet) ||
    (outlet !== null && (fold(outlet).includes(fold(part)) || fold(part).includes(fold(outlet))));
  let kept = parts;
  while (kept.length > 1 && isSite(kept.at(-1)!)) kept = kept.slice(0, -1);
  while (kept.length > 1 && isSite(kept[0]!)) kept = kept.slice(1);
  if (kept.length === parts.length) return title;
  const start = title.indexOf(kept[0]!);
  return title.slice(start, title.indexOf(kept.at(-1)!, start) + kept.at(-1)!.length);
}
