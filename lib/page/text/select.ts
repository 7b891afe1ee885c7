import type { BlockKind } from '../../model/article.ts';
import { isInside } from './body-parts.ts';
import { type ChosenLine, textOf } from './compose.ts';
import type { Line, Region } from './lines.ts';
import { findLinkedHeadings } from './linked-headings.ts';
import {
  closesArticle,
  endsAsSentence,
  endsWithCredit,
  isBiography,
  isBoilerplate,
  isByline,
  opensOther,
} from './phrases.ts';

export interface Choice {
  readonly lines: readonly Line[];
  readonly body: Region;
  /** Index of the headline's line, -1 without one. */
  readonly headline: number;
  /** The page's own description, as evidence of a standfirst. */
  readonly description: string;
}

const standfirst =
  /\b(?:dek|deck|standfirst|subtitle|sub title|subhead|subheading|subheadline|sub headline|summary|excerpt|abstract|chapo|intro|lede|lead|strap|strapline|teaser|vorspann|description)\b/;
const caption = /\b(?:caption|figcaption|cutline|legend)\b/;
const credit = /\b(?:credit|credits|copyright|photographer|agency)\b/;

const climb = (region: Region, matches: (each: Region) => boolean, up: number): boolean => {
  let at: Region | null = region;
  for (let step = 0; at && step <= up; step += 1, at = at.parent) if (matches(at)) return true;
  return false;
};

const kindOf = (line: Line): BlockKind => {
  const { region } = line;
  if (climb(region, ({ element, names }) => element.localName === 'figcaption' || caption.test(names), 2))
    return 'caption';
  if (line.length < 300 && endsWithCredit(textOf(line))) return 'caption';
  const isQuote = climb(region, ({ element }) => element.localName === 'blockquote', 2);
  if (!isQuote && climb(region, ({ element }) => element.localName === 'figure', 2)) return 'caption';
  // An unclosed headline holds the paragraphs after it.
  const up = region.element.localName === 'p' ? 0 : 1;
  if (climb(region, ({ element }) => /^h[1-6]$/.test(element.localName), up)) return 'heading';
  if (climb(region, ({ element }) => element.localName === 'li', 1)) return 'item';
  return isQuote ? 'quote' : 'paragraph';
};

/** Shortest label-like text that is still taken; whatever ends as a sentence may be shorter. */
const shortest: Readonly<Record<BlockKind, number>> = {
  headline: 1,
  standfirst: 20,
  paragraph: 60,
  heading: 3,
  item: 20,
  quote: 20,
  caption: 25,
  cell: 2,
};

/** Letters beside its links that make a sentence of a line that is mostly links. */
const leastOwn = 25;

/** Longer cells are no labels; and more than so many are a table of data. Letters, cells. */
const longestCell = 300;
const mostCells = 400;

/** A label in a table or in a list of terms, which may name somebody. */
const isLabel = ({ region, length }: Line, text: string): boolean =>
  length <= longestCell &&
  /\p{L}{2}/u.test(text) &&
  climb(region, ({ element }) => /^(?:t[dh]|d[td])$/.test(element.localName), 1);

/** Cells and terms are labels unless they are whole sentences. */
const isCell = (region: Region): boolean => /^(?:t[dh]|d[td]|pre|address)$/.test(region.element.localName);

interface Taken {
  readonly kind: BlockKind;
  readonly text: string;
  /** Whether it is one of several headings that are links and have the article's text under them. */
  readonly isSection: boolean;
}

const isText = (line: Line, { kind, text, isSection }: Taken): boolean => {
  const own = line.length - line.linked;
  const isOwn = own >= line.length * 0.4 || (own >= leastOwn && own > line.length * 0.2 && endsAsSentence(text));
  if (!isOwn && !isSection) return false;
  if (isBoilerplate(text) || isByline(text)) return false;
  if (kind === 'caption')
    return text.length >= shortest.caption && !climb(line.region, ({ names }) => credit.test(names), 0);
  if (kind === 'heading') return text.length >= shortest.heading && text.length < 300;
  const complete = endsAsSentence(text);
  if (isCell(line.region)) return complete && text.length >= 80;
  if (line.region.element.localName === 'p' && complete) return /\p{L}{2}/u.test(text);
  return text.length >= shortest[kind] || (complete && text.length >= 15);
};

const levelOf = (line: Line): number => Number(/^h([1-6])$/.exec(line.region.element.localName)?.[1] ?? 4);

/** Headings without text under them say nothing: of several in a row at the same level only the last stays. */
const withoutEmptyHeadings = (chosen: readonly ChosenLine[]): readonly ChosenLine[] => {
  const kept: ChosenLine[] = [];
  let next: ChosenLine | null = null;
  for (const each of chosen.toReversed()) {
    const follows = next !== null && (next.kind !== 'heading' || levelOf(next.line) > levelOf(each.line));
    if (each.kind !== 'heading' || follows) {
      kept.push(each);
      if (each.kind !== 'caption') next = each;
    }
  }
  return kept.reverse();
};

const isSlanted = ({ nodes, length }: Line): boolean => {
  let slanted = 0;
  for (const node of nodes) if (node?.parentElement?.closest('em,i')) slanted += node.data.trim().length;
  return slanted > length * 0.95;
};

/** The end of many articles: who wrote it, how to reach them. Only the last three lines are asked. */
const withoutBiography = (chosen: readonly ChosenLine[]): readonly ChosenLine[] => {
  const kept = [...chosen];
  const last = kept.findLastIndex(({ kind }) => kind !== 'cell');
  for (let asked = 0; asked < 3 && kept.length > 3; asked += 1) {
    const at = last - asked;
    const line = kept[at];
    if (!line || line.kind === 'caption') continue;
    const text = textOf(line.line);
    // A last paragraph all in italics speaks of the article, not in it.
    const before = (): string =>
      kept
        .slice(0, at)
        .map((each) => textOf(each.line))
        .join('\n');
    if (isBiography(text, before) || (asked === 0 && text.length < 500 && isSlanted(line.line))) kept.splice(at);
  }
  return kept;
};

/** Lines between two breaths: less than a millisecond. */
const stride = 40;

/** Quotations that are looked for in the paragraphs: each costs a look at the whole text. */
const mostQuotations = 200;
const quotationsAtOnce = 10;

/** A quotation set apart that only repeats what a paragraph says would be found twice. In steps. */
function* withoutRepeats(
  chosen: readonly ChosenLine[],
  paragraphs: ReadonlySet<string>,
): Generator<void, readonly ChosenLine[]> {
  const repeated = new Set<ChosenLine>();
  let asked = 0;
  for (const each of chosen) {
    if (each.kind !== 'quote' || each.line.length > 300) continue;
    asked += 1;
    if (asked > mostQuotations) break;
    if (asked % quotationsAtOnce === 0) yield;
    const text = textOf(each.line);
    for (const paragraph of paragraphs)
      if (paragraph !== text && paragraph.includes(text)) {
        repeated.add(each);
        break;
      }
  }
  return repeated.size === 0 ? chosen : chosen.filter((each) => !repeated.has(each));
}

/** Weight of a paragraph that is no label. */
const leastLead = 100;

/** Paragraphs between headline and body are the article's, whatever they are called, if no other headline follows them. */
const findLeads = (lines: readonly Line[], headline: number, body: Region): ReadonlySet<Line> => {
  const title = lines[headline];
  if (title === undefined) return new Set();
  const article = title.region.element.closest('article,main');
  const leads = new Set<Line>();
  for (const line of lines.slice(headline + 1)) {
    const { region, prose, linked, length } = line;
    if (region.out) continue;
    if (prose > 0 && isInside(region, body)) return leads;
    if (region.element.localName === 'h1') return new Set();
    const isParagraph = region.element.localName === 'p' && region.element.closest('article,main') === article;
    if (isParagraph && prose >= leastLead && linked < length * 0.2 && endsAsSentence(textOf(line))) leads.add(line);
  }
  return new Set();
};

/** Whether the article goes on with a paragraph behind a list of links. */
const goesOn = ({ prose, length, linked }: Line, text: string): boolean =>
  prose >= 80 || (length >= 80 && linked === 0 && endsAsSentence(text));

/** The article's lines in reading order, each with its kind; in steps. */
export function* selectLines({ lines, body, headline, description }: Choice): Generator<void, readonly ChosenLine[]> {
  const chosen: ChosenLine[] = [];
  const seen = new Set<string>();
  let started = false;
  let cells = 0;
  // After a heading such as "Related stories" the rest of its region is something else.
  let other: { readonly region: Region | null; readonly level: number; readonly ends: boolean } | null = null;
  const paragraphs = new Set<string>();
  const leads = findLeads(lines, headline, body);
  const sections = findLinkedHeadings(lines, body);

  for (const [at, line] of lines.entries()) {
    if (at < headline) continue;
    if (at % stride === stride - 1) yield;
    const text = textOf(line);
    if (at === headline) {
      chosen.push({ kind: 'headline', line });
      seen.add(text);
      continue;
    }
    const { region } = line;
    if (region.out || (text.length >= 25 && seen.has(text))) continue;
    let kind = kindOf(line);
    if (other && (!isInside(region, other.region ?? region) || (kind === 'heading' && levelOf(line) <= other.level)))
      other = null;
    // A list of links between paragraphs ends with the next paragraph beside its heading.
    if (
      other &&
      !other.ends &&
      region.element.localName === 'p' &&
      region.parent === other.region &&
      goesOn(line, text)
    )
      other = null;
    if (other) continue;
    if (kind === 'heading' && opensOther(text)) {
      if (started) other = { region: region.parent, level: levelOf(line), ends: closesArticle(text) };
      continue;
    }
    const inBody = isInside(region, body);
    const isStandfirst =
      !started &&
      kind !== 'caption' &&
      text.length >= shortest.standfirst &&
      line.linked < line.length * 0.3 &&
      headline >= 0 &&
      (climb(region, ({ names }) => standfirst.test(names), inBody ? 0 : 1) ||
        /\b(?:description|alternativeHeadline)\b/.test(region.element.getAttribute('itemprop') ?? '') ||
        (kind === 'heading' && endsAsSentence(text) && (at <= headline + 3 || text.length > 60)) ||
        (description.length > 30 && text.startsWith(description.slice(0, 60)) && !inBody) ||
        leads.has(line));
    if (isStandfirst) kind = 'standfirst';
    else if (!inBody && (kind !== 'caption' || started || headline < 0)) continue;
    if (!isText(line, { kind, text, isSection: sections.has(line) })) {
      if (!inBody || cells >= mostCells || !isLabel(line, text)) continue;
      kind = 'cell';
      cells += 1;
    }
    if (kind === 'quote' && climb(region, ({ names }) => /\bpull\b/.test(names), 2)) continue;
    seen.add(text);
    if (inBody && line.prose > 0) started = true;
    if (kind === 'paragraph') paragraphs.add(text);
    chosen.push({ kind, line });
  }
  const single = yield* withoutRepeats(chosen, paragraphs);
  return withoutBiography(withoutEmptyHeadings(single));
}
