import { entityTypes } from '../../model/entity.ts';
import { foundNames, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';

const person = entityTypes.indexOf('person');
/** Titles that stand before names in English-language papers of Malaysia, India, Nigeria and their neighbours. */
const honorific: ReadonlySet<string> = new Set(
  "datuk dato dato' dato’ datin puan encik tengku alhaji alhaja engr barr shri smt thiru".split(' '),
);
/** Words that follow some of them and are names elsewhere. */
const second: ReadonlySet<string> = new Set(['seri', 'sri', 'wira', 'paduka']);

/** What somebody is called by what they stand for, before a name in full: "the Peronist [Leandro Santoro]". */
const followers: ReadonlySet<string> = new Set(
  'democrat republican conservative labourite socialist communist peronist gaullist islamist marxist trotskyist leftist rightist centrist nationalist royalist unionist loyalist zionist kemalist maoist chavista sandinista kirchnerist blairite corbynite thatcherite trumpist trumpite'.split(
    ' ',
  ),
);
const fullName = 2;

/** A person's name begins behind the titles that it was taken together with: "Datuk Seri [Anwar Ibrahim]". */
export function dropHonorifics(view: DocumentView, labelling: Labelling): Labelling {
  const wordAt = (i: number): string => view.document.tokens[i]?.folded ?? '';
  const labels = labelling.labels.slice();
  for (const name of foundNames(labels)) {
    let from = name.from;
    if (name.type !== person) continue;
    // "Tan Sri"
    if (wordAt(from) === 'tan' && wordAt(from + 1) === 'sri') from += 2;
    if (followers.has(wordAt(from)) && name.end - from > fullName) from += 1;
    while (from < name.end - 1 && (honorific.has(wordAt(from)) || (from > name.from && second.has(wordAt(from)))))
      from += 1;
    if (from === name.from || from >= name.end) continue;
    labels.fill(outside, name.from, from);
    writeName(labels, { ...name, from });
  }
  return { ...labelling, labels };
}
