import { foundNames } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

/** E-mail addresses, pages' addresses with their path, and files with theirs. */
const address = /[^\s@]@[\w-]+\.\w|:\/\/|(?:^|[\s(])www\.\w|\w\.[a-z]{2,}\/\w|[\s=]\/\w[^\s/]*\/\w/u;

/** Addresses that were taken for names name nobody. What the store knows by such a name ("@handle", "Amazon.com") stays. */
export function dropAddresses(view: DocumentView, labelling: Labelling): Labelling {
  const { text, tokens } = view.document;
  const labels = labelling.labels.slice();
  for (const { from, end } of foundNames(labels)) {
    const [first, last] = [tokens[from], tokens[end - 1]];
    if (first === undefined || last === undefined || view.known[from] !== outside) continue;
    if (address.test(text.slice(first.start, last.end))) labels.fill(outside, from, end);
  }
  return { ...labelling, labels };
}
