import type { Group } from '../../model/analysis.ts';
import { asClusterId } from '../../model/ids.ts';
import type { Cluster, Mention } from '../../model/mention.ts';
import { overlaps, type Span } from '../../model/span.ts';
import type { TextDocument } from '../../text/document.ts';
import { findPairs, type Pair, type Tie } from './pairs.ts';

interface Cast {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
}

interface Description {
  readonly words: RegExp;
  readonly ties: readonly Tie[];
  /** Whether kin are meant before anybody else who stands nearer. */
  readonly prefers: 'kin' | 'the nearest';
}

const descriptions: readonly Description[] = [
  { words: /^(?:couple|newlyweds|spouses)$/u, ties: ['spouses', 'none'], prefers: 'kin' },
  { words: /^(?:pair|duo)$/u, ties: ['spouses', 'siblings', 'none'], prefers: 'the nearest' },
  { words: /^(?:brothers|sisters|siblings|twins)$/u, ties: ['siblings'], prefers: 'kin' },
];
/** What follows a description that brings its own people ("the couple who live next door", "the pair of shoes"). */
const bringsOwn =
  /^(?: (?:of|who|whom|that|whose|from|behind|next|with|in|at|living|named|called)\b| ?[-–]|,? \p{Lu})/u;

/** Sentences over which a description reaches back to two names that nothing but an "and" joins; and to known kin. */
const reach = 2;
const kinReach = 12;

/**
 * Descriptions of two people by which the article goes on to speak of them ("the couple", "the pair", "the brothers").
 * They are no names; each gets the two it was last clear about, and where that is not clear, nothing.
 */
export function findCouples(document: TextDocument, cast: Cast): Group[] {
  const pairs = findPairs(document, cast.mentions, cast.clusters);
  if (pairs.length === 0) return [];
  const genders = new Map(cast.clusters.map(({ id, gender }) => [id, gender]));
  const found = new Map<string, { readonly members: Pair['members']; readonly spans: Span[] }>();
  let sentence = 0;
  let next = 0;
  let before = 0;
  for (const match of document.text.matchAll(/\b[Tt]he (?:two |married |young |elderly )?(\p{Ll}+)\b/gu)) {
    const noun = match[1] ?? '';
    const description = descriptions.find(({ words }) => words.test(noun));
    if (description === undefined) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (bringsOwn.test(document.text.slice(span.end, span.end + 24))) continue;
    while ((document.sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= span.start) sentence += 1;
    while ((cast.mentions[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next += 1;
    const following = cast.mentions[next];
    if (following !== undefined && overlaps(following, span)) continue;
    const other = noun === 'brothers' ? 'female' : noun === 'sisters' ? 'male' : null;
    while ((pairs[before]?.end ?? Number.POSITIVE_INFINITY) < span.start) before += 1;
    const fits = ({ members, tie, hasOneSurname }: Pair): boolean =>
      (description.ties.includes(tie) || hasOneSurname) &&
      !members.some((id) => other !== null && genders.get(id) === other);
    const pair = lastClear(pairs.slice(Math.max(0, before - kinReach), before).filter(fits), sentence, description);
    if (pair === null) continue;
    const key = `${pair.members.join(' ')} ${noun}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { members: pair.members, spans: [span] });
    else known.spans.push(span);
  }
  return [...found.values()].map((group, i) => ({ cluster: asClusterId(`m${cast.clusters.length + i}`), ...group }));
}

/** The one pair that the words before can mean; null where there is none, or more than one. */
function lastClear(before: readonly Pair[], sentence: number, { prefers }: Description): Pair | null {
  const isSure = ({ tie, hasOneSurname }: Pair): boolean => prefers === 'kin' && (tie !== 'none' || hasOneSurname);
  const within = (pair: Pair, sentences: number): boolean => sentence - pair.sentence <= sentences;
  const near = before.filter((pair) => within(pair, reach));
  const sure = before.filter((pair) => isSure(pair) && within(pair, kinReach));
  const nearest = before.filter((pair) => within(pair, 1));
  const asked = near.some(isSure) ? near.filter(isSure) : sure.length > 0 ? [...sure, ...nearest] : near;
  const different = new Set(asked.map(({ members }) => members.toSorted().join(' ')));
  return different.size === 1 ? (asked.at(-1) ?? null) : null;
}
