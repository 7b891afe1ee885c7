// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { type Revision, useRevision } from '../../entrypoints/library/use-revision.ts';
import { show, textOf } from '../components/render.tsx';

test.each([
  ['goes', null, ''],
  ['stays, where it can be undone', () => undefined, 'Undone.'],
] as const)('what was said of one place %s with the next', async (_, undo, said) => {
  let page: Revision | null = null;
  const Page = () => {
    page = useRevision();
    return <p>{page.toast?.text}</p>;
  };
  const body = await show(<Page />);
  await act(async () => page?.touch({ text: 'Undone.', undo }));
  expect(textOf(body)).toBe('Undone.');
  await act(async () => void window.dispatchEvent(new Event('hashchange')));
  expect(textOf(body)).toBe(said);
});
