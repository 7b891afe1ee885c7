import { entityTypes } from '../../model/entity.ts';
import type { Token } from '../../text/tokens.ts';
import { begin, outside, positionOfLabel, typeOfLabel, unit } from '../tagger/labels.ts';
import { isLegalForm } from '../tagger/legal-forms.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
/** Letters behind a person's name, without their points. */
const degrees: ReadonlySet<string> = new Set(
  'phd md jd mba dphil bsc msc rn esq cpa llb llm dds dvm mph mbe obe cbe frcp frs facs qc kc'.split(' '),
);
/** "3GHz", "60fps", "12GB", "1080p", "4K"; 2K is a publisher. */
const measure = /^\d+(?:[.,]\d+)*(?:[kmgt]?hz|[kmgt]b|fps|mm|cm|km|kg|mph|kph|kw|mw|gw|mah)$|^(?:\d{3,4}p|[458]k)$/iu;

/**
 * Degrees behind somebody's name ("Ana Ruiz, Ph.D.") and a firm's legal form ("Zekon, S.A."), measures, what a share is called on its
 * exchange and parts of what an account is called ("@Norvane_Leeds") are no names, however much they look like some.
 */
export function dropDegrees(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] ?? outside;
    const position = positionOfLabel(label);
    if (label === outside || (position !== unit && position !== begin)) continue;
    let end = i + 1;
    while (end < labels.length && goesOn(labels[end] ?? outside)) end += 1;
    const surface = tokens.slice(i, end).map(({ folded }) => folded);
    const isDegree =
      tokens[i - 1]?.plain === ',' &&
      typeOfLabel(labels[i - 2] ?? outside) === person &&
      degrees.has(surface.join('').replaceAll('.', '')) &&
      tokens[end]?.kind !== 'possessive';
    const isMeasure = measure.test(surface[0] ?? '') && (position === unit || surface[1] === ',');
    const isLawsForm =
      position === unit &&
      tokens[i - 1]?.plain === ',' &&
      typeOfLabel(labels[i - 2] ?? outside) === organisation &&
      (labels[i - 2] ?? outside) !== outside &&
      isLegalForm(view, i);
    if (isDegree || isMeasure || isLawsForm || isOfAccount(tokens, i, end) || isTicker(view, labels, [i, end]))
      labels.fill(outside, i, end);
    i = end - 1;
  }
  return { ...labelling, labels };
}

/** What a share is called on its exchange, as an agency adds it to a firm: "UBS (UBSG.S)". */
const ticker = /^[A-Z\d]{1,6}\.[A-Z]{1,3}$/u;

const isTicker = (
  { document: { text, tokens } }: DocumentView,
  labels: Uint8Array,
  [first, end]: [number, number],
): boolean => {
  const before = labels[first - 2] ?? outside;
  return (
    tokens[first - 1]?.plain === '(' &&
    tokens[end]?.plain === ')' &&
    before !== outside &&
    typeOfLabel(before) === organisation &&
    ticker.test(text.slice(tokens[first]?.start, tokens[end - 1]?.end))
  );
};

/** Whether a low line joins it to what stands beside it. */
const isOfAccount = (tokens: readonly Token[], first: number, end: number): boolean =>
  (tokens[first - 1]?.plain === '_' && tokens[first]?.spaceBefore === false) ||
  (tokens[end]?.plain === '_' && tokens[end]?.spaceBefore === false);

const goesOn = (label: number): boolean =>
  label !== outside && positionOfLabel(label) !== unit && positionOfLabel(label) !== begin;
