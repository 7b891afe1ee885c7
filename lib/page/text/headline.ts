import { textOf } from './compose.ts';
import type { Line, Region } from './lines.ts';
import { isBoilerplate } from './phrases.ts';
import { likeness } from './titles.ts';

export const isHeading = (region: Region): boolean => /^h[1-3]$/.test(region.element.localName);

const isDeclared = (region: Region): boolean =>
  /\bheadline\b/i.test(region.element.getAttribute('itemprop') ?? '') ||
  /\b(?:headline|(?:article|entry|post|story|page) title)\b/.test(region.names);

/** The line's own block or one of the two around it: headlines are wrapped in links and spans of blocks. */
const around = ({ region }: Line): readonly Region[] =>
  [region, region.parent, region.parent?.parent].filter((each): each is Region => each !== null && each !== undefined);

/** Letters of the shortest line that is known for a headline by its words alone, where no markup says so. */
const longTitle = 15;

/** Whether a line of no particular markup says what the page calls itself, all of it and nothing else. */
const isTitle = (text: string, titles: readonly string[]): boolean =>
  text.length >= longTitle &&
  titles.some((title) => Math.abs(title.length - text.length) <= 2 && likeness(text, title) === 1);

/** Weight of running text, and lines, that may stand above a headline: small print, the news of the minute. */
const mostBefore = 1_500;
const mostLines = 200;

/**
 * Index of the headline's line: the heading that says most of what the page calls itself where the body's running text
 * begins, or all of it a little further on. -1 where the page has none.
 */
export const findHeadline = (lines: readonly Line[], firstText: number, titles: readonly string[]): number => {
  let best = -1;
  let bestScore = 0;
  /** Whether the best says all that the page calls itself. */
  let found = false;
  let passed = 0;
  const end = Math.min(lines.length, firstText + mostLines);
  for (let at = 0; at < end && passed < mostBefore; at += 1) {
    const line = lines[at];
    if (!line) continue;
    if (at >= firstText && !line.region.out) passed += line.prose;
    if (line.length < 4 || line.length > 400) continue;
    const levels = around(line);
    const own = levels.find((region) => isHeading(region));
    const declared = levels.some((region) => isDeclared(region));
    const isMarked = own !== undefined || declared;
    if (!isMarked && (line.linked > 0 || at >= firstText)) continue;
    const text = textOf(line);
    const isWhole = isTitle(text, titles);
    if (!isWhole && (!isMarked || at >= firstText)) continue;
    if (at >= firstText && found) break;
    const alike = Math.max(0, ...titles.map((title) => likeness(text, title) * Math.min(1, text.length / 12)));
    // "Video: the bridge falls" may be a headline, where the page calls itself so.
    if (alike < 0.9 && isBoilerplate(text)) continue;
    const level = own?.element.localName === 'h1' ? 0.5 : own?.element.localName === 'h2' ? 0.2 : 0.1;
    // What was left out as a site's header or a list of teasers may still hold it, but only with the very words.
    const aside = line.region.out || line.linked > line.length * 0.8 ? -0.4 : 0;
    const near = Math.min(1, at / firstText) * 0.1;
    const score = alike + level + (declared ? 0.25 : 0) + aside + near + (isWhole ? 0.25 : 0);
    if (score > bestScore && (alike >= 0.5 || (level === 0.5 && aside === 0))) {
      best = at;
      bestScore = score;
      found = isWhole;
    }
  }
  return best;
};
