import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { blockCases } from '../tagger/letter-case.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike, letterCase } from '../tagger/words.ts';

const organisation = entityTypes.indexOf('organisation');
const person = entityTypes.indexOf('person');
/** Words of every day that clubs are called by once they were named in full. */
const tails: ReadonlySet<string> = new Set(
  'town city united county rovers rangers athletic albion wanderers villa palace forest orient wednesday hotspur argyle thistle'.split(
    ' ',
  ),
);
/** A place that only the club's full name speaks for. */
const told = 0.6;

/**
 * "Town" is a club wherever it stands as a name without an article, once "Harbour Town" was found as one: inside a sentence,
 * and if it is ever so there, also where it opens one before a word in small letters.
 */
export function takeClubs(view: DocumentView, labelling: Labelling): Labelling {
  const clubs = new Set<number>();
  for (const { from, end, type } of foundNames(labelling.labels))
    if (type === organisation && end - from > 1 && tails.has(view.document.tokens[end - 1]?.folded ?? ''))
      clubs.add(view.facts[end - 1]?.surface ?? 0);
  if (clubs.size === 0) return labelling;
  const places = [...view.facts.keys()].filter(
    (i) => clubs.has(view.facts[i]?.surface ?? 0) && isFree(view, labelling, i),
  );
  const proven = new Set(places.filter((i) => view.opens[i] === 0).map((i) => view.facts[i]?.surface ?? 0));
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const i of places) {
    if (!proven.has(view.facts[i]?.surface ?? 0)) continue;
    writeName(labels, { from: i, end: i + 1, type: organisation });
    confidences[i] = told;
  }
  return { ...labelling, labels, confidences };
}

/** Whether nothing better is known of a capital that stands by itself. */
function isFree(view: DocumentView, { labels }: Labelling, i: number): boolean {
  const label = labels[i] ?? outside;
  const facts = view.facts[i];
  if (facts === undefined || !isNameLike(facts) || view.blockCase[i] !== blockCases.prose) return false;
  if (label !== outside && (positionOfLabel(label) !== unit || typeOfLabel(label) === person)) return false;
  if (/^(?:the|a|an|of|in)$/u.test(view.document.tokens[i - 1]?.folded ?? '') && view.opens[i] === 0) return false;
  const isAlone = view.runs.first[i] === i && view.runs.end[i] === i + 1;
  return isAlone && (view.opens[i] === 0 || view.facts[i + 1]?.letterCase === letterCase.lower);
}
