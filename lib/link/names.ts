import type { ArticleMetadata } from '../model/article.ts';
import type { EntityType } from '../model/entity.ts';
import { asClusterId, asEntityId, type EntityId } from '../model/ids.ts';
import type { Candidate, Knowledge } from '../model/knowledge.ts';
import type { Cluster, IntroducedRole, Mention } from '../model/mention.ts';
import { mapInSteps, type Pace } from '../model/steps.ts';
import { clusterNames, type NameCluster } from '../recognise/cluster/cluster.ts';
import { type CandidateName, meantType } from '../recognise/combine.ts';
import { readForm } from '../recognise/cluster/forms.ts';
import { introduce } from '../recognise/roles/introduce.ts';
import { lowerBound } from '../recognise/roles/roles.ts';
import type { TextDocument } from '../text/document.ts';
import { foldWord } from '../text/fold.ts';
import { isFewLetters, isOtherCase, isOtherReading, isShoutedWord, isSpelledAsPlace } from './acronyms.ts';
import { isAnotherBody } from './other-bodies.ts';
import { isAnotherPerson } from './private-roles.ts';
import { isGenericName, mayBeLocal } from './generic-names.ts';
import { isUncrowned, sharesSurname } from './given-alone.ts';
import { type LinkQuestion, linkClusters } from './link.ts';
import { localityOf } from './locality.ts';
import { isAboutSport } from './sports.ts';
import { joinLinked } from './one-entity.ts';

export interface LinkedNames {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
}

/** Clusters that are looked at between two yields: each takes up to half a millisecond. */
const heavy = 5;

/** Groups an article's names into clusters and links each to the store. */
export async function linkNames(
  document: TextDocument,
  names: readonly CandidateName[],
  metadata: Pick<ArticleMetadata, 'publishedAt'> & Partial<Pick<ArticleMetadata, 'publisher'>>,
  { getCandidates, pace }: Pick<Knowledge, 'getCandidates'> & { readonly pace: Pace },
): Promise<LinkedNames> {
  const ids = [...new Set(names.flatMap((name) => name.candidates.map((candidate) => candidate.id)))];
  const candidates = new Map<EntityId, Candidate>();
  for (const candidate of await getCandidates(ids)) candidates.set(candidate.entity.id, candidate);
  const canonical = countryOf(candidates);
  for (const candidate of await getCandidates(missing(ids.map(canonical), candidates)))
    candidates.set(candidate.entity.id, candidate);

  const apart = await pace(clusterNames(document, names, canonical));
  const questions = await pace(
    mapInSteps(
      apart,
      (group) =>
        questionOf(document, group, names, { canonical, candidates, role: introductionOf(document, group, names) }),
      heavy,
    ),
  );
  const day = metadata.publishedAt?.slice(0, 10) ?? null;
  const { groups, links } = joinLinked(
    apart,
    linkClusters(questions, candidates, {
      day,
      publisher: metadata.publisher ?? null,
      isAboutSport: questions.some(asksForField) && isAboutSport(document.text),
    }),
  );
  const roles = await pace(mapInSteps(groups, (group) => introductionOf(document, group, names), heavy));

  const clusterOf = Array.from(names, () => 0);
  for (const [i, group] of groups.entries()) for (const name of group.names) clusterOf[name] = i;
  const mentions = names.map(
    (name, i): Mention => ({
      start: name.start,
      end: name.end,
      surface: document.text.slice(name.start, name.end),
      type: name.type,
      cluster: asClusterId(`m${clusterOf[i] ?? 0}`),
      confidence: name.confidence,
    }),
  );
  const clusters = groups.map((group, i): Cluster => {
    const link = links[i] ?? { kind: 'nil' };
    const entity = link.kind === 'linked' ? candidates.get(link.entity)?.entity : undefined;
    const fullest = mentions[group.fullest];
    return {
      id: asClusterId(`m${i}`),
      name: entity?.name ?? fullest?.surface ?? '',
      type: entity?.type ?? typeOf(names[group.fullest]),
      mentions: group.names,
      link,
      role: roles[i] ?? null,
      gender: entity?.gender ?? group.gender,
    };
  });
  return { mentions, clusters };
}

const asksForField = ({ type, surface, byFullForm }: LinkQuestion): boolean =>
  (byFullForm.length > 1 && isFewLetters(surface)) ||
  (type === 'person' && byFullForm.length > 0 && !/\s/u.test(surface));

/** A nationality counts with its country, as the store's `demonymOf` facts say. */
function countryOf(candidates: ReadonlyMap<EntityId, Candidate>): (id: string) => EntityId {
  const countries = new Map<string, EntityId>();
  for (const { entity, facts } of candidates.values())
    for (const fact of facts)
      if (fact.predicate === 'demonymOf' && fact.subject === entity.id && 'entity' in fact.value)
        countries.set(entity.id, fact.value.entity);
  return (id) => countries.get(id) ?? asEntityId(id);
}

const missing = (ids: readonly EntityId[], known: ReadonlyMap<EntityId, Candidate>): EntityId[] => [
  ...new Set(ids.filter((id) => !known.has(id))),
];

const mayBeIntroduced: ReadonlySet<EntityType> = new Set(['person', 'organisation']);

const introductionOf = (
  document: TextDocument,
  group: NameCluster,
  names: readonly CandidateName[],
): IntroducedRole | null =>
  mayBeIntroduced.has(names[group.fullest]?.type ?? 'other') ? introduce(document, names, group.names) : null;

const typeOf = (name: CandidateName | undefined): EntityType => (name === undefined ? 'other' : meantType(name));

/** The same answer, found once for each question. */
function once<Asked, Answer>(find: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const found = new Map<Asked, Answer>();
  return (asked) => {
    const before = found.get(asked);
    if (before !== undefined) return before;
    const answer = find(asked);
    found.set(asked, answer);
    return answer;
  };
}

/** How many words on either side of a name count as its context. */
const reach = 12;

function questionOf(
  document: TextDocument,
  group: NameCluster,
  names: readonly CandidateName[],
  given: {
    readonly canonical: (id: string) => EntityId;
    readonly candidates: ReadonlyMap<EntityId, Candidate>;
    readonly role: IntroducedRole | null;
  },
): LinkQuestion {
  const fullest = names[group.fullest];
  const form = readForm(fullest === undefined ? '' : document.text.slice(fullest.start, fullest.end));
  const surface = fullest === undefined ? '' : document.text.slice(fullest.start, fullest.end);
  // Every mention of the fullest length counts: "UN" and "United Nations" are two forms of one thing.
  const long = group.names
    .flatMap((i) => names[i] ?? [])
    .filter(
      (name) => name.candidates.length > 0 && isFull(document, name, form.words.length, fullest?.type === 'person'),
    );
  // "In Parliament": a body that is taken for a place.
  const isBody =
    fullest?.type === 'organisation' || (fullest?.type === 'place' && fullest.candidates.some(isOrganisation));
  const isGeneric = isBody && isGenericName(surface);
  const isNobodys =
    sharesSurname(document.text, names, group.names) || (isGeneric && mayBeLocal(document.text, surface));
  const mentions = group.names.flatMap((i) => names[i] ?? []);
  const calledSo = new Set(fullest?.candidates.map(({ id }) => given.canonical(id)));
  const mayBeMeant = (id: EntityId): boolean => {
    const entity = given.candidates.get(id)?.entity;
    if (entity === undefined) return true;
    if (isAnotherPerson(given.role?.text ?? '', entity) || isUncrowned(document.text, surface, entity)) return false;
    if (isOtherCase(surface, entity) || isShoutedWord(surface, entity, document.text)) return false;
    const called = mentions.filter(({ candidates }) => candidates.some((one) => given.canonical(one.id) === id));
    if (!isSpelledAsPlace(entity, document.text, called)) return false;
    if (
      !calledSo.has(id) &&
      called.some((name) => isAnotherBody(surface, document.text.slice(name.start, name.end), entity))
    )
      return false;
    return calledSo.has(id) || !isOtherReading(form, entity);
  };
  // A name that stands in an article a thousand times has the same candidates each time.
  const mayMean = once(mayBeMeant);
  const byFullForm = isNobodys
    ? []
    : mostMeant(
        long.map(({ candidates }) => new Set(candidates.map(({ id }) => given.canonical(id)).filter(mayMean))),
        calledSo,
      );
  const context = new Set((given.role?.text ?? '').split(/[^\p{L}\p{N}]+/u).map(foldWord));
  for (const i of group.names.slice(0, 3)) {
    const name = names[i];
    if (name === undefined) continue;
    const first = lowerBound(document.tokens, name.start);
    for (const token of document.tokens.slice(Math.max(0, first - reach), first + reach))
      if (token.kind === 'word') context.add(token.folded);
  }
  return {
    type: typeOf(fullest),
    gender: group.gender,
    byFullForm,
    isDistinctive: form.words.length > 1 || isAcronym(surface, fullest?.type ?? 'other'),
    isGeneric,
    context,
    locality: localityOf(document.text, names, group.names),
    surface,
    mentions: group.names.length,
    isAdjunct: fullest?.type === 'person' && group.names.every((i) => isAdjunct(document.text, names[i])),
  };
}

/**
 * What the mentions of one name may stand for, without what only a few of them may: "Odesa region" once does not make all
 * the other mentions of Odesa a region. Of what all of them may, the fullest form decides: who writes "New York City" once
 * means the city, and not the state, by "New York".
 */
function mostMeant(mentions: readonly ReadonlySet<EntityId>[], byFullest: ReadonlySet<EntityId>): EntityId[] {
  const counts = new Map<EntityId, number>();
  for (const ids of mentions) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const meant = [...counts].flatMap(([id, count]) => (count * 3 > most ? [id] : []));
  const told = meant.filter((id) => byFullest.has(id));
  return told.some((id) => counts.get(id) === mentions.length) ? told : meant;
}

const isOrganisation = ({ type }: CandidateName['candidates'][number]): boolean => type === 'organisation';

const isAdjunct = (text: string, name: CandidateName | undefined): boolean =>
  name !== undefined &&
  /(?:^|[^\p{L}])[Aa]n? $/u.test(text.slice(Math.max(0, name.start - 4), name.start)) &&
  /^ \p{Ll}/u.test(text.slice(name.end, name.end + 2));

/** Longer ones in capitals are towns in a dateline. */
const longestPlaceAcronym = 3;

const isAcronym = (surface: string, type: EntityType): boolean => {
  const letters = surface.replaceAll('.', '');
  return /^\p{Lu}{2,}$/u.test(letters) && (type !== 'place' || letters.length <= longestPlaceAcronym);
};

/** A person's surname proves nothing where the article gives the full name; other things may go by any of their names. */
const isFull = (document: TextDocument, name: CandidateName, words: number, isPerson: boolean): boolean =>
  !isPerson || readForm(document.text.slice(name.start, name.end)).words.length >= Math.min(2, words);
