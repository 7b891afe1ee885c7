import { parseAuthors } from './author-names.ts';
import { type Byline, authorsOf } from './byline.ts';
import { type StructuredData, collapse, namesOf, textIn } from './structured-data.ts';

/** The words of an element; what only a style sheet parts (a name, a button beside it) has a stroke between it. */
const partsIn = (element: Element): string => {
  let text = '';
  for (const node of element.childNodes) {
    const part = node.nodeType === 1 ? partsIn(node as Element) : node.nodeType === 3 ? (node.nodeValue ?? '') : '';
    const isStuck = part !== '' && /\S$/u.test(text) && /^\S/u.test(part) && !/^\p{P}/u.test(part);
    text += isStuck ? `|${part}` : part;
  }
  return text;
};

/** Those who answer below an article have written none of it. */
const isComment = (element: Element): boolean => element.closest('[itemprop~="comment"],[class*="comment"]') !== null;

/** Who wrote the article: declared, else shown. */
export const findAuthors = ({ document, metas, node }: StructuredData, byline: Byline): readonly string[] => {
  const declared = parseAuthors(namesOf(document, node?.author ?? node?.creator));
  if (declared.length > 0) return declared;
  for (const name of [
    'author',
    'article:author',
    'byl',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
  ]) {
    const authors = parseAuthors((metas.get(name) ?? []).flatMap(({ content, isItem }) => (isItem ? [] : content)));
    if (authors.length > 0) return authors;
  }
  const items = Array.from(document.querySelectorAll('[itemprop~="author"]'), (item) => {
    const named = item.querySelector('[itemprop~="name"]') ?? item;
    return isComment(item) ? null : textIn(named.getAttribute('content') ?? partsIn(named));
  });
  const named = parseAuthors(items.filter((item) => item !== null && item.length < 120) as readonly string[]);
  if (named.length > 0) return named;
  // A shown byline counts only where it is the only one: lists of other articles have theirs.
  const shown = Array.from(document.querySelectorAll('a[rel~="author"],.byline,.author,.author-name,.byline__name'))
    .filter((element) => !element.closest('aside,nav,footer,li') && !element.parentElement?.closest('.byline,.author'))
    .map((element) => collapse(partsIn(element)))
    .filter((text) => text.length > 2 && text.length < 80);
  const alone = new Set(shown).size === 1 ? parseAuthors(shown) : [];
  return alone.length > 0 ? alone : authorsOf(byline);
};
