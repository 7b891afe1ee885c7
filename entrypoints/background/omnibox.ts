import { type Place, placeOf } from '../../components/library/address.ts';
import { isFirefox, nativeBrowser } from '../../lib/platform/native.ts';
import { findByName, libraryAddress, openLibrary, placeOfName } from './library-tab.ts';
import { words } from './words.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Chromium reads a suggestion as XML, in which control characters and halves of letters have no place; Firefox takes it as it is. */
const asSuggestion = (text: string): string => {
  const line = text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ');
  return isFirefox() ? line : line.replace(/[&<>]/g, (sign: string) => escapes[sign] ?? sign);
};

/** Chromium writes the hint to the disk, with whatever stands in it, and puts what is typed in this place by itself. */
const whatIsTyped = '%s';

const hintFor = (typed: string): string => {
  if (typed.trim() === '') return words.anywhere.omniboxEmpty;
  return words.anywhere.omnibox({ text: isFirefox() ? typed : whatIsTyped });
};

/** So many suggestions are shown by browsers. */
const most = 6;

const suggest = async (typed: string): Promise<{ content: string; description: string }[]> => {
  if (typed.trim() === '') return [];
  const found = await findByName(typed);
  return found.slice(0, most).map(({ id, name, description }) => ({
    content: libraryAddress({ at: 'entity', id }),
    description: asSuggestion(description === '' ? name : `${name} – ${description}`),
  }));
};

const placeFor = async (text: string): Promise<Place> => {
  const library = libraryAddress({ at: 'names' }).split('#', 1)[0] ?? '';
  if (text.startsWith(library)) return placeOf(text.slice(library.length));
  const name = text.trim();
  return name === '' ? { at: 'names' } : placeOfName(name, 'name');
};

/** What is typed in a private window leads to the library as its cards do: no address says it. */
async function goTo(text: string, where: string): Promise<void> {
  const { tabs } = nativeBrowser;
  const [place, [tab]] = await Promise.all([placeFor(text), tabs.query({ active: true, lastFocusedWindow: true })]);
  if (tab?.incognito === true) return openLibrary(place, tab);
  const url = libraryAddress(place);
  await (where === 'currentTab' ? tabs.update({ url }) : tabs.create({ url, active: where === 'newForegroundTab' }));
}

/** Finds names of the store from the address bar, by the keyword of the manifest; browsers of phones have none. */
export function listenToOmnibox(): void {
  const { omnibox } = nativeBrowser;
  if (omnibox === undefined) return;
  omnibox.onInputChanged.addListener((typed, answer) => {
    omnibox.setDefaultSuggestion({ description: asSuggestion(hintFor(typed)) });
    void suggest(typed).then(answer);
  });
  omnibox.onInputEntered.addListener((text, where) => void goTo(text, where));
}
