import { entityTypes } from '../../model/entity.ts';
import type { Token } from '../../text/tokens.ts';
import { begin, inside, labelOf, last, outside, peopleOf } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');

/** Things that are told apart by letters: in "vitamin C. Mary left" the letter is no initial. */
const lettered =
  /^(?:vitamin|hepatitis|plan|group|section|class|type|grade|option|exhibit|appendix|part|team|bus|line)$/u;

/** People take the initials before their name, as in "said C. Jane Doe". */
export function takeInitials(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  for (const { from, end } of peopleOf(labels)) {
    const start = firstInitial(tokens, from);
    if (start === from || labels.slice(start, from).some((label) => label !== outside)) continue;
    confidences.fill(confidences[from] ?? 0, start, from);
    for (let i = start; i < end; i += 1)
      labels[i] = labelOf(person, i === start ? begin : i === end - 1 ? last : inside);
  }
  return { ...labelling, labels, confidences };
}

/** Index of the first of the initials that stand before a name's first token; else its own. */
function firstInitial(tokens: readonly Token[], at: number): number {
  const [before, letter, point] = [tokens[at - 3], tokens[at - 2], tokens[at - 1]];
  if (letter === undefined || point?.plain !== '.' || point.spaceBefore || !/^\p{Lu}$/u.test(letter.plain)) return at;
  if (before?.plain === '.' && !before.spaceBefore) return firstInitial(tokens, at - 2);
  return before?.kind === 'word' && (/^\p{Lu}/u.test(before.plain) || lettered.test(before.folded)) ? at : at - 2;
}
