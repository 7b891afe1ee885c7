import type { EntityType } from '../../model/entity.ts';
import { abbreviates, acronymLetters, initialsOf, type NameForm, partOf } from './forms.ts';

/** A mention of anything but a person on its way into a cluster. */
export interface ThingMention {
  readonly surface: string;
  readonly form: NameForm;
  readonly type: EntityType;
  /** Ids of the store's entities that these very words may mean. */
  readonly candidates: readonly string[];
  /** Whether something that everybody knows is called by these very words. */
  readonly isRenowned: boolean;
  /** Whether it stands in brackets right after the mention before it: "World Health Organization (WHO)". */
  readonly inBracketsAfter: boolean;
  /** Whether a team is called by its place: other bodies are called after that as well. */
  readonly isTeam: boolean;
  /** Mentions of the same words that differ in this are two things. */
  readonly apart: string;
}

/** Words that make a longer name of a place without making another place of it. */
const placeWords: ReadonlySet<string> = new Set(
  'city town county district state river lake mount mountains island islands republic of the'.split(' '),
);

/** Those of them that make something else of what it is called after: the Delaware River is no part of Delaware. */
const otherPlaces: ReadonlySet<string> = new Set('county river lake mount mountains island islands'.split(' '));

/** Words before the name of a storm, which goes by that alone. */
const storms: ReadonlySet<string> = new Set('tropical hurricane typhoon cyclone storm'.split(' '));

/** What a gathering is called by itself once it was named: "the Games", "the Festival". */
const gatherings: ReadonlySet<string> = new Set(
  'games olympics festival summit cup tour fair open championships awards expo carnival marathon congress conference'.split(
    ' ',
  ),
);

/** Words that close the full name of an organisation without making another of it. */
const companyWords: ReadonlySet<string> = new Set(
  'com airways airlines foods motors pictures studios technologies systems industries stores resources pharmaceuticals inc corp corporation co company companies ltd limited llc plc gmbh ag sa spa srl sarl nv bv pty oy group holding holdings international club fc afc cf bank of the and sons brothers partners'.split(
    ' ',
  ),
);

/** Groups mentions of organisations, places, events and the rest: a number for each, equal for one thing. */
export function groupThings(mentions: readonly ThingMention[]): number[] {
  const leader: number[] = mentions.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (leader[root] !== root) root = leader[root] ?? root;
    leader[i] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined) leader[high] = low;
  };

  // One representative for each distinct name and type: what follows is quadratic in names, not in mentions.
  const distinct = new Map<string, number>();
  const bySole = new Map<string, number>();
  for (const [i, mention] of mentions.entries()) {
    const key = `${mention.type}\u0000${mention.form.key}\u0000${mention.apart}`;
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, i);
    else join(known, i);
    const [sole] = mention.candidates;
    if (mention.candidates.length !== 1 || sole === undefined) continue;
    // Of two towns of one name the store may know only one.
    const asked = mention.apart.startsWith('in ') ? `${sole}\u0000${mention.apart}` : sole;
    const same = bySole.get(asked);
    if (same === undefined) bySole.set(asked, i);
    else join(same, i);
  }
  const byPart = new Map<string, number[]>();
  const representatives = [...distinct.values()];
  for (const i of representatives)
    for (const part of partsOf(mentions[i]?.form.words ?? [])) {
      const bearers = byPart.get(part);
      if (bearers === undefined) byPart.set(part, [i]);
      else bearers.push(i);
    }

  for (const i of representatives) {
    const short = mentions[i];
    if (short === undefined) continue;
    const rivals = (byPart.get(short.form.words.join(' ')) ?? []).filter((j) => {
      const long = mentions[j];
      if (long === undefined || j === i || long.type !== short.type || !isShortFormOf(short, long)) return false;
      return !short.isTeam || long.candidates.some((id) => short.candidates.includes(id));
    });
    // What the store knows of both says more than which stands nearest.
    const known = rivals.filter((j) => mentions[j]?.candidates.some((id) => short.candidates.includes(id)));
    if (known.length > 0 && known.length < rivals.length) {
      for (const j of known) join(j, i);
      continue;
    }
    const roots = new Set(rivals.map(find));
    // The one longer name that it can mean, else the nearest before it.
    const nearest = rivals.filter((j) => j < i).at(-1) ?? rivals[0];
    if (roots.size === 1 && rivals[0] !== undefined) join(rivals[0], i);
    else if (nearest !== undefined && short.type !== 'place') join(nearest, i);
  }
  joinMembers(mentions, representatives, join);
  joinTurned(mentions, representatives, join);
  joinAcronyms(mentions, representatives, join);
  for (const [i, mention] of mentions.entries()) {
    const before = mentions[i - 1];
    if (!mention.inBracketsAfter || before === undefined || before.type === 'nationality') continue;
    // "WHO (World Health Organization)" is as good as the other way round.
    if (
      abbreviates(mention.surface, before.surface) ||
      initialsOf(mention.form).includes(acronymLetters(before.surface))
    )
      join(i - 1, i);
  }
  return mentions.map((_, i) => find(i));
}

/** Of a longer name only so many words are tried as its short form. */
const longestShortForm = 12;

/** What a name begins or ends with, but for all of it. */
function partsOf(words: readonly string[]): Set<string> {
  const parts = new Set<string>();
  for (let size = 1; size < words.length && size <= longestShortForm; size += 1) {
    parts.add(words.slice(0, size).join(' '));
    parts.add(words.slice(-size).join(' '));
  }
  return parts;
}

/** Whether the store knows both, and nothing that may be either. */
const areApart = (one: ThingMention, other: ThingMention): boolean =>
  one.candidates.length > 0 &&
  other.candidates.length > 0 &&
  !one.candidates.some((id) => other.candidates.includes(id));

function isShortFormOf(short: ThingMention, long: ThingMention): boolean {
  const part = partOf(short.form.words, long.form.words);
  if (part === null || part === 'middle') return false;
  if (areApart(short, long)) return false;
  const isCalledAfter = short.isRenowned && long.candidates.length === 0;
  const extra =
    part === 'start'
      ? long.form.words.slice(short.form.words.length)
      : long.form.words.slice(0, -short.form.words.length);
  switch (short.type) {
    case 'place':
      if (isCalledAfter && extra.some((word) => otherPlaces.has(word))) return false;
      return extra.every((word) => placeWords.has(word));
    case 'organisation':
      if (extra.every((word) => companyWords.has(word))) return true;
      if (part === 'end') return true;
      // "BHS" is short for itself: "BHS Sweden" is another body. So is the Republican Jewish Coalition of its party.
      return short.form.words.length === 1 && !isCalledAfter && !/^\p{Lu}{2,}$/u.test(short.surface);
    case 'event':
      if (short.form.words.length > 1 || part === 'start') return true;
      return extra.every((word) => storms.has(word)) || gatherings.has(short.form.key);
    case 'law':
    case 'work':
      return short.form.words.length > 1 || part === 'start';
    case 'product':
      // "the One X" of the Xbox One X, not "Xbox" of it, which is all of its kind.
      return part === 'end' && /\p{L}{2}/u.test(short.surface);
    case 'person':
    case 'nationality':
    case 'other':
      return false;
  }
}

/** "A Liberal", "the Liberals": one of a body and all of it. */
function joinMembers(
  mentions: readonly ThingMention[],
  representatives: readonly number[],
  join: (a: number, b: number) => void,
): void {
  const bodies = new Map<string, number>();
  for (const i of representatives) {
    const mention = mentions[i];
    if (mention?.type === 'organisation' && mention.form.words.length === 1) bodies.set(mention.form.key, i);
  }
  for (const [key, i] of bodies) {
    const all = key.length > shortestMember ? bodies.get(`${key}s`) : undefined;
    const [one, many] = [mentions[i], all === undefined ? undefined : mentions[all]];
    if (all === undefined || one === undefined || many === undefined) continue;
    if (/^\p{Lu}\p{Ll}+$/u.test(one.surface) && !areApart(one, many)) join(i, all);
  }
}

/** Bodies that are named either way round: "Department of Environmental Protection", "Environmental Protection Department". */
const turning: ReadonlySet<string> = new Set(['department', 'ministry', 'office', 'bureau']);

function joinTurned(
  mentions: readonly ThingMention[],
  representatives: readonly number[],
  join: (a: number, b: number) => void,
): void {
  const turned = new Map<string, number>();
  for (const i of representatives) {
    const mention = mentions[i];
    const [body, of, ...rest] = mention?.form.words ?? [];
    if (mention?.type === 'organisation' && body !== undefined && of === 'of' && turning.has(body) && rest.length > 0)
      turned.set([...(rest[0] === 'the' ? rest.slice(1) : rest), body].join(' '), i);
  }
  for (const i of representatives) {
    const mention = mentions[i];
    const full = mention?.type === 'organisation' ? turned.get(mention.form.words.join(' ')) : undefined;
    const other = full === undefined ? undefined : mentions[full];
    if (mention !== undefined && full !== undefined && other !== undefined && !areApart(mention, other)) join(full, i);
  }
}

/** "Gap" and "Gaps" may be anything. */
const shortestMember = 4;

/** "UNESCO", "U.S.", "DoD". Lengths are told apart: a pattern that counts classes of letters is slow to make ready. */
function isAcronym(surface: string): boolean {
  const { length } = surface;
  if (length < 2 || length > 14 || !/\p{Lu}.*\p{Lu}/u.test(surface)) return false;
  if (length <= 8 && /^\p{Lu}[\p{Lu}\p{N}&-]+$/u.test(surface)) return true;
  return /^(?:\p{Lu}\.)+$/u.test(surface) || (length <= 7 && /^\p{Lu}\p{L}+$/u.test(surface));
}

function joinAcronyms(
  mentions: readonly ThingMention[],
  representatives: readonly number[],
  join: (a: number, b: number) => void,
): void {
  const byInitials = new Map<string, number[]>();
  for (const i of representatives) {
    const long = mentions[i];
    if (long === undefined) continue;
    for (const initials of initialsOf(long.form)) {
      const key = `${long.type} ${initials}`;
      byInitials.set(key, [...(byInitials.get(key) ?? []), i]);
    }
  }
  for (const i of representatives) {
    const short = mentions[i];
    if (short === undefined || short.form.words.length > 4) continue;
    if (!isAcronym(short.surface)) continue;
    const named = byInitials.get(`${short.type} ${acronymLetters(short.surface)}`) ?? [];
    // "US" are the United States beside Universal Studios too.
    const isCountry = short.type === 'place' && short.isRenowned;
    const bearers = named.filter((j) => !isCountry || mentions[j]?.candidates.length !== 0);
    // Of Alaska Airlines and American Airlines the store knows which is "AA"; else it is whichever was named last.
    const known = bearers.find((j) => mentions[j]?.candidates.some((id) => short.candidates.includes(id)));
    const long = known ?? bearers.findLast((j) => j < i) ?? bearers[0];
    if (long !== undefined && long !== i) join(long, i);
  }
}
