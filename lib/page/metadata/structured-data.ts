/** What a page tells of itself to machines: its meta tags and the schema.org node of its article. */
import { decodeEntities } from './html-entities.ts';
import { listOf } from '../../review/node.ts';
import { type JsonLdNode, findJsonLd, isArticleType, typesOf } from './json-ld.ts';
import { likeness } from '../text/titles.ts';

export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The first text in a value of JSON-LD or an attribute; a number is one as well (a moment in milliseconds). */
export const textIn = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return collapse(value) === '' ? null : collapse(decodeEntities(value));
  if (Array.isArray(value)) return value.map(textIn).find((text) => text !== null) ?? null;
  return typeof value === 'object' && value !== null && '@value' in value ? textIn(value['@value']) : null;
};

interface Meta {
  readonly content: string;
  readonly isItem: boolean;
}

/** What the page's meta tags say, by their names in small letters. */
type Metas = ReadonlyMap<string, readonly Meta[]>;

/** One pass over a list that the browser keeps: a selector for each name would look through the whole page. */
export const readMetas = (document: Document): Metas => {
  const metas = new Map<string, Meta[]>();
  for (const tag of document.getElementsByTagName('meta')) {
    const content = textIn(tag.getAttribute('content'));
    if (content === null) continue;
    const named = new Set([tag.getAttribute('property')?.toLowerCase(), tag.getAttribute('name')?.toLowerCase()]);
    const item = tag.getAttribute('itemprop')?.toLowerCase();
    for (const name of new Set([...named, item])) {
      if (name === undefined) continue;
      const known = metas.get(name) ?? [];
      metas.set(name, known);
      known.push({ content, isItem: !named.has(name) });
    }
  }
  return metas;
};

/** Content of the first meta tag of these names that says something, in their order. */
export const metaOf = (metas: Metas, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const [meta] = metas.get(name.toLowerCase()) ?? [];
    if (meta) return meta.content;
  }
  return null;
};

/** Names of people or organisations: texts, nodes, or references to nodes elsewhere on the page. */
export const namesOf = (document: Document, value: unknown): readonly string[] =>
  listOf(value).flatMap((each) => {
    if (typeof each !== 'object' || each === null) return textIn(each) ?? [];
    const node = each as JsonLdNode;
    const names = listOf(node.name).flatMap((name) => textIn(name) ?? []);
    if (names.length > 0 || node['@id'] === undefined) return names;
    const meant = findJsonLd(document).find((other) => other['@id'] === node['@id'] && other.name !== undefined);
    return listOf(meant?.name).flatMap((name) => textIn(name) ?? []);
  });

/** The article's own node: the one whose headline is the page's title, else the first. */
const findArticleNode = (document: Document): JsonLdNode | null => {
  const nodes = findJsonLd(document).filter((node) => typesOf(node).some((type) => isArticleType(type)));
  const alike = (node: JsonLdNode): number => likeness(textIn(node.headline) ?? '', document.title);
  return nodes.toSorted((a, b) => alike(b) - alike(a))[0] ?? null;
};

/** Where a page tells of itself. */
export interface StructuredData {
  readonly document: Document;
  readonly metas: Metas;
  readonly node: JsonLdNode | null;
}

export const readStructuredData = (document: Document): StructuredData => ({
  document,
  metas: readMetas(document),
  node: findArticleNode(document),
});

/** An `itemprop` of the page, outside of comments and lists of other articles. */
export const itemOf = (document: Document, name: string): string | null => {
  const element = document.querySelector(`[itemprop~="${name}"]`);
  if (!element || element.closest('[class*="comment"],aside,nav,footer')) return null;
  const written = ['content', 'datetime', 'title'].map((name) => element.getAttribute(name));
  return textIn(written.find((each) => each !== null) ?? element.textContent);
};
