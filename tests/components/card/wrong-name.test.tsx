// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { WrongName } from '../../../components/card/WrongName.tsx';
import { reading } from '../../../components/gallery/fixtures.ts';
import { galleryTools } from '../../../components/gallery/tools.ts';
import { words } from '../../../lib/i18n/words.ts';
import type { EntityBrief } from '../../../lib/model/card.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Figure } from '../../../lib/model/reading.ts';
import { byName, press, show, textOf } from '../render.tsx';

const { wrongName, library } = words;
const url = 'https://meridian.example/2031/dams';

const figureCalled = (name: string): Figure => {
  const figure = reading.figures.find((each) => each.name === name);
  if (figure === undefined) throw new Error(`no figure ${name}`);
  return figure;
};

const brandt = figureCalled('Ilse Brandt');

/** The form, and what it has done once "Save" is pressed. */
async function open(start: 'other' | 'new') {
  const onEdit = vi.fn(async () => null);
  await show(
    <WrongName start={start} figure={brandt} url={url} tools={{ ...galleryTools, onEdit }} onClose={() => {}} />,
  );
  return async (...chosen: readonly string[]) => {
    for (const label of chosen) await press(byName('label', label));
    await press(byName('button', library.save));
    return onEdit.mock.calls;
  };
}

test.each([
  [wrongName.unknown, wrongName.here, 'unknown', 'here'],
  [wrongName.unknown, wrongName.everywhere, 'unknown', 'everywhere'],
  [wrongName.notAName, wrongName.here, 'not-a-name', 'here'],
  [wrongName.notAName, wrongName.everywhere, 'not-a-name', 'everywhere'],
])('%s, %s', async (what, where, kind, scope) => {
  const save = await open('other');
  expect(await save(what, where)).toEqual([
    [{ kind: 'correct', url, name: 'Ilse Brandt', wrong: brandt.entity, target: { kind }, scope }],
  ]);
});

test('what the name stands for now is not offered as something else', async () => {
  const entity = asEntityId('wd:Q1');
  const brief = { id: entity, type: 'person', description: 'Minister' } as const;
  const found: readonly EntityBrief[] = [
    { ...brief, name: 'Ilse Brandt' },
    { ...brief, id: asEntityId('wd:Q2'), name: 'Ilse Brandt the Elder' },
  ];
  const tools = { ...galleryTools, onSearch: async () => found };
  await show(<WrongName start="other" figure={{ ...brandt, entity }} url={url} tools={tools} onClose={() => {}} />);
  const offered = [...document.querySelectorAll('.picker__name')].map(textOf);
  expect(offered).toEqual(['Ilse Brandt the Elder']);
});

test('where there is nothing else of the name, it does not say that there is nothing', async () => {
  const entity = asEntityId('wd:Q1');
  const found: readonly EntityBrief[] = [{ id: entity, type: 'person', description: '', name: 'Ilse Brandt' }];
  const tools = { ...galleryTools, onSearch: async () => found };
  await show(<WrongName start="other" figure={{ ...brandt, entity }} url={url} tools={tools} onClose={() => {}} />);
  expect(textOf(document.body)).toContain(library.nothingElse);
});

test('what is added is described as the article does, for its reader to put right', async () => {
  const save = await open('new');
  const entity = { type: 'person', name: 'Ilse Brandt', description: brandt.role, aliases: [] };
  expect(await save()).toEqual([[expect.objectContaining({ target: { kind: 'new', entity } })]]);
  expect(brandt.role).toContain('analyst');
});
