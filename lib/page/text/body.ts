import { isInside, proseOfParts } from './body-parts.ts';
import { textOf } from './compose.ts';
import { opensThread } from './phrases.ts';
import { likeness } from './titles.ts';
import type { Line, PageLines, Region } from './lines.ts';

/** Of what a wider container adds, the share that boxes like the body hold where the article goes on in them. */
const ofParts = 0.6;
/** Above this share of the page's running text, a name like "sidebar" belongs to a frame around the article. */
const largestBeside = 0.35;
/** The same for elements that say themselves that they stand beside: a short article may have long small print. */
const largestFooter = 0.6;
/** And for those that are called a page's foot, where the headline stands elsewhere. */
const largestFoot = 0.9;
/** Comments may outweigh a short article by far; only a region with nearly everything is not a thread but the page. */
const largestThread = 0.92;
/** What each step away from the paragraphs costs a container. */
const decay = 0.7;
/** A wider container is taken if it adds at least this share of running text. */
const worthwhile = 0.12;
/** The same, where the wider container lies outside of the element that the page calls its article or main part. */
const worthLeaving = 0.6;

const articleBody = /\b(?:article|story|entry|post|news) ?(?:body|content|text)\b|\bbody (?:copy|text)\b/;

/** Notices that are longer than many an article. */
const notices = /\b(?:cookies?|consent|gdpr|onetrust|didomi)\b/;

/** Called by the page's foot alone: a story or a card may have one of its own. */
const foot = /^(?:\w+ )?footer\b/;

const headlines = 'h1,[itemprop~="headline"]';

const hasHeadline = ({ element }: Region): boolean =>
  element.matches(headlines) || element.querySelector(headlines) !== null;

const isDeclaredBody = (region: Region): boolean =>
  region.parent !== null &&
  (/\barticlebody\b/i.test(region.element.getAttribute('itemprop') ?? '') || articleBody.test(region.names));

/** Takes the region's weight from what surrounds it; what lies inside of it is marked by `leaveOutClutter`. */
export const leaveOut = (region: Region): void => {
  for (let at = region.parent; at; at = at.parent) at.prose -= region.prose;
  region.out = true;
};

/** A heading of comments lies at most so many boxes within the region that holds them. */
const threadsAbove = 5;

/** Weight of text above such a heading that there may be something to answer to. */
const leastAnswered = 200;

/** What stands under a heading such as "14 comments", whatever the markup calls it. */
const leaveOutThreads = ({ root, regions, lines }: PageLines): void => {
  let before = 0;
  for (const [at, line] of lines.entries()) {
    const { region } = line;
    if (!region.out) before += line.prose;
    // A link to them stands above the text.
    if (
      before < leastAnswered ||
      line.length > 120 ||
      !/^h[2-6]$/.test(region.element.localName) ||
      !opensThread(textOf(line))
    )
      continue;
    let thread = region.parent;
    for (let up = 0; thread?.parent && thread.prose === 0 && up < threadsAbove; up += 1) thread = thread.parent;
    if (!thread || thread.out) continue;
    const own = lines.slice(0, at).reduce((sum, each) => sum + (isInside(each.region, thread) ? each.prose : 0), 0);
    if (!hasHeadline(thread) && own < thread.prose * 0.2 && thread.prose <= root.prose * largestThread) {
      leaveOut(thread);
      continue;
    }
    // It stands beside the text itself: what follows it there is the thread.
    const from = regions.indexOf(region);
    for (const next of regions.slice(from + 1)) if (next.parent === region.parent && !next.out) leaveOut(next);
  }
};

/** Share of links up to which boxes of one name may be the parts of an article. */
const fewLinks = 0.1;

/** Running text in boxes of each name that hardly lead elsewhere: an article may stand in many. */
const proseOfAlike = ({ regions }: PageLines): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { names, clutter, prose, linked, text, parent } of regions)
    if (clutter === 'beside' && names !== '' && parent?.names !== names && linked < text * fewLinks)
      sums.set(names, (sums.get(names) ?? 0) + prose);
  return sums;
};

/**
 * Marks what is no part of the article by its name or role, comments first, and takes its weight from what surrounds
 * it. Children of what is left out are marked too.
 */
export const leaveOutClutter = (page: PageLines): void => {
  const { root, regions } = page;
  const titled = hasHeadline(root);
  const alike = proseOfAlike(page);
  leaveOutThreads(page);
  for (const pass of ['thread', 'beside'] as const) {
    const total = root.prose;
    for (const region of regions) {
      const isFooter =
        /^(?:footer|aside|dialog)$/.test(region.element.localName) || region.element.getAttribute('role') === 'dialog';
      const isThread = pass === 'thread' || notices.test(region.names);
      const isFoot = titled && (foot.test(region.names) || region.element.localName === 'footer');
      const largest = isThread ? largestThread : isFoot ? largestFoot : isFooter ? largestFooter : largestBeside;
      if (region.parent?.out) region.out = true;
      if (region.out || region.clutter !== pass || region.prose > total * largest) continue;
      if (region.prose > total * 0.1 && isDeclaredBody(region)) continue;
      if (!isFooter && !isFoot && pass === 'beside' && (alike.get(region.names) ?? 0) > total * largestBeside) continue;
      // A frame called "meta" or "tools" around the headline is the article's own.
      if (!/^(?:aside|footer|form|dialog)$/.test(region.element.localName) && hasHeadline(region)) continue;
      leaveOut(region);
    }
  }
  for (const region of regions) if (region.parent?.out) region.out = true;
};

/** Share of links from which on a paragraph is a list of them: writers who cite link whole clauses. */
const mostlyLinkedText = 0.8;

/** Regions within the body that are lists of links or teasers of other articles. */
export const leaveOutLinks = ({ regions }: PageLines, body: Region): void => {
  for (const region of regions) {
    if (region.parent?.out) region.out = true;
    if (region.out || region === body || !isInside(region, body)) continue;
    if (region.prose > body.prose * 0.2) continue;
    const most = region.element.localName === 'p' ? mostlyLinkedText : 0.5;
    const mostlyLinks = region.links >= 2 && region.linked > region.text * most;
    const isTeaser =
      region.teasers > 0 &&
      region.prose < body.prose * 0.1 &&
      /^(?:article|li|ul|ol|section|div)$/.test(region.element.localName);
    const inListing = isTeaser && region.linked > region.text * 0.25;
    if (mostlyLinks || inListing) leaveOut(region);
  }
};

/** Each line counts for its block's parent, and ever less for what is above. */
const scoreRegions = (lines: readonly Line[]): Map<Region, number> => {
  const scores = new Map<Region, number>();
  for (const { region, prose } of lines) {
    if (prose === 0 || region.out) continue;
    let share = prose;
    let at: Region | null = region.element.localName === 'p' ? region.parent : region;
    for (; at && share > prose * 0.1; at = at.parent) {
      scores.set(at, (scores.get(at) ?? 0) + share);
      share *= decay;
    }
  }
  return scores;
};

/** Whether the wider container adds text of the same article rather than teasers or a second article. */
const isWorthwhile = (inner: Region, outer: Region, page: PageLines): boolean => {
  if (/\barticlebody\b/i.test(inner.element.getAttribute('itemprop') ?? '') && inner.prose > outer.prose * 0.5)
    return false;
  const added = outer.prose - inner.prose;
  const closed =
    inner.element.closest('article,main,[role="main"]') !== outer.element.closest('article,main,[role="main"]');
  if (added < inner.prose * (closed ? worthLeaving : worthwhile)) return false;
  if (proseOfParts(inner, outer, page) > added * ofParts) return true;
  const text = outer.text - inner.text;
  if (outer.linked - inner.linked > text * 0.4) return false;
  if (outer.teasers - inner.teasers > 2 && added < inner.prose) return false;
  const articles = outer.element.querySelectorAll('article h1,[role="article"] h1').length;
  return !(articles > 1 && inner.element.closest('article,[role="article"]') === inner.element);
};

/** Pages that never end hold the next articles below the first, each under its own headline. */
const firstArticle = (body: Region, regions: readonly Region[]): Region => {
  const articles = regions.filter(
    (region) =>
      region !== body &&
      !region.out &&
      region.element.localName === 'article' &&
      region.prose > body.prose * 0.15 &&
      isInside(region, body) &&
      region.element.querySelector('h1') !== null,
  );
  if (articles.length < 2) return body;
  const title = body.element.ownerDocument.title;
  const alike = ({ element }: Region): number => likeness(element.querySelector('h1')?.textContent ?? '', title);
  return articles.toSorted((a, b) => alike(b) - alike(a))[0] ?? body;
};

/** Weight from which on the text under a page's own headline is its article, however much stands elsewhere. */
const leastArticle = 150;

/** A brief whose neighbours have more to say: the article that bears the page's title. */
const titledArticle = (body: Region, regions: readonly Region[]): Region => {
  const own = regions.find(
    (region) =>
      region.element.localName === 'article' &&
      !region.out &&
      region.prose >= leastArticle &&
      likeness(region.element.querySelector('h1')?.textContent ?? '', body.element.ownerDocument.title) >= 0.9,
  );
  return own === undefined || isInside(body, own) || isInside(own, body) ? body : own;
};

/**
 * The smallest region that holds the article's running text: the best by nearness of its paragraphs, widened while
 * what surrounds it adds more of the same. Null on a page without running text.
 */
export const findBody = (page: PageLines): Region | null => {
  const { lines, regions } = page;
  let body: Region | null = null;
  let best = 0;
  for (const [region, score] of scoreRegions(lines)) {
    const value = isDeclaredBody(region) ? score * 1.4 : score;
    if (value > best) {
      best = value;
      body = region;
    }
  }
  if (!body) return null;
  let outer: Region | null = body.parent;
  for (let steps = 0; outer && steps < 8; steps += 1) {
    if (isWorthwhile(body, outer, page)) body = outer;
    outer = outer.parent;
  }
  return titledArticle(firstArticle(body, regions), regions);
};
