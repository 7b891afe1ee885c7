import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

/** A name of which the model is surer than this stays what it is. */
const firm = 0.9;
const person = entityTypes.indexOf('person');

/** "The Buchs" are people where somebody of the document is called Buch in full, unless the store knows them otherwise. */
export function takePluralSurnames(view: DocumentView, labelling: Labelling): Labelling {
  const wordAt = (i: number): string => view.document.tokens[i]?.folded ?? '';
  const names = foundNames(labelling.labels);
  const surnames = new Set(
    names.flatMap(({ from, end, type }) => (type === person && end - from > 1 ? [wordAt(end - 1)] : [])),
  );
  const isFamily = ({ from, end, type }: FoundName): boolean =>
    end - from === 1 &&
    type !== person &&
    (labelling.confidences[from] ?? 0) < firm &&
    view.known[from] === outside &&
    singularsOf(wordAt(from)).some((surname) => surnames.has(surname));
  const families = new Set(
    names.filter((name) => isFamily(name) && wordAt(name.from - 1) === 'the').map(({ from }) => wordAt(from)),
  );
  if (families.size === 0) return labelling;
  const labels = labelling.labels.slice();
  for (const name of names)
    if (isFamily(name) && families.has(wordAt(name.from))) writeName(labels, { ...name, type: person });
  return { ...labelling, labels };
}

/** Surnames that the plural may be of: "joneses", "kennedys", "riveras". */
export function singularsOf(plural: string): string[] {
  const singulars = plural.endsWith('s') ? [plural.slice(0, -1)] : [];
  return /(?:s|x|z|ch|sh)es$/u.test(plural) ? [...singulars, plural.slice(0, -2)] : singulars;
}
