import { jsonrepair } from 'jsonrepair';
import type { Article } from '../../model/article.ts';
import type { ClaimReview } from '../../model/review.ts';
import { parseReviews, type ReviewPlace } from '../../review/parse.ts';
import type { SchemaNode } from '../../review/node.ts';

/** Reviews that one page may bring; a page with more is a list of others' reviews. */
const mostReviews = 50;

/** What a page says of the claims that it reviews, in JSON-LD, microdata or RDFa; broken JSON is mended where it can be. */
export function findClaimReviews(document: Document, place: ReviewPlace): readonly ClaimReview[] {
  const values = [...jsonLdOf(document), ...microdataOf(document), ...rdfaOf(document)];
  return parseReviews(values, place).slice(0, mostReviews);
}

/** The same, with what the article says of itself. */
export const reviewsOf = (document: Document, { metadata }: Article): readonly ClaimReview[] =>
  findClaimReviews(document, {
    url: metadata.canonicalUrl ?? metadata.url,
    publisher: metadata.publisher,
    title: metadata.title,
  });

/** All scripts together: one may refer to what another describes. */
function jsonLdOf(document: Document): unknown[] {
  return [...document.querySelectorAll('script[type*="ld+json" i]')].flatMap((script) => {
    const text = script.textContent ?? '';
    // The rest is not worth mending.
    return /claim-?review/iu.test(text) || text.includes('@id') ? parseScript(text) : [];
  });
}

const wrapping =
  /^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s*\]\]>\s*\*\/|\/\/\s*\]\]>|\]\]>)$/gu;

/** What is longer is not mended, in UTF-16 units: that takes a time that can grow with the square of it. */
const longestMended = 50_000;

const withoutEnd = (text: string): string => text.trim().replace(/;$/u, '').trim();

function parseScript(source: string): unknown[] {
  const text = withoutEnd(withoutEnd(source).replace(wrapping, ''));
  const decoded = /^[[{]\s*&quot;/u.test(text) ? text.replaceAll('&quot;', '"').replaceAll('&amp;', '&') : text;
  const mends = [
    () => jsonrepair(decoded),
    // An object that breaks off in a string, or prose around it.
    () => jsonrepair(decoded.slice(Math.max(0, decoded.search(/[[{]/u)))),
  ];
  for (const attempt of [() => decoded, ...(decoded.length > longestMended ? [] : mends)]) {
    try {
      return [JSON.parse(attempt()) as unknown];
    } catch {
      // The next attempt mends more.
    }
  }
  return [];
}

interface Syntax {
  readonly scope: string;
  readonly type: string;
  readonly property: string;
}

const microdata: Syntax = { scope: 'itemscope', type: 'itemtype', property: 'itemprop' };
const rdfa: Syntax = { scope: 'typeof', type: 'typeof', property: 'property' };

const microdataOf = (document: Document): SchemaNode[] =>
  [...document.querySelectorAll('[itemscope][itemtype*="ClaimReview" i]')].map((item) => nodeOf(item, microdata, []));
const rdfaOf = (document: Document): SchemaNode[] =>
  [...document.querySelectorAll('[typeof~="ClaimReview" i],[typeof$=":ClaimReview" i]')].map((item) =>
    nodeOf(item, rdfa, []),
  );

/** How deep items may lie in each other or refer to each other; deeper ones are a mistake or an attack. */
const deepest = 8;

/** An item with its properties, those of other items below it left to them; `outer` are the items that it is told for. */
function nodeOf(item: Element, syntax: Syntax, outer: readonly Element[]): SchemaNode {
  const values = new Map<string, unknown[]>([
    ['@type', (item.getAttribute(syntax.type) ?? '').split(/\s+/u).filter(Boolean)],
  ]);
  if (outer.length <= deepest && !outer.includes(item)) readProperties(item, { syntax, outer, values });
  return Object.fromEntries(values);
}

interface ReadingItem {
  readonly syntax: Syntax;
  readonly outer: readonly Element[];
  readonly values: Map<string, unknown[]>;
}

function readProperties(item: Element, { syntax, outer, values }: ReadingItem): void {
  const ids = new Set((item.getAttribute('itemref') ?? '').split(/\s+/u).filter(Boolean));
  const referenced = [...ids].flatMap((id) => item.ownerDocument.getElementById(id) ?? []);
  for (const root of [item, ...referenced]) {
    const inside = [...root.querySelectorAll(`[${syntax.property}]`)];
    for (const element of root === item ? inside : [root, ...inside]) {
      const owner = element.parentElement?.closest(`[${syntax.scope}]`) ?? null;
      if (root === item ? owner !== item : owner !== null && root.contains(owner)) continue;
      const value = element.hasAttribute(syntax.scope) ? nodeOf(element, syntax, [...outer, item]) : valueOf(element);
      for (const name of (element.getAttribute(syntax.property) ?? '').split(/\s+/u).filter(Boolean)) {
        const before = values.get(name);
        if (before === undefined) values.set(name, [value]);
        else before.push(value);
      }
    }
  }
}

const valueOf = (element: Element): string =>
  element.getAttribute('content') ??
  element.getAttribute('datetime') ??
  element.getAttribute('href') ??
  element.getAttribute('src') ??
  element.getAttribute('resource') ??
  element.textContent ??
  '';
