import { entityTypes } from '../../model/entity.ts';
import { writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const work = entityTypes.indexOf('work');
/** Of a "show", a "play" or a "record" other things are said in marks as well. */
const works: ReadonlySet<string> = new Set(
  'single song album film movie novel novella memoir autobiography book documentary podcast poem painting opera musical ballad sitcom screenplay miniseries play'.split(
    ' ',
  ),
);
const opens = /^[“"‘']$/u;
const closes = /^[”"’']$/u;
/** Longer titles, in tokens, are quotations for the most part. */
const longest = 10;
/** What a title writes small. */
const small: ReadonlySet<string> = new Set('a an the and or but of in on at to for from with by as is my'.split(' '));
/** A name that only what stands around it speaks for. */
const filledConfidence = 0.6;

/** Words in marks right behind what they are the title of are a work: "her first single, “Half of a Promise,”". */
export function takeQuotedTitles(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  let labels: Uint8Array | null = null;
  let confidences: Float64Array | null = null;
  for (const [i, { folded }] of tokens.entries()) {
    // "her film debut, “…”"
    const isDebut = folded === 'debut' && works.has(tokens[i - 1]?.folded ?? '');
    if (!(isDebut || works.has(folded)) || tokens[i]?.kind !== 'word') continue;
    const mark = tokens[i + 1]?.plain === ',' ? i + 2 : i + 1;
    if (!opens.test(tokens[mark]?.plain ?? '')) continue;
    const title = readTitle(view, mark + 1);
    if (title === null) continue;
    labels ??= labelling.labels.slice();
    confidences ??= labelling.confidences.slice();
    if (labels.subarray(title.from, title.end).every((label) => label === outside)) {
      confidences.fill(filledConfidence, title.from, title.end);
      writeName(labels, { ...title, type: work });
    }
  }
  return labels === null || confidences === null ? labelling : { ...labelling, labels, confidences };
}

/** The tokens up to the closing mark, without a comma or point before it; null where they are no title. */
function readTitle({ document: { tokens }, facts }: DocumentView, from: number): { from: number; end: number } | null {
  for (let at = from; at <= from + longest; at += 1) {
    const token = tokens[at];
    if (token === undefined) return null;
    if (closes.test(token.plain) && at > from) {
      const end = /^[,.]$/u.test(tokens[at - 1]?.plain ?? '') ? at - 1 : at;
      return end > from ? { from, end } : null;
    }
    if (
      token.kind === 'word' &&
      facts[at]?.letterCase === letterCase.lower &&
      (at === from || !small.has(token.folded))
    )
      return null;
  }
  return null;
}
