import { isInside } from './body-parts.ts';
import type { Line, Region } from './lines.ts';

/** So many headings of one level and box that are links, each over a paragraph beside it, are those of a list's entries. */
const fewest = 3;
const leastText = 80;

const levelOf = ({ region }: Line): string => /^h[2-6]$/.exec(region.element.localName)?.[0] ?? '';

/**
 * Headings within the text that are links: entries of a list ("The eight best …") lead to what they tell of, and a weekly
 * edition to its articles. Teasers have a box each, or no paragraph of their own.
 */
export function findLinkedHeadings(lines: readonly Line[], body: Region): ReadonlySet<Line> {
  const groups = new Map<string, Line[]>();
  const boxes = new Map<Region, number>();
  const plain = new Map<string, number>();
  let open: { readonly line: Line; readonly key: string } | null = null;
  for (const line of lines) {
    const { region, prose, linked, length } = line;
    if (region.out || !isInside(region, body)) continue;
    const level = levelOf(line);
    if (level !== '' && region.parent !== null) {
      const box = boxes.get(region.parent) ?? boxes.size;
      boxes.set(region.parent, box);
      const key = `${box} ${level}`;
      open = linked > length * 0.6 ? { line, key } : null;
      if (open === null) plain.set(key, (plain.get(key) ?? 0) + 1);
      continue;
    }
    if (open === null || prose === 0) continue;
    const box = open.line.region.parent;
    if (length >= leastText && (region === box || region.parent === box)) {
      const group = groups.get(open.key);
      if (group === undefined) groups.set(open.key, [open.line]);
      else group.push(open.line);
    }
    open = null;
  }
  return new Set(
    [...groups].flatMap(([key, group]) =>
      group.length >= fewest && group.length > (plain.get(key) ?? 0) ? group : [],
    ),
  );
}
