import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../lib/claim/speaker/quotes.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';

const quotationsOf = (text: string) => findQuotations(readText(text, blocksOfLines(text)));
const passages = (text: string): string[] =>
  quotationsOf(text).map((quotation) => text.slice(quotation.inner.start, quotation.inner.end));

describe('passages between marks', () => {
  test.each([
    ['curly double', '“We lost,” said Banks. “Again.”', ['We lost,', 'Again.']],
    ['straight double', '"We lost," said Banks. "Again."', ['We lost,', 'Again.']],
    ['curly single', '‘We lost,’ said Banks.', ['We lost,']],
    ['straight single', "'We lost,' said Banks.", ['We lost,']],
    ['guillemets', 'Il dit «non» hier.', ['non']],
    ['corner brackets', '首相は「行く」と述べ、『本』と言った。', ['行く', '本']],
    ['marks of TeX', "``We lost,'' said Banks. ``Again.''", ['We lost,', 'Again.']],
    ['doubled apostrophes', "''We lost,'' said Banks.", ['We lost,']],
    ['marks of TeX and a possessive', "the sides' ``best'' hope", ['best']],
    ['code is no quotation', 'Type `run` or ```go``` now.', []],
    ['low and high', 'Er sagte „nein“ und ging.', ['nein']],
    ['partial', 'He called it a “rock-solid” bond.', ['rock-solid']],
    ['contractions are no marks', '‘I don’t know, and you’re late,’ she said.', ['I don’t know, and you’re late,']],
    ['contractions with straight marks', "'I don't know,' she said.", ["I don't know,"]],
    ['a possessive is no mark', 'Labour’s and the members’ plans for the council’s land', []],
    ['a plural possessive inside', '‘Both sides’ prospects are vast,’ said Wang.', ['Both sides’ prospects are vast,']],
    [
      'a plural noun that ends the passage',
      'a ‘role in calling for negotiations’ to resolve it',
      ['role in calling for negotiations'],
    ],
    ['elisions', 'the ’90s, rock ’n’ roll and ‘that’s it’ again', ['that’s it']],
    ['straight elisions', "back in the '90s, rock 'n' roll", []],
    ['feet and inches', 'He is 5\' 10" tall.', []],
    ['double in single', '‘He said “no” twice,’ she said.', ['He said “no” twice,']],
    ['single in double', '“It says ‘rest assured’. I have not.”', ['It says ‘rest assured’. I have not.']],
    ['single in single', 'no ‘no ‘forbidden’ areas of cooperation’.', ['no ‘forbidden’ areas of cooperation']],
    ['straight in straight', '"\'Tune it again,\'" she said.', ["'Tune it again,'"]],
    ['unclosed: to the end of the block', '“We lost. Then we left.', ['We lost. Then we left.']],
    ['a stray closing mark', 'We lost.” Then we left.', []],
    ['opened twice', '“We lost, he said. “Again.”', ['We lost, he said.', 'Again.']],
    [
      'double in double',
      '“They call the “old ladies” theirs,” said Banks. “So do I.”',
      ['They call the “old ladies” theirs,', 'So do I.'],
    ],
    ['guillemets in guillemets', '«Il a dit «non» hier», dit-elle.', ['Il a dit «non» hier']],
    ['opened twice, and others after it', '“We lost, he said. “Again.” “No.”', ['We lost, he said.', 'Again.', 'No.']],
    ['nothing between', 'an empty “” pair', []],
  ])('%s', (_name, text, wanted) => {
    expect(passages(text)).toEqual(wanted);
  });
});

describe('paragraphs', () => {
  test('a passage goes on where the next paragraph reopens the marks', () => {
    const [first, second, third] = quotationsOf('“One.\n“Two.” she said.\n“Three.”');
    expect(first).toMatchObject({ isOpen: true, continues: null });
    expect(second).toMatchObject({ isOpen: false, continues: 0 });
    expect(third).toMatchObject({ continues: null });
  });

  test('a straight mark right behind a comma opens', () => {
    expect(passages('She writes,"We came." He left.')).toEqual(['We came.']);
  });

  test('an unclosed passage ends with its paragraph where the next one does not reopen', () => {
    const text = '“One.\nTwo.';
    expect(passages(text)).toEqual(['One.']);
  });

  test('a block set as a quotation counts whole', () => {
    const text = 'No marks at all';
    const document = readText(text, [{ start: 0, end: text.length, kind: 'quote' }]);
    expect(findQuotations(document)).toMatchObject([{ start: 0, end: text.length }]);
  });
});

test('quotations lie in one block, in order, without overlaps, for any text', () => {
  const pieces = fc.constantFrom('“', '”', '‘', '’', "'", '"', '«', '»', '„', ' ', '\n', 'a', 's', '.', '5', 'the');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join('');
      let last = 0;
      for (const quotation of quotationsOf(text)) {
        expect(quotation.start).toBeGreaterThanOrEqual(last);
        expect(quotation.inner.start).toBeGreaterThan(quotation.start);
        expect(quotation.inner.end).toBeLessThanOrEqual(quotation.end);
        expect(quotation.inner.end).toBeGreaterThan(quotation.inner.start);
        expect(text.slice(quotation.start, quotation.end)).not.toContain('\n');
        last = quotation.end;
      }
    }),
  );
});
