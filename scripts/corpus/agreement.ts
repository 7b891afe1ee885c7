import type { MarkedMention, MarkedText } from './parse.ts';

interface Use {
  readonly type: MarkedMention['type'];
  readonly text: string;
}

const listed = (names: Iterable<string>): string => {
  const all = [...new Set(names)];
  return all.length > 4 ? `${all.slice(0, 4).join(' ')} and ${all.length - 4} more` : all.join(' ');
};

/** Days and months are never marked, whoever else is called so. */
const calendar =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

/**
 * What the texts of the corpus do not agree on: one surface with several types, and a surface that two texts or more
 * mark and another leaves bare in mid-sentence. A person who shares a name with a place is no disagreement.
 */
export function findDisagreements(texts: ReadonlyMap<string, MarkedText>): string[] {
  const uses = usesBySurface(texts);
  const found: string[] = [];
  for (const [surface, marked] of [...uses].sort(([a], [b]) => a.localeCompare(b))) {
    const types = new Map<string, string[]>();
    for (const { type, text } of marked) if (type !== 'person') types.set(type, [...(types.get(type) ?? []), text]);
    if (types.size < 2) continue;
    const parts = [...types].map(([type, names]) => `${type} in ${listed(names)}`);
    found.push(`types of "${surface}": ${parts.join('; ')}`);
  }
  for (const [name, text] of texts) found.push(...bareNames(name, text, uses));
  return found;
}

function usesBySurface(texts: ReadonlyMap<string, MarkedText>): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const [name, { text, mentions }] of texts)
    for (const { start, end, type } of mentions) {
      const surface = text.slice(start, end);
      const known = uses.get(surface) ?? [];
      if (known.length === 0) uses.set(surface, known);
      known.push({ type, text: name });
    }
  return uses;
}

function bareNames(name: string, { text, mentions }: MarkedText, uses: ReadonlyMap<string, readonly Use[]>): string[] {
  const covered = new Uint8Array(text.length);
  for (const { start, end } of mentions) covered.fill(1, start, end);
  const found: string[] = [];
  // Up to four capitalised words after a lower-case word: at a sentence's start and in headlines capitals say nothing.
  const capitals = /(?<=\p{Ll},? )\p{Lu}[\p{L}\p{N}’'.&-]*(?: (?:of |the |and |& )?\p{Lu}[\p{L}\p{N}’'.&-]*){0,3}/gu;
  for (const match of text.matchAll(capitals)) {
    const words = match[0].split(' ');
    for (let count = words.length; count > 0; count--) {
      const surface = words
        .slice(0, count)
        .join(' ')
        .replace(/(?:[’']s|[.,’'])$/u, '');
      if (calendar.test(surface) || text[match.index + surface.length] === '$') continue;
      if (covered.subarray(match.index, match.index + surface.length).includes(1)) continue;
      const marked = uses.get(surface)?.filter((use) => use.text !== name) ?? [];
      if (new Set(marked.map((use) => use.text)).size < 2) continue;
      const around = text.slice(Math.max(0, match.index - 30), match.index + surface.length + 20);
      found.push(
        `"${surface}" is bare in ${name} ("…${around.replaceAll('\n', ' / ')}…") but ${marked[0]?.type} in ${listed(marked.map((use) => use.text))}`,
      );
      break;
    }
  }
  return found;
}
