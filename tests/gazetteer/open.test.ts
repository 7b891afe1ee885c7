import { describe, expect, test } from 'vitest';
import { compileGazetteer } from '../../lib/gazetteer/compile.ts';
import { findNames } from '../../lib/gazetteer/find.ts';
import { openGazetteer } from '../../lib/gazetteer/open.ts';

const compiled = (): ArrayBuffer =>
  compileGazetteer([
    { text: 'Putin', case: 'name', ordinal: 1 },
    { text: 'Xi Jinping', case: 'name', ordinal: 2 },
  ]);

const withWord = (at: number, value: number): ArrayBuffer => {
  const buffer = compiled();
  new Uint32Array(buffer)[at] = value;
  return buffer;
};

describe('what does not open', () => {
  test.each<[name: string, buffer: () => ArrayBuffer, code: string]>([
    ['nothing', () => new ArrayBuffer(0), 'NotAGazetteer'],
    ['another file', () => new Uint8Array(400).fill(65).buffer, 'NotAGazetteer'],
    ['another version', () => withWord(1, 99), 'GazetteerVersion'],
    ['another length', () => withWord(2, 64), 'GazetteerTruncated'],
    ['more slots than there are', () => withWord(5, 1_000_000), 'GazetteerTruncated'],
    ['no slots', () => withWord(5, 0), 'GazetteerTruncated'],
    ['no filter', () => withWord(4, 0), 'GazetteerTruncated'],
    ['half of it', () => compiled().slice(0, 1_100), 'GazetteerTruncated'],
  ])('%s', (_, buffer, code) => {
    const opened = openGazetteer(buffer());
    expect(opened.ok ? 'opened' : opened.failure.code).toBe(code);
  });
});

test('opens inside a larger buffer', () => {
  const inner = new Uint8Array(compiled());
  const outer = new Uint8Array(inner.length + 80);
  outer.set(inner, 16);
  const opened = openGazetteer(outer.buffer, 16);
  if (!opened.ok) throw new Error(opened.failure.code);
  expect(Array.from(findNames(opened.value, 'Xi Jinping and Putin'), ({ ordinals }) => ordinals)).toEqual([[2], [1]]);
});

test('an ordinal that does not fit is a bug', () => {
  expect(() => compileGazetteer([{ text: 'Putin', case: 'name', ordinal: 2 ** 24 }])).toThrow(RangeError);
});

test('an index without names opens and finds nothing', () => {
  const opened = openGazetteer(compileGazetteer([]));
  if (!opened.ok) throw new Error(opened.failure.code);
  expect([...findNames(opened.value, 'Xi Jinping and Putin')]).toEqual([]);
});

test('the same names give the same bytes', () => {
  expect(new Uint8Array(compiled())).toEqual(new Uint8Array(compiled()));
});
