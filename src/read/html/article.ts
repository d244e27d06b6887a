import { Readability } from '@mozilla/readability';
import { ChanceryError } from '../../problems.ts';
import { pageWords } from '../phrases.ts';
import { type Block, readBlocks } from './blocks.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { isFurnitureLine, removeFurniture } from './furniture.ts';

/** A container is the article's when it holds this share of all running text that the page has left. */
const MIN_SHARE = 0.55;
const MIN_LENGTH = 100;
/** Readability takes time with the square of depth and more: 2.6 s at 256, 0.1 s at 64. */
const MAX_READABILITY_DEPTH = 64;
const MAX_READABILITY_ELEMENTS = 10_000;

/**
 * Finds the article of a page and gives its words as blocks, furniture left out. Takes the page apart on the way.
 * First a container that the lexicon names, then the one that Readability picks, then the whole body.
 */
export function readArticle(document: PageDocument, file: string): readonly Block[] {
  const body = document.body;
  if (!body) return [];
  removeFurniture(body);
  const root = namedContainer(body) ?? pickedByReadability(document, file) ?? body;
  return withoutEmptyHeadings(afterHeadline(readBlocks(root), root).filter((block) => !isFurnitureLine(block)));
}

function namedContainer(body: PageElement): PageElement | null {
  const total = proseLength(body);
  for (const selector of pageWords().containers) {
    const [best] = [...body.querySelectorAll(selector)]
      .map((element) => ({ element, length: proseLength(element) }))
      .sort((a, b) => b.length - a.length);
    if (best && best.length >= MIN_LENGTH && best.length >= total * MIN_SHARE) return best.element;
  }
  return null;
}

/** The length of all sentences: blocks that end with a stop and are not mostly links. */
function proseLength(element: PageElement): number {
  return readBlocks(element)
    .filter(({ text, linkLength }) => /[.!?:]["”’)]*$/.test(text) && linkLength < text.length / 2)
    .reduce((sum, { text }) => sum + text.length, 0);
}

const MARK = 'data-chancery';

/** Readability rebuilds what it picks and loses line breaks on the way; so its choice is only used to find the same place in the page. */
function pickedByReadability(document: PageDocument, file: string): PageElement | null {
  const body = document.body!;
  const elements = [...body.querySelectorAll('*')];
  if (elements.length > MAX_READABILITY_ELEMENTS || depthOf(body) > MAX_READABILITY_DEPTH) return null;
  for (const [index, element] of elements.entries()) element.setAttribute(MARK, String(index));
  const picked = [...(runReadability(document, file)?.querySelectorAll(`[${MARK}]`) ?? [])]
    .filter((element) => (element.textContent ?? '').trim().length >= MIN_PICKED_LENGTH)
    .map((element) => elements[Number(element.getAttribute(MARK))]!);
  return commonAncestor(picked);
}

const MIN_PICKED_LENGTH = 40;

function runReadability(document: PageDocument, file: string): PageElement | null {
  const copy = (document as unknown as { cloneNode(deep: boolean): unknown }).cloneNode(true);
  try {
    return (
      new Readability(copy as never, {
        charThreshold: MIN_LENGTH,
        serializer: (node) => node as unknown as PageElement,
      }).parse()?.content ?? null
    );
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    throw new ChanceryError('read/broken-html', 'The page cannot be taken apart.', { at: { file }, cause });
  }
}

function commonAncestor(elements: readonly PageElement[]): PageElement | null {
  let ancestor: PageElement | null = elements[0] ?? null;
  while (ancestor && !elements.every((element) => ancestor!.contains(element))) ancestor = ancestor.parentElement;
  return ancestor;
}

function depthOf(element: PageElement): number {
  let deepest = 0;
  for (const leaf of element.querySelectorAll('p, td, li')) {
    let depth = 0;
    for (let node = leaf.parentElement; node; node = node.parentElement) depth++;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** Leaves out what stands above the headline where the article holds it: sections, dates, crumbs. */
function afterHeadline(blocks: readonly Block[], root: PageElement): readonly Block[] {
  const headline = root.querySelector('h1');
  const index = headline ? blocks.findIndex(({ element }) => headline.contains(element)) : -1;
  return blocks.slice(index + 1);
}

/** A heading above nothing, or above another heading of its kind, was the heading of furniture. */
function withoutEmptyHeadings(blocks: readonly Block[]): readonly Block[] {
  return blocks.filter(
    (block, index) => !block.isHeading || (blocks[index + 1] !== undefined && !blocks[index + 1]!.isHeading),
  );
}
