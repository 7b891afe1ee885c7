/** What breaks parsers: as single values, as pieces of text and as bytes. */

const bidi = '\u202E\u2066\u200F';
const invisible = '\u200B\uFEFF\u00AD\u2060';
const lone = '\uD800';

export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  lone,
  `a${lone}b\uDC00`,
  bidi,
  invisible,
  '\u2028\u2029\r\n\t',
  'e\u0301'.repeat(40),
  '🏳️‍🌈',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'https://[::1',
  'https://user:password@example.org:99999/%E0%A4%A',
  '%',
  '%ff%fe',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  '=1+1',
  '${7*7}{{7*7}}',
  '\\u0000\\',
  '9'.repeat(400),
  '1e999',
  '-0',
  'NaN',
  '0x10',
  '2026-13-45T99:99:99Z',
  '-271821-04-20',
  '+275760-09-13T00:00:00.001Z',
  'x'.repeat(5_000),
  '((((((((((a+)+)+)+)+)+',
  'a,'.repeat(2_000),
  '{"__proto__":{"polluted":true}}',
  '[[[[[[[[[[',
  '<a><b><c>&#xD800;&amp;&#0;',
];

/** Nested so deep that a parser that calls itself for each level may run out of stack. */
const nest = (depth: number): unknown => {
  let value: unknown = null;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

export const nastyValues: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  2 ** 53 + 2,
  1e308,
  -1e308,
  5e-324,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  [],
  {},
  [[]],
  [null],
  nest(60),
  nest(3_000),
  JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  Array.from({ length: 500 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`k${at}`, at])),
  ...nastyTexts,
];

export const nastyKeys: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  '',
  '@type',
  'id',
  'then',
];
