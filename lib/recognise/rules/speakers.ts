import { entityTypes } from '../../model/entity.ts';
import { hashText } from '../tagger/hash.ts';
import { labelOf, outside, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import { type Lexicon, markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const surnames = markBit('surname') | markBit('person');
const common = markBit('common');
const notSurnames = common | markBit('role') | markBit('demonym') | markBit('calendar');
/** No thing, month or deed does this: "Cook said". */
const speaks: ReadonlySet<string> = new Set('said says told added argued insisted tweeted denied replied'.split(' '));
/** A name that only what stands behind it speaks for. */
const filledConfidence = 0.6;

/**
 * A lone surname that opens a sentence and speaks is a name, also where it may be a verb: nobody says so of a cook
 * without an article. Words that texts write small for the most part are left out ("Police said", "All told"), and so are their plurals ("Banks said").
 */
export function takeSpeakers(view: DocumentView, labelling: Labelling, lexicon: Lexicon): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const [i, facts] of view.facts.entries()) {
    if (view.opens[i] !== 1 || labels[i] !== outside || view.blockCase[i] !== blockCases.prose) continue;
    if (facts.letterCase !== letterCase.capital || !speaks.has(tokens[i + 1]?.plain ?? '')) continue;
    if ((facts.marks & surnames) === 0 || (facts.marks & notSurnames) !== 0) continue;
    const word = tokens[i]?.folded ?? '';
    if (word.endsWith('s') && (lexicon.words.find(hashText(word.slice(0, -1)), 0) & common) !== 0) continue;
    labels[i] = labelOf(person, unit);
    confidences[i] = filledConfidence;
  }
  return { ...labelling, labels, confidences };
}
