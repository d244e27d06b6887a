import { isElement, type PageElement, type PageNode, TEXT_NODE } from './dom.ts';

/** A paragraph, heading or list item of a page, with how many of its characters are links. */
export interface Block {
  readonly text: string;
  readonly linkLength: number;
  readonly isHeading: boolean;
  /** The element that the words stand in. */
  readonly element: PageElement;
}

const BLOCK_TAGS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);
const HEADING = /^H[1-6]$/;

/** Gives the words of an element as blocks in reading order. A single line break stays one; two end the block. */
export function readBlocks(root: PageElement): readonly Block[] {
  const blocks: Block[] = [];
  let open = { text: '', linkLength: 0 };
  const finish = (element: PageElement) => {
    for (const text of open.text.split(/\n\s*\n/).map(tidy)) {
      if (text === '') continue;
      const linkLength = Math.min(open.linkLength, text.length);
      blocks.push({ text, linkLength, isHeading: HEADING.test(element.tagName), element });
    }
    open = { text: '', linkLength: 0 };
  };
  const visit = (node: PageNode, parent: PageElement, inside: Inside) => {
    if (node.nodeType === TEXT_NODE) {
      const text = wordsOf(node, inside);
      open = { text: open.text + text, linkLength: open.linkLength + (inside.link ? text.trim().length : 0) };
    } else if (isElement(node)) visitElement(node, parent, inside);
  };
  const visitElement = (element: PageElement, parent: PageElement, outside: Inside) => {
    const inside = { link: outside.link || element.tagName === 'A', pre: outside.pre || element.tagName === 'PRE' };
    const isBlock = BLOCK_TAGS.has(element.tagName);
    if (element.tagName === 'BR') open = { ...open, text: `${open.text}\n` };
    if (isBlock) finish(parent);
    if (element.tagName === 'Q') open = { ...open, text: `${open.text}“` };
    for (const child of element.childNodes) visit(child, element, inside);
    if (element.tagName === 'Q') open = { ...open, text: `${open.text}”` };
    if (isBlock) finish(element);
  };
  visitElement(root, root, { link: false, pre: false });
  finish(root);
  return blocks;
}

/** Whether words are those of a link, and whether they are preformatted. */
interface Inside {
  readonly link: boolean;
  readonly pre: boolean;
}

/** Line breaks in a page's source are spaces, but for those of preformatted text. */
function wordsOf(node: PageNode, inside: Inside): string {
  const text = node.textContent ?? '';
  return inside.pre ? text : text.replace(/[ \t\r\n\f]+/g, ' ');
}

function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
