import type { Cluster } from '../../model/mention.ts';
import type { BlockRange } from '../syntax/block-range.ts';
import { clusterAt, isQuoted, mentionAt, type Scene } from '../scene.ts';

/** What stands before a turn of talk: "Q:", "MS. X:", "QUESTION (X, Y):", "[00:12] X:", "EN-S:", "X — ", "The Courier:". */
export interface TurnLabel {
  /** The same for all turns of one speaker. */
  readonly key: string;
  readonly kind: 'person' | 'question' | 'answer' | 'other';
  readonly cluster: Cluster | null;
  /** Token after the label. */
  readonly end: number;
  readonly range: BlockRange;
}

const questionWords = /^(?:q|question|questioner|interviewer|reporter|moderator|host)$/u;
const answerWords = /^(?:a|answer)$/u;

const time = '(?:[\\[(]?\\d{1,2}(?::\\d\\d){1,2}[\\])]?[\\s,]*)?';
/** "EMILY GREENFIELD, BYLINE:" */
const office =
  '(?:,\\s*(?:[Hh](?:ost|OST)|[Bb](?:yline|YLINE)|[Aa](?:nchor|NCHOR)|[Gg](?:uest|UEST)|[Mm](?:oderator|ODERATOR)|[Pp](?:resenter|RESENTER)|[Rr](?:eporter|EPORTER)|[Cc](?:orrespondent|ORRESPONDENT)))?';
const brackets = `${office}(?:\\s*[(\\[][^()\\[\\]\\n]{1,60}[)\\]])*`;
const forms = [
  new RegExp(`^${time}(?<name>[^:“”"‘«()\\[\\]\\n]{1,60}?)${brackets}\\s*:(?=\\s)`, 'u'),
  new RegExp(`^${time}(?<name>[QA])\\.(?=\\s)`, 'u'),
  new RegExp(`^${time}(?<name>[^:“”"‘«()\\[\\]—–\\n]{1,40}?)${brackets}\\s[—–-](?=\\s)`, 'u'),
];
const farthest = 200;
/** Tokens that may stand before a name: "Mr", "GOV.", "Detective Inspector". */
const mostTitles = 3;

/** The label at the start of a block, before words without quotation marks; null where there is none. */
export function readTurnLabel(scene: Scene, range: BlockRange, people: PeopleByInitials): TurnLabel | null {
  const sentence = scene.document.sentences[range.first];
  if (sentence === undefined) return null;
  const line = scene.document.text.slice(sentence.start, sentence.start + farthest);
  for (const form of forms) {
    const found = form.exec(line);
    const name = found?.groups?.name?.trim();
    if (found === null || name === undefined || name === '') continue;
    const nameEnd = sentence.start + found[0].indexOf(name) + name.length;
    const end = tokenAt(scene, sentence.firstToken, sentence.start + found[0].length);
    if (isQuoted(scene, end) || isQuoted(scene, sentence.firstToken)) return null;
    const label = labelOf(scene, {
      name,
      people,
      first: sentence.firstToken,
      end: tokenAt(scene, sentence.firstToken, nameEnd),
    });
    return label === null ? null : { ...label, end, range };
  }
  return null;
}

/** The first token from `from` on that starts at or after a place in the text. */
function tokenAt(scene: Scene, from: number, place: number): number {
  let token = from;
  while ((scene.tokens[token]?.start ?? Number.POSITIVE_INFINITY) < place) token += 1;
  return token;
}

interface Named {
  readonly name: string;
  readonly people: PeopleByInitials;
  /** Tokens of the block's start and of the name's end. */
  readonly first: number;
  readonly end: number;
}

function labelOf(scene: Scene, { name, people, first, end }: Named): Omit<TurnLabel, 'end' | 'range'> | null {
  const opener = (/^\p{L}+/u.exec(name)?.[0] ?? '').toLowerCase();
  if (questionWords.test(opener)) return { key: opener, kind: 'question', cluster: null };
  if (answerWords.test(opener) && name.length === opener.length) return { key: opener, kind: 'answer', cluster: null };
  // Initials may be names of their own on the page: "MD" is nobody but Mark Dunne.
  const isInitials = /^\p{Lu}[\p{Lu}.-]{1,4}$/u.test(name);
  const person = isInitials ? people.get(name.replace(/[.-]/gu, '')) : null;
  if (person !== null && person !== undefined) return { key: person.id, kind: 'person', cluster: person };
  const mention = mentionAt(scene, end - 1);
  const range = scene.index.ranges[mention];
  const cluster = clusterAt(scene, mention);
  if (cluster !== null && range !== undefined && range.end === end && (cluster.type === 'person' || isInitials))
    return range.first - first <= mostTitles + marksBefore(scene, first, range.first)
      ? { key: cluster.id, kind: 'person', cluster }
      : null;
  return shortName.test(name) ? { key: name.toLowerCase(), kind: 'other', cluster: null } : null;
}
const shortName = /^(?:\p{Lu}[\p{L}.'’&-]*)(?: (?:\p{Lu}[\p{L}.'’&-]*|of|the)){0,3}$/u;

/** Tokens without letters, as of a time of day. */
function marksBefore(scene: Scene, first: number, name: number): number {
  let count = 0;
  for (let t = first; t < name; t += 1) if (!/\p{L}/u.test(scene.tokens[t]?.plain ?? '')) count += 1;
  return count;
}

/** Who is meant by initials; null where they are those of several. */
export type PeopleByInitials = ReadonlyMap<string, Cluster | null>;

/** "ROC" is Renata Oliveira Costa, "EN-S" and "ES" Eun-Na Sohn. */
export function peopleByInitials(scene: Scene): PeopleByInitials {
  const people = new Map<string, Cluster | null>();
  for (const cluster of scene.cast.clusters) {
    if (cluster.type !== 'person') continue;
    for (const initials of new Set([initialsOf(cluster.name, /[\s-]+/u), initialsOf(cluster.name, /\s+/u)]))
      people.set(initials, people.has(initials) ? null : cluster);
  }
  return people;
}

const initialsOf = (name: string, between: RegExp): string =>
  name
    .split(between)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
