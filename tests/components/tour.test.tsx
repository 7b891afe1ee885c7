// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { Tour } from '../../components/welcome/Tour.tsx';
import { show, textOf } from './render.tsx';

afterEach(() => vi.unstubAllGlobals());

test.each([
  [false, 'Rest the pointer on an underlined name.'],
  [true, 'Tap an underlined name.'],
])('the tour, where only a finger is there is %s', async (matches, said) => {
  vi.stubGlobal('matchMedia', () => ({ matches }));
  const page = await show(<Tour step="name" onNext={vi.fn()} onLeave={vi.fn()} />);
  expect(textOf(page)).toContain(said);
});
