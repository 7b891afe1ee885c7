import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import { isLegalForm } from '../tagger/legal-forms.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';

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
 * A company goes by its name without what the law adds: beside "Halvorsen ASA", Halvorsen is nobody, unless the document
 * names somebody of that surname in full. A word that nobody knows is a company wherever it stands in a document, once it has a chief executive, shareholders or
 * subsidiaries somewhere: "Michael Litt, co-founder and CEO of Vidyard".
 */
export function takeCompanies(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const found = foundNames(labels);
  takeShortForms(view, labels, found);
  const doubtful = found.filter((name) => isDoubtful(view, labelling, name));
  const companies = new Set<number>();
  for (const { from, end } of doubtful)
    if (hasBodyOf(view, from) || hasOfficers(view, end)) companies.add(hashOfWords(view, from, end));
  for (const name of doubtful)
    if (companies.has(hashOfWords(view, name.from, name.end))) writeName(labels, { ...name, type: organisation });
  return { ...labelling, labels };
}

/** What firms have behind the name that they go by: "Tiger Global" is "Tiger". */
const tails =
  /^(?:Global|Capital|Group|Partners|Holdings|Management|Technologies|Pharma|Pharmaceuticals|Therapeutics|Biotech|Ventures|Robotics|Logistics|Brands|Entertainment|Interactive|Semiconductors?|Semiconductor|Software|Aerospace|Dynamics|Labs)$/u;

const closesCompany = (view: DocumentView, i: number): boolean =>
  isLegalForm(view, i) || /^(?:AI|[.,])$/u.test(view.document.tokens[i]?.plain ?? '');

function takeShortForms(view: DocumentView, labels: Uint8Array, found: readonly FoundName[]): void {
  const short = new Set<number>();
  const stems = new Set<number>();
  const surnames = new Set<number>();
  for (const { from, end, type } of found) {
    if (end - from < 2) continue;
    // "Aldgate Group plc" goes by "Aldgate Group" and by "Aldgate".
    for (let last = end - 1; type === organisation && last > from && closesCompany(view, last); last -= 1)
      short.add(hashOfWords(view, from, last));
    // "Halden Biologics, Inc." goes by "Halden", though there is a town of that name.
    const closing = view.document.tokens[end - 1]?.plain === '.' ? end - 2 : end - 1;
    if (type === organisation && isLegalForm(view, closing)) stems.add(hashOfWords(view, from, from + 1));
    if (type === organisation && tails.test(view.document.tokens[end - 1]?.plain ?? ''))
      stems.add(hashOfWords(view, from, from + 1));
    if (type === person) for (const i of [from, end - 1]) surnames.add(hashOfWords(view, i, i + 1));
  }
  if (short.size === 0 && stems.size === 0) return;
  for (const name of found) {
    const { from, end, type } = name;
    const hash = hashOfWords(view, from, end);
    if (surnames.has(hash)) continue;
    const isStem =
      (type === place || (type === person && end - from === 1)) &&
      stems.has(hash) &&
      view.known[from] === outside &&
      !isWhere(view, from);
    if (isStem) writeName(labels, { ...name, type: organisation });
    if (!short.has(hash)) continue;
    if (type === person || (type === place && !isListed(view, name)))
      writeName(labels, { ...name, type: organisation });
  }
}

const isWhere = ({ document }: DocumentView, from: number): boolean =>
  /^(?:in|at|near|from|to|outside|around)$/u.test(document.tokens[from - 1]?.folded ?? '') ||
  document.tokens[from + 1]?.plain === ',';

function isDoubtful(view: DocumentView, { confidences }: Labelling, { from, end, type }: FoundName): boolean {
  if (type !== place && type !== person && type !== organisation) return false;
  return !isListed(view, { from, end }) && Math.min(...confidences.subarray(from, end)) < firm;
}

function isListed(view: DocumentView, { from, end }: Pick<FoundName, 'from' | 'end'>): boolean {
  for (let i = from; i < end; i += 1) {
    const marks = (view.facts[i]?.marks ?? 0) | (view.phraseMarks[i] ?? 0);
    if ((marks & listed) !== 0 || view.known[i] !== outside) return true;
  }
  return false;
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

/** "Servel's regional director", "Kantar's chief economist": people have neither. */
function hasOfficers({ document: { tokens } }: DocumentView, end: number): boolean {
  if (tokens[end]?.kind !== 'possessive') return false;
  const [one = '', other = ''] = tokens.slice(end + 1, end + 3).map(({ folded }) => folded);
  if (one === 'chief') return /^(?:executive|economist|operating|financial|technology|scientist)$/u.test(other);
  if (ofOfficers.has(one)) return officersBehind.test(other);
  return /^(?:ceo|cfo|shareholders|subsidiary|ipo)$/u.test(one);
}

const ofOfficers: ReadonlySet<string> = new Set(
  'regional managing executive finance commercial technical sales communications marketing sporting research'.split(
    ' ',
  ),
);
const officersBehind = /^(?:director|directors|officer|manager|president)$/u;
