import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitLines } from '../../lib/pack/text-lines.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test('lines are those of the whole text', () => {
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.constantFrom('', 'é', 'x'.repeat(5_000)));
  fc.assert(
    fc.property(fc.array(line), (written) => {
      const text = written.join('\n').replaceAll(/[^\S\n ]+$/gu, '');
      expect(splitLines(encode(text))).toEqual(text.trimEnd().split('\n'));
    }),
  );
});

test.each([
  ['nothing', '', ['']],
  ['a line break at the end', 'a\nb\n', ['a', 'b']],
  ['an empty line between', 'a\n\nb', ['a', '', 'b']],
  ['an accent', '{"é":1}\n{"e":1}', ['{"é":1}', '{"e":1}']],
  ['a mark of the order of bytes, which is kept', '\u{feff}a', ['\u{feff}a']],
])('%s', (_, text, lines) => {
  expect(splitLines(encode(text))).toEqual(lines);
});

test('bytes that are no UTF-8 are refused', () => {
  expect(() => splitLines(Uint8Array.of(0x61, 0x0a, 0xff, 0x0a, 0x61))).toThrow(TypeError);
  expect(() => splitLines(Uint8Array.of(0xc3, 0x0a, 0xa9))).toThrow(TypeError);
});
