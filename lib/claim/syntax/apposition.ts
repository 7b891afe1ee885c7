import { links, stops } from './grammar.ts';
import { clusterAt, isQuoted, mentionAt, plainAt, type Scene } from '../scene.ts';

/** "said his lawyer, X." and "…, X of Y", not "according to the papers, X had fled". */
export const closesAfter = (scene: Scene, mention: number): boolean => {
  const at = scene.index.ranges[mention]?.end ?? scene.tokens.length;
  const token = scene.tokens[at];
  return (
    token === undefined ||
    token.kind === 'punctuation' ||
    token.kind === 'number' ||
    isQuoted(scene, at) ||
    links.has(token.folded) ||
    /^(?:who|whose|and|qc|kc|sc|jr|sr|mp)$/u.test(token.folded) ||
    scene.document.sentences[scene.sentenceAt[at] ?? 0]?.firstToken === at
  );
};

/** A person's name at a token, after titles and role words in capitals; null for anything else. */
export function nameAt(scene: Scene, at: number): number | null {
  for (let i = at; i < at + 4; i += 1) {
    const mention = mentionAt(scene, i);
    if (mention >= 0) return clusterAt(scene, mention)?.type === 'person' && !isOwner(scene, mention) ? mention : null;
    if (!/^\p{Lu}/u.test(plainAt(scene, i)) && plainAt(scene, i) !== '.') return null;
  }
  return null;
}

/** A person's name that ends a short description: "the historian Dr X", "public defender X", "X". */
export function apposedName(scene: Scene, at: number): number | null {
  for (let i = at; i < at + 8; i += 1) {
    const mention = mentionAt(scene, i);
    if (mention >= 0 && clusterAt(scene, mention)?.type === 'person') return isOwner(scene, mention) ? null : mention;
    const token = scene.tokens[i];
    if (token === undefined || isQuoted(scene, i)) return null;
    const fits =
      mention >= 0 ||
      (token.kind === 'word' && !stops.has(token.folded) && !links.has(token.folded)) ||
      token.kind === 'possessive' ||
      token.plain === '.' ||
      token.plain === '-';
    if (!fits) return null;
  }
  return null;
}

/** Whether a possessive follows the name. */
export const isOwner = (scene: Scene, mention: number): boolean =>
  scene.tokens[scene.index.ranges[mention]?.end ?? -1]?.kind === 'possessive';
