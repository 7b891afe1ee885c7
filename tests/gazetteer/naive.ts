import type { AliasEntry } from '../../lib/gazetteer/compile.ts';
import type { GazetteerHit } from '../../lib/gazetteer/finds.ts';
import { otherAbbreviations, titleAbbreviations } from '../../lib/text/abbreviations.ts';
import { foldWord, plainForm } from '../../lib/text/fold.ts';
import { type Token, tokenise } from '../../lib/text/tokens.ts';

/**
 * The rules of the gazetteer said a second time, without any hash or table: every alias is tried at every token of the
 * text. For texts of scripts that write spaces.
 */
export function scanNaively(entries: readonly AliasEntry[], text: string): GazetteerHit[] {
  const found = new Map<string, { start: number; end: number; ordinals: number[] }>();
  let at = 0;
  for (const line of text.split('\n')) {
    const tokens = wordsOf(line);
    for (const entry of entries) {
      const alias = wordsOf(entry.text.replaceAll('\n', ' '));
      if (alias.length === 0) continue;
      for (let first = 0; first + alias.length <= tokens.length; first += 1) {
        const slice = tokens.slice(first, first + alias.length);
        if (!matches(alias, slice, entry.case)) continue;
        const start = at + (slice[0]?.token.start ?? 0);
        const end = at + (slice.at(-1)?.token.end ?? 0);
        const hit = found.get(`${start}-${end}`) ?? { start, end, ordinals: [] };
        if (!hit.ordinals.includes(entry.ordinal)) hit.ordinals.push(entry.ordinal);
        found.set(`${start}-${end}`, hit);
      }
    }
    at += line.length + 1;
  }
  const kept: GazetteerHit[] = [];
  for (const hit of [...found.values()].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start))
    if (kept.every((other) => hit.end <= other.start || other.end <= hit.start)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}

interface Word {
  readonly token: Token;
  /** Mark between this word and the one before; '' for none that counts; null where they are apart. */
  readonly gap: string | null;
}

const isWord = ({ kind }: Token): boolean => kind === 'word' || kind === 'number' || kind === 'possessive';

const isAbbreviation = (token: Token): boolean =>
  token.end - token.start === 1 || titleAbbreviations.has(token.folded) || otherAbbreviations.has(token.folded);

function wordsOf(line: string): Word[] {
  const words: Word[] = [];
  let marks: Token[] = [];
  for (const token of tokenise(line)) {
    if (!isWord(token)) {
      marks.push(token);
      continue;
    }
    const last = words.at(-1);
    words.push({ token, gap: last === undefined ? null : gapOf({ line, before: last.token, after: token }, marks) });
    marks = [];
  }
  return words;
}

interface Place {
  readonly line: string;
  readonly before: Token;
  readonly after: Token;
}

function gapOf({ line, before, after }: Place, all: readonly Token[]): string | null {
  let marks = all;
  while (marks[0]?.plain === '.' && !marks[0].spaceBefore && isAbbreviation(before)) marks = marks.slice(1);
  const [mark] = marks;
  if (mark === undefined) return '';
  if (marks.length > 1) return null;
  if (/^[-\u2010-\u2013]$/u.test(line.slice(mark.start, mark.end)))
    return mark.spaceBefore || after.spaceBefore ? null : '';
  if (mark.plain === '.') return after.spaceBefore ? null : '.';
  return /["«»“-‟‹›]/u.test(mark.plain) ? '"' : foldWord(mark.plain);
}

const withoutPoints = (word: string): string => word.replace(/\.(?!\p{Nd})/gu, '').replaceAll('ς', 'σ');

const isSmall = (token: Token): boolean => /^\p{Ll}/u.test(token.plain);

const particles = new Set(
  "of the and for in on at by to with from or a an de la le les du des del della delle di da do dos das der den dem ter ten van von zu zur zum y e et und el al bin bint ibn ben ul ud upon against under over vs v s 's".split(
    ' ',
  ),
);

function matches(alias: readonly Word[], words: readonly Word[], rule: AliasEntry['case']): boolean {
  const same = alias.every(({ token, gap }, i) => {
    const word = words[i];
    if (word === undefined || (i > 0 && (gap === null || gap !== word.gap))) return false;
    if (rule === 'exact')
      return plainForm(token.plain).replace(/\.(?!\p{Nd})/gu, '') === word.token.plain.replace(/\.(?!\p{Nd})/gu, '');
    return withoutPoints(token.folded) === withoutPoints(word.token.folded);
  });
  if (!same || rule === 'exact') return same;
  const counts = (i: number): boolean => i === 0 || !particles.has(withoutPoints(alias[i]?.token.folded ?? ''));
  const small = (list: readonly Word[], i: number): boolean =>
    counts(i) && list[i] !== undefined && isSmall(list[i].token);
  const at = alias.map((_, i) => i);
  const asWritten = at.every((i) => small(alias, i) === small(words, i));
  const firstCapital = at.every((i) => (i === 0 ? !small(words, i) : small(alias, i) === small(words, i)));
  const allCapital = at.every((i) => !small(words, i));
  return asWritten || firstCapital || allCapital;
}
