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

/** Pages of news are some dozen elements deep and some thousand large; what is far beyond costs the parser minutes and gigabytes. */
const MAX_DEPTH = 256;
const MAX_MARKS = 300_000;

/** Parses a page; throws `read/broken-html` where its elements are nested, or many, beyond reason. */
export function parsePage(html: string, file: string): PageDocument {
  const words = withoutOpaque(html);
  const depth = nestingDepth(words);
  const marks = words.split(/[<&]/).length - 1;
  if (depth > MAX_DEPTH) throw beyondReason(`Its elements are nested ${depth} deep, more than ${MAX_DEPTH}.`, file);
  if (marks > MAX_MARKS) throw beyondReason(`It has ${marks} tags and entities, more than ${MAX_MARKS}.`, file);
  return parseHTML(withSkeleton(words)).document as unknown as PageDocument;
}

function beyondReason(message: string, file: string): ChanceryError {
  const hint = 'Save the article as plain text and read that.';
  return new ChanceryError('read/broken-html', message, { at: { file }, hint });
}

const HEAD =
  /^(?:\s+|<head\b[^>]*>|<(?:meta|link|base)\b[^>]*>|<title\b[^>]*>[^<]*<\/title\s*>|<script\b[^>]*>[^<]*<\/script\s*>)*(?:<\/head\s*>)?/i;

/** HTML lets the tags of html, head and body be left out, and this parser does not put them in. */
function withSkeleton(html: string): string {
  const tag = /<html(?:\s[^>]*)?>/i.exec(html);
  const inner = tag ? html.slice(tag.index + tag[0].length) : html.replace(/<!doctype[^>]*>/i, '');
  const body = inner.search(/<body[\s>]/i);
  const headLength = body === -1 ? HEAD.exec(inner)![0].length : body;
  const head = inner.slice(0, headLength).replace(/<\/?head\b[^>]*>/gi, '');
  return `${tag?.[0] ?? '<html>'}<head>${head}</head>${body === -1 ? '<body>' : ''}${inner.slice(headLength)}`;
}

/** Parses a piece of HTML, such as the body of a feed's item. */
export function parseFragment(html: string, file: string): PageElement {
  return parsePage(`<!doctype html><html><body>${html}</body></html>`, file).body!;
}

/** Elements whose end tag may not be left out; others close by themselves and say nothing about depth. */
const NESTING =
  /<(\/?)(?:div|span|section|article|main|aside|nav|header|footer|table|ul|ol|dl|blockquote|font|b|i|em|strong|a|center|form)\b/gi;

function nestingDepth(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [, slash] of html.matchAll(NESTING)) {
    depth = Math.max(0, depth + (slash === '/' ? -1 : 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

const OPENING = /<!--|<script\b|<style\b/gi;
const CLOSING: Readonly<Record<string, RegExp>> = {
  '<!--': /-->/g,
  '<script': /<\/script[^>]{0,100}>/gi,
  '<style': /<\/style[^>]{0,100}>/gi,
};
const MAX_TAG_LENGTH = 1000;

/**
 * Leaves out comments, styles, and scripts but for those that hold data: often most of a page, and never its words.
 * It goes forward only, so that a page of a million openings takes no longer than another. What is not closed goes on to the end.
 */
function withoutOpaque(html: string): string {
  const kept: string[] = [];
  let position = 0;
  for (let opening = next(OPENING, html, 0); opening; opening = next(OPENING, html, position)) {
    const closing = next(CLOSING[opening[0].toLowerCase()]!, html, opening.index);
    const end = closing ? closing.index + closing[0].length : html.length;
    const isData = /^<script[^>]*ld\+json/i.test(html.slice(opening.index, opening.index + MAX_TAG_LENGTH));
    kept.push(html.slice(position, isData ? end : opening.index));
    position = end;
  }
  return kept.join('') + html.slice(position);
}

function next(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}
