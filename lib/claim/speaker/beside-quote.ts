import type { Sentence } from '../../text/sentences.ts';
import { isOwner } from '../syntax/apposition.ts';
import { isAdverb, stops } from '../syntax/grammar.ts';
import { type NounPhrase, readAfter } from '../syntax/noun-phrase.ts';
import { foldedAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';
import type { FrameForm, UnscoredFrame } from './frame.ts';

/** Any verb right between a quotation and a name speaks: "‘…,’ boomed X." and "‘…,’ X boomed." */
export function besideQuote(scene: Scene, t: number, sentence: Sentence): UnscoredFrame | null {
  const folded = foldedAt(scene, t);
  if (!/^\p{Ll}{3,}(?:ed|s)$/u.test(plainAt(scene, t)) || stops.has(folded) || isAdverb(folded)) return null;
  const make = (form: FrameForm, source: NounPhrase): UnscoredFrame => ({
    form,
    lemma: 'beside',
    strength: 1,
    cue: { first: t, end: t + 1 },
    source,
    isSubordinate: false,
  });
  if (isQuoted(scene, t - 1)) {
    const after = readAfter(scene, t + 1, sentence.endToken);
    if (after === null || after.head.kind === 'description') return null;
    const closes = after.end >= sentence.endToken || /^[.,;:]$/u.test(plainAt(scene, after.end));
    return closes ? make('inverted', after) : null;
  }
  const mention = mentionAt(scene, t - 1);
  const range = scene.index.ranges[mention];
  const closes = t + 1 >= sentence.endToken || /^[.,]$/u.test(plainAt(scene, t + 1));
  if (mention < 0 || range === undefined || !closes || isOwner(scene, mention)) return null;
  return isQuoted(scene, range.first - 1)
    ? make('subject-first', { first: range.first, end: range.end, head: { kind: 'name', mention } })
    : null;
}
