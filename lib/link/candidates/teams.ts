import type { Entity, EntityType } from '../../model/entity.ts';
import type { EntityId } from '../../model/ids.ts';
import type { Knowledge, NameCandidate } from '../../model/knowledge.ts';
import type { CandidateName } from '../../recognise/combine.ts';
import { foldName } from '../../text/fold-name.ts';
import { kindOfPlace } from '../place-kinds.ts';
import { fitsSport, isAboutSport } from '../sports.ts';

/** What only a team does or suffers, right behind its name; a name has to follow the weak ones. */
const does =
  /^(?:,? (?:who|which))?(?: (?:have|has|had|also|then|now|finally|never|again|still|meanwhile|were|was|are|is|sit|lie|go)){0,2} (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d\d?(?:st|nd|rd|th)|beat|beaten|beating|beats|defeat(?:s|ed)?|thrash(?:es|ed)?|crush(?:es|ed)?|rout(?:s|ed)?|edge[sd]?|stun(?:s|ned)?|hammer(?:s|ed)?|outscore[sd]?|drew \d|draws? (?:with|at)|los[et](?:s)? (?:\d|to|at)|lost (?:\d|to|at)|win \d|won (?:\d|at)|score[sd]?|conceded?|equali[sz]ed?|trail(?:s|ed)?|rall(?:y|ies|ied)|held off|hold off|were held|relegated|knocked out|come from behind|came from behind|bowled out|batted)\b/u;
const doesTo = /^(?: (?:will|have|has|had|also|then|now)){0,2} (?:host|visit|play|face|meet)(?:s|ed)? $/u;
const trades =
  /^(?: (?:have|has|had|also|then)){0,2} (?:sign(?:s|ed)?|bought(?: back)?|sold|loan(?:s|ed)?|paid|pay|reject(?:s|ed)?)\b(?:[^.;:\n]|\.\d){0,80}$/u;
/** Behind it: who is in a team, and its score. */
const has =
  /^(?:['’]s)? (?:manager|head coach|coach|striker|midfielder|defender|goalkeeper|winger|captain|skipper|quarterback|full-back|centre-back|fly-half|scrum-half|point guard|pitcher|goalie|all-rounder|(?:\d{1,3}[-–]\d{1,3}|\(\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?\)|\d{1,3},))(?![\p{L}\d])/u;
/** Right before it: what is done to a team. */
const undergone =
  /\b(?:beat|beats|beating|beaten by|defeat(?:s|ed)?|defeat (?:by|to|against|at)|thrash(?:es|ed)?|crush(?:es|ed)?|rout(?:s|ed)?|edge[sd]?|stun(?:s|ned)?|hammer(?:s|ed)?|rallied past|held off|held by|knocked out by|(?:lost|loss|losing|lose)(?: \d\S*)? (?:to|at)|(?:win|won|victory|triumph)(?: \d\S*)? (?:over|against|at)|(?:drew|draw)(?: \d\S*)? (?:with|at|against)|versus|vs?\.?|(?:join(?:s|ed|ing)?|(?:sign(?:s|ed)?|play(?:s|ed)?|debut|appearances?|goals?|points|yards|contract|deal) (?:for|with))|(?:offer|bid) from|game in hand over|points? (?:above|behind|ahead of|clear of|off)|(?:they|we|who|which)(?: (?:then|next|will|also)){0,2} (?:host|visit|play|face|meet)|: (?:host|at|visit|vs\.?)|sign(?:s|ed|ing)?\b[^.;:\n]{0,60} from) $/iu;
/** Right before it: where something is. */
const where = /\b(?:in|near|around|outside|across|throughout|from|of|to|inside|downtown|central) $/iu;
/** Behind it: the state that it is in, or what a dateline has. */
const placed = /^(?:, \p{Lu}|:| \([A-Z]{2,}\)| (?:--|[—–-]) )/u;
const longest = 80;
/** Mentions of a name whose paragraphs are looked at. */
const mostMentions = 8;
/** Names behind it in which the player of a trade is looked for. */
const tradeReach = 3;
/** What many clubs are called after their place. */
const commonTails: ReadonlySet<string> = new Set('fc f c afc a united city town county rovers athletic'.split(' '));

type Use = 'team' | 'place' | 'either';

/**
 * Places that are called for their teams in an article about sport ("Liverpool beat Arsenal", "Boston routs Miami"), with
 * the teams of that sport that the store has there, or with none. A country's name stays the country's. A place is told
 * apart mention by mention: trains may still run "in Liverpool".
 */
export async function asTeams(
  text: string,
  names: readonly CandidateName[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
): Promise<readonly CandidateName[]> {
  if (!names.some((name) => isPlace(name) || mayBeTail.has(name.type)) || !isAboutSport(text)) return names;
  const beside = await besideTeams(text, names, knowledge);
  const inFull = await teamsInFull(names, knowledge);
  const uses = names.map((_, i) =>
    beside.has(i) || isShortened(text, names[i], inFull) ? 'team' : useOf(text, names, i),
  );
  if (!uses.includes('team') && inFull.size === 0) return names;
  const surfaces = names.map(({ start, end }) => foldName(text.slice(start, end)));
  const proven = new Map<string, CandidateName[]>();
  for (const [i, use] of uses.entries()) if (use === 'team') proven.set(surfaces[i] ?? '', []);
  for (const [i, name] of names.entries()) if (isPlace(name)) proven.get(surfaces[i] ?? '')?.push(name);
  const teams = new Map<string, readonly NameCandidate[]>();
  // "the Thunder" of Oklahoma City, which stands in full
  const tails = new Map<string, readonly NameCandidate[]>();
  for (const { candidate, name } of inFull.values()) {
    const tail = name.split(' ').at(-1) ?? '';
    if (!commonTails.has(tail)) tails.set(tail, [...(tails.get(tail) ?? []), candidate]);
  }
  for (const [surface, bearers] of proven) {
    const all = await teamsOf(surface, { text, bearers, knowledge });
    if (all === null) continue;
    const named = all.filter(({ id }) => inFull.has(id));
    const found = named.length > 0 ? named : all;
    teams.set(surface, found.map(candidateOf));
    for (const entity of found) {
      const tail = tailOf(entity, surface);
      const others = tail === null ? [] : (tails.get(tail) ?? []);
      if (tail !== null && !others.some(({ id }) => id === entity.id))
        tails.set(tail, [...others, candidateOf(entity)]);
    }
  }
  return names.map((name, i) => {
    const surface = surfaces[i] ?? '';
    const candidates = isPlace(name) && uses[i] !== 'place' ? teams.get(surface) : undefined;
    if (candidates !== undefined) return { ...name, candidates, isTeam: true };
    const tail = mayBeTail.has(name.type) && name.candidates.length === 0 ? tails.get(surface) : undefined;
    return tail === undefined ? name : { ...name, type: 'organisation', candidates: tail };
  });
}

/** Places that stand with teams in a list: "West Ham, Nottingham Forest and Bournemouth". */
async function besideTeams(
  text: string,
  names: readonly CandidateName[],
  { getCandidates }: Pick<Knowledge, 'getCandidates'>,
): Promise<ReadonlySet<number>> {
  const isList = (i: number): boolean => {
    const [one, other] = [names[i], names[i + 1]];
    return one !== undefined && other !== undefined && /^(?:,|,? and|,? or) $/u.test(text.slice(one.end, other.start));
  };
  const beside = new Map<number, readonly EntityId[]>();
  for (const [i, name] of names.entries()) {
    if (!isPlace(name)) continue;
    const mates = [isList(i - 1) ? names[i - 1] : undefined, isList(i) ? names[i + 1] : undefined];
    const ids = mates.flatMap((mate) => (mate?.type === 'organisation' ? mate.candidates.map(({ id }) => id) : []));
    if (ids.length > 0) beside.set(i, ids);
  }
  if (beside.size === 0) return new Set();
  const known = await getCandidates([...new Set([...beside.values()].flat())]);
  const teams = new Set(known.filter(({ entity }) => isTeam(entity)).map(({ entity }) => entity.id));
  return new Set([...beside].flatMap(([i, ids]) => (ids.some((id) => teams.has(id)) ? [i] : [])));
}

/** Teams that the article names by more than their place, with their folded names. */
async function teamsInFull(
  names: readonly CandidateName[],
  { getCandidates }: Pick<Knowledge, 'getCandidates'>,
): Promise<ReadonlyMap<EntityId, TeamInFull>> {
  const ids = names.flatMap(({ type, candidates }) =>
    type === 'organisation' && candidates.length === 1 ? candidates.map(({ id }) => id) : [],
  );
  const known = ids.length === 0 ? [] : await getCandidates([...new Set(ids)]);
  return new Map(
    known.flatMap(({ entity }) =>
      isTeam(entity) ? [[entity.id, { name: foldName(entity.name), candidate: candidateOf(entity) }] as const] : [],
    ),
  );
}

interface TeamInFull {
  /** Folded. */
  readonly name: string;
  readonly candidate: NameCandidate;
}

/** What the name of a team may be taken for that is no place and nobody: "the Heat", "the Thunder". */
const mayBeTail: ReadonlySet<EntityType> = new Set(['organisation', 'product', 'event', 'work', 'other']);

/** "Madrid were nowhere near it" beside Real Madrid: a town is one, a team are many. */
const many = /^ (?:were|are|have|had)\b/u;

function isShortened(
  text: string,
  name: CandidateName | undefined,
  inFull: ReadonlyMap<EntityId, TeamInFull>,
): boolean {
  if (name === undefined || !isPlace(name) || !many.test(text.slice(name.end, name.end + 6))) return false;
  if (where.test(text.slice(Math.max(0, name.start - longest), name.start))) return false;
  const surface = foldName(text.slice(name.start, name.end));
  return [...inFull.values()].some((full) => ` ${full.name} `.includes(` ${surface} `));
}

const isTeam = ({ type, description }: Entity): boolean =>
  type === 'organisation' && /\b(?:club|team)\b/iu.test(description);

const candidateOf = ({ id, type, prominence }: Entity): NameCandidate => ({ id, type, prominence: prominence ?? 0 });

/** "chiefs" of the Kansas City Chiefs, folded. */
function tailOf({ name }: Entity, surface: string): string | null {
  const folded = foldName(name);
  const tail = folded.startsWith(`${surface} `) ? folded.slice(surface.length + 1) : '';
  return tail === '' || tail.split(' ').every((word) => commonTails.has(word)) ? null : tail;
}

const isPlace = ({ type, candidates }: CandidateName): boolean =>
  type === 'place' ||
  (type === 'organisation' && candidates.length > 0 && candidates.every((one) => one.type === 'place'));

function useOf(text: string, names: readonly CandidateName[], i: number): Use {
  const name = names[i];
  if (name === undefined || !isPlace(name)) return 'place';
  const before = text.slice(Math.max(0, name.start - longest), name.start);
  const after = text.slice(name.end, name.end + longest);
  if (undergone.test(before)) return 'team';
  if (where.test(before) || placed.test(after)) return 'place';
  if (does.test(after) || has.test(after) || isOpponent(text, name, names[i + 1])) return 'team';
  if (isOpponent(text, names[i - 1], name)) return 'team';
  const player = names.slice(i + 1, i + 1 + tradeReach).find(({ type }) => type === 'person');
  return player !== undefined && trades.test(text.slice(name.end, player.start)) ? 'team' : 'either';
}

/** "Buffalo hosts San Francisco". */
const isOpponent = (text: string, one: CandidateName | undefined, other: CandidateName | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  [one, other].every(({ type }) => type === 'place' || type === 'organisation') &&
  doesTo.test(text.slice(one.end, other.start));

interface Setting {
  readonly text: string;
  readonly bearers: readonly CandidateName[];
  readonly knowledge: Pick<Knowledge, 'getCandidates'>;
}

/**
 * What the store has in these places that is called by their name and plays what the paragraphs, or the article, are
 * about; null where the name is a country's.
 */
async function teamsOf(surface: string, { text, bearers, knowledge }: Setting): Promise<readonly Entity[] | null> {
  const paragraphs = [...new Set(bearers.slice(0, mostMentions).map(({ start }) => paragraphAt(text, start)))].join(
    '\n',
  );
  const fits = fitsSport(paragraphs) ?? fitsSport(text);
  const ids = new Set(bearers.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  const places = await knowledge.getCandidates([...ids]);
  const kinds = new Set(places.map(({ entity }) => kindOfPlace(entity)));
  // Of Georgia and Georgia, only the state plays American football.
  const isState = kinds.has('state') && fits?.(americanTeam) === true;
  if (kinds.has('country') && !isState) return null;
  const neighbours = new Set<EntityId>(
    places.flatMap((place) => (kindOfPlace(place.entity) === 'country' ? [] : [...place.neighbours])),
  );
  const called = await knowledge.getCandidates([...neighbours]);
  return called.flatMap(({ entity }) =>
    isCalled(entity, surface) && (fits === null || fits(entity.description)) ? [entity] : [],
  );
}

const americanTeam = 'American football team of the NFL';

const isCalled = (entity: Entity, surface: string): boolean =>
  isTeam(entity) &&
  [entity.name, ...entity.aliases.map((alias) => alias.text)].some((form) =>
    ` ${foldName(form)} `.includes(` ${surface} `),
  );

const paragraphAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at);
  return text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? text.length : end);
};
