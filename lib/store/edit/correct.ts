import type { Choice, Edit, EditFailure } from '../../model/edit.ts';
import type { EntityId } from '../../model/ids.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { toArticleUrl } from '../article-urls.ts';
import { EditRefused } from './changes.ts';
import type { StoreView } from '../gather.ts';
import type { ChoiceRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';
import type { EditContext, Prepared } from './prepared.ts';
import { addAlias, createEntity, findEntity, removeAlias } from './entity.ts';

type Correction = Extract<Edit, { readonly kind: 'correct' }>;

/**
 * What a name stands for: in one article by a choice, which is heeded whenever the article is read; everywhere by the
 * names of the two entities as well.
 */
export async function correct(view: StoreView, edit: Correction, context: EditContext): Promise<Prepared> {
  const name = foldForSearch(edit.name);
  if (name === '') throw new EditRefused<EditFailure>({ code: 'Invalid', fault: 'nameEmpty', of: '' });
  const { target } = edit;
  const wrong = edit.wrong === null ? null : await findEntity(view, edit.wrong);
  const right = target.kind === 'entity' ? await findEntity(view, target.entity) : null;
  return {
    detail: edit.name,
    subjects: [right?.id ?? null, wrong?.id ?? null].filter((id) => id !== null),
    step: async (changes) => {
      let made: EntityId | null = null;
      if (target.kind === 'new') made = await createEntity(changes, target.entity, context.newId());
      if (edit.url !== null) {
        const url = toArticleUrl(edit.url);
        const chosen = made ?? right?.id ?? null;
        const choice: ChoiceRow = {
          id: `${url}#${name}`,
          url,
          name,
          target:
            chosen === null
              ? { kind: target.kind === 'not-a-name' ? 'not-a-name' : 'unknown' }
              : { kind: 'entity', entity: chosen },
          at: changes.at,
        };
        await changes.put('choices', choice);
      }
      if (edit.scope === 'everywhere') {
        // Of an entity whose main name it is, the name cannot be taken; the choice for the article stands alone then.
        const isMainName = wrong !== null && foldForSearch(wrong.gathered.entity.name) === name;
        if (wrong !== null && !isMainName && wrong.id !== right?.id) await removeAlias(changes, wrong, edit.name);
        if (right !== null) await addAlias(changes, right, { alias: { text: edit.name } });
      }
      return made;
    },
  };
}

/** The reader's word on names in the article of this address. */
export async function getChoices(
  database: StoreDatabase,
  url: string | null,
  mainOf: (id: EntityId) => EntityId,
): Promise<Choice[]> {
  if (url === null) return [];
  const rows = await database.choices.where('url').equals(toArticleUrl(url)).toArray();
  return rows.map(({ name, target }) => ({
    name,
    target: target.kind === 'entity' ? { kind: 'entity', entity: mainOf(target.entity) } : target,
  }));
}
