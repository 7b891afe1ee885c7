import { entityTypes } from '../../model/entity.ts';
import { foundNames } from '../tagger/found.ts';
import { labelOf, outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike, letterCase } from '../tagger/words.ts';

const common = markBit('common');
const notNames = markBit('calendar') | markBit('title') | markBit('role');
const speech = markBit('speech-verb');
const person = entityTypes.indexOf('person');
/** What goes on behind somebody's name that opens a sentence, and behind no other noun without an article. */
const acts = /^(?:has|had|was|is|will|would|also|did|then|later|who|['’]s?|\p{Ll}{2,}ed)$/u;
/** A place that only the other places of the same word speak for. */
const filledConfidence = 0.6;
/** So large a share of a word's places has to be found before the others are taken for it too. */
const leastShare = 0.3;

interface Tally {
  found: number;
  readonly passedOver: number[];
  readonly types: Map<number, number>;
}

/**
 * A name of one word is one wherever it stands by itself with the same letters: found at some places of a document and
 * passed over at others, it is filled in. Words that the document writes small as well are left out, and so are everyday ones
 * but for the surname of somebody whom it names in full, inside of a sentence or where it opens one and does something:
 * after "Dana Wells", "Wells has asked".
 */
export function fillLoneRepeats(view: DocumentView, labelling: Labelling): Labelling {
  const small = new Set<number>();
  for (const facts of view.facts) if (facts.letterCase === letterCase.lower) small.add(facts.lower);
  const surnames = new Set<number>();
  for (const { from, end, type } of foundNames(labelling.labels))
    if (type === person && end - from > 1) surnames.add(view.facts[end - 1]?.surface ?? 0);
  const tallies = new Map<number, Tally>();
  for (const [i, facts] of view.facts.entries()) {
    if (!isNameLike(facts) || facts.letterCase === letterCase.initial) continue;
    if ((facts.marks & notNames) !== 0 || small.has(facts.lower)) continue;
    const isCommon = (facts.marks & common) !== 0;
    if (isCommon && !surnames.has(facts.surface)) continue;
    const tally: Tally = tallies.get(facts.surface) ?? { found: 0, passedOver: [], types: new Map() };
    tallies.set(facts.surface, tally);
    const label = labelling.labels[i] ?? outside;
    const isFree = isCommon && view.opens[i] === 1 ? isActing(view, i) : standsAlone(view, i);
    if (label === outside && isFree) tally.passedOver.push(i);
    if (label === outside || positionOfLabel(label) !== unit) continue;
    tally.found += 1;
    tally.types.set(typeOfLabel(label), (tally.types.get(typeOfLabel(label)) ?? 0) + 1);
  }
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const { found, passedOver, types } of tallies.values()) {
    if (found === 0 || found < leastShare * (found + passedOver.length)) continue;
    const [type] = [...types].reduce((a, b) => (b[1] > a[1] ? b : a));
    for (const i of passedOver) {
      labels[i] = labelOf(type, unit);
      confidences[i] = filledConfidence;
    }
  }
  return { ...labelling, labels, confidences };
}

const isActing = (view: DocumentView, i: number): boolean =>
  view.blockCase[i] === blockCases.prose &&
  (((view.facts[i + 1]?.marks ?? 0) & speech) !== 0 || acts.test(view.document.tokens[i + 1]?.plain ?? ''));

const standsAlone = (view: DocumentView, i: number): boolean =>
  view.blockCase[i] === blockCases.prose && view.runs.first[i] === i && view.runs.end[i] === i + 1;
