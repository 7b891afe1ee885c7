import type { EntityBrief } from '../../model/card.ts';
import { asEntityId, type EntityId } from '../../model/ids.ts';
import type {
  Assertion,
  ClaimEntry,
  EntityAnswer,
  EntityPage,
  FactEntry,
  Meeting,
  Note,
  Origin,
  Relation,
} from '../../model/library.ts';
import { getBriefs } from './briefs.ts';
import { findClaims } from '../claims.ts';
import { chooseFacts, entitiesNamed, toFactLines } from './fact-lines.ts';
import { toStatement } from './figure-card.ts';
import { type Gathered, gather, type StoreView, toSource } from '../gather.ts';
import { historyOf } from '../edit/history.ts';
import { findPicture } from '../pictures.ts';
import { momentRange } from '../rows.ts';

const mostClaims = 200;
const mostMeetings = 200;
/** Neighbours whose facts are read for what they say of this one: more than a small graph can show. */
const mostNeighbours = 40;

/** All that the store has of one entity; `today` is `YYYY-MM-DD`. */
export async function answerEntity(view: StoreView, id: EntityId, today: string): Promise<EntityAnswer> {
  const known = (await gather(view, [id])).get(id);
  const main = known?.entity.id ?? id;
  const members = view.own.identity.membersOf(main);
  const metIn = await findMeetings(view, members);
  const history = await historyOf(view, members, metIn);
  if (known === undefined) return { state: 'unknown', history };
  const [facts, claims, notes, relations, assertions, picture] = await Promise.all([
    listFacts(view, known, today),
    listClaims(view, members),
    listNotes(view, members),
    listRelations(view, known, today),
    listAssertions(view, members),
    findPicture(view, main),
  ]);
  const { entity } = known;
  const aliases = entity.aliases.filter(({ text }) => text !== entity.name);
  const origins = listOrigins(view, members);
  const page: EntityPage = {
    entity,
    aliases,
    origins,
    facts,
    claims,
    metIn,
    notes,
    relations,
    assertions,
    history,
    picture,
  };
  return { state: 'known', page };
}

async function listFacts(view: StoreView, known: Gathered, today: string): Promise<FactEntry[]> {
  const sorted = chooseFacts(known.facts, today, Number.POSITIVE_INFINITY);
  const briefs = await getBriefs(view, entitiesNamed(sorted));
  const own = new Set(
    await view.database.facts.where('subject').anyOf(view.own.identity.membersOf(known.entity.id)).primaryKeys(),
  );
  return sorted.flatMap((found) => {
    const [line] = toFactLines([found], today, briefs);
    return line === undefined ? [] : [{ fact: found.fact, line, isOwn: own.has(found.fact.id) }];
  });
}

async function listClaims(view: StoreView, members: readonly EntityId[]): Promise<ClaimEntry[]> {
  const found = await findClaims(view, members, mostClaims);
  const briefs = await getBriefs(
    view,
    found.flatMap(({ claim }) => claim.speaker ?? []),
  );
  const own = new Set(
    (await view.database.claims.bulkGet(found.map(({ claim }) => claim.id))).flatMap((row) => row?.id ?? []),
  );
  return found.map((each) => ({
    statement: toStatement(each, briefs),
    isSpeaker: each.claim.speaker !== null && members.includes(each.claim.speaker),
    isOwn: own.has(each.claim.id),
  }));
}

async function listNotes({ database }: StoreView, members: readonly EntityId[]): Promise<Note[]> {
  const rows = await database.notes
    .where('subject')
    .anyOf([...members])
    .toArray();
  return rows.sort((a, b) => b.changedAt - a.changedAt).map(({ id, text, changedAt }) => ({ id, text, changedAt }));
}

/** Other articles that name it, the last read first. */
async function findMeetings({ database }: StoreView, members: readonly EntityId[]): Promise<Meeting[]> {
  const lists = await Promise.all(
    members.map((member) => {
      const [first, last] = momentRange(member);
      return database.sightings.where('met').between(first, last).reverse().limit(mostMeetings).toArray();
    }),
  );
  const sightings = lists.flat();
  const rows = await database.sources.bulkGet(sightings.map(({ source }) => source));
  return sightings
    .flatMap(({ name, mentions }, i): Meeting[] => {
      const row = rows[i];
      return row === undefined ? [] : [{ source: toSource(row), readAt: row.readAt, name, mentions }];
    })
    .sort((a, b) => b.readAt - a.readAt);
}

async function listRelations(view: StoreView, known: Gathered, today: string): Promise<Relation[]> {
  const { mainOf } = view.own.identity;
  const main = known.entity.id;
  const targetsOf = ({ fact }: Gathered['facts'][number]): EntityId[] =>
    [...('entity' in fact.value ? [fact.value.entity] : []), ...(fact.of === undefined ? [] : [fact.of])].map(mainOf);
  const neighbours = await gather(view, [...known.neighbours].slice(0, mostNeighbours));
  const own = await view.database.facts
    .filter((fact) => 'entity' in fact.value && mainOf(fact.value.entity) === main)
    .toArray();
  const more = await gather(
    view,
    own.map(({ subject }) => subject),
  );
  const ends: {
    readonly fact: Gathered['facts'][number];
    readonly other: EntityId;
    readonly direction: 'out' | 'in';
  }[] = [
    ...known.facts.flatMap((fact) => targetsOf(fact).map((other) => ({ fact, other, direction: 'out' as const }))),
    ...[...new Set([...neighbours.values(), ...more.values()])].flatMap(({ entity, facts }) =>
      facts
        .filter((fact) => entity.id !== main && targetsOf(fact).includes(main))
        .map((fact) => ({ fact, other: entity.id, direction: 'in' as const })),
    ),
  ];
  const briefs = await getBriefs(
    view,
    ends.map(({ other }) => other),
  );
  const relations = new Map<string, Relation>();
  for (const { fact, other, direction } of ends) {
    const entity = briefs.get(other);
    const [line] = toFactLines([fact], today, new Map<EntityId, EntityBrief>([...briefs, [main, { ...known.entity }]]));
    if (entity === undefined || line === undefined || entity.id === main) continue;
    const { predicate, tense } = line;
    const key = JSON.stringify([predicate, entity.id, direction]);
    const before = relations.get(key);
    if (before === undefined || before.tense !== 'holds') relations.set(key, { predicate, entity, direction, tense });
  }
  return [...relations.values()];
}

async function listAssertions(view: StoreView, members: readonly EntityId[]): Promise<Assertion[]> {
  const { assertions } = view.database;
  const [a, b] = await Promise.all([
    assertions
      .where('a')
      .anyOf([...members])
      .toArray(),
    assertions
      .where('b')
      .anyOf([...members])
      .toArray(),
  ]);
  const rows = [...new Map([...a, ...b].map((row) => [row.id, row])).values()].filter((row) => !row.isWithdrawn);
  // What was joined is asked for by itself: under its own id it answers as the one that it was joined to.
  const apart: StoreView = { ...view, own: { ...view.own, identity: noIdentity } };
  const others = rows.map((row) =>
    members.includes(row.a) && row.kind === 'different' ? row.b : row.kind === 'same' ? row.b : row.a,
  );
  const briefs = await getBriefs(apart, others);
  return rows.flatMap(({ id, kind, at }, i) => {
    const other = briefs.get(others[i] ?? asEntityId(''));
    return other === undefined ? [] : [{ id, kind, other, at }];
  });
}

const noIdentity: StoreView['own']['identity'] = { isEmpty: true, mainOf: (id) => id, membersOf: (id) => [id] };

function listOrigins({ packs, own }: StoreView, members: readonly EntityId[]): Origin[] {
  const isOwn = members.some((id) => own.ownIds.has(id));
  return [
    ...(isOwn ? [{ kind: 'own' as const }] : []),
    ...packs
      .filter(({ index }) => members.some((id) => index.entities.ordinalOf(id) !== null))
      .map(({ row }): Origin => {
        const { id, title, version, licence } = row.manifest;
        return { kind: 'pack', id, title, version, licence };
      }),
  ];
}
