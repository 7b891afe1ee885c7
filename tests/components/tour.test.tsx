// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { Tour } from '../../components/welcome/Tour.tsx';
import { sampleReading } from '../../components/welcome/sample.ts';
import { Sample } from '../../components/welcome/Sample.tsx';
import { ok } from '../../lib/model/result.ts';
import { emptyFigure } from '../../components/gallery/fixtures.ts';
import { byName, show, textOf } from './render.tsx';

// jsdom lays nothing out, and has nothing to bring into view.
beforeAll(() => {
  Element.prototype.scrollIntoView = () => {};
});

afterEach(() => vi.unstubAllGlobals());

test.each([
  [false, 'Rest the pointer on an underlined name.'],
  [true, 'Tap an underlined name.'],
])('the tour, where only a finger is there is %s', async (matches, said) => {
  vi.stubGlobal('matchMedia', () => ({ matches }));
  const page = await show(<Tour step="name" onNext={vi.fn()} onLeave={vi.fn()} />);
  expect(textOf(page)).toContain(said);
});

test.each([
  ['by a key, the keyboard goes into its card', 0, true],
  ['by the mouse, it stays', 1, false],
])('a name of the sample that is pressed %s', async (_, detail, isInside) => {
  const ask = async () => ok(emptyFigure);
  await show(<Sample reading={sampleReading(new Map())} ask={ask} onCopy={vi.fn()} onPoint={vi.fn()} />);
  const name = byName('button', 'Russia');
  name.focus();
  await act(async () => void name.dispatchEvent(new MouseEvent('click', { bubbles: true, detail })));
  expect(textOf(document.querySelector('.sample__card h2'))).toBe('Russia');
  expect(document.querySelector('.sample__card')?.contains(document.activeElement)).toBe(isInside);
});
