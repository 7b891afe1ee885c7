/**
 * Pages that show their text twice: a reader view of their own lies over the article or takes its place, a version to
 * print waits hidden beside it. What is read, and marked, is the copy that the reader has before them.
 */
import { leaveOut } from './body.ts';
import { isInside } from './body-parts.ts';
import { elementAtPoint, flatParent, isWithin } from './flat-tree.ts';
import type { Line, PageLines, Region } from './lines.ts';

/** So many letters at the beginning tell one paragraph from another. */
const telling = 120;
/** Share of the page's running text that is there twice before it counts as a copy of an article. */
const leastCopied = 0.2;
/** Lines of each copy that are looked at on the screen. */
const looked = 12;

const beginningOf = ({ nodes }: Line): string => {
  let text = '';
  for (const node of nodes) {
    text += node?.data.slice(0, telling * 8).replace(/\s+/gu, '') ?? '';
    if (text.length >= telling) break;
  }
  return text.slice(0, telling);
};

interface Side {
  readonly line: Line;
  /** The region around the line that does not hold its other copy. */
  readonly region: Region;
}

type Pair = readonly [Side, Side];

/** The outermost region around the line that does not hold the other one. */
const sideOf = (line: Line, other: Line): Side => {
  const around = new Set<Region>();
  for (let at: Region | null = other.region; at; at = at.parent) around.add(at);
  let { region } = line;
  while (region.parent && !around.has(region.parent)) region = region.parent;
  return { line, region };
};

/** Lines between two breaths: less than a millisecond. */
const stride = 40;

const isRendered = ({ region: { element } }: Line): boolean =>
  element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;

interface Copied {
  readonly pairs: readonly Pair[];
  /** Copies that are not rendered of lines that are. */
  readonly hidden: readonly Line[];
}

/** Lines that are there more than once: the first that is rendered, and the last. */
function* findCopied(lines: readonly Line[]): Generator<void, Copied> {
  const groups = new Map<string, Line[]>();
  for (const [at, line] of lines.entries()) {
    if (at % stride === stride - 1) yield;
    if (line.prose === 0) continue;
    const beginning = beginningOf(line);
    const known = groups.get(beginning);
    if (known) known.push(line);
    else groups.set(beginning, [line]);
  }
  yield;
  const pairs: Pair[] = [];
  const hidden: Line[] = [];
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    const rendered = group.filter(isRendered);
    if (rendered.length > 0) for (const line of group) if (!rendered.includes(line)) hidden.push(line);
    const [first, ...others] = rendered.length > 0 ? rendered : group;
    const last = others.at(-1);
    if (first && last && first.region !== last.region) pairs.push([sideOf(first, last), sideOf(last, first)]);
  }
  return { pairs, hidden };
}

/** The region that most of the sides have in common; null where they have none. */
const commonOf = (sides: readonly Side[]): Region | null => {
  const counts = new Map<Region, number>();
  for (const { region } of sides) counts.set(region, (counts.get(region) ?? 0) + 1);
  for (const [region, count] of counts) if (count > 1 && count * 2 > sides.length) return region;
  return null;
};

/** How a copy stands on the screen; `away` has none of its lines in view. */
type Look = 'away' | 'covered' | 'seen';

const lookAt = (lines: readonly Line[]): Look => {
  let inView = 0;
  for (const { region } of lines) {
    const { element } = region;
    const document = element.ownerDocument;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    if (bottom <= 0 || top >= innerHeight || x < 0 || x >= innerWidth) continue;
    const hit = elementAtPoint(document, x, y);
    if (hit !== null && isWithin(hit, element)) return 'seen';
    inView += 1;
    if (inView === looked) break;
  }
  return inView > 0 ? 'covered' : 'away';
};

/** Lies over the page rather than in it. */
const isLaidOver = (region: Region): boolean => {
  for (let at: Element | null = region.element; at; at = flatParent(at))
    if (at.localName === 'dialog' || at.ownerDocument.defaultView?.getComputedStyle(at).position === 'fixed')
      return true;
  return false;
};

/** Whether the second copy is the one that is seen. Two that stand one below the other are read from the first. */
const isInFront = (first: Look, second: Look, over: boolean): boolean =>
  second === 'seen' && (first === 'covered' || (first === 'away' && over));

/** Share of a region's running text from which on it is a copy, rather than a text that holds a copied box. */
const mostlyCopied = 0.7;

const holdsLittleElse = (region: Region, copied: readonly Line[]): boolean =>
  copied.reduce((sum, { prose }) => sum + prose, 0) >= region.prose * mostlyCopied;

/** The smallest region that holds all of the lines. */
const narrowestAround = (lines: readonly Line[]): Region | null => {
  let region = lines[0]?.region ?? null;
  while (region !== null && !lines.every((line) => isInside(line.region, region as Region))) region = region.parent;
  return region;
};

/** Marks the copy of the article that is not seen as no part of it; in steps. Asks for layout only where there are copies. */
export function* leaveOutCopies({ root, lines }: PageLines): Generator<void, void> {
  const { pairs, hidden } = yield* findCopied(lines);
  for (const { region, prose } of hidden) if (region.prose <= prose) leaveOut(region);
  const copied = pairs.reduce((sum, [, { line }]) => sum + line.prose, 0);
  if (pairs.length < 2 || copied < root.prose * leastCopied) return;
  const commons = [commonOf(pairs.map(([side]) => side)), commonOf(pairs.map(([, side]) => side))] as const;
  const [first, second] = commons;
  // Text that is repeated here and there is no copy of the whole.
  if (first === null && second === null) return;
  const same = pairs.filter(([a, b]) => (!first || a.region === first) && (!second || b.region === second));
  const views = [same.map(([{ line }]) => line), same.map(([, { line }]) => line)] as const;
  const around = second ?? first;
  const left = isInFront(lookAt(views[0]), lookAt(views[1]), around !== null && isLaidOver(around)) ? 0 : 1;
  const whole = commons[left];
  if (whole) leaveOut(holdsLittleElse(whole, views[left]) ? whole : (narrowestAround(views[left]) ?? whole));
  else for (const pair of same) leaveOut(pair[left].region);
}
