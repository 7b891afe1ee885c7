import type { AnalysisAnswer } from '../message/protocol.ts';
import type { Analysis, Group } from '../model/analysis.ts';
import type { PageWhy } from '../model/article.ts';
import type { Introduction } from '../model/card.ts';
import { type Claim, isDiffering } from '../model/claim.ts';
import type { ClusterId, EntityId } from '../model/ids.ts';
import type { Cluster, Mention } from '../model/mention.ts';
import type { Figure, PageClaim, PageReading } from '../model/reading.ts';
import { type Span, sliceOf } from '../model/span.ts';
import type { Mark } from './marks/mark.ts';
import { atOnce, mapInSteps } from '../model/steps.ts';

/** An analysis as the page's panels, cards and marks need it. Pure. */

/** What a mention counts by where it stands: the headline names what the article is about. */
const inHeadline = 6;
const inStandfirst = 3;
/** A mention at the very start counts this much more than one at the end. */
const early = 1.5;
/** A statement counts as a mention does: whoever speaks is there, by whatever word the text calls them. */
const perStatement = 1;

/** What is looked up for each mention and claim: made once, so that a long page takes no longer for each of them. */
interface Places {
  readonly analysis: Analysis;
  /** The last block that starts at or before an offset; -1 where none does. */
  blockAt(offset: number): number;
  /** Paragraphs, items and quotes among the blocks up to the nth. */
  readonly paragraphs: readonly number[];
  readonly statements: ReadonlyMap<ClusterId, readonly number[]>;
}

function toPlaces(analysis: Analysis): Places {
  const { blocks } = analysis.article;
  let count = 0;
  const paragraphs = blocks.map(({ kind }) =>
    kind === 'paragraph' || kind === 'item' || kind === 'quote' ? ++count : count,
  );
  const statements = new Map<ClusterId, number[]>();
  for (const [index, { attribution }] of analysis.claims.entries()) {
    if (attribution.speaker === null) continue;
    const own = statements.get(attribution.speaker);
    if (own === undefined) statements.set(attribution.speaker, [index]);
    else own.push(index);
  }
  return {
    analysis,
    blockAt: (offset) => {
      let [low, high] = [0, blocks.length];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((blocks[middle]?.start ?? 0) <= offset) low = middle + 1;
        else high = middle;
      }
      return low - 1;
    },
    paragraphs,
    statements,
  };
}

const weightOf = ({ id, mentions }: Cluster, { analysis, blockAt, statements }: Places): number => {
  const { article } = analysis;
  let weight = perStatement * (statements.get(id)?.length ?? 0);
  for (const index of mentions) {
    const mention = analysis.mentions[index];
    if (!mention) continue;
    const kind = article.blocks[blockAt(mention.start)]?.kind;
    const share = article.text.length > 0 ? mention.start / article.text.length : 0;
    const place = kind === 'headline' ? inHeadline : kind === 'standfirst' ? inStandfirst : 1;
    weight += place + (1 - share) * early;
  }
  return weight;
};

const formsOf = ({ mentions }: Cluster, analysis: Analysis): readonly string[] =>
  [...new Set(mentions.flatMap((index) => analysis.mentions[index]?.surface ?? []))].sort(
    (a, b) => b.length - a.length,
  );

const toFigure = (cluster: Cluster, places: Places, briefs: ReadonlyMap<EntityId, Introduction>): Figure => {
  const { analysis, statements } = places;
  const { link, role } = cluster;
  const entity = link.kind === 'linked' ? link.entity : null;
  const brief = entity === null ? undefined : briefs.get(entity);
  return {
    cluster: cluster.id,
    name: brief?.name ?? cluster.name,
    type: brief?.type ?? cluster.type,
    entity,
    candidates: link.kind === 'ambiguous' ? link.candidates : [],
    members: analysis.groups.find((group) => group.cluster === cluster.id)?.members ?? [],
    description: brief?.description || role?.text || '',
    roleOnDay: brief?.roleOnDay ?? null,
    role: role?.text ?? null,
    mentions: cluster.mentions.length,
    forms: formsOf(cluster, analysis),
    statements: statements.get(cluster.id) ?? [],
  };
};

const toGroup = ({ cluster, spans, members }: Group, { article }: Analysis): Figure => {
  const forms = [...new Set(spans.map((span) => sliceOf(article.text, span)))];
  return {
    cluster,
    name: (forms[0] ?? '').toLowerCase(),
    type: 'person',
    entity: null,
    candidates: [],
    members,
    description: '',
    roleOnDay: null,
    role: null,
    mentions: spans.length,
    forms,
    statements: [],
  };
};

const toPageClaim = (claim: Claim, index: number, { analysis, blockAt, paragraphs }: Places): PageClaim => {
  const { text } = analysis.article;
  const { attribution } = claim;
  return {
    index,
    kind: claim.kind,
    text: sliceOf(text, claim),
    quotes: attribution.quotes.map((quote) => sliceOf(text, quote)),
    speaker: attribution.speaker,
    speakerWords: attribution.speaker === null && attribution.source ? sliceOf(text, attribution.source) : null,
    about: claim.about,
    quantities: claim.quantities,
    when: claim.when,
    checkWorthiness: claim.checkWorthiness,
    related: claim.related,
    paragraph: Math.max(1, paragraphs[blockAt(claim.start)] ?? 1),
  };
};

/** Figures by weight: in the headline, early, often, heard; claims in reading order. In steps: a long page has thousands. */
export function* readingInSteps(
  { analysis, briefs, receipt }: AnalysisAnswer,
  why: PageWhy,
): Generator<void, PageReading> {
  const byId = new Map(briefs.map((brief) => [brief.id, brief]));
  const places = toPlaces(analysis);
  yield;
  const weighed = yield* mapInSteps(analysis.clusters, (cluster): [ClusterId, number] => [
    cluster.id,
    weightOf(cluster, places),
  ]);
  const weights = new Map(weighed);
  const clusters = analysis.clusters.toSorted((a, b) => (weights.get(b.id) ?? 0) - (weights.get(a.id) ?? 0));
  return {
    article: analysis.article.metadata,
    receipt,
    why,
    figures: yield* mapInSteps(clusters, (cluster) => toFigure(cluster, places, byId)),
    groups: analysis.groups.flatMap((group) => (group.spans.length === 0 ? [] : [toGroup(group, analysis)])),
    claims: yield* mapInSteps(analysis.claims, (claim, index) => toPageClaim(claim, index, places)),
  };
}

export const toReading = (answer: AnalysisAnswer, why: PageWhy): PageReading => atOnce(readingInSteps(answer, why));

const quotationMark = /["'“”„‟«»‹›「」『』‘’‚‛〝〞]/u;

/** Quotation marks around the quoted words, and the numbers: the words themselves stay the page's. */
const handlesOf = (claim: Claim, text: string): readonly Span[] => {
  const marks = claim.attribution.quotes.flatMap(({ start, end }) => [
    { start: start - 1, end: start },
    { start: end, end: end + 1 },
  ]);
  const numbers = claim.quantities.flatMap(({ span }) => (span ? [span] : []));
  return [...marks.filter(({ start }) => quotationMark.test(text.charAt(start))), ...numbers];
};

const rankOf = (mark: Mark): number => (mark.kind === 'figure' ? 1 : 0);

/** Everything that can be marked, in order of `start`; in steps. */
export function* marksInSteps(analysis: Analysis): Generator<void, readonly Mark[]> {
  const clusters = new Map(analysis.clusters.map((cluster) => [cluster.id, cluster]));
  const isKnown = (id: ClusterId): boolean => clusters.get(id)?.link.kind === 'linked';
  const groups = analysis.groups.flatMap(({ cluster, spans, members }) =>
    spans.map(
      (span): Mark => ({
        kind: 'figure',
        subject: { kind: 'figure', cluster },
        type: 'person',
        known: members.every(isKnown),
        ...span,
      }),
    ),
  );
  const figures = yield* mapInSteps(
    analysis.mentions,
    ({ cluster, type, start, end }: Mention): Mark => ({
      kind: 'figure',
      subject: { kind: 'figure', cluster },
      type: clusters.get(cluster)?.type ?? type,
      known: isKnown(cluster),
      start,
      end,
    }),
  );
  const claims = yield* mapInSteps(
    analysis.claims,
    (claim, index): Mark => ({
      kind: 'claim',
      subject: { kind: 'claim', index },
      checkWorthiness: claim.checkWorthiness,
      isDiffering: isDiffering(claim.related),
      handles: handlesOf(claim, analysis.article.text),
      start: claim.start,
      end: claim.end,
    }),
  );
  yield;
  return [...figures, ...groups, ...claims].sort((a, b) => a.start - b.start || rankOf(a) - rankOf(b));
}

export const toMarks = (analysis: Analysis): readonly Mark[] => atOnce(marksInSteps(analysis));
