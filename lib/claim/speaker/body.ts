import type { Cluster } from '../../model/mention.ts';
import type { Discourse } from './discourse.ts';
import type { Description } from '../syntax/noun-head.ts';
import { mostPresent } from './pronoun.ts';
import { bodyNouns, companyNouns, genericBodies, publicBodies, tradeNouns } from '../syntax/role-words.ts';
import { isSameBody } from './same-role.ts';

/** How well "the company" fits a body that the text never calls so, beside one that it does. */
const undescribed = 0.5;
/** "the department" after "the X Ministry" */
const alike = 0.8;
/** "the company" after a body that is known to be a regulator or a court. */
const unlike = 0.02;

/** What no company is ever called, however alone it is on stage. */
const noCompany = /^(?:union|police|court|parliament|government|party|council)$/u;

/** Whoever works with somebody: "her team" is no body with a name. */
const crews = /^(?:team|lab|laboratory|unit|office|crew|band)$/u;

/** Whether the text names or calls some body so. */
const isCalled = (stage: Discourse, noun: string): boolean =>
  stage.recent().some(({ id, type }) => type === 'organisation' && stage.describes(id).has(noun));

/** Whether some body's name says that it may be called so. */
const isAlike = (stage: Discourse, noun: string): boolean =>
  stage
    .recent()
    .some(({ id, type }) => type === 'organisation' && [...stage.describes(id)].some((word) => isSameBody(word, noun)));

/** Less than this is hardly on stage any more. */
const faint = 0.1;
/** How often the article must name what it is about. */
const leastNamed = 3;

/** Whether no other body is half as likely meant. */
function isClear(
  stage: Discourse,
  sentence: number,
  { found, fitOf }: { readonly found: Cluster; readonly fitOf: (cluster: Cluster) => number },
): boolean {
  const most = fitOf(found) * stage.presence(found.id, sentence);
  return stage
    .recent()
    .every((other) => other.id === found.id || 2 * fitOf(other) * stage.presence(other.id, sentence) < most);
}

function mostNamed(stage: Discourse, fitOf: (cluster: Cluster) => number): Cluster | null {
  let best: Cluster | null = null;
  for (const cluster of stage.recent())
    if (fitOf(cluster) >= undescribed && cluster.mentions.length > (best?.mentions.length ?? leastNamed - 1))
      best = cluster;
  return best;
}

interface AskedBody {
  readonly head: Description;
  readonly noun: string;
  readonly sentence: number;
  /** Folded words of the place by which it is told from others of its kind; none where it is not. */
  readonly town: readonly string[];
  /** Whether the sentence begins a paragraph. */
  readonly isOpening: boolean;
}

/** How often a firm has to be named before another for an article to be about it. */
const leastLeading = 2;

/**
 * The firm that the text kept naming before one that it names but once: a paragraph that begins with "The company" goes on
 * about the first, not about the rival that the last one mentioned.
 */
function leadingBefore(stage: Discourse, near: Cluster, fitOf: (cluster: Cluster) => number): Cluster | null {
  const [only = 0, ...more] = near.mentions;
  if (more.length > 0) return null;
  const before = (cluster: Cluster): number => cluster.mentions.filter((mention) => mention < only).length;
  let best: Cluster | null = null;
  for (const cluster of stage.recent())
    if (fitOf(cluster) >= undescribed && before(cluster) > (best === null ? leastLeading - 1 : before(best)))
      best = cluster;
  return best;
}

/** Whom "the firm" or "the department" means at a sentence. */
export function resolveBody(stage: Discourse, { head, noun, sentence, town, isOpening }: AskedBody): Cluster | null {
  // "X's group" is no other body.
  const isGeneric = genericBodies.has(noun) && !head.isOwned;
  const owners = head.words.filter((_, i) => /^['’]s?$/u.test(head.words[i + 1] ?? ''));
  const isBare = owners.length === 0;
  const isBased = head.words.at(-2) === 'based';
  if (/^(?:his|her|my|our|their)$/u.test(head.words[0] ?? '') && crews.test(noun)) {
    stage.seeNamelessBody(noun);
    return null;
  }
  const isNameless = stage.isNamelessBody(noun);
  const fitOf = (cluster: Cluster): number => {
    if (cluster.type !== 'organisation') return 0;
    const words = stage.describes(cluster.id);
    // "the Leeds police department" is not that of York; a "Leeds-based" body may be called otherwise.
    if (town.length > 0 && !isBased && publicBodies.has(noun) && !town.some((word) => words.has(word))) return 0;
    // "the Aslef union" is none that the text never calls so.
    if (!head.names.every((name) => words.has(name))) return 0;
    // "the attorney's office" after "the Sheriff's Office"
    if (head.owner === null && !genericBodies.has(noun) && !owners.every((owner) => words.has(owner))) return 0;
    if (words.has(noun)) return 1;
    if (isBare) for (const word of words) if (isSameBody(word, noun)) return alike;
    if (!isGeneric || isNameless) return 0;
    // "the union" after a board or a bank, or where another body is known to be one
    if (noun === 'union' && (isAlike(stage, noun) || [...words].some((word) => bodyNouns.has(word)))) return 0;
    if (tradeNouns.has(noun) && isCalled(stage, noun)) return 0;
    const others =
      companyNouns.has(noun) || tradeNouns.has(noun) ? publicBodies : publicBodies.has(noun) ? companyNouns : null;
    if (others !== null) for (const word of words) if (others.has(word)) return noCompany.test(noun) ? 0 : unlike;
    // "the agency" after a party
    if (publicBodies.has(noun)) for (const word of words) if (publicBodies.has(word)) return 0;
    // "The agency" may be a body that is never called one, "the meteorological agency" is another.
    const isOtherKind = publicBodies.has(noun) && head.owner === null && head.words.length > 2;
    return isOtherKind ? 0 : undescribed;
  };
  const near = mostPresent(stage, sentence, fitOf);
  const isFaint = near === null || fitOf(near) * stage.presence(near.id, sentence) < faint;
  // "The company" a page below its last name is the one that the article is about.
  const far = isGeneric && isFaint ? mostNamed(stage, fitOf) : null;
  const lead = isOpening && near !== null && companyNouns.has(noun) ? leadingBefore(stage, near, fitOf) : null;
  const found = far ?? lead ?? near;
  if (found === null) stage.seeNamelessBody(noun);
  else if (isClear(stage, sentence, { found, fitOf })) stage.describe(found.id, noun);
  return found;
}
