import { asEntityId } from '../../../lib/model/ids.ts';
import { atOnce } from '../../../lib/model/steps.ts';
import { entityTypes, type EntityType } from '../../../lib/model/entity.ts';
import { spansOf } from '../../../lib/recognise/names.ts';
import { begin, inside, labelOf, last, unit } from '../../../lib/recognise/tagger/labels.ts';
import type { Labelling } from '../../../lib/recognise/tagger/labelling.ts';
import type { Lexicon } from '../../../lib/recognise/tagger/lexicon.ts';
import { type DocumentView, viewDocument } from '../../../lib/recognise/tagger/view.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';

const noWords = openLexicon({ codes: new Map(), words: new Map(), phrases: new Map() });

/**
 * The names after a step over labelled text; those found before it stand in square brackets, with `=TYPE` unless they
 * are people, and `~0.3` where the model is that sure and not wholly.
 */
export const namesAfter = (step: Step, marked: string, lexicon = noWords): string[] =>
  after(step, marked, lexicon).map(({ surface }) => surface);

/** The same with the type of each: `Belgrano=person`; the store knows `stored` by these very words. */
export const typedNamesAfter = (step: Step, marked: string, lexicon = noWords, stored: Stored = new Map()): string[] =>
  after(step, marked, lexicon, stored).map(({ surface, type }) => `${surface}=${type}`);

type Stored = ReadonlyMap<string, EntityType>;
type Step = (view: DocumentView, labelling: Labelling) => Labelling;

function after(
  step: Step,
  marked: string,
  lexicon: Lexicon,
  stored: Stored = new Map(),
): { surface: string; type: EntityType }[] {
  const spans: { start: number; end: number; type: EntityType; confidence: number }[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const [, name, type, confidence] = /^\[([^=~\]]*)(?:=(\w+))?(?:~([\d.]+))?\]$/u.exec(part) ?? [];
    if (name !== undefined)
      spans.push({
        start: text.length,
        end: text.length + name.length,
        type: (type ?? 'person') as EntityType,
        confidence: Number(confidence ?? 1),
      });
    text += name ?? part;
  }
  const document = readText(text, blocksOfLines(text));
  const { tokens } = document;
  const labels = new Uint8Array(tokens.length);
  const confidences = new Float64Array(tokens.length).fill(1);
  for (const { start, end, type, confidence } of spans) {
    const inner = [...tokens.keys()].filter((i) => tokens[i]!.start >= start && tokens[i]!.end <= end);
    for (const [k, i] of inner.entries()) {
      const position = inner.length === 1 ? unit : k === 0 ? begin : k === inner.length - 1 ? last : inside;
      labels[i] = labelOf(entityTypes.indexOf(type), position);
      confidences[i] = confidence;
    }
  }
  const labelling = {
    labels,
    confidences,
    types: new Float32Array(tokens.length * entityTypes.length),
  };
  const known = spans.flatMap(({ start, end }) => {
    const type = stored.get(text.slice(start, end));
    return type === undefined ? [] : [{ start, end, candidates: [{ id: asEntityId('t:x'), type, prominence: 0.5 }] }];
  });
  const stepped = step(atOnce(viewDocument(document, known, lexicon)), labelling);
  return spansOf(document, stepped).map(({ start, end, type }) => ({ surface: text.slice(start, end), type }));
}
