import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from './found.ts';
import { outside } from './labels.ts';
import type { Labelling } from './labelling.ts';
import { markBit } from './lexicon.ts';
import type { DocumentView } from './view.ts';

const organisation = entityTypes.indexOf('organisation');
const place = entityTypes.indexOf('place');
const person = entityTypes.indexOf('person');
/** A name of which the model is surer than this stays what it is. */
const firm = 0.7;
/** What only a body has: "CEO of X", "shares in X". */
const ofBodies: ReadonlySet<string> = new Set(
  'ceo cfo cto coo cofounder shareholders subsidiary subsidiaries shares unit arm employees acquisition takeover ipo'.split(
    ' ',
  ),
);
const officers: ReadonlySet<string> = new Set(['ceo', 'cfo', 'cto', 'coo']);
const owned: ReadonlySet<string> = new Set(['shares', 'stake']);
const listed = (
  ['city', 'big-city', 'country', 'region', 'person-name', 'given-name', 'surname', 'person'] as const
).reduce((bits, mark) => bits | markBit(mark), 0);

/**
 * A word that nobody knows is a company wherever it stands in a document, once it has a chief executive, shareholders or
 * subsidiaries somewhere: "Michael Litt, co-founder and CEO of Vidyard".
 */
export function takeCompanies(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const doubtful = foundNames(labels).filter((name) => isDoubtful(view, labelling, name));
  const companies = new Set<number>();
  for (const { from, end } of doubtful) if (hasBodyOf(view, from)) companies.add(hashOfWords(view, from, end));
  if (companies.size === 0) return labelling;
  for (const name of doubtful)
    if (companies.has(hashOfWords(view, name.from, name.end))) writeName(labels, { ...name, type: organisation });
  return { ...labelling, labels };
}

function isDoubtful(view: DocumentView, { confidences }: Labelling, { from, end, type }: FoundName): boolean {
  if (type !== place && type !== person && type !== organisation) return false;
  for (let i = from; i < end; i += 1) {
    const marks = (view.facts[i]?.marks ?? 0) | (view.phraseMarks[i] ?? 0);
    if ((marks & listed) !== 0 || view.known[i] !== outside) return false;
  }
  return Math.min(...confidences.subarray(from, end)) < firm;
}

function hasBodyOf(view: DocumentView, from: number): boolean {
  const wordAt = (i: number): string => view.document.tokens[i]?.folded ?? '';
  const before = wordAt(from - 2);
  const isChief = before === 'executive' && wordAt(from - 3) === 'chief';
  switch (wordAt(from - 1)) {
    case 'of':
      return isChief || ofBodies.has(before) || (before === 'founder' && wordAt(from - 3) === '-');
    case 'at':
      return isChief || officers.has(before);
    case 'in':
      return owned.has(before);
    default:
      return false;
  }
}
