import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../../lib/model/span.ts';
import type { CoarseType, MeasuredSpan, MeasuredText } from './measured.ts';

interface CompromiseTerm {
  readonly offset: { readonly start: number; readonly length: number };
  readonly tags: readonly string[];
  readonly text: string;
}

/** Views of compromise that answer names, and our types for them. */
const compromiseViews = [
  ['people', 'PER'],
  ['organizations', 'ORG'],
  ['places', 'LOC'],
] as const satisfies readonly (readonly [view: string, type: CoarseType])[];

/** Names by compromise 14: titles, possessives and outer punctuation taken off, as our rules have it. */
export function compromiseNames({ text }: MeasuredText): MeasuredSpan[] {
  const doc = nlp(text);
  const spans: MeasuredSpan[] = [];
  for (const [view, type] of compromiseViews)
    for (const { terms } of doc[view]().json({ offset: true }) as readonly {
      readonly terms: readonly CompromiseTerm[];
    }[]) {
      const kept = [...terms];
      while (type === 'PER' && kept[0]?.tags.includes('Honorific')) kept.shift();
      const first = kept[0];
      const last = kept.at(-1);
      if (first === undefined || last === undefined) continue;
      spans.push(trim(text, { start: first.offset.start, end: last.offset.start + last.offset.length, type }));
    }
  return withoutOverlaps(spans);
}

function trim(text: string, { start, end, type }: MeasuredSpan): MeasuredSpan {
  const surface = text.slice(start, end);
  const before = /^(?:[Tt]he\s+|[^\p{L}\p{N}]+)*/u.exec(surface)?.[0].length ?? 0;
  const after = /(?:['’]s?|[^\p{L}\p{N}.]|(?<!\b\p{Lu})\.)*$/u.exec(surface.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after, type };
}

function withoutOverlaps(spans: readonly MeasuredSpan[]): MeasuredSpan[] {
  const kept: MeasuredSpan[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end))
    if (span.end > span.start && span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

const wink = winkNLP(model);

/** Runs of proper nouns by wink-nlp: its lite model marks no people, organisations or places, so they have no type. */
export function winkSpans({ text }: MeasuredText): Span[] {
  const doc = wink.readDoc(text);
  const words = doc.tokens().out() as readonly string[];
  const tags = doc.tokens().out(wink.its.pos) as readonly string[];
  const spans: Span[] = [];
  let at = 0;
  let first = -1;
  let end = 0;
  for (const [i, word] of words.entries()) {
    const start = text.indexOf(word, at);
    if (start < 0) continue;
    at = start + word.length;
    if (tags[i] === 'PROPN') {
      if (first < 0) first = start;
      end = at;
    } else if (first >= 0) {
      spans.push({ start: first, end });
      first = -1;
    }
  }
  return first < 0 ? spans : [...spans, { start: first, end }];
}
