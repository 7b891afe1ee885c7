import { entityTypes } from '../../model/entity.ts';
import { type FoundName, foundNames, hashOfWords, writeName } from '../tagger/found.ts';
import { outside } from '../tagger/labels.ts';
import type { Labelling } from '../tagger/labelling.ts';
import { markBit } from '../tagger/lexicon.ts';
import type { DocumentView } from '../tagger/view.ts';
import { isNameLike, letterCase } from '../tagger/words.ts';

const [person, organisation, nationality, product, place, work] = (
  ['person', 'organisation', 'nationality', 'product', 'place', 'work'] as const
).map((type) => entityTypes.indexOf(type));
const mistakable: ReadonlySet<number> = new Set([person ?? 0, product ?? 0, place ?? 0, work ?? 0]);
/** What is said of a body right before its name: "the trade union Halvorn". */
const kinds: ReadonlySet<string> = new Set(
  'union charity airline carmaker automaker retailer insurer brewer pollster broadcaster supermarket chipmaker drugmaker start-up startup'.split(
    ' ',
  ),
);
/** What may follow such a name: none of what a clause about a person begins with ("the union Reed led"). */
const following = /^(?:[,.;:)]|has|had|is|was|said|says|in|at|on|to|for|and|which|will|would)$/u;
/** What nobody but a firm has: "Barry Norvane's chief executive". */
const ofFirms =
  /^(?:chief (?:executive|financial|operating|commercial)|chief executives|share price|shareholders|headquarters|parent company|ceo)\b/u;
const organisationTail = markBit('organisation-tail');
/** Whom nothing but a body has, right behind its name: "BBMP chief commissioner". */
const ofBodies =
  /^(?:chief commissioner|commissioner|chair(?:man|woman|person)|spokes(?:man|woman|person)|officials?|secretary general|director general)\b/u;
/** What is said of a body right behind its name: "Book Bunk, the trust that restored it". */
const explained =
  /^(?:trust|charity|firm|company|agency|non-?profit|organi[sz]ation|foundation|consultancy|start-?up|think-tank|cooperative|co-operative)$/u;
const goesOn = /^(?:that|which|behind|founded|based|owned|responsible|,|\.|with|whose)$/u;
/** Those of whom several work for a body, and for nobody: "engineers from Arkwright Lyle". */
const staff: ReadonlySet<string> = new Set(
  'engineers researchers scientists analysts economists consultants experts officials executives contractors inspectors surveyors architects barristers solicitors lawyers campaigners auditors'.split(
    ' ',
  ),
);
/** What only the words around it speak for. */
const told = 0.6;
const longest = 4;

/**
 * Bodies that are told by what stands beside their name, and wherever the name stands again: "the trade union Halvorn",
 * "Barry Norvane's chief executive". A body that begins with a people or a person is one name: "the German Airports Association", "the Ada Moss HIV Centre".
 */
export function takeKindsOfBody(view: DocumentView, labelling: Labelling): Labelling {
  const labels = labelling.labels.slice();
  const confidences = labelling.confidences.slice();
  const bodies = new Set<number>();
  const found = foundNames(labels);
  for (const name of found)
    if (mistakable.has(name.type) && isBody(view, name)) bodies.add(hashOfWords(view, name.from, name.end));
  for (const name of found) {
    const { from, end, type } = name;
    const mayLead = type === nationality || (type === person && end - from > 1);
    const whole = mayLead ? endOfBody(view, labels, end) : end;
    const isBodyOf = whole > end || (mistakable.has(type) && bodies.has(hashOfWords(view, from, end)));
    if (!isBodyOf) continue;
    writeName(labels, { from, end: whole, type: organisation ?? 0 });
    confidences.fill(told, from, whole);
  }
  return { ...labelling, labels, confidences };
}

const wordAt = ({ document }: DocumentView, i: number): string => document.tokens[i]?.folded ?? '';

function isBody(view: DocumentView, { from, end, type }: FoundName): boolean {
  if (view.known[from] !== outside) return false;
  if (kinds.has(wordAt(view, from - 1)) && view.facts[from - 1]?.letterCase === letterCase.lower)
    return following.test(wordAt(view, end)) || view.document.tokens[end]?.kind === 'possessive';
  if (isExplained(view, end)) return true;
  const isStaffed = end - from > 1 && wordAt(view, from - 1) === 'from' && staff.has(wordAt(view, from - 2));
  if (type === person && isStaffed) return true;
  if (type === product && isSmall(view, end)) return ofBodies.test(`${wordAt(view, end)} ${wordAt(view, end + 1)}`);
  if (type !== person || view.document.tokens[end]?.kind !== 'possessive') return false;
  return ofFirms.test(`${wordAt(view, end + 1)} ${wordAt(view, end + 2)}`);
}

/** ", the trust that": one or two words may stand before what it is. */
function isExplained(view: DocumentView, end: number): boolean {
  if (wordAt(view, end) !== ',' || !/^(?:the|an?)$/u.test(wordAt(view, end + 1))) return false;
  for (let at = end + 2; at < end + 5 && isSmall(view, at); at += 1)
    if (explained.test(wordAt(view, at))) return goesOn.test(wordAt(view, at + 1));
  return false;
}

const isSmall = (view: DocumentView, i: number): boolean => view.facts[i]?.letterCase === letterCase.lower;

/** The token behind the capitals that follow a people, if they end as bodies do and nothing of them is a name yet. */
function endOfBody(view: DocumentView, labels: Uint8Array, from: number): number {
  let end = from;
  while (end < from + longest && labels[end] === outside && isCapital(view, end)) end += 1;
  const isWhole = end > from + 1 && ((view.facts[end - 1]?.marks ?? 0) & organisationTail) !== 0;
  return isWhole ? end : from;
}

function isCapital(view: DocumentView, i: number): boolean {
  const facts = view.facts[i];
  return facts !== undefined && isNameLike(facts);
}
