import { type EntityType, entityTypes } from '../../lib/model/entity.ts';
import { leaveDraft } from '../../lib/message/claim-drafts.ts';
import { nativeBrowser, type Tabs } from '../../lib/platform/native.ts';
import { bearersOf, openLibrary, placeOfName } from './library-tab.ts';
import { asName, asWords } from './selected.ts';
import { claimFromSelection, type SelectedIn } from './selected-claim.ts';
import { writeFor } from './store-changes.ts';
import { words } from './words.ts';

const lookUp = 'look-up';
const add = 'add:';
const saveClaim = 'save-claim';

/** Longer words are a sentence that was selected, and no name to be added unseen. */
const longestNew = 120;

/** In their order, a parent before what lies below it. */
const items = (): { readonly id: string; readonly title: string; readonly parentId?: string }[] => [
  { id: lookUp, title: words.anywhere.lookUp },
  { id: add, title: words.anywhere.addAs },
  { id: saveClaim, title: words.anywhere.saveClaim },
  ...entityTypes.map((type) => ({ id: add + type, title: words.type[type].one, parentId: add })),
];

async function create(): Promise<void> {
  const { contextMenus } = nativeBrowser;
  await contextMenus.removeAll();
  for (const item of items()) contextMenus.create({ ...item, contexts: ['selection'] });
}

/** Browsers keep a menu as it was made, also where they start in another language. */
async function nameAnew(): Promise<void> {
  for (const { id, title } of items()) await nativeBrowser.contextMenus.update(id, { title });
}

const typeIn = (id: string): EntityType | undefined => entityTypes.find((type) => id === add + type);

async function addToStore(
  { name, type }: { readonly name: string; readonly type: EntityType },
  tab: Tabs.Tab | undefined,
): Promise<Parameters<typeof openLibrary>[0]> {
  // Nothing of a private window is written by itself; in the library the reader may still do it.
  if (tab?.incognito === true || name.length > longestNew) return { at: 'name', name, id: null };
  // What is there already is shown: a second entry would make every mention ambiguous.
  const [known] = (await bearersOf(name)).filter((brief) => brief.type === type);
  if (known !== undefined) return { at: 'entity', id: known.id };
  const draft = { type, name, aliases: [], description: '' };
  const answer = await writeFor(null, (store) => store.edit({ kind: 'create', entity: draft }, 'you'));
  const made = answer.ok && answer.value.ok ? answer.value.value.entity : null;
  // What could not be added can be looked at and tried again in the library.
  return made === null ? { at: 'name', name, id: null } : { at: 'entity', id: made };
}

async function openClaim(text: string, place: SelectedIn): Promise<void> {
  const draft = await leaveDraft(await claimFromSelection(text, place));
  await openLibrary({ at: 'claim', draft }, place.tab);
}

/** Offers look-up, "add to store" and "save as claim" on selected words; browsers of phones have no such menu. */
export function listenToMenus(): void {
  if (nativeBrowser.contextMenus === undefined) return;
  nativeBrowser.runtime.onInstalled.addListener(() => void create());
  // A browser that was updated starts and installs at once: what is not there at this moment is made with its new names.
  nativeBrowser.runtime.onStartup.addListener(() => void nameAnew().catch(() => undefined));
  nativeBrowser.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId, frameUrl }, tab) => {
    const selected = selectionText ?? '';
    const name = asName(selected);
    if (name === '') return;
    if (menuItemId === saveClaim) {
      const frame = frameId === undefined || frameId === 0 ? null : { id: frameId, url: frameUrl ?? null };
      return void openClaim(asWords(selected), { tab, frame });
    }
    const type = typeIn(String(menuItemId));
    const place = type === undefined ? placeOfName(name, lookUp) : addToStore({ name, type }, tab);
    void place.then((found) => openLibrary(found, tab));
  });
}
