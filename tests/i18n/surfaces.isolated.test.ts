import { expect, test, vi } from 'vitest';
import { flatten, type Messages, slotsOf } from '../../lib/i18n/messages.ts';
import { source } from '../../lib/i18n/source.ts';
import { listFiles, readText } from '../source.ts';

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: { i18n: { getMessage: (key: string) => (key === 'languageTag' ? 'de' : key) } },
}));
const { words } = await import('../../lib/i18n/words.ts');

test('there are words for all that is written, each asked for under the key that catalogues have', () => {
  const { languageTag: _, ...written } = source;
  const withoutSlots = flatten(written).filter(
    ([key, text]) => slotsOf(text).length === 0 && !/_other$|_one$/.test(key),
  );
  const said = withoutSlots.map(([key]) => key.split('_').reduce<unknown>((at, name) => (at as Messages)[name], words));
  expect(said).toEqual(withoutSlots.map(([key]) => key));
  expect(Object.keys(words).toSorted()).toEqual(Object.keys(written).toSorted());
});

/** Passed on whole, taken apart, spread, or asked by a name told at run time: what is built then has all of it. */
const whole = /(?:[=(,[{:?]|=>|return|\.\.\.)\s*words\s*[;,)\]}\n]|(?<![.\w])words\[/;

test('no page loads the words of all surfaces for those of one', () => {
  const speaking = listFiles(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'lib/i18n/*.ts'])
    .map((file) => ({ file, text: readText(file) }))
    .filter(({ text }) => /import \{[^}]*\bwords\b[^}]*\} from '[./\w-]*i18n\/words\.ts'/.test(text));
  expect(speaking.length).toBeGreaterThan(100);
  const code = (text: string): string => text.replace(/^import [^;]*;$/gm, '');
  expect(speaking.filter(({ text }) => whole.test(code(text))).map(({ file }) => file)).toEqual([]);
});
