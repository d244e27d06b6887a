import { once, pageWords } from '../phrases.ts';
import type { Block } from './blocks.ts';
import type { PageElement } from './dom.ts';

/** More of a page's words than this share are no furniture, whatever their element is called. */
const MAX_SHARE = 0.35;
/** A line of which more than this share is links leads elsewhere. */
const MAX_LINK_SHARE = 0.85;

const FURNITURE = once(() => new Set(pageWords().furniture));
const ROLES = once(() => new Set(pageWords().furnitureRoles));
const TAGS = once(() => new Set(pageWords().tags.map((tag) => tag.toUpperCase())));

/** Takes out of a page what is not its article: scripts, navigation, captions, sharing, related links, cookie notices, hidden parts. */
export function removeFurniture(root: PageElement): void {
  for (const element of [...root.querySelectorAll(pageWords().silent.join(','))]) element.remove();
  const total = lengthOf(root);
  for (const element of [...root.querySelectorAll('*')]) {
    if (isFurniture(element) && lengthOf(element) <= total * MAX_SHARE) element.remove();
  }
}

const lengthOf = (element: PageElement) => (element.textContent ?? '').length;

/** Whether an element is furniture by its tag, role, class or id, or because it is hidden. */
export function isFurniture(element: PageElement): boolean {
  if (
    TAGS().has(element.tagName) ||
    isHidden(element) ||
    ROLES().has(element.getAttribute('role') ?? '') ||
    isNoteMark(element)
  )
    return true;
  const words = nameWords(element);
  if (words.some((word) => FURNITURE().has(word))) return true;
  return pageWords().furniturePairs.some((pair) => pair.every((word) => words.includes(word)));
}

function isHidden(element: PageElement): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

/** The mark of a note: "[1]" in raised letters. */
function isNoteMark(element: PageElement): boolean {
  return (
    element.tagName === 'SUP' &&
    /^\s*\[?[\d\w*†‡ ]{1,12}\]?\s*$/.test(element.textContent ?? '') &&
    element.querySelector('a') !== null
  );
}

const NAMING = ['class', 'id', 'itemprop', 'data-component', 'data-testid'];

/** The words of an element's class and id: "article__RelatedLinks" gives article, related, links. */
export function nameWords(element: PageElement): readonly string[] {
  const names = NAMING.map((attribute) => element.getAttribute(attribute) ?? '').join(' ');
  return names
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u);
}

const WHOLE_LINE = once(() => new RegExp(`^(?:${pageWords().wholeLines.join('|')})$`, 'iu'));
const LINE_START = once(() => new RegExp(`^\\(?(?:${pageWords().lineStarts.join('|')})`, 'iu'));

/** Whether a line of an article is furniture: a known phrase, or words that do nothing but link. */
export function isFurnitureLine(block: Block): boolean {
  if (WHOLE_LINE().test(block.text) || LINE_START().test(block.text)) return true;
  return block.linkLength > block.text.length * MAX_LINK_SHARE && !/[.!?]["”’]?$/.test(block.text);
}
