import { findOpenRoots } from './flat-tree.ts';

/** A count of running text, cheap enough for every page that is opened. */
export interface Prose {
  /** Paragraph-like texts of the page's largest group, and their UTF-16 units. */
  readonly paragraphs: number;
  readonly characters: number;
  /** Share of that group's text that lies in links, 0 to 1. */
  readonly linked: number;
  /** UTF-16 units of captions that say a sentence, wherever they stand in the page's text. */
  readonly captions: number;
  /** Headings within the group that are links to somewhere else. */
  readonly teasers: number;
  /** Units of preformatted text on the page. */
  readonly code: number;
  readonly headline: boolean;
  /** A date or an author stands on the page. */
  readonly signed: boolean;
  /** Whether the group lies in an `article` element. */
  readonly inArticle: boolean;
}

/** Shortest text that counts as a paragraph: one sentence of news; labels, menus and buttons stay below. */
const shortest = 80;
/** Units of a text that tell its script. */
const beginning = 120;
/** Enough for any article; a page with more is judged by its first part. */
const most = 400;
const shortestCaption = 40;
/** A page with more cells is a table of data: to look through all of them for running text would hold it up. */
const mostCells = 2_000;
const outside =
  'nav,footer,aside,button,figure,template,noscript,[hidden],[aria-hidden=true],a,li li,dialog:not([open]:has(article))';

/** The browser itself looks through all texts: a table may have ten thousands. As long as a Chinese paragraph at least. */
const longTexts = `.//text()[string-length()>=${shortest / 2.5}]`;

/** A Chinese, Japanese or Korean character says about as much as two and a half letters; a text begins in its script. */
const weigh = (text: string): number =>
  text.length * (/[\u3040-\u9fff\uac00-\ud7af]/.test(text.slice(0, beginning)) ? 2.5 : 1);

const lengthOf = (node: Node): number => weigh((node.textContent ?? '').trim());

const lengthOfAll = (nodes: Iterable<Node>): number => {
  let length = 0;
  for (const node of nodes) length += lengthOf(node);
  return length;
};

const paragraphsIn = (within: ParentNode): readonly Element[] =>
  Array.from(within.querySelectorAll('p'))
    .slice(0, most)
    .filter((p) => lengthOf(p) >= shortest);

/**
 * Elements that hold a paragraph: `p`, or where a page has none, whatever holds a long text of its own. Shadow roots are
 * those of the page that may hold the text instead.
 */
const findParagraphs = (document: Document, roots: readonly ShadowRoot[]): readonly Element[] => {
  const marked = paragraphsIn(document);
  if (marked.length > 2 || !document.body || document.getElementsByTagName('td').length > mostCells) return marked;
  const inside = roots.flatMap(paragraphsIn);
  if (inside.length > 2) return inside;
  const found: Element[] = [];
  // The document's own may be hidden behind a form of that name.
  const { evaluate } = Object.getPrototypeOf(document) as Document;
  const texts = evaluate.call(document, longTexts, document.body, null, 5 /* in order, one by one */);
  for (let node = texts.iterateNext(); node && found.length < most; node = texts.iterateNext()) {
    const { parentElement: parent } = node;
    if (parent && weigh((node.nodeValue ?? '').trim()) >= shortest && !parent.closest('script,style,pre,textarea,p')) {
      found.push(parent);
    }
  }
  return found.length > marked.length ? [...marked, ...found] : marked;
};

/** A shadow root may hold its paragraphs itself. */
type Group = Node & ParentNode & Partial<Pick<Element, 'closest'>>;

/** Where most of the text hangs: each paragraph counts for its parent, and ever less for what is above. */
const findGroup = (texts: readonly Element[]): Group | null => {
  const weights = new Map<Group, number>();
  let best: Group | null = null;
  for (const text of texts) {
    let share = Math.min(lengthOf(text), 800);
    for (let at: Group | null = text.localName === 'p' ? text.parentNode : text, up = 0; at && up < 4; up += 1) {
      const weight = (weights.get(at) ?? 0) + share;
      weights.set(at, weight);
      if (best === null || weight > (weights.get(best) ?? 0)) best = at;
      share *= 0.7;
      at = at.parentNode;
    }
  }
  // Paragraphs spread over the cells of a grid belong together.
  const holds = (group: Group): number => texts.filter((text) => group.contains(text)).length;
  let wider: Group | null | undefined = best?.closest?.('article,main') ? null : best?.parentNode;
  for (let up = 0; best && wider && up < 3; up += 1, wider = wider.parentNode) {
    if (holds(wider) >= holds(best) * 1.4) best = wider;
  }
  return best;
};

export const findProse = (document: Document): Prose => {
  const roots = document.querySelectorAll('p').length > 2 ? [] : findOpenRoots(document);
  const has = (selector: string): boolean => [document, ...roots].some((within) => within.querySelector(selector));
  // Of text that is there twice (a reader view, a version to print) only the first counts; of one element each part.
  const told = new Map<string, Element>();
  const isNew = (p: Element): boolean => {
    const text = p.textContent ?? '';
    const first = told.get(text) ?? p;
    told.set(text, first);
    return first === p;
  };
  const texts = findParagraphs(document, roots).filter((p) => !p.closest(outside) && isNew(p));
  const group = findGroup(texts);
  const inside = group ? texts.filter((p) => group.contains(p)) : [];
  const distinct = [...new Set(inside)];
  const characters = lengthOfAll(distinct);
  const links = distinct.flatMap((text) => [...text.getElementsByTagName('a')]);
  const captions = [...document.getElementsByTagName('figcaption')].filter(
    (caption) => lengthOf(caption) >= shortestCaption && !caption.closest('nav,footer,aside,a'),
  );
  return {
    paragraphs: inside.length,
    characters,
    captions: lengthOfAll(captions),
    linked: characters > 0 ? lengthOfAll(links) / characters : 0,
    teasers: group ? group.querySelectorAll(':is(h2,h3,h4) a[href],a[href] :is(h2,h3)').length : 0,
    code: lengthOfAll(document.getElementsByTagName('pre')),
    // Looked for when asked: it takes a look through the whole page.
    get headline() {
      return has('h1,[itemprop=headline],.entry-title');
    },
    get signed() {
      return has(
        'time,[itemprop=datePublished],[rel~=author],[class*=byline],[class*=date],[class*=author],meta[name*=date i]',
      );
    },
    inArticle: Boolean(group?.closest?.('article,[itemprop=articleBody],[role=article]')),
  };
};
