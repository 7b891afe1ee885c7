import { type EntityType, entityTypes } from '../model/entity.ts';
import type { KnownName } from '../model/knowledge.ts';
import type { Steps } from '../model/steps.ts';
import type { TextDocument } from '../text/document.ts';
import type { NameSpan } from './name-span.ts';
import { heedRules } from './rules/rules.ts';
import { begin, inside, outside, positionOfLabel, typeOfLabel, unit } from './tagger/labels.ts';
import type { Labelling } from './tagger/labelling.ts';
import { labelDocument } from './tagger/passes.ts';
import { viewDocument } from './tagger/view.ts';
import type { Tagger } from './tagger/tagger.ts';

/**
 * The names of a text, in order and without overlaps; titles, a leading "the" and the possessive are outside.
 *
 * `known` are the store's hits (may be empty): hints, not commands. Time grows linearly with the text.
 */
export function* recogniseNames(
  document: TextDocument,
  known: readonly KnownName[],
  tagger: Tagger,
): Steps<NameSpan[]> {
  const view = yield* viewDocument(document, known, tagger.lexicon);
  yield;
  const labelled = yield* labelDocument(view, tagger);
  return spansOf(document, yield* heedRules(view, labelled, tagger.lexicon));
}

/** Spans of labelled tokens; a span is as sure as its least sure token. */
export function spansOf({ tokens }: TextDocument, { labels, confidences }: Labelling): NameSpan[] {
  const spans: NameSpan[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const label = labels[i] ?? outside;
    if (label === outside) continue;
    const type: EntityType = entityTypes[typeOfLabel(label)] ?? 'other';
    let end = i + 1;
    if (positionOfLabel(label) !== unit) while (end < tokens.length && goesOn(labels[end - 1] ?? outside)) end += 1;
    let confidence = 1;
    for (let at = i; at < end; at += 1) confidence = Math.min(confidence, confidences[at] ?? 0);
    const first = tokens[i];
    const last = tokens[end - 1];
    if (first !== undefined && last !== undefined)
      spans.push({ start: first.start, end: last.end, type, confidence: Math.min(1, confidence) });
    i = end - 1;
  }
  return spans;
}

const goesOn = (label: number): boolean => positionOfLabel(label) === begin || positionOfLabel(label) === inside;
