import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, knownType, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

/** Dashes that part a sentence wherever they stand, and those that do so between spaces: "Liberal–National" is one name. */
const parting = /^[—―]$/u;
const partingBetweenSpaces = /^[-–]$/u;
const place = entityTypes.indexOf('place');
const organisation = entityTypes.indexOf('organisation');

/**
 * Names that a dash has joined with what stands behind it ("as seen from the Sun—Rosetta will land") are a name before it
 * and, where something like one stands there, a name behind it; so are the seat and the body of "Zug-based Nordvik". What the store
 * or a list knows with its dash stays whole.
 */
export function partAtDashes(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels)) {
    let { from } = name;
    if (isSeat(view, name)) {
      writeName(labels, { from, end: from + 1, type: place });
      labels.fill(outside, from + 1, from + 3);
      writeName(labels, { from: from + 3, end: name.end, type: name.type === place ? organisation : name.type });
      continue;
    }
    for (let i = from + 1; i < name.end - 1; i += 1) {
      if (!isParting(view, i)) continue;
      writePart(view, labels, { ...name, from, end: i });
      labels[i] = outside;
      from = i + 1;
    }
    if (from > name.from) writePart(view, labels, { ...name, from });
  }
  return { ...labelling, labels };
}

const isSeat = ({ document: { tokens }, known }: DocumentView, { from, end }: FoundName): boolean =>
  end > from + 3 &&
  tokens[from + 1]?.plain === '-' &&
  tokens[from + 2]?.folded === 'based' &&
  known[from + 3] === outside;

function isParting(view: DocumentView, i: number): boolean {
  const { text, tokens } = view.document;
  const dash = text.slice(tokens[i]?.start, tokens[i]?.end);
  if (view.known[i] !== outside || view.phraseMarks[i] !== 0) return false;
  return (
    parting.test(dash) ||
    (partingBetweenSpaces.test(dash) && tokens[i]?.spaceBefore === true && tokens[i + 1]?.spaceBefore === true)
  );
}

/** From its first word that is written as a name is, as what the store knows it; nothing where none is. */
function writePart(view: DocumentView, labels: Uint8Array, name: FoundName): void {
  let { from } = name;
  while (from < name.end && !isNamed(view, from)) from += 1;
  labels.fill(outside, name.from, name.end);
  if (from < name.end) writeName(labels, { from, end: name.end, type: knownType(view, from, name.end) ?? name.type });
}

function isNamed(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
