import type { ClusterId } from '../../model/ids.ts';
import type { Cluster, Mention } from '../../model/mention.ts';
import type { TextDocument } from '../../text/document.ts';
import { readForm } from './forms.ts';

/** How two people are joined: by marriage, by birth, or by an "and" alone. */
export type Tie = 'spouses' | 'siblings' | 'none';

export interface Pair {
  readonly members: readonly [ClusterId, ClusterId];
  readonly tie: Tie;
  readonly hasOneSurname: boolean;
  readonly end: number;
  readonly sentence: number;
}

const spouse = 'wife|husband|spouse|fiancée?|bride|groom|girlfriend|boyfriend|partner';
const sibling = 'brother|sister|twin|sibling';
const title = '(?: (?:Mr|Mrs|Ms|Dr|Sir|Dame|Lady|Lord|Prince|Princess|King|Queen)\\.?)?';
/** "Ana Reid, 54, a nurse, and her husband". */
const apposed = String.raw`(?: \(\d{1,3}\)|,[^.;:!?\n]{0,60}?,)?`;
const kin = (nouns: string): RegExp =>
  new RegExp(
    `^${apposed}(?:[’']s|,? and (?:his|her|their))(?: [\\p{Ll}-]+){0,2} (?:${nouns})(?:,? [\\p{Ll}-]+)?,?${title} $`,
    'u',
  );
const kinTies: readonly (readonly [tie: Tie, between: RegExp])[] = [
  ['spouses', kin(spouse)],
  [
    'spouses',
    new RegExp(
      `^${apposed},?(?: who)?(?: (?:is|was|has been|had been|got))? (?:married(?: to)?|wed|weds)${title} $`,
      'u',
    ),
  ],
  ['siblings', kin(sibling)],
];
const together = new RegExp(`^${apposed},? (?:and|&)${title} $`, 'u');
const siblingsBefore = /\b(?:brothers|sisters|siblings|twins),? $/iu;
const spousesBefore = /\b(?:couple|newlyweds|spouses),? $/iu;
/** Between names of a list. */
const listed = /^(?:,|,? (?:and|&|or)) $/u;

/** Two persons beside each other in a sentence, joined by words that make a pair of them; in order. Linear. */
export function findPairs(
  { text, sentences }: TextDocument,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
): Pair[] {
  const surnames = surnamesOf(text, mentions, clusters);
  const between = (one: Mention | undefined, other: Mention | undefined): string =>
    one === undefined || other === undefined ? '' : text.slice(one.end, Math.min(other.start, one.end + 110));
  const pairs: Pair[] = [];
  let sentence = 0;
  for (const [i, second] of mentions.entries()) {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= second.start) sentence += 1;
    const first = mentions[i - 1];
    if (first === undefined || first.cluster === second.cluster || second.start - first.end > 110) continue;
    const [ones, others] = [surnames.get(first.cluster), surnames.get(second.cluster)];
    if (ones === undefined || others === undefined) continue;
    const words = between(first, second);
    const before = text.slice(Math.max(0, first.start - 24), first.start);
    const kinTie = kinTies.find(([, pattern]) => pattern.test(words))?.[0];
    if (kinTie === undefined && !together.test(words)) continue;
    if (listed.test(between(mentions[i - 2], first)) || listed.test(between(second, mentions[i + 1]))) continue;
    const tie = kinTie ?? (siblingsBefore.test(before) ? 'siblings' : spousesBefore.test(before) ? 'spouses' : 'none');
    const hasOneSurname = tie === 'none' && [...ones].some((word) => others.has(word));
    pairs.push({ members: [first.cluster, second.cluster], tie, hasOneSurname, end: second.end, sentence });
  }
  return pairs;
}

/**
 * Last words of the full names by which the article calls each person, by cluster; persons alone. In "Joe and Jill Bell"
 * the first has the surname of the second, unless the article has another for him.
 */
export function surnamesOf(
  text: string,
  mentions: readonly Mention[],
  clusters: readonly Cluster[],
): ReadonlyMap<ClusterId, ReadonlySet<string>> {
  const surnames = new Map<ClusterId, Set<string>>();
  for (const cluster of clusters) {
    if (cluster.type !== 'person') continue;
    const forms = cluster.mentions.map((index) => readForm(mentions[index]?.surface ?? '').words);
    surnames.set(cluster.id, new Set(forms.flatMap((words) => (words.length > 1 ? (words.at(-1) ?? []) : []))));
  }
  for (const [i, { cluster, end }] of mentions.entries()) {
    const [own, next] = [surnames.get(cluster), mentions[i + 1]];
    if (own === undefined || own.size > 0 || next === undefined || !surnames.has(next.cluster)) continue;
    if (!/^ (?:and|&) $/u.test(text.slice(end, next.start))) continue;
    const { words } = readForm(next.surface);
    const surname = words.at(-1);
    if (words.length > 1 && surname !== undefined) own.add(surname);
  }
  return surnames;
}
