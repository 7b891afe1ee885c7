import { expect, test } from 'vitest';
import { findDisagreements } from '../../scripts/corpus/agreement.ts';
import { parseCorpusFile } from '../../scripts/corpus/parse.ts';

const corpusOf = (bodies: Readonly<Record<string, string>>) =>
  new Map(
    Object.entries(bodies).map(([name, body]) => [
      name,
      parseCorpusFile(`---\ngenre: test\nform: test\nvariety: en-GB\ndate: 2020-01-01\n---\n${body}\n---\n`),
    ]),
  );

const markedTwice = {
  a: 'They met in [[Parliament|ORG|parliament]].',
  b: 'They met in [[Parliament|ORG|parliament]] again.',
};

test.each([
  [
    'a surface of two types',
    { ...markedTwice, c: 'He painted [[Parliament|LOC|building]].' },
    ['types of "Parliament"'],
  ],
  [
    'a name that only this text leaves bare',
    { ...markedTwice, c: 'They spoke in Parliament.' },
    ['"Parliament" is bare in c'],
  ],
  [
    'the possessive of a bare name',
    { ...markedTwice, c: 'They read Parliament’s record.' },
    ['"Parliament" is bare in c'],
  ],
  ['a name that one other text marks', { a: markedTwice.a, c: 'They spoke in Parliament.' }, []],
  ['a sentence that begins with the word', { ...markedTwice, c: 'It rained. Parliament rose.' }, []],
  ['a person called like a place', { a: 'In [[Paris|LOC|paris]].', b: 'Said [[Paris|PER|edna-paris]].' }, []],
  [
    'a month that is a surname elsewhere',
    { a: 'Said [[May|PER|may]].', b: 'By [[May|PER|may]].', c: 'It was in May.' },
    [],
  ],
  ['a currency', { a: 'The [[US|LOC|us]].', b: 'In the [[US|LOC|us]].', c: 'It cost US$5.' }, []],
])('%s', (_, bodies, expected) => {
  const found = findDisagreements(corpusOf(bodies));
  expect(found).toHaveLength(expected.length);
  for (const [i, start] of expected.entries()) expect(found[i]).toContain(start);
});
