import { parseHTML } from 'linkedom';
import { ChanceryError } from '../../problems.ts';

/** As much of a DOM node as reading needs. */
export interface PageNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  readonly parentNode: PageNode | null;
}

export interface PageElement extends PageNode {
  readonly tagName: string;
  readonly id: string;
  readonly parentElement: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  contains(other: PageNode): boolean;
  remove(): void;
}

export interface PageDocument {
  readonly documentElement: PageElement | null;
  readonly body: PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

export const TEXT_NODE = 3;
export const ELEMENT_NODE = 1;

export const isElement = (node: PageNode): node is PageElement => node.nodeType === ELEMENT_NODE;

/** Pages of news are some dozen elements deep; what is far deeper costs the parser minutes. */
const MAX_DEPTH = 256;

/** Parses a page; throws `read/broken-html` where its elements are nested beyond reason. */
export function parsePage(html: string, file: string): PageDocument {
  const depth = nestingDepth(html);
  if (depth > MAX_DEPTH) {
    const message = `Its elements are nested ${depth} deep, more than ${MAX_DEPTH}.`;
    throw new ChanceryError('read/broken-html', message, {
      at: { file },
      hint: 'Save the article as plain text and read that.',
    });
  }
  return parseHTML(html).document as unknown as PageDocument;
}

/** Parses a piece of HTML, such as the body of a feed's item. */
export function parseFragment(html: string, file: string): PageElement {
  return parsePage(`<!doctype html><html><body>${html}</body></html>`, file).body!;
}

/** Elements whose end tag may not be left out; others close by themselves and say nothing about depth. */
const NESTING =
  /<(\/?)(div|span|section|article|main|aside|nav|header|footer|table|ul|ol|dl|blockquote|font|b|i|em|strong|a|center|form)\b[^>]*>/gi;

function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash] of html.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, '').matchAll(NESTING)) {
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
