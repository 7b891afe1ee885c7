import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, knownType, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike } from '../tagger/words.ts';

const person = entityTypes.indexOf('person');
const organisation = entityTypes.indexOf('organisation');
const place = entityTypes.indexOf('place');
const work = entityTypes.indexOf('work');
const region = markBit('region');
const country = markBit('country');
const city = markBit('city');
const speech = markBit('speech-verb');
const common = markBit('common');
const organisationTail = markBit('organisation-tail');
const placeTail = markBit('place-tail');
const tail = organisationTail | placeTail;
/** A border that only the rules here speak for. */
const mendedConfidence = 0.6;
const longestNickname = 3;

const opensQuote = /^["“'‘]$/u;
const closesQuote = /^["”'’]$/u;
const article = /^(?:al|el|as|ar|an|at|az|ad|ash|ath)$/u;
const office =
  /^(?:m\.?p\.?s?|mpps?|mlas?|tds?|senators?|congress(?:man|woman|men)|lawmakers?|legislators?|ministers?|spokes(?:man|woman|person))$/u;

/**
 * Borders that a chain of labels gets wrong because it sees a few words and never the whole name: "City" and "Kharkiv"
 * for the City of Kharkiv, "Franklin" and "Megantic Railway" for the Franklin and Megantic Railway, "University of
 * California" and "Davis" for the University of California, Davis, a nickname in quotation marks that ends a name, "Mokdad" for al-Mokdad, "Kenya Kwanza MPs" for Kenya Kwanza.
 */
export function mendBorders(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const write = (name: FoundName): void => {
    const known = Math.min(confidences[name.from] ?? 0, confidences[name.end - 1] ?? 0);
    confidences.fill(Math.max(mendedConfidence, known), name.from, name.end);
    writeName(labels, name);
  };
  let before: FoundName | null = null;
  for (const found of foundNames(labels)) {
    const joined: FoundName = before === null ? found : (joinedName(view, before, found) ?? found);
    if (joined !== found) write(joined);
    before = joined;
  }
  for (const name of foundNames(labels)) {
    if (isLedByDirection(view, name)) {
      labels[name.from] = outside;
      writeName(labels, { ...name, from: name.from + 1 });
      continue;
    }
    const last = lastOfName(view, name);
    if (last < name.end) {
      labels.fill(outside, last, name.end);
      writeName(labels, { ...name, end: last });
      continue;
    }
    const end = endBehindNickname(view, labels, name);
    if (end > name.end) write({ ...name, end });
    else if (hasArticle(view, labels, name)) write({ ...name, from: name.from - 2 });
    else if (isOffice(view, name)) {
      labels[name.end - 1] = outside;
      writeName(labels, { ...name, end: name.end - 1 });
    }
  }
  return { ...labelling, labels, confidences };
}

const direction = /^(?:(?:north|south)(?:east|west)?ern|eastern|western|central)$/u;

/** "northeastern Powder River Basin": a part of the place, as small letters tell. */
const isLedByDirection = (view: DocumentView, { from, end, type }: FoundName): boolean =>
  type === place && end - from > 1 && direction.test(view.document.tokens[from]?.plain ?? '') && !isListed(view, from);

/** Words that lead on from a name and never end one: "Northgate Timber Co. of" is the company. */
const leadsOn = /^(?:of|and|or|the|for|in|at|to|with|by|from|on)$/u;

const month = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/u;

/** Whether a month ends there with its day behind it: "in Washington Jan. 27". */
function isDate({ document: { tokens } }: DocumentView, end: number): boolean {
  const [point, day] = [tokens[end], tokens[end + 1]];
  return month.test(tokens[end - 1]?.folded ?? '') && point?.plain === '.' && /^\d{1,2}$/u.test(day?.plain ?? '');
}

/** Where a name ends whose last words lead on to what is none of it. */
function lastOfName(view: DocumentView, { from, end, type }: FoundName): number {
  let last = end;
  while (last > from + 1 && leadsOn.test(view.document.tokens[last - 1]?.plain ?? '') && !isListed(view, last - 1))
    last -= 1;
  return last > from + 1 && type !== work && isDate(view, last) ? last - 1 : last;
}

function joinedName(view: DocumentView, left: FoundName, right: FoundName): FoundName | null {
  const { tokens } = view.document;
  const between = tokens
    .slice(left.end, right.from)
    .map(({ folded }) => folded)
    .join(' ');
  if (isCampus(view, left, right) && (between === 'at' || between === ',')) return { ...left, end: right.end };
  if (left.type === person) return null;
  if (between === 'and' && isOfTwoFields(view, left, right)) return { ...right, from: left.from };
  if (left.end - left.from !== 1) return null;
  const marks = view.facts[left.from]?.marks ?? 0;
  if (between === 'of' || between === 'of the') {
    if ((marks & tail) === 0 || (marks & common) === 0 || isListed(view, left.from)) return null;
    const type = (marks & placeTail) === 0 ? organisation : left.type;
    return { from: left.from, end: right.end, type };
  }
  const isPair = (between === 'and' || between === '&') && tokens[left.from - 1]?.folded === 'the';
  if (!isPair || left.type === organisation || right.type === person || right.end - right.from < 2) return null;
  const last = view.facts[right.end - 1]?.marks ?? 0;
  return (last & tail) === 0 || (marks & tail) !== 0 ? null : { from: left.from, end: right.end, type: right.type };
}

const shared =
  /^(?:committee|subcommittee|commission|department|ministry|agency|board|office|plan|act|program|programme)$/u;

/** "the House Oversight" and "Government Reform Committee": the first half has no noun of its own, and shares the second's. */
function isOfTwoFields(view: DocumentView, left: FoundName, right: FoundName): boolean {
  const { tokens } = view.document;
  const marks = view.facts[left.end - 1]?.marks ?? 0;
  return (
    left.end - left.from > 1 &&
    right.end - right.from > 1 &&
    right.type === left.type &&
    shared.test(tokens[right.end - 1]?.folded ?? '') &&
    (marks & common) !== 0 &&
    (marks & tail) === 0 &&
    knownType(view, left.from, left.end) === null &&
    view.phraseMarks[left.from] === 0
  );
}

/** Whether a state's university and a town stand side by side: "University of California" and "Davis". */
function isCampus(view: DocumentView, left: FoundName, right: FoundName): boolean {
  const { tokens } = view.document;
  const isRegion = (i: number): boolean =>
    (((view.facts[i]?.marks ?? 0) | (view.phraseMarks[i] ?? 0)) & (region | country)) !== 0;
  return (
    left.type === organisation &&
    (right.type === place || isTown(view, right)) &&
    tokens[left.from]?.folded === 'university' &&
    tokens[left.from + 1]?.folded === 'of' &&
    isRegion(left.end - 1) &&
    !isRegion(right.end - 1)
  );
}

/** Whether a lone name is a listed town, whatever else it may be, and says nothing: "Davis". */
const isTown = (view: DocumentView, { from, end }: FoundName): boolean =>
  end - from === 1 && ((view.facts[from]?.marks ?? 0) & city) !== 0 && ((view.facts[end]?.marks ?? 0) & speech) === 0;

/** Where a person's name ends that goes on behind a nickname: 'Charles "Cookie" Thornton'; its end where it does not. */
function endBehindNickname(view: DocumentView, labels: Uint8Array, { type, end }: FoundName): number {
  const { tokens } = view.document;
  if (type !== person || labels[end] !== outside || !opensQuote.test(tokens[end]?.plain ?? '')) return end;
  let close = end + 1;
  while (close <= end + longestNickname && isWritten(view, close)) close += 1;
  if (close === end + 1 || !closesQuote.test(tokens[close]?.plain ?? '')) return end;
  let last = close + 1;
  while (last <= close + 2 && isWritten(view, last)) last += 1;
  return last === close + 1 ? end : last;
}

function hasArticle(view: DocumentView, labels: Uint8Array, { from }: FoundName): boolean {
  const { tokens } = view.document;
  const [name, hyphen, word] = [tokens[from], tokens[from - 1], tokens[from - 2]];
  return (
    hyphen?.plain === '-' &&
    !hyphen.spaceBefore &&
    name?.spaceBefore === false &&
    article.test(word?.folded ?? '') &&
    labels[from - 1] === outside &&
    labels[from - 2] === outside
  );
}

const isOffice = (view: DocumentView, { from, end, type }: FoundName): boolean =>
  type !== person &&
  end - from > 1 &&
  office.test(view.document.tokens[end - 1]?.folded ?? '') &&
  !isListed(view, end - 1);

const isListed = (view: DocumentView, i: number): boolean => view.known[i] !== outside || view.phraseMarks[i] !== 0;

function isWritten(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
