import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChosenLine, composeArticle, textOf } from '../../../lib/page/text/compose.ts';
import { atOnce } from '../../../lib/model/steps.ts';

/** A line of these texts; null is a `<br>`. Of a text node only what it says is asked here. */
const lineOf = (texts: readonly (string | null)[]): ChosenLine['line'] => ({
  region: null as never,
  nodes: texts.map((data) => (data === null ? null : ({ data } as Text))),
  length: texts.join('').length,
  linked: 0,
  prose: 0,
});

const pieces = fc.constantFrom(
  'a',
  'Ωm',
  '𝒳',
  '\u00ad',
  '\u200b',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '\u2009',
  '\u3000',
  '\u1680',
);
const texts = fc.array(fc.option(fc.string({ unit: pieces, maxLength: 8 })), { maxLength: 6 });

describe('textOf', () => {
  test('says of a line what the article will have of it', () => {
    fc.assert(
      fc.property(texts, (written) => {
        const line = lineOf(written);
        expect(textOf(line)).toBe(atOnce(composeArticle([{ kind: 'paragraph', line }])).text);
      }),
    );
  });
});
