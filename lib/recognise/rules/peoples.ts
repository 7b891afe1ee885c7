import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import { begin, outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const nationality = entityTypes.indexOf('nationality');
const demonym = markBit('demonym');
const offices = markBit('title') | markBit('role');
const names = markBit('given-name') | markBit('surname');
/** A name that only a list speaks for. */
const listedConfidence = 0.6;

/**
 * Nationalities that a person's name has swallowed, together with an office ("Afghan Ambassador Hamdullah Mohib"), listed
 * ones that were passed over, before an office ("Maltese Prime Minister") or of several words ("New Yorkers"), and Americans by their descent ("Afghan-Americans").
 */
export function takePeoples(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const name of foundNames(labels)) {
    if (isDescent(view, name)) writeName(labels, { ...name, type: nationality });
    const from = behindOffice(view, name);
    if (from === name.from) continue;
    labels.fill(outside, name.from, from);
    writeName(labels, { from: name.from, end: name.from + 1, type: nationality });
    writeName(labels, { ...name, from });
  }
  for (const [i, facts] of view.facts.entries()) {
    const isOfficial = (facts.marks & demonym) !== 0 && labels[i] === outside && beforeOffice(view, labels, i);
    if (!isOfficial) continue;
    confidences[i] = listedConfidence;
    writeName(labels, { from: i, end: i + 1, type: nationality });
  }
  for (const [i, position] of view.phrasePositions.entries()) {
    // "New Yorkers have": an everyday word that opens a sentence is in no run.
    const run = view.runs.first[i] === -1 && view.opens[i] === 1 ? i + 1 : i;
    if (position !== begin || view.phraseMarks[i] !== demonym || view.runs.first[run] !== run) continue;
    const end = view.runs.end[run] ?? i;
    const isWhole = view.phraseMarks.subarray(i, end).every((marks) => marks === demonym);
    // "New [Yorkers]": a part of it may have been found.
    if (!isWhole || end - i < 2 || labels[i] !== outside) continue;
    confidences.fill(listedConfidence, i, end);
    writeName(labels, { from: i, end, type: nationality });
  }
  return { ...labelling, labels, confidences };
}

/** How offices begin that a country has. */
const highOffice =
  /^(?:president|prime|premier|chancellor|king|queen|emperor|crown|vice|deputy|minister|foreign|defen[cs]e|finance|interior|justice|health|ambassador|general|gen|admiral|senator)$/u;

/** Whether a capital stands right before an office in capitals: "Maltese Prime Minister". */
function beforeOffice(view: DocumentView, labels: Uint8Array, i: number): boolean {
  const [own, next] = [view.facts[i], view.facts[i + 1]];
  if (own?.letterCase !== letterCase.capital || next?.letterCase !== letterCase.capital) return false;
  const isOffice = highOffice.test(view.document.tokens[i + 1]?.folded ?? '');
  return isOffice && labels[i + 1] === outside && (labels[i - 1] ?? outside) === outside;
}

const isDescent = ({ document: { tokens } }: DocumentView, { from, end }: FoundName): boolean =>
  end - from === 3 && tokens[from + 1]?.plain === '-' && /^americans?$/u.test(tokens[from + 2]?.folded ?? '');

/** Where a person's own name begins behind a nationality and an office; its first word where it has no such head. */
function behindOffice(view: DocumentView, { from, end, type }: FoundName): number {
  const marksOf = (i: number): number => view.facts[i]?.marks ?? 0;
  if (type !== person || end - from < 3 || view.phraseMarks[from] !== 0 || (marksOf(from) & demonym) === 0) return from;
  let at = from + 1;
  while (at < end - 1 && (marksOf(at) & offices) !== 0 && (marksOf(at) & names) === 0) at += 1;
  return at === from + 1 ? from : at;
}
