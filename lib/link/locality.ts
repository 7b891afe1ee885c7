import type { Entity } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';
import type { CandidateName } from '../recognise/combine.ts';
import { foldWord } from '../text/fold.ts';
import { cuesAt, type KindCues, kindOfPlace, noCues, type PlaceKind } from './place-kinds.ts';
import { countryOfRegion } from './regions.ts';

/**
 * What "Paris, Texas" says of both its places. Each group holds the entities that one such neighbour may be; an empty
 * group is not kept.
 */
export interface Locality {
  /** What the place is said to be in. */
  readonly within: readonly (readonly EntityId[])[];
  /** What is said to be in the place. */
  readonly holds: readonly (readonly EntityId[])[];
  /** Whether it stands behind a comma as what another place is in, known or not. */
  readonly isOuter: boolean;
  /** The country that the name is a state or province of, if it is one. */
  readonly regionOf: EntityId | null;
  /** The places that stand with it in a list. */
  readonly mates: readonly (readonly EntityId[])[];
  readonly cues: KindCues;
}

export const nowhere: Locality = { within: [], holds: [], isOuter: false, regionOf: null, mates: [], cues: noCues };

/** Mentions of one cluster that are looked at. */
const mostMentions = 8;
/** Places in a list that are looked at. */
const longestList = 20;

export function localityOf(text: string, names: readonly CandidateName[], mentions: readonly number[]): Locality {
  const within: EntityId[][] = [];
  const holds: EntityId[][] = [];
  const mates: EntityId[][] = [];
  const told = new Set<PlaceKind>();
  let nearStates = false;
  let isOuter = false;
  let regionOf: EntityId | null = null;
  for (const i of mentions.slice(0, mostMentions)) {
    const here = names[i];
    if (here === undefined || here.type !== 'place') continue;
    const after = names[i + 1];
    if (standsIn(text, names, i) && after !== undefined) within.push(placesOf(text, after));
    const before = names[i - 1];
    if (standsIn(text, names, i - 1) && before !== undefined) {
      isOuter = true;
      holds.push(idsOf(before));
    }
    regionOf ??= countryOfRegion(foldWord(text.slice(here.start, here.end)));
    mates.push(...listMates(text, names, i));
    const cues = cuesAt(text, here.start, here.end);
    for (const kind of cues.beside) told.add(kind);
    nearStates ||= cues.nearStates;
  }
  const known = (groups: readonly EntityId[][]): EntityId[][] => groups.filter(({ length }) => length > 0);
  return {
    within: known(within),
    holds: known(holds),
    isOuter,
    regionOf,
    mates: known(mates),
    cues: { beside: told, nearStates },
  };
}

/** The places that a comma, "and" or "or" joins with this one into a list. */
function listMates(text: string, names: readonly CandidateName[], i: number): EntityId[][] {
  const joins = (at: number): boolean => {
    const [one, other] = [names[at], names[at + 1]];
    if (one?.type !== 'place' || other?.type !== 'place' || standsIn(text, names, at)) return false;
    return /^(?:, | (?:and|or|nor) (?:the )?|, (?:and|or) (?:the )?)$/u.test(text.slice(one.end, other.start));
  };
  let first = i;
  let last = i;
  while (i - first < longestList && joins(first - 1)) first -= 1;
  while (last - i < longestList && joins(last)) last += 1;
  return names.slice(first, last + 1).flatMap((name, at) => (first + at === i ? [] : [idsOf(name)]));
}

const andOthers = /^,? (?:and|or) (?:elsewhere|others?|beyond|more|many|several|most)\b/u;

/** Whether a comma puts the place into the next one, and not both into a list ("France, Germany and Italy"). */
function standsIn(text: string, names: readonly CandidateName[], i: number): boolean {
  const after = (at: number): string => {
    const [one, other] = [names[at], names[at + 1]];
    return one?.type === 'place' && other?.type === 'place' ? text.slice(one.end, other.start) : '';
  };
  if (after(i) !== ', ' || opensClause(text, names, i)) return false;
  let last = i + 1;
  while (last - i < longestList && after(last) === ', ') last += 1;
  // "Mexico, Canada, Japan and elsewhere"
  const behind = text.slice(names[last]?.end, (names[last]?.end ?? 0) + 20);
  if (andOthers.test(behind)) return false;
  let first = i;
  while (i - first < longestList && after(first - 1) === ', ') first -= 1;
  // "Austin, Denver, Los Angeles and the metro areas": three in a row that are no pairs of a town and its state.
  const isRow = last - first >= 2 && names.slice(first, last + 1).every((name) => regionCalled(text, name) === null);
  if (isRow && /^,? (?:and|or) \p{Ll}/u.test(behind)) return false;
  // "Savannah, Georgia, and Charleston, South Carolina" are two pairs.
  return !/^,? (?:and|or|as well as) (?:the )?$/u.test(after(last)) || after(last + 1) === ', ';
}

const regionCalled = (text: string, { start, end }: CandidateName): EntityId | null =>
  countryOfRegion(foldWord(text.slice(start, end)));

const opening = /(?:^|[.!?:;"“”\n] ?|, )(?:In|At|From|Near|Outside) (?:\p{Ll}+ )?$/u;
const closing = /^(?:[,.;:)\]—–]|\s+[—–-]|\s*$)/u;

/** "In London, Russia's embassy declined": where, and then who; a state or province is told apart by its name. */
function opensClause(text: string, names: readonly CandidateName[], i: number): boolean {
  const [inner, outer] = [names[i], names[i + 1]];
  if (inner === undefined || outer === undefined) return false;
  if (regionCalled(text, outer) !== null) return false;
  return (
    opening.test(text.slice(Math.max(0, inner.start - 30), inner.start)) &&
    !closing.test(text.slice(outer.end, outer.end + 3))
  );
}

const idsOf = (name: CandidateName): EntityId[] =>
  name.candidates.filter(({ type }) => type === 'place').map(({ id }) => id);

/** What the name may be, and the country of the state that it may be. */
function placesOf(text: string, name: CandidateName): EntityId[] {
  const country = countryOfRegion(foldWord(text.slice(name.start, name.end)));
  return country === null ? idsOf(name) : [...idsOf(name), country];
}

const fits = 0.4;
const contradicts = -0.9;
/** A word beside it that only one kind of place has ("governor"), a list of one kind, the comma before it; and a hint. */
const told = 0.7;
const notTold = -0.3;
const ofOneKind = 0.4;
/** A list of so many others says as much as a word beside the name does. */
const longList = 4;
const ofLongList = 0.7;
const hint = 0.3;

export interface Field {
  readonly candidates: ReadonlyMap<EntityId, Candidate>;
  /** All that the name may stand for. */
  readonly rivals: readonly Candidate[];
}

/**
 * How well a candidate agrees with where the article puts it: by what the store joins it with. A comma puts no country into
 * another: "Iceland, Italy" and "the US, Manila" are lists.
 */
export function localityScore(locality: Locality, candidate: Candidate, { candidates, rivals }: Field): number {
  let score = 0;
  for (const group of locality.within) {
    if (candidate.neighbours.size === 0) continue;
    const outer = group.flatMap((id) => candidates.get(id) ?? []);
    if (rivals.length === 1 && isCountry(candidate) && outer.every(isCountry)) continue;
    const isThere = group.some((id) => candidate.neighbours.has(id)) && !isInAnother(candidate.entity, outer);
    score += isThere ? fits : contradicts;
  }
  for (const group of locality.holds) {
    const inner = group.flatMap((id) => candidates.get(id) ?? []).filter(({ neighbours }) => neighbours.size > 0);
    if (inner.every(isCountry)) continue;
    if (isIn(inner, candidate)) score += fits;
    else if (rivals.some((rival) => isIn(inner, rival)) || !isBeside(candidate, inner, locality.regionOf))
      score += contradicts;
  }
  return Math.max(contradicts, Math.min(fits, score));
}

/** The state or province that a description names ("City in Oregon, United States"), folded; null where it names none. */
const regionTold = ({ description }: Entity): string | null =>
  description
    .split(/,| in | of /u)
    .map((part) => foldWord(part.trim()))
    .find((part) => countryOfRegion(part) !== null) ?? null;

/** Whether the store knows the place in another state than the one that it is said to be in ("Portland, Maine"). */
function isInAnother(place: Entity, outer: readonly Candidate[]): boolean {
  const states = outer.filter(({ entity }) => kindOfPlace(entity) === 'state');
  const told = states.length === 0 ? null : regionTold(place);
  return told !== null && !states.some(({ entity }) => foldWord(entity.name).startsWith(told));
}

const isCountry = ({ entity }: Candidate): boolean => kindOfPlace(entity) === 'country';

const isIn = (inner: readonly Candidate[], outer: Candidate): boolean =>
  inner.some(({ neighbours }) => neighbours.has(outer.entity.id));

/** "Reno, Nevada": the store may know of both no more than that they are in one country. */
const isBeside = (candidate: Candidate, inner: readonly Candidate[], regionOf: EntityId | null): boolean =>
  (regionOf !== null && candidate.neighbours.has(regionOf)) ||
  inner.some(({ neighbours }) => [...neighbours].some((id) => candidate.neighbours.has(id)));

/** Which of its namesakes of other kinds a place is; nothing where all are of one kind. */
export function kindScore({ cues, isOuter, mates, holds }: Locality, candidate: Candidate, field: Field): number {
  const kind = kindOfPlace(candidate.entity);
  const rivals = new Set(field.rivals.flatMap(({ entity }) => kindOfPlace(entity) ?? []));
  if (kind === null || rivals.size < 2) return 0;
  const among = (wanted: ReadonlySet<PlaceKind>): boolean => [...rivals].some((rival) => wanted.has(rival));
  let score = 0;
  if (among(cues.beside)) score += cues.beside.has(kind) ? told : notTold;
  const isDecided = holds.some((group) =>
    field.rivals.some((rival) =>
      isIn(
        group.flatMap((id) => field.candidates.get(id) ?? []),
        rival,
      ),
    ),
  );
  if (isOuter && !isDecided && rivals.has('city')) score += kind === 'city' ? -ofOneKind : ofOneKind;
  const listed = new Set(mates.flatMap((group) => kindOfMost(group, field.candidates) ?? []));
  const inList = mates.length < longList ? ofOneKind : ofLongList;
  if (listed.size === 1 && among(listed)) score += listed.has(kind) ? inList : -inList;
  if (kind === 'state' && cues.nearStates) score += hint;
  return score;
}

/** The kind of what a name most probably is. */
function kindOfMost(group: readonly EntityId[], candidates: ReadonlyMap<EntityId, Candidate>): PlaceKind | null {
  const known = group.flatMap((id) => candidates.get(id)?.entity ?? []);
  known.sort((a, b) => (b.prominence ?? 0) - (a.prominence ?? 0));
  const [first, second] = known;
  if (first === undefined) return null;
  const kind = kindOfPlace(first);
  return second === undefined || kindOfPlace(second) === kind || isClear(first, second) ? kind : null;
}

const isClear = (first: Entity, second: Entity): boolean => (first.prominence ?? 0) - (second.prominence ?? 0) >= 0.15;
