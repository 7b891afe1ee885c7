import type { Choice, ChoiceTarget, Edit, EditFailure } from '../../model/edit.ts';
import type { EntityId } from '../../model/ids.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { toArticleUrl } from '../article-urls.ts';
import { EditRefused } from './changes.ts';
import type { StoreView } from '../gather.ts';
import type { ChoiceRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';
import type { EditContext, Prepared } from './prepared.ts';
import { everywhere, putChoice, takeOverName } from './choice.ts';
import { addAlias, createEntity, findEntity, removeAlias } from './entity.ts';

type Correction = Extract<Edit, { readonly kind: 'correct' }>;

/**
 * What a name stands for: in one article by a choice, which is heeded whenever the article is read; everywhere by the
 * names of the two entities as well, and where it stands for none by a choice for all articles.
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
      const chosen = made ?? right?.id ?? null;
      const choice: ChoiceTarget =
        chosen === null
          ? { kind: target.kind === 'not-a-name' ? 'not-a-name' : 'unknown' }
          : { kind: 'entity', entity: chosen };
      if (edit.url !== null) await putChoice(changes, { url: toArticleUrl(edit.url), name }, choice);
      if (edit.scope === 'everywhere') {
        if (chosen === null) await putChoice(changes, { url: everywhere, name }, choice);
        else await takeOverName(changes, name, choice);
        // Of an entity whose main name it is, the name cannot be taken; the choice for the article stands alone then.
        const isMainName = wrong !== null && foldForSearch(wrong.gathered.entity.name) === name;
        if (wrong !== null && !isMainName && wrong.id !== right?.id) await removeAlias(changes, wrong, edit.name);
        if (right !== null) await addAlias(changes, right, { alias: { text: edit.name } });
      }
      return made;
    },
  };
}

/** The reader's word on names in the article of this address, after what is said of them everywhere. */
export async function getChoices(
  database: StoreDatabase,
  url: string | null,
  mainOf: (id: EntityId) => EntityId,
): Promise<Choice[]> {
  const said = async (at: string): Promise<readonly ChoiceRow[]> => database.choices.where('url').equals(at).toArray();
  const [all, here] = await Promise.all([said(everywhere), url === null ? [] : said(toArticleUrl(url))]);
  return [...all, ...here].map(({ url: at, name, target }) => ({
    name,
    scope: at === everywhere ? 'everywhere' : 'here',
    target: target.kind === 'entity' ? { kind: 'entity', entity: mainOf(target.entity) } : target,
  }));
}
