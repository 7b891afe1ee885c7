import type { Claim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import type { TextDocument } from '../text/document.ts';
import type { Cast } from './cast.ts';
import type { CheckWorthiness } from './checkworthy.ts';
import { judgeSentence } from './kinds.ts';
import { type Scene, setScene } from './scene.ts';
import { findVoices } from './speakers.ts';

export interface ClaimOptions {
  /** The article's date (YYYY-MM-DD), or null where unknown. */
  readonly day: string | null;
  readonly model: CheckWorthiness | null;
}

/** Claims of a text in reading order, at most one a sentence. Linear. */
export function findClaims(document: TextDocument, cast: Cast, options: ClaimOptions): Claim[] {
  const scene = setScene(document, cast);
  const voices = findVoices(scene);
  const claims: Claim[] = [];
  for (const [i, sentence] of document.sentences.entries()) {
    const voice = voices[i];
    if (voice === undefined) continue;
    const verdict = judgeSentence(scene, voices, { at: i, model: options.model });
    if (verdict === null) continue;
    const { kind } = verdict;
    const isSpoken = kind === 'quote' || kind === 'reported';
    const speaker = isSpoken ? voice.speaker : null;
    claims.push({
      start: sentence.start,
      end: sentence.end,
      kind,
      attribution: {
        speaker: speaker?.id ?? null,
        source: isSpoken && voice.source !== null ? spanOf(scene, voice.source) : null,
        cue: isSpoken && voice.frame !== null ? spanOf(scene, voice.frame.cue) : null,
        quotes: [],
      },
      about: [],
      quantities: [],
      checkWorthiness: verdict.checkWorthiness,
      related: [],
    });
  }
  return claims;
}

const spanOf = (scene: Scene, range: { readonly first: number; readonly end: number }): Span => ({
  start: scene.tokens[range.first]?.start ?? 0,
  end: scene.tokens[range.end - 1]?.end ?? 0,
});
