import type { Cluster } from '../../model/mention.ts';
import type { BlockRange } from '../syntax/block-range.ts';
import type { Scene } from '../scene.ts';

/** "— Ana Ruiz (@anaruiz) April 21, 2025", as pages sign the posts that they embed. */
const signature = /(?:^|\s)[—–-]\s*(?=\S)[^()—–\n]{1,60}\(@\w{1,30}\)/u;
/** Longer embedded texts are something else. */
const mostBlocks = 6;

/** Sentences of posts that a page embeds, and who signs each; null where the signature names nobody who is known. */
export function findPosts(scene: Scene, ranges: readonly BlockRange[]): ReadonlyMap<number, Cluster | null> {
  const posts = new Map<number, Cluster | null>();
  if (!scene.document.text.includes('(@')) return posts;
  for (const [i, range] of ranges.entries()) {
    const from = startOfSignature(scene, range);
    if (from === null) continue;
    const author = authorIn(scene, from, endOf(scene, range));
    let first = i;
    while (i - first < mostBlocks && kindOf(scene, ranges[first - 1]) === 'quote') {
      const above = ranges[first - 1];
      if (above === undefined || startOfSignature(scene, above) !== null) break;
      first -= 1;
    }
    for (const { first: start, end } of ranges.slice(first, i + 1))
      for (let at = start; at < end; at += 1)
        if ((scene.document.sentences[at]?.end ?? 0) <= from) posts.set(at, author);
  }
  return posts;
}

/** Whether a sentence is nothing but whoever signs a post, and when. */
export function isSignature({ document }: Scene, at: number): boolean {
  const { start = 0, end = 0 } = document.sentences[at] ?? {};
  return signature.exec(document.text.slice(start, end))?.index === 0;
}

const endOf = ({ document }: Scene, { end }: BlockRange): number => document.sentences[end - 1]?.end ?? 0;

const kindOf = (scene: Scene, range: BlockRange | undefined): string =>
  range === undefined ? '' : (scene.document.blocks[scene.blockOf[range.first] ?? 0]?.kind ?? '');

function startOfSignature(scene: Scene, range: BlockRange): number | null {
  const start = scene.document.sentences[range.first]?.start ?? 0;
  const found = signature.exec(scene.document.text.slice(start, endOf(scene, range)));
  if (found === null) return null;
  return start + found.index + found[0].search(/\S/u);
}

function authorIn({ cast, index }: Scene, from: number, to: number): Cluster | null {
  for (const [i, { start, end }] of cast.mentions.entries()) {
    const cluster = start >= from && end <= to ? index.clusterOf(i) : null;
    if (cluster !== null && (cluster.type === 'person' || cluster.type === 'organisation')) return cluster;
  }
  return null;
}
