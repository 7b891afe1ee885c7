import { officeNouns, personNouns } from '../claim/syntax/role-words.ts';
import { heldOn } from '../model/fact.ts';
import type { ClusterId } from '../model/ids.ts';
import type { Candidate, Knowledge } from '../model/knowledge.ts';
import type { Cluster } from '../model/mention.ts';

/**
 * What the store says that the article's people are, as of its day (`YYYY-MM-DD`, or null for what they are now), and what
 * its bodies are: words by which the article may go on about them without having introduced them.
 */
export async function knownRoles(
  clusters: readonly Cluster[],
  knowledge: Pick<Knowledge, 'getCandidates'>,
  day: string | null,
): Promise<ReadonlyMap<ClusterId, string>> {
  const ids = clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : []));
  const candidates = new Map((await knowledge.getCandidates(ids)).map((one) => [one.entity.id, one]));
  const known = new Map<ClusterId, string>();
  for (const { id, link } of clusters) {
    const candidate = link.kind === 'linked' ? candidates.get(link.entity) : undefined;
    const words = candidate === undefined ? '' : wordsFor(candidate, day);
    if (words !== '') known.set(id, words);
  }
  return known;
}

function wordsFor({ entity, facts }: Candidate, day: string | null): string {
  if (entity.type === 'organisation' || entity.type === 'place') return kindOf(entity.description);
  if (entity.type !== 'person') return '';
  const roles = facts.filter(
    (fact) =>
      fact.subject === entity.id &&
      fact.predicate === 'jobTitle' &&
      (day === null ? fact.validTo === undefined : heldOn(fact, day)),
  );
  const told = roles.flatMap(({ value }) => ('text' in value ? [value.text] : []));
  return [...told, ...tradesOf(entity.description)].join(' ');
}

/** "American comedian and talk-show host": what somebody is for good; an office has its dates. */
const tradesOf = (description: string): string[] =>
  kindOf(description)
    .split(/[^\p{L}]+/u)
    .filter((word) => personNouns.has(word) && !officeNouns.has(word));

/** "American bank with its seat in …": as far as it says what the body is. */
const kindOf = (description: string): string =>
  description.split(/[,;(]|\s(?:that|which|of|in|for|owned|with|from|at|by|behind)\s/u)[0] ?? '';
