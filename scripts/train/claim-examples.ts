import { readFileSync } from 'node:fs';
import { sentenceFeatures, wordFeatures } from '../../lib/claim/features.ts';
import { setScene } from '../../lib/claim/scene.ts';
import { findVoices } from '../../lib/claim/speaker/speakers.ts';
import { tokenise } from '../../lib/text/tokens.ts';
import type { ClaimText } from '../evaluate/claims.ts';
import { goldCast } from '../evaluate/gold-cast.ts';
import { answerOf, type Example, toBuckets } from './claims.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** Sentences of annotated texts with the kind of claim that they are marked as. */
export function kindExamples(texts: readonly ClaimText[]): Example[] {
  return texts.flatMap(({ text, mentions, claims }) => {
    const { document, cast } = goldCast(text, mentions);
    const scene = setScene(document, cast);
    const voices = atOnce(findVoices(scene));
    const kinds = new Map(claims.map((claim) => [claim.end, claim.kind]));
    return document.sentences.map((sentence, i) => ({
      buckets: toBuckets(sentenceFeatures(scene, voices, i)),
      answer: answerOf(kinds.get(sentence.end)),
      weight: 1,
    }));
  });
}

/** Words alone, for check-worthiness: what nobody is quoted with and what no mark is on. */
export function corpusWorthExamples(texts: readonly ClaimText[]): Example[] {
  return texts.flatMap(({ text, mentions, claims }) => {
    const { document } = goldCast(text, mentions);
    const kinds = new Map(claims.map((claim) => [claim.end, claim.kind]));
    return document.sentences.flatMap((sentence): Example[] => {
      const kind = kinds.get(sentence.end);
      if (kind === 'quote' || kind === 'reported') return [];
      const features = wordFeatures(document.tokens, () => null, sentence);
      return [{ buckets: toBuckets(features), answer: kind === undefined ? 0 : 1, weight: 0.5 }];
    });
  });
}

/** Rows `{ text, label }` of the debate sentences, one JSON object a line. */
export function debateExamples(file: string): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { text, label }: { text: string; label: 0 | 1 } = JSON.parse(line);
      const tokens = tokenise(text);
      const features = wordFeatures(tokens, () => null, { firstToken: 0, endToken: tokens.length });
      return { buckets: toBuckets(features), answer: label, weight: 1 };
    });
}
