import type { CardOccasion, CardRequest, EntityBrief, FigureContext, Statement } from '../../model/card.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { Source } from '../../model/source.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { getBriefs } from './briefs.ts';
import { findStatements, findStatementsUnder } from '../claims.ts';
import { chooseFacts, entitiesNamed, roleOn, toFactLines } from './fact-lines.ts';
import { gather, type StoreView, toSource } from '../gather.ts';
import { isSameArticle } from '../article-urls.ts';
import { findPictureMark } from '../pictures.ts';
import { momentRange, nameSubject } from '../rows.ts';

type FigureRequest = Extract<CardRequest, { readonly kind: 'figure' }>;

const mostStatements = 12;
const mostMeetings = 12;

/** What the store has to say of a figure, as of the article's day; `today` is `YYYY-MM-DD`. */
export async function answerFigure(view: StoreView, request: FigureRequest, today: string): Promise<FigureContext> {
  const { occasion } = request;
  const day = occasion.publishedAt?.slice(0, 10) ?? today;
  const known = request.entity === null ? undefined : (await gather(view, [request.entity])).get(request.entity);
  const candidates = request.candidates.filter((id) => id !== request.entity);
  if (known === undefined || request.entity === null) {
    const name = foldForSearch(request.name);
    const [briefs, metIn, said] = await Promise.all([
      getBriefs(view, candidates),
      findMeetings(view, nameSubject(name), occasion),
      findStatementsUnder(view, name, mostStatements * 2),
    ]);
    return {
      kind: 'figure',
      entity: null,
      roleOnDay: null,
      roleNow: null,
      facts: [],
      saidBefore: before(said, occasion).map((statement) => toStatement(statement, briefs)),
      metIn,
      notes: [],
      picture: null,
      candidates: candidates.flatMap((id) => briefs.get(id) ?? []),
    };
  }
  const facts = chooseFacts(known.facts, day);
  const said = before(await findStatements(view, known, mostStatements * 2), occasion);
  const [briefs, metIn, notes, picture] = await Promise.all([
    getBriefs(view, [...candidates, known.entity.id, ...entitiesNamed(facts)]),
    findMeetings(view, known.entity.id, occasion),
    findNotes(view, known.entity.id),
    findPictureMark(view, known.entity.id),
  ]);
  const roleOnDay = roleOn(known.facts, day);
  const roleNow = roleOn(known.facts, today);
  return {
    kind: 'figure',
    entity: briefs.get(known.entity.id) ?? null,
    roleOnDay,
    roleNow: roleNow === roleOnDay ? null : roleNow,
    facts: toFactLines(facts, day, briefs),
    saidBefore: said.map((statement) => toStatement(statement, briefs)),
    metIn,
    notes,
    picture,
    candidates: candidates.flatMap((id) => briefs.get(id) ?? []),
  };
}

const before = (said: readonly StoredClaimWithSource[], occasion: CardOccasion): StoredClaimWithSource[] =>
  said.filter((statement) => isBefore(statement, occasion)).slice(0, mostStatements);

/** Said elsewhere, or here before the page was changed, and not after the article appeared (the day counts as a whole). */
function isBefore({ claim, source }: StoredClaimWithSource, { url, publishedAt }: CardOccasion): boolean {
  if (isSameArticle(source.url, url)) return claim.goneAt !== undefined;
  const said = claim.saidAt ?? source.publishedAt;
  if (publishedAt === null || said === null) return true;
  const shared = Math.min(said.length, publishedAt.length, 10);
  return said.slice(0, shared) <= publishedAt.slice(0, shared);
}

/** Other articles that name the entity or the name, latest first. */
async function findMeetings({ database, own }: StoreView, whom: string, occasion: CardOccasion): Promise<Source[]> {
  const lists = await Promise.all(
    own.identity.membersOf(asEntityId(whom)).map((member) => {
      const [first, last] = momentRange(member);
      return database.sightings
        .where('met')
        .between(first, last)
        .reverse()
        .limit(mostMeetings + 1)
        .toArray();
    }),
  );
  const latest = (met: string): string => met.slice(met.indexOf('\u0000'));
  const sightings = lists.flat().sort((a, b) => (latest(a.met) < latest(b.met) ? 1 : -1));
  const rows = await database.sources.bulkGet(sightings.map(({ source }) => source));
  return rows
    .flatMap((row) => (row === undefined || isSameArticle(row.url, occasion.url) ? [] : [toSource(row)]))
    .slice(0, mostMeetings);
}

async function findNotes({ database, own }: StoreView, id: EntityId): Promise<string[]> {
  const rows = await database.notes.where('subject').anyOf(own.identity.membersOf(id)).toArray();
  return rows.sort((a, b) => b.changedAt - a.changedAt).map(({ text }) => text);
}

/** A claim with its receipt. */
export function toStatement(
  { claim, source }: StoredClaimWithSource,
  briefs: ReadonlyMap<EntityId, EntityBrief>,
): Statement {
  const speaker = (claim.speaker === null ? undefined : briefs.get(claim.speaker)) ?? null;
  return {
    id: claim.id,
    kind: claim.kind,
    text: claim.text,
    quote: claim.quote ?? null,
    speaker,
    speakerName: speaker?.name ?? claim.speakerName ?? null,
    quantities: claim.quantities,
    saidAt: claim.saidAt,
    source,
    earlier: claim.earlier ?? [],
    goneAt: claim.goneAt ?? null,
  };
}
