import type { Edit, EditFailure } from '../../model/edit.ts';
import type { EntityId } from '../../model/ids.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { type Changes, EditRefused } from './changes.ts';
import { getClaims } from '../claims.ts';
import type { StoreView } from '../gather.ts';
import type { AssertionRow } from '../own-rows.ts';
import { putChoice } from './choice.ts';
import { momentKey, type SightingRow, type SourceRow } from '../rows.ts';
import type { EditContext, Prepared } from './prepared.ts';
import { createEntity, findEntity, type Known, removeAlias } from './entity.ts';
import { moveClaim, moveFact, pickClaims } from './facts.ts';

type Of<Kind extends Edit['kind']> = Extract<Edit, { readonly kind: Kind }>;

const assert = (changes: Changes, row: Omit<AssertionRow, 'at' | 'isWithdrawn'>): Promise<void> => {
  const kept: AssertionRow = { ...row, at: changes.at, isWithdrawn: false };
  return changes.put('assertions', kept);
};

/** Two entries become one by an assertion alone: both keep their rows, so that parting them again loses nothing. */
export async function merge(view: StoreView, edit: Of<'merge'>, context: EditContext): Promise<Prepared> {
  const [keep, join] = [await findEntity(view, edit.keep), await findEntity(view, edit.join)];
  if (keep.id === join.id) throw new EditRefused<EditFailure>({ code: 'Invalid', fault: 'sameAlready', of: '' });
  const apart = (await view.database.assertions.toArray()).filter(
    ({ kind, a, b, isWithdrawn }) =>
      kind === 'different' &&
      !isWithdrawn &&
      ((keep.members.includes(a) && join.members.includes(b)) ||
        (keep.members.includes(b) && join.members.includes(a))),
  );
  return {
    detail: `${join.gathered.entity.name} → ${keep.gathered.entity.name}`,
    subjects: [keep.id, join.id],
    step: async (changes) => {
      for (const row of apart) await changes.put('assertions', { ...row, isWithdrawn: true });
      await assert(changes, { id: `local:a-${context.newId()}`, kind: 'same', a: keep.id, b: join.id });
      return null;
    },
  };
}

export async function withdraw(view: StoreView, edit: Of<'withdraw'>): Promise<Prepared> {
  const row = await view.database.assertions.get(edit.assertion);
  if (row === undefined || row.isWithdrawn)
    throw new EditRefused<EditFailure>({ code: 'Unknown', what: edit.assertion });
  return {
    detail: row.kind,
    subjects: [row.a, row.b],
    step: async (changes) => {
      await changes.put('assertions', { ...row, isWithdrawn: true });
      return null;
    },
  };
}

interface Splitting {
  readonly known: Known;
  readonly edit: Of<'split'>;
}

/** Takes names, facts, claims and articles to an entry of their own, and remembers that the two are not one. */
export async function prepareSplit(
  view: StoreView,
  { known, edit }: Splitting,
  context: EditContext,
): Promise<Prepared> {
  const claims = pickClaims(await getClaims(view, edit.claims), edit.claims);
  const facts = edit.facts.map((id) => {
    const fact = known.gathered.facts.find((each) => each.fact.id === id);
    if (fact === undefined) throw new EditRefused<EditFailure>({ code: 'Unknown', what: id });
    return fact;
  });
  const met = await sightingsIn(view, known, edit.sources);
  const kept = foldForSearch(known.gathered.entity.name);
  return {
    detail: edit.entity.name,
    subjects: [known.id],
    step: async (changes) => {
      const to = await createEntity(changes, edit.entity, context.newId());
      for (const text of new Set([edit.entity.name, ...edit.entity.aliases.map((alias) => alias.text)])) {
        const isTheirs = known.gathered.entity.aliases.some((alias) => alias.text === text);
        if (isTheirs && foldForSearch(text) !== kept) await removeAlias(changes, known, text);
      }
      for (const fact of facts) await moveFact(changes, fact, { subject: to, uuid: context.newId() });
      for (const claim of claims)
        await moveClaim(changes, claim, { members: known.members, to, uuid: context.newId() });
      for (const { sighting, source } of met) await moveSighting(changes, { sighting, source, to });
      await assert(changes, { id: `local:a-${context.newId()}`, kind: 'different', a: known.id, b: to });
      return to;
    },
  };
}

interface Met {
  readonly sighting: SightingRow;
  readonly source: SourceRow;
}

async function sightingsIn(view: StoreView, known: Known, ids: readonly string[]): Promise<Met[]> {
  const sightings = await view.database.sightings
    .where('source')
    .anyOf([...ids])
    .toArray();
  const sources = new Map((await view.database.sources.bulkGet([...ids])).map((row) => [row?.id, row]));
  return sightings.flatMap((sighting) => {
    const source = sources.get(sighting.source);
    if (source === undefined || sighting.entity === null || !known.members.includes(sighting.entity)) return [];
    return [{ sighting, source }];
  });
}

/** The article names the other one; a choice keeps it so when the article is read again. */
async function moveSighting(
  changes: Changes,
  { sighting, source, to }: Met & { readonly to: EntityId },
): Promise<void> {
  await changes.drop('sightings', sighting.id);
  const id = `${source.id}#${to}`;
  await changes.put('sightings', { ...sighting, id, entity: to, met: momentKey(to, source.publishedAt) });
  if (source.url === null) return;
  const name = foldForSearch(sighting.name);
  await putChoice(changes, { url: source.url, name }, { kind: 'entity', entity: to });
}
