import { expect, test } from 'vitest';
import { roleAmong } from '../../../lib/recognise/roles/among.ts';

/** The role stands in brackets, other people in it between asterisks. */
const read = (marked: string) => {
  const text = marked.replaceAll(/[[\]*]/g, '');
  const place = (offset: number) => marked.slice(0, offset).replaceAll(/[[\]*]/g, '').length;
  const start = place(marked.indexOf('['));
  const end = place(marked.indexOf(']'));
  const names = [...marked.matchAll(/\*([^*]+)\*/g)].map((found) => {
    const at = place(found.index);
    return { start: at, end: at + (found[1]?.length ?? 0), type: 'person' as const };
  });
  return roleAmong(text, { start, end, text: text.slice(start, end) }, names)?.text ?? null;
};

test.each([
  ['[French President *Ada Bell* met US President] Ben Cole.', 'US President'],
  ['[*Ada Bell*’s former lawyer] Ben Cole', 'Ada Bell’s former lawyer'],
  ['Ben Cole, [husband of *Ada Bell*],', 'husband of Ada Bell'],
  ['[a spokesman for Mr *Bell*], Ben Cole', 'a spokesman for Mr Bell'],
  [
    'Ben Cole, [head of the Board of Ports in the *Bell* administration],',
    'head of the Board of Ports in the Bell administration',
  ],
  ['[*Ada Bell* met] Ben Cole', null],
  ['[*Bell* lawyer] Ben Cole', 'Bell lawyer'],
  ['[*Bell*-backed candidate] Ben Cole', 'Bell-backed candidate'],
  ['[the mayor of Aubrey], Ben Cole', 'the mayor of Aubrey'],
])('%s', (marked, role) => {
  expect(read(marked)).toBe(role);
});
