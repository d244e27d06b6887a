import type { PageDocument } from './dom.ts';

/** The contents of a page's meta elements by their names in lower case, in page order. */
export type MetaContents = ReadonlyMap<string, readonly string[]>;

const NAMES = ['name', 'property', 'itemprop', 'http-equiv'];

/** Reads the meta elements of a page; empty ones are left out. */
export function readMeta(document: PageDocument): MetaContents {
  const contents = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta[content]')) {
    const content = element.getAttribute('content')!.trim();
    for (const attribute of content === '' ? [] : NAMES) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (!name) continue;
      const named = contents.get(name);
      if (named) named.push(content);
      else contents.set(name, [content]);
    }
  }
  return contents;
}

/** All contents under these names, those of the first name first. */
export function metaTexts(meta: MetaContents, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => meta.get(name) ?? []);
}
