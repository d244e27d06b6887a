import type { PageDocument } from './dom.ts';

/** What a page says of its article in schema.org's terms. */
export interface LinkedData {
  readonly headline: string | null;
  readonly datePublished: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly articleBody: string | null;
}

type Node = Readonly<Record<string, unknown>>;

const ARTICLE = /Article|Posting|Report$|GovernmentService|PressRelease/;
const PAGE = /WebPage|CreativeWork/;

/** Reads the JSON-LD of a page: the node that is an article, else one that is a page; null where there is none. Source: schema.org NewsArticle. */
export function readLinkedData(document: PageDocument): LinkedData | null {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    parseNodes(script.textContent ?? ''),
  );
  const node =
    nodes.find((candidate) => ARTICLE.test(typeOf(candidate))) ??
    nodes.find((candidate) => PAGE.test(typeOf(candidate)));
  if (!node) return null;
  return {
    headline: textOf(node.headline) ?? textOf(node.name),
    datePublished: textOf(node.datePublished) ?? textOf(node.dateCreated),
    author: namesOf(node.author ?? node.creator, nodes),
    publisher: namesOf(node.publisher ?? node.sourceOrganization, nodes),
    language: textOf(node.inLanguage),
    articleBody: textOf(node.articleBody),
  };
}

/** A broken script says nothing. */
function parseNodes(json: string): readonly Node[] {
  try {
    return flatten(JSON.parse(json.replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)|(?:-->|\]\]>)\s*$/g, '')), 0);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function flatten(value: unknown, depth: number): readonly Node[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => flatten(entry, depth + 1));
  const node = value as Node;
  return [
    node,
    ...flatten(node['@graph'], depth + 1),
    ...flatten(node.mainEntity, depth + 1),
    ...flatten(node.mainEntityOfPage, depth + 1),
  ];
}

const typeOf = (node: Node) =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .join(' ');
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** The names of persons or organisations, given as text, as nodes, as a list of these, or by reference. */
function namesOf(value: unknown, nodes: readonly Node[]): string | null {
  const names = [value].flat().flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    if (typeof entry !== 'object' || entry === null) return [];
    const node = entry as Node;
    const name =
      textOf(node.name) ??
      textOf(nodes.find((other) => node['@id'] && other['@id'] === node['@id'] && other.name)?.name);
    return name === null ? [] : [name];
  });
  const people = names.filter((name) => !/^https?:/.test(name));
  return people.length > 0 ? [...new Set(people)].join(', ') : null;
}
