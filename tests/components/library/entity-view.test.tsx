// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { ChangesPage } from '../../../components/library/ChangesPage.tsx';
import { entityPage } from '../../../components/gallery/entity-fixtures.ts';
import { EntityView, type EntityViewActions } from '../../../components/library/EntityView.tsx';
import { words } from '../../../lib/i18n/words.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { HistoryLine } from '../../../lib/model/library.ts';
import { byName, press, show, textOf } from '../render.tsx';

const { library } = words;

const line = (fields: Partial<HistoryLine>): HistoryLine => ({
  id: 'h1',
  at: Date.UTC(2031, 1, 11),
  by: 'you',
  kind: 'delete',
  detail: 'Marta Oyelaran',
  meaning: null,
  of: null,
  undid: null,
  isUndone: false,
  ...fields,
});
const installed = line({ id: null, by: 'pack', kind: 'installed', detail: 'World 2031.1' });

const still: Omit<EntityViewActions, 'onUndo'> = {
  onEdit: async () => null,
  onOpen: () => {},
  onSearch: async () => [],
  onLookUp: () => {},
  onExport: () => {},
};

const open = async (history: readonly HistoryLine[]) => {
  const onUndo = vi.fn<EntityViewActions['onUndo']>(async () => null);
  const actions: EntityViewActions = { ...still, onUndo };
  await show(<EntityView answer={{ state: 'unknown', history }} actions={actions} />);
  return { onUndo, head: textOf(document.querySelector('.entity__head')) };
};

test('an entry that was deleted says so, and comes back by a press', async () => {
  const { onUndo, head } = await open([line({ kind: 'rename', id: 'h0' }), line({}), installed]);
  expect(head).toContain(library.deleted({ name: 'Marta Oyelaran' }));
  expect(document.activeElement).toBe(document.querySelector('.entity'));
  await press(byName('.entity__head button', library.undo));
  expect(onUndo).toHaveBeenCalledWith('h1');
});

test.each([
  ['nothing is known of', [], library.unknown],
  ['whose pack is gone', [installed], `${library.unknown}${library.unknownWhy}`],
  [
    'whose deletion was undone, and its pack is gone',
    [line({ isUndone: true })],
    `${library.unknown}${library.unknownWhy}`,
  ],
])('an entry that %s', async (_, history, said) => {
  expect((await open(history)).head).toBe(said);
});

test('changes of the whole store say whom each is about, unless they say that name themselves', async () => {
  const of = { id: asEntityId('t:marta'), name: 'Marta Oyelaran' };
  const history = [line({ kind: 'add-note', detail: '', of }), line({ kind: 'create', of })];
  await show(<ChangesPage history={history} onUndo={() => {}} />);
  const lines = [...document.querySelectorAll('.history__line > [dir]')];
  expect(lines.map(textOf)).toEqual(['Marta Oyelaran · note added', 'added “Marta Oyelaran”']);
  expect(lines[0]?.querySelector('a')?.getAttribute('href')).toBe('#/entity/t%3Amarta');
});

test('each button of a page says of what it is', async () => {
  const actions = { ...still, onUndo: async () => null };
  const more = entityPage.notes.map((note) => ({ ...note, id: `${note.id} 2`, text: `Second: ${note.text}` }));
  const page = { ...entityPage, notes: [...entityPage.notes, ...more] };
  await show(<EntityView answer={{ state: 'known', page }} actions={actions} />);
  const names = [...document.querySelectorAll('.icon-button')].map((button) => button.getAttribute('title'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
