import type { Analysis } from '../../lib/model/analysis.ts';
import type { ClaimKind } from '../../lib/model/claim.ts';
import type { ClusterId } from '../../lib/model/ids.ts';
import type { Span } from '../../lib/model/span.ts';
import { coarseOf, type CoarseType } from './measured.ts';
import { addPairs, emptyScore, type Score } from './pairwise.ts';

interface ReferenceClaim {
  readonly end: number;
  readonly kind: ClaimKind;
  readonly speaker: string | null;
}

/** An article as its annotator sees it. */
export interface Reference {
  readonly mentions: readonly (Span & { readonly type: CoarseType; readonly entity: string })[];
  /** `speaker` is an entity, `*words` for somebody unnamed, or null; null where claims are not marked. */
  readonly claims: readonly ReferenceClaim[] | null;
  readonly roles: readonly { readonly entity: string; readonly words: string }[];
}

/** Counts over the whole pipeline; `kind` and `speaker` are of the claims whose sentence both have. */
export interface WholeScores {
  readonly mentions: Score;
  /** Pairs of mentions that both have, by whether they stand for one thing. */
  readonly clusters: Score;
  readonly claims: Score;
  readonly roles: Score;
  kindRight: number;
  readonly speakers: { right: number; of: number };
}

export const emptyScores = (): WholeScores => ({
  mentions: emptyScore(),
  clusters: emptyScore(),
  claims: emptyScore(),
  roles: emptyScore(),
  kindRight: 0,
  speakers: { right: 0, of: 0 },
});

const place = ({ start, end }: Span): string => `${start}-${end}`;

/** Adds one article's counts. */
export function addScores(scores: WholeScores, analysis: Analysis, reference: Reference): void {
  const wanted = new Map(reference.mentions.map((mention) => [place(mention), mention]));
  scores.mentions.found += analysis.mentions.length;
  scores.mentions.wanted += wanted.size;
  const shared = analysis.mentions.flatMap((mention) => {
    const same = wanted.get(place(mention));
    if (same?.type === coarseOf(mention.type)) scores.mentions.right += 1;
    return same === undefined ? [] : [{ cluster: mention.cluster, entity: same.entity }];
  });
  addPairs(
    scores.clusters,
    shared.map(({ cluster }) => cluster),
    shared.map(({ entity }) => entity),
  );
  const entitiesOf = new Map<ClusterId, Set<string>>();
  for (const { cluster, entity } of shared) entitiesOf.set(cluster, (entitiesOf.get(cluster) ?? new Set()).add(entity));
  if (reference.claims !== null) addClaims(scores, analysis, { claims: reference.claims, entitiesOf });
  addRoles(scores, analysis, { reference, entitiesOf });
}

interface Compared {
  readonly reference: Reference;
  readonly entitiesOf: ReadonlyMap<ClusterId, ReadonlySet<string>>;
}

function addClaims(
  scores: WholeScores,
  analysis: Analysis,
  compared: Pick<Compared, 'entitiesOf'> & { readonly claims: readonly ReferenceClaim[] },
): void {
  const { entitiesOf } = compared;
  const claims = new Map(compared.claims.map((claim) => [claim.end, claim]));
  scores.claims.found += analysis.claims.length;
  scores.claims.wanted += claims.size;
  for (const claim of analysis.claims) {
    const same = claims.get(claim.end);
    if (same === undefined) continue;
    scores.claims.right += 1;
    if (same.kind === claim.kind) scores.kindRight += 1;
    if (same.speaker === null || same.speaker.startsWith('*')) continue;
    scores.speakers.of += 1;
    const { speaker } = claim.attribution;
    if (speaker !== null && entitiesOf.get(speaker)?.has(same.speaker)) scores.speakers.right += 1;
  }
}

const withoutArticle = (words: string): string => words.replace(/^(?:the|a|an|his|her|their|its) /iu, '').toLowerCase();

/** "of the University of Leeds", "Labour's": the texts mark such only here and there; where they do, it counts. */
const isBodyOnly = (words: string): boolean => /^of |['’]s?$/u.test(words);

/** A role is right where its words stand in the reference's or the other way round. */
function addRoles(scores: WholeScores, analysis: Analysis, { reference, entitiesOf }: Compared): void {
  scores.roles.wanted += new Set(reference.roles.map(({ entity }) => entity)).size;
  for (const cluster of analysis.clusters) {
    if (cluster.role === null) continue;
    const entities = entitiesOf.get(cluster.id);
    const isMarked = reference.roles.some(({ entity }) => entities?.has(entity));
    if (!isMarked && isBodyOnly(cluster.role.text)) continue;
    scores.roles.found += 1;
    const found = withoutArticle(cluster.role.text);
    const isRight = reference.roles.some(({ entity, words }) => {
      const role = withoutArticle(words);
      return entities?.has(entity) && (role.includes(found) || found.includes(role));
    });
    if (isRight) scores.roles.right += 1;
  }
}
