// @vitest-environment jsdom
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { briefs } from '../../../components/gallery/fixtures.ts';
import { EntityPicker } from '../../../components/library/EntityPicker.tsx';
import { Form } from '../../../components/library/Form.tsx';
import type { EntityBrief } from '../../../lib/model/card.ts';
import { byName, show, type } from '../render.tsx';

const results = [briefs.minister, briefs.minister2];
const onSearch = async () => results;

const Picking = ({ onSubmit }: { readonly onSubmit: () => void }) => {
  const [picked, setPicked] = useState<EntityBrief | null>(null);
  return (
    <Form
      title="Which one?"
      onSubmit={async () => {
        onSubmit();
        return null;
      }}
      onClose={() => {}}
    >
      <EntityPicker label="Find" picked={picked} query="Marta" onSearch={onSearch} onPick={setPicked} />
    </Form>
  );
};

const field = (): HTMLInputElement => byName('input[type="search"]', '') as HTMLInputElement;
const radios = (): readonly HTMLInputElement[] => [...document.querySelectorAll<HTMLInputElement>('[type="radio"]')];

test('what is typed to begin with is chosen, so that typing takes its place', async () => {
  await show(<Picking onSubmit={() => {}} />);
  expect([field().selectionStart, field().selectionEnd]).toEqual([0, 'Marta'.length]);
});

test('Enter in the field picks the best and sends nothing', async () => {
  const onSubmit = vi.fn<() => void>();
  await show(<Picking onSubmit={onSubmit} />);
  const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
  await act(async () => void field().dispatchEvent(event));
  expect(event.defaultPrevented).toBe(true);
  expect(radios().map(({ checked }) => checked)).toEqual([true, false]);
  expect(onSubmit).not.toHaveBeenCalled();
});

test('the arrow leads from the field to the list', async () => {
  await show(<Picking onSubmit={() => {}} />);
  await type(field(), 'ArrowDown');
  expect(document.activeElement).toBe(radios()[0]);
});
