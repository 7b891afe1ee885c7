import type { Gender } from '../model/entity.ts';
import type { EntityId } from '../model/ids.ts';
import type { Candidate } from '../model/knowledge.ts';
import type { Link } from '../model/mention.ts';
import type { Entity, EntityType } from '../model/entity.ts';
import { heldOn } from '../model/fact.ts';
import { foldName } from '../text/fold-name.ts';
import { foldWord } from '../text/fold.ts';
import { isLittleWord } from '../text/language.ts';
import { isMeantAtHome, needsSupport } from './acronyms.ts';
import { isSideOfItsOwn } from './sides.ts';
import { type Company, gatherCompany, homesOf, isAbroad, type Present, shareOfHome, sharesOffice } from './presence.ts';
import { isTransplanted } from './transplanted.ts';
import { isBareSurname, isCommonSurname, needsMoreThanCountry } from './bare-surnames.ts';
import { kindOfPlace } from './place-kinds.ts';
import { isAnotherYears, isYetToCome } from './event-years.ts';
import { sportScore } from './sports.ts';
import { type Field, kindScore, type Locality, localityScore } from './locality.ts';

/** A cluster with what linking may weigh. */
export interface LinkQuestion {
  readonly type: EntityType;
  readonly gender: Gender | null;
  /** Entities whose alias is the cluster's fullest form, letter for letter as the store's case rules allow. */
  readonly byFullForm: readonly EntityId[];
  /** Whether that form is more than one word, or an acronym: little else is called so. */
  readonly isDistinctive: boolean;
  /** Whether that form is one that any country's institutions bear. */
  readonly isGeneric: boolean;
  /** Folded words of the role that the article gives, and of the words beside the name. */
  readonly context: ReadonlySet<string>;
  readonly locality: Locality;
  /** The name as it is written most fully. */
  readonly surface: string;
  /** How often the article has the name. */
  readonly mentions: number;
  /** Whether it is one word that stands only between "a" and a noun ("a Kerry vet"): a place or a make as often as a person. */
  readonly isAdjunct: boolean;
}

export interface LinkOptions {
  /** `YYYY-MM-DD` of the article, or null. */
  readonly day: string | null;
  /** Who prints it, which its letters mean wherever it plays. */
  readonly publisher?: string | null;
  readonly isAboutSport?: boolean;
}

interface InArticle extends LinkOptions {
  /** Whom the article names by what nobody else is called. */
  readonly inFull?: ReadonlySet<EntityId>;
}

/** A lone candidate below this score stays unlinked; of two within the margin the reader chooses. */
const enough = 1;
const margin = 0.25;

/**
 * Links each cluster to an entity of the store, to several that the reader may choose from, or to none. Candidates are
 * ranked by type, prominence, the article's other figures (two rounds: the certain ones vouch for the rest), what the
 * article says beside the name, and whether their roles were held near the article's day.
 */
export function linkClusters(
  questions: readonly LinkQuestion[],
  candidates: ReadonlyMap<EntityId, Candidate>,
  options: LinkOptions,
): Link[] {
  const alone = gatherCompany([], candidates);
  const certain = questions.map((question) => decide(question, rank(question, candidates, alone, options)));
  const linked = (isGeneric: boolean): Present[] =>
    questions.flatMap((question, i) => {
      const link = certain[i];
      if (link?.kind !== 'linked' || question.isGeneric !== isGeneric) return [];
      return [{ id: link.entity, mentions: question.mentions }];
    });
  // What a name of any country's stands for is no witness of the country.
  const named = linked(false);
  const there = gatherCompany(named, candidates);
  const atHome = linked(true).filter(({ id }) => {
    const candidate = candidates.get(id);
    return candidate !== undefined && !isAbroad(candidate, there) && !isBesideThePoint(candidate, there);
  });
  const company = gatherCompany([...named, ...atHome], candidates);
  const inFull = new Set(
    questions.flatMap(({ isDistinctive, byFullForm: [only, ...others] }) =>
      isDistinctive && only !== undefined && others.length === 0 ? [only] : [],
    ),
  );
  return questions.map((question) => decide(question, rank(question, candidates, company, { ...options, inFull })));
}

interface Ranked {
  readonly id: EntityId;
  readonly score: number;
}

function rank(
  question: LinkQuestion,
  candidates: ReadonlyMap<EntityId, Candidate>,
  company: Company,
  options: InArticle,
): Ranked[] {
  const field = { candidates, rivals: question.byFullForm.flatMap((id) => candidates.get(id) ?? []) };
  return question.byFullForm
    .flatMap((id) => {
      const candidate = candidates.get(id);
      return candidate === undefined
        ? []
        : [
            {
              id,
              score:
                scoreOf(question, candidate, { ...options, company, rivals: field.rivals }) +
                localityScore(question.locality, candidate, field) +
                namedScore(candidate, field, company) +
                kindScore(question.locality, candidate, field),
            },
          ];
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

/** Capitals stand for governments ("Brussels said"); of a body that is called as some other town is ("Delta", "Fuji TV") the town is none. */
const isTown = ({ entity }: Candidate): boolean =>
  entity.type === 'place' && kindOfPlace(entity) === 'city' && (entity.prominence ?? 0) < capital;
const capital = 0.5;

/** "The Red Cross" is rather the one that the article names in full. */
const namedInFull = 0.7;

/** "Emirates said" is the airline and not the country, which is called so as well. */
const otherType = 0.3;

interface Weighed extends InArticle {
  readonly company: Company;
  readonly rivals: readonly Candidate[];
}

function scoreOf(question: LinkQuestion, candidate: Candidate, { company, rivals, ...options }: Weighed): number {
  const { entity } = candidate;
  if ((entity.type === 'person') !== (question.type === 'person')) return Number.NEGATIVE_INFINITY;
  if (question.type === 'organisation' && isTown(candidate)) return Number.NEGATIVE_INFINITY;
  if (isSideOfItsOwn(question.surface, candidate, company)) return Number.NEGATIVE_INFINITY;
  if (options.day !== null && isAnotherYears(question.surface, entity, options.day)) return Number.NEGATIVE_INFINITY;
  if (options.day !== null && isYetToCome(question.surface, candidate, options.day)) return Number.NEGATIVE_INFINITY;
  const alike = rivals.filter((rival) => rival.entity.type === question.type).length;
  const isOnlyOne = alike === 1 && entity.type === question.type;
  const isElsewhere = (question.isGeneric || (rivals.length > 1 && !isOnlyOne)) && isAbroad(candidate, company);
  if (question.isGeneric && (isElsewhere || isBesideThePoint(candidate, company))) return Number.NEGATIVE_INFINITY;
  const isOwn = options.publisher?.startsWith(question.surface) ?? false;
  if (!isOwn && isMeantAtHome(question.surface, entity) && isAbroad(candidate, company))
    return Number.NEGATIVE_INFINITY;
  let score = typeFit(question.type, entity.type) + (entity.prominence ?? 0.3);
  const asSport = question.byFullForm.length > 1 && options.isAboutSport === true ? sportScore(entity) : 0;
  score += asSport;
  if (question.byFullForm.length === 1 && question.type !== entity.type) score += onlyBearer;
  if (alike > 0 && question.type !== entity.type) score -= otherType;
  if (question.isDistinctive) score += 0.8;
  if (entity.type === 'organisation' && rivals.length > 1 && options.inFull?.has(entity.id) === true)
    score += namedInFull;
  if (question.isAdjunct) score -= adjunct;
  if (isMononym(question, entity)) score += wholeName;
  if (isElsewhere || isTransplanted(candidate, company)) score -= abroad;
  // Of several countries' institutions the one is meant of whose country there is most talk, not the most renowned.
  if (question.isGeneric && question.byFullForm.length > 1) score += (shareOfHome(candidate, company) ?? 0) * talkedOf;
  if (question.gender !== null && entity.gender !== undefined && question.gender !== entity.gender) score -= 1;
  const atHomeHere = sharedHomes(candidate, company);
  let met = 0;
  let metOthers = 0;
  const homes = homesOf(candidate);
  for (const id of candidate.neighbours) {
    if (!company.members.has(id) || id === entity.id) continue;
    met += 1;
    if (!homes.has(id)) metOthers += 1;
  }
  score += Math.min(0.6, met * 0.2) + Math.min(mostAtHome, atHomeHere * atHome);
  score += Math.min(mostInside, (company.atHome.get(entity.id)?.length ?? 0) * inside);
  const words = new Set(
    `${entity.description} ${candidate.facts.map((fact) => ('text' in fact.value ? fact.value.text : '')).join(' ')}`
      .split(/[^\p{L}\p{N}]+/u)
      .map(foldWord),
  );
  let shared = 0;
  for (const word of question.context) if (isTelling(word) && words.has(word)) shared += 1;
  score += Math.min(0.6, shared * 0.25);
  // That firms of its country are named says nothing: "CMS" beside GitHub and Facebook is software, and no US agency.
  const isKnownHere = met + shared > 0 || [...homes].some((home) => company.members.has(home));
  if (!isKnownHere && asSport === 0 && needsSupport(question.surface, entity)) return Number.NEGATIVE_INFINITY;
  // A surname without the name that it is short for is anybody's whom nothing else of the article speaks for.
  const isOfOffice = !isCommonSurname(question.surface) && sharesOffice(candidate, company);
  const isAlone = metOthers + shared === 0 && !isOfOffice;
  if (question.type === 'person' && isBareSurname(question.surface, entity) && isAlone)
    if (
      options.isAboutSport === true ||
      needsMoreThanCountry(question.surface) ||
      !isAmongCountrymen(candidate, company)
    )
      return Number.NEGATIVE_INFINITY;
  const roles = candidate.facts.filter((fact) => fact.predicate === 'jobTitle');
  if (options.day !== null && roles.length > 0) {
    const { day } = options;
    if (roles.some((role) => heldOn(role, day))) score += 0.1;
  }
  return score;
}

/** One of several towns of a name is in a country that the article names. */
const inNamed = 0.25;

function namedScore(candidate: Candidate, { rivals, candidates }: Field, { members }: Company): number {
  const isTown = ({ entity }: Candidate): boolean => kindOfPlace(entity) === 'city';
  if (rivals.length < 2 || !rivals.every(isTown)) return 0;
  const isCountryNamed = (home: EntityId): boolean => {
    const place = candidates.get(home);
    return members.has(home) && place !== undefined && kindOfPlace(place.entity) === 'country';
  };
  return [...homesOf(candidate)].some(isCountryNamed) ? inNamed : 0;
}

/** Whether somebody's country is named, or something else that is at home there. */
const isAmongCountrymen = (candidate: Candidate, { members, atHome }: Company): boolean =>
  [...homesOf(candidate)].some(
    (home) => members.has(home) || (atHome.get(home) ?? []).some((id) => id !== candidate.entity.id),
  );

/** "From" and "2022" stand in every article and in half of the descriptions. */
const isTelling = (word: string): boolean =>
  word.length > 3 && !/\d/u.test(word) && !isLittleWord(word, 'en') && word !== 'since' && word !== 'until';

/** Share of an article's talk below which a country is no more than mentioned. */
const mentioned = 0.2;
const talkedOf = 1.2;

/** Whether an institution is at home where the article is not, though it mentions the country: "the Supreme Court" in Seoul. */
const isBesideThePoint = (candidate: Candidate, company: Company): boolean =>
  candidate.entity.type === 'organisation' && (shareOfHome(candidate, company) ?? 1) < mentioned;

/** Each figure of the article that is at home where the candidate is, and all of them at most. */
const atHome = 0.06;
const mostAtHome = 0.3;
/** How many others of the article are in the same country, as far as they count: among senators Georgia is a state. */
function sharedHomes(candidate: Candidate, company: Company): number {
  const shared = new Set<EntityId>();
  for (const home of homesOf(candidate))
    for (const id of company.atHome.get(home) ?? []) {
      if (id !== candidate.entity.id) shared.add(id);
      if (shared.size * atHome >= mostAtHome) return shared.size;
    }
  return shared.size;
}

/** A person's one word that is all of the name which the world knows ("Rihanna"), and no surname. */
const wholeName = 0.35;
const isMononym = ({ type, surface }: LinkQuestion, { name }: Entity): boolean =>
  type === 'person' && !/[ -]/u.test(name) && foldName(name) === foldName(surface);

/** What only describes a noun is left to those whom everybody knows. */
const adjunct = 0.2;

/** Namesakes of another country than the article's. */
const abroad = 0.5;

/** Each figure of the article whose home is the candidate itself, and all of them at most. */
const inside = 0.2;
const mostInside = 0.4;

/** Where nothing else is called so, the store is surer of the type than the article is. */
const onlyBearer = 0.4;

/** Types that the field itself mixes up are no reason to refuse a link. */
function typeFit(wanted: EntityType, has: EntityType): number {
  // A surname says less of whom it means than the one-word name of a town or a company does.
  if (wanted === has) return has === 'person' ? 0.5 : 0.85;
  const akin: readonly (readonly EntityType[])[] = [
    ['place', 'organisation'],
    ['place', 'nationality'],
    ['organisation', 'nationality'],
    ['event', 'other', 'law', 'work', 'product', 'nationality'],
    ['organisation', 'work', 'product', 'event', 'other'],
  ];
  return akin.some((group) => group.includes(wanted) && group.includes(has)) ? 0.1 : -0.6;
}

function decide(question: LinkQuestion, ranked: readonly Ranked[]): Link {
  const [best, second] = ranked.filter(({ score }) => score > 0);
  if (best === undefined) return { kind: 'nil' };
  if (second !== undefined && best.score - second.score < margin)
    return {
      kind: 'ambiguous',
      candidates: ranked.filter(({ score }) => best.score - score < margin).map(({ id }) => id),
    };
  if (best.score < enough)
    return question.byFullForm.length > 1
      ? { kind: 'ambiguous', candidates: [...question.byFullForm] }
      : { kind: 'nil' };
  return { kind: 'linked', entity: best.id, confidence: Math.min(0.99, 0.5 + best.score / 5) };
}
