import type { DateReading } from '../time/dates.ts';
import type { Frame } from './frame.ts';
import { foldedAt, type Scene } from '../scene.ts';

const places =
  /^(?:on|late|early|earlier|in|a|an|the|at|to|interview|statement|letter|e-?mail|speech|briefing|news|press|conference|reporters?|journalists|mps|lawmakers|parliament|court|radio|television|tv|post|tweet|hearing|address|call|and|again)$/u;
const opensContent = /^(?:that|,|\.|:|;|“|"|‘|”|’|—|–|in|as|after|when|during|at)$/u;
const mostBetween = 6;

/** Of the times that a sentence names, the one at which it was said: "X said on Monday that …", "On Monday, X said …". */
export function findSaidOn(scene: Scene, dates: readonly DateReading[], frame: Frame): DateReading | null {
  return dates.find((date) => date.from === date.to && tellsWhenSaid(scene, date, frame)) ?? null;
}

function tellsWhenSaid(scene: Scene, date: DateReading, { cue, source, lemma }: Frame): boolean {
  const startOf = (token: number): number => scene.tokens[token]?.start ?? 0;
  const opening = Math.min(cue.first, source?.first ?? cue.first);
  const sentence = scene.document.sentences[scene.sentenceAt[cue.first] ?? 0];
  if (sentence === undefined) return false;
  // "On Monday, X said", "On Monday X told"
  if (date.end <= startOf(opening))
    return (
      date.start === sentence.start && /^,?\s*(?:the\s)?$/iu.test(scene.document.text.slice(date.end, startOf(opening)))
    );
  if (date.start >= startOf(opening) && date.end <= startOf(cue.first)) return true;
  let at = Math.max(cue.end, source?.end ?? 0);
  for (let i = 0; startOf(at) < date.start; i += 1, at += 1) {
    const word = foldedAt(scene, at);
    const isListener = (lemma === 'tell' || lemma === 'inform') && /^[\p{L}\p{N}’'-]+$/u.test(word) && word !== 'that';
    if (i >= mostBetween || !(places.test(word) || isListener)) return false;
  }
  while (at < sentence.endToken && startOf(at) < date.end) at += 1;
  return lemma !== 'tell' || at >= sentence.endToken || opensContent.test(foldedAt(scene, at));
}
