import type { Token } from '../../text/tokens.ts';
import { entityTypes } from '../../model/entity.ts';
import { foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import type { DocumentView } from '../tagger/view.ts';
import { letterCase } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
/** Offices by their letters, several of which may be written with an "s". */
const offices = /^(?:C[EFOTIM]O|CISO|[SEA]?VP|MP|MSP|MEP|MLA|MPP|MEC|GP|QB)s?$/u;
/** What everybody has or knows by its letters. */
const things = /^(?:AI|GDP|VAT|SUV|TV|DVD|PDF|ATM|HIV|DNA|ICU|OPD|NGO|CCTV|GPS|USB|IPO|IQ)s?$/u;
/** Where one of them is a broadcaster. */
const ofChina = /^(?:china|chinese|beijing)$/u;

/** Bodies that some papers write small and call by their letters all the same: "the special investigating unit (SIU)". */
const bodies =
  /^(?:agency|assembly|association|authority|bank|board|brigade|bureau|centre|center|club|coalition|college|commission|committee|company|confederation|congress|council|court|department|directorate|federation|force|forum|foundation|front|fund|government|group|guard|institute|league|ministry|movement|network|office|organi[sz]ation|parliament|party|police|senate|service|society|team|tribunal|union|unit|university)$/u;

const longest = 6;

const isOffice = (token: Token | undefined): boolean => token !== undefined && offices.test(lettersOf(token));

const lettersOf = ({ plain }: Token): string => plain.replaceAll('.', '');

/**
 * Letters that stand for no name: offices ("SVP", "MPs"), things of every day ("GDP") and whatever the document itself
 * writes out in small letters: after "robotic process automation (RPA)" RPA is no organisation.
 */
export function dropCommonLetters(view: DocumentView, labelling: Labelling): Labelling {
  const { tokens } = view.document;
  const labels = labelling.labels.slice();
  const small = spelledSmall(view);
  const isInChina = tokens.some(({ folded }) => ofChina.test(folded));
  const isCommon = (i: number): boolean => {
    const token = tokens[i];
    if (token === undefined) return false;
    const letters = lettersOf(token);
    if (letters === 'CCTV') return !isInChina;
    return offices.test(letters) || things.test(letters) || small.has(letters);
  };
  const found = foundNames(labels);
  const surnames = new Set<number>();
  for (const { end, type } of found) if (type === person) surnames.add(hashOfWords(view, end - 1, end));
  for (const { from, end, type } of found) {
    if (end - from === 1) {
      if (isCommon(from)) labels[from] = outside;
      continue;
    }
    // "MEC Mamabolo", "Erie QB Blake Barnett"; MP Materials is a company.
    let name = from;
    for (let i = from; i < end - 1; i += 1) if (isOffice(tokens[i])) name = i + 1;
    if (name === from || (type !== person && !surnames.has(hashOfWords(view, end - 1, end)))) continue;
    labels.fill(outside, from, name);
    writeName(labels, { from: name, end, type: person });
  }
  return { ...labelling, labels };
}

/** Letters in brackets, or behind ", or", that the words before them have in small letters. */
function spelledSmall(view: DocumentView): ReadonlySet<string> {
  const { tokens } = view.document;
  const found = new Set<string>();
  for (const [i, token] of tokens.entries()) {
    const letters = /^\p{Lu}[\p{Lu}.]+s?$/u.test(token.plain) ? lettersOf(token) : '';
    if (letters.length < 3 || letters.length > longest) continue;
    const isBracket = tokens[i - 1]?.plain === '(' && tokens[i + 1]?.plain === ')';
    const isAlternative = tokens[i - 1]?.folded === 'or' && tokens[i - 2]?.plain === ',';
    if (!isBracket && !isAlternative) continue;
    const singular = letters.replace(/s$/u, '');
    if (!isSpelledBefore(view, isBracket ? i - 2 : i - 3, singular)) continue;
    found.add(singular);
    found.add(`${singular}s`);
  }
  return found;
}

/** Whether the words up to a token begin with these letters, and none but the first of a sentence with a capital. */
function isSpelledBefore(view: DocumentView, last: number, letters: string): boolean {
  const { tokens } = view.document;
  let at = last;
  for (let left = letters.length - 1; left >= 0; at -= 1) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.plain === '-' || /^(?:of|the|and|for|in|to)$/u.test(token.folded)) continue;
    // What heads the words; "councils" are many, and none of that name.
    const isHead = at === last || tokens[at + 1]?.folded === 'of';
    if (isHead && bodies.test(token.folded)) return false;
    const isSmall = view.facts[at]?.letterCase === letterCase.lower || (left === 0 && view.opens[at] === 1);
    if (!isSmall || token.folded[0] !== letters[left]?.toLowerCase()) return false;
    left -= 1;
  }
  return true;
}
