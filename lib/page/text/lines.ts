import { flatChildren } from './flat-tree.ts';
import { isInSentence } from './in-sentence.ts';
import {
  type Clutter,
  isBlock,
  isHidden,
  isLinkNote,
  isNoteReference,
  isUnread,
  judgeElement,
  namesOf,
} from './clutter.ts';

/** A block element of the page, with what its subtree holds. Lengths are UTF-16 units of trimmed text. */
export interface Region {
  readonly element: Element;
  readonly parent: Region | null;
  /** Class and id as words. */
  readonly names: string;
  readonly clutter: Clutter;
  /** Weight of the running text inside. */
  prose: number;
  text: number;
  linked: number;
  links: number;
  /** Headings inside that are links: the mark of teasers. */
  teasers: number;
  /** Set where the region, or one around it, is no part of the article. */
  out: boolean;
}

/** What stands between two line breaks: text nodes in order, a `<br>` as null. */
export interface Line {
  readonly region: Region;
  readonly nodes: (Text | null)[];
  length: number;
  linked: number;
  /** Running text, not a label: how much it counts when the body is sought; 0 for anything else. */
  prose: number;
}

export interface PageLines {
  readonly root: Region;
  /** Parents before children, in the order of the page. */
  readonly regions: readonly Region[];
  readonly lines: readonly Line[];
  /** Open shadow roots on the way: what changes in them, no observer of the document is told. */
  readonly roots: readonly ShadowRoot[];
}

/** Deeper nesting than any parser makes; what a script nests deeper is left out rather than overflowing the stack. */
const deepest = 1_500;
/** A line longer than this counts no more: one endless block must not outweigh an article of many paragraphs. */
const heaviest = 1_000;

const cjk = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const sentence = /[\p{L}\p{N}][\p{P}\p{S}]*[.!?…。！？։।؟]|[,;:،、，]\s*\p{L}/u;

const kindFactor = (region: Region): number => {
  const { localName } = region.element;
  if (/^h[1-6]$|^figcaption$|^t[dh]$|^d[td]$|^pre$/.test(localName)) return 0.15;
  if (localName === 'li') return 0.3;
  return localName === 'p' ? 1 : 0.9;
};

const weigh = (line: Line): number => {
  const { length, linked, region } = line;
  if (length < 25 || linked > length * 0.45) return 0;
  const text = line.nodes.map((node) => node?.data ?? '').join(' ');
  // A Chinese or Japanese character says about as much as two and a half letters.
  const size = cjk.test(text) ? length * 2.5 : length;
  if (size < 60 || (size < 200 && !sentence.test(text))) return 0;
  const { parent } = region;
  const besideTeaser = region.teasers > 0 || (parent !== null && parent.teasers > 0 && parent.prose < 300);
  const inItem = parent?.element.localName === 'li' ? 0.4 : 1;
  return Math.min(size, heaviest) * kindFactor(region) * (besideTeaser ? 0.2 : 1) * inItem;
};

/** The photographer's name after a caption's last word, which no space parts from it. */
const isCredit = (element: Element, region: Region): boolean => {
  if (!/^fig(?:ure|caption)$/.test(region.element.localName) && !/\bcaption\b/.test(region.names)) return false;
  return (
    /\b(?:copyrightHolder|creditText)\b/.test(element.getAttribute('itemprop') ?? '') ||
    /\b(?:credits?|copyright)\b/.test(namesOf(element))
  );
};

/** What a picture shows, set as a part of the paragraph that the picture stands in. */
const isInlineCaption = (element: Element, { element: around }: Region): boolean =>
  element.localName === 'span' &&
  around.localName === 'p' &&
  /(?:^|\s)(?:\S*-)?caption(?:\s|$)/i.test(element.getAttribute('class') ?? '') &&
  around.querySelector('img,picture') !== null;

const isNotRead = (element: Element): boolean =>
  isUnread(element) && !(element.localName === 'button' && isInSentence(element));

/** A node of the page, and the index after its last descendant. */
interface Step {
  readonly node: Element | Text;
  end: number;
}

/** The page's elements and texts in the order of reading, as they are now: what comes after may take its time. */
const takeDown = (body: Element): { readonly steps: readonly Step[]; readonly roots: readonly ShadowRoot[] } => {
  const steps: Step[] = [];
  const roots: ShadowRoot[] = [];
  const walk = (element: Element, depth: number): void => {
    const take = (node: Node): void => {
      if (node.nodeType !== 1 && node.nodeType !== 3) return;
      const step: Step = { node: node as Element | Text, end: 0 };
      steps.push(step);
      if (node.nodeType === 1 && depth < deepest && !isNotRead(node as Element)) walk(node as Element, depth + 1);
      step.end = steps.length;
    };
    if (element.shadowRoot) roots.push(element.shadowRoot);
    const children = flatChildren(element);
    if (children.assigned) children.assigned.forEach(take);
    for (let node = children.first; node; node = node.nextSibling) take(node);
  };
  walk(body, 0);
  return { steps, roots };
};

/** Nodes between two breaths: less than a millisecond. */
const stride = 200;

interface Place {
  readonly region: Region;
  readonly linked: boolean;
  readonly isBlock: boolean;
  /** Index of the first step outside of it. */
  readonly end: number;
}

/**
 * One pass over the page, in steps: every line of text with the block elements around it. Linear; no layout is asked
 * for. What the page changes between two steps is not seen.
 */
export function* collectLines(body: Element): Generator<void, PageLines> {
  const regions: Region[] = [];
  const lines: Line[] = [];
  let open: Line | null = null;

  const openRegion = (element: Element, parent: Region | null): Region => {
    const names = namesOf(element);
    const clutter = parent === null ? null : judgeElement(element, names);
    const region = { element, parent, names, clutter, prose: 0, text: 0, linked: 0, links: 0, teasers: 0, out: false };
    regions.push(region);
    return region;
  };

  const endLine = (): void => {
    const line = open;
    open = null;
    if (!line || line.length === 0) return;
    while (line.nodes.at(-1) === null) line.nodes.pop();
    const teaser = /^h[2-6]$/.test(line.region.element.localName) && line.linked > line.length * 0.6 ? 1 : 0;
    line.prose = weigh(line);
    for (let at: Region | null = line.region; at; at = at.parent) {
      at.prose += line.prose;
      at.text += line.length;
      at.linked += line.linked;
      at.teasers += teaser;
    }
    lines.push(line);
  };

  const addText = (node: Text, region: Region, linked: boolean): void => {
    const length = node.data.trim().length;
    if (length === 0 && open === null) return;
    open ??= { region, nodes: [], length: 0, linked: 0, prose: 0 };
    open.nodes.push(node);
    open.length += length;
    if (linked) open.linked += length;
  };

  const addBreak = (): void => {
    if (open === null) return;
    // Two breaks in a row part paragraphs; white space between them does not count.
    for (let at = open.nodes.length - 1; at >= 0; at -= 1) {
      const node = open.nodes[at];
      if (node === null) return endLine();
      if (node && node.data.trim() !== '') break;
    }
    open.nodes.push(null);
  };

  const { steps, roots } = takeDown(body);
  const root = openRegion(body, null);
  const around: Place[] = [{ region: root, linked: false, isBlock: true, end: steps.length }];
  const leaveUpTo = (at: number): void => {
    for (let place = around.at(-1); place && place.end <= at; place = around.at(-1)) {
      around.pop();
      if (place.isBlock) endLine();
    }
  };
  for (let at = 0, taken = 1; at < steps.length; taken += 1) {
    if (taken % stride === 0) yield;
    leaveUpTo(at);
    const [step, place] = [steps[at], around.at(-1)];
    if (!step || !place) break;
    const { node, end } = step;
    at += 1;
    if (node.nodeType === 3) {
      addText(node as Text, place.region, place.linked);
      continue;
    }
    const child = node as Element;
    if (child.localName === 'br') addBreak();
    const isNote = isNoteReference(child) || isLinkNote(child);
    if (isNotRead(child) || isHidden(child) || isNote || isCredit(child, place.region)) {
      at = end;
      continue;
    }
    const isLink = child.localName === 'a' && child.hasAttribute('href');
    if (isLink) for (let up: Region | null = place.region; up; up = up.parent) up.links += 1;
    const isBlockChild = isBlock(child) || isInlineCaption(child, place.region);
    if (isBlockChild) endLine();
    const region = isBlockChild ? openRegion(child, place.region) : place.region;
    around.push({ region, linked: place.linked || isLink, isBlock: isBlockChild, end });
  }
  leaveUpTo(steps.length);
  return { root, regions, lines, roots };
}
