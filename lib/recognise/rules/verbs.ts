import { outside, positionOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const common = markBit('common');
/** What follows a verb and hardly ever a name that has no comma behind it. */
const objects: ReadonlySet<string> = new Set('the a an it them this these your my our'.split(' '));

/** Months by whose names people go. */
const months: ReadonlySet<string> = new Set(['april', 'may', 'june', 'august']);

/** "In May, the vote was lost", "on May 12": the month, whoever else of the document is called so. */
function isMonth(view: DocumentView, i: number): boolean {
  const { tokens } = view.document;
  if (!months.has(tokens[i]?.folded ?? '')) return false;
  return (tokens[i - 1]?.folded === 'in' && view.opens[i - 1] === 1) || /^\d/u.test(tokens[i + 1]?.plain ?? '');
}

/**
 * An everyday word that opens a sentence and has an object is a verb, also where somebody of the document is called so:
 * "Cook the rice", "Mark it".
 */
export function dropVerbs(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const small = new Set<number>();
  for (const facts of view.facts) if (facts.letterCase === letterCase.lower) small.add(facts.lower);
  for (const [i, label] of labelling.labels.entries()) {
    if (label === outside || positionOfLabel(label) !== unit) continue;
    if (isMonth(view, i)) labels[i] = outside;
    if (view.opens[i] !== 1) continue;
    const facts = view.facts[i];
    const next = tokens[i + 1];
    if (facts?.letterCase !== letterCase.capital || next === undefined || !next.spaceBefore) continue;
    const isVerbal = (facts.marks & common) !== 0 || small.has(facts.lower);
    if (isVerbal && objects.has(next.plain)) labels[i] = outside;
  }
  return { ...labelling, labels };
}
