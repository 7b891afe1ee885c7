import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const titled: ReadonlySet<number> = new Set([entityTypes.indexOf('person'), entityTypes.indexOf('organisation')]);

/** Titles and offices of several words that name nobody, and short forms of ranks that are no surname. */
const bareTitle =
  /^(?:first (?:lady|gentleman|couple|family)|(?:(?:vice|deputy|assistant|associate|acting|asst|prime|attorney|surgeon|lieutenant|lt|maj|major|brig) )+(?:president|director|secretary|minister|commissioner|superintendent|supt|chief|general|gen|governor|gov|colonel|col)|supt|asst|(?:\p{L}+ )asst)$/u;

/** A title whose bearer is not behind it is no name: "the First Lady", "Associate Supt." before a name of its own. */
export function dropBareTitles(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels))
    if (titled.has(name.type) && view.known[name.from] === outside && bareTitle.test(wordsOf(view, name)))
      labels.fill(outside, name.from, name.end);
  return { ...labelling, labels };
}

const wordsOf = ({ document }: DocumentView, { from, end }: FoundName): string =>
  document.tokens
    .slice(from, end)
    .filter(({ kind }) => kind === 'word')
    .map(({ folded }) => folded)
    .join(' ');
