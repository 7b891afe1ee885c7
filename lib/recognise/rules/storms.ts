import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const event = entityTypes.indexOf('event');
const kinds: ReadonlySet<string> = new Set('hurricane typhoon cyclone storm depression'.split(' '));
/** What may stand before the kind and belongs to the name: "Tropical Depression Wilma". */
const strength = /^(?:Tropical|Super|Severe)$/u;
/** A name that only the word before it speaks for. */
const namedConfidence = 0.8;

/** "Typhoon Yagi" is an event, and so is "Yagi" in the same document, unless the store knows it as something else. */
export function takeStorms(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const names = foundNames(labels);
  const storms = new Set<number>();
  let next = 0;
  for (let i = 0; i + 1 < tokens.length; i += 1) {
    while ((names[next]?.end ?? tokens.length) <= i + 1) next += 1;
    const [kind, word] = [tokens[i], tokens[i + 1]];
    if (kind === undefined || word === undefined || !kinds.has(kind.folded)) continue;
    if (!/^\p{Lu}/u.test(kind.plain) || !/^\p{Lu}\p{Ll}+$/u.test(word.plain) || !word.spaceBefore) continue;
    const from = strength.test(tokens[i - 1]?.plain ?? '') ? i - 1 : i;
    if (kind.folded === 'depression' && from === i) continue;
    const around = names[next];
    // "Storm King Mountain": the name goes on.
    const isLonger = around !== undefined && around.from <= i + 1 && (around.end > i + 2 || around.from < from);
    if (isLonger) continue;
    writeName(labels, { from, end: i + 2, type: event });
    confidences.fill(namedConfidence, from, i + 2);
    storms.add(hashOfWords(view, i + 1, i + 2));
  }
  if (storms.size === 0) return labelling;
  for (const name of foundNames(labels))
    if (isBare(view, name) && storms.has(hashOfWords(view, name.from, name.end)))
      writeName(labels, { ...name, type: event });
  return { ...labelling, labels, confidences };
}

const isBare = (view: DocumentView, { from, end }: FoundName): boolean =>
  end - from === 1 && view.known[from] === outside;
