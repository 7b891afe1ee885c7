import { describe, expect, test } from 'vitest';
import { asClusterId } from '../../../lib/model/ids.ts';
import { findAgain, placeOf } from '../../../lib/page/marks/reanchor.ts';
import type { Mark } from '../../../lib/page/marks/mark.ts';

const subject = { kind: 'figure', cluster: asClusterId('one') } as const;

/** A mark for each place of the words, as a reading has them. */
const marksOf = (text: string, words: RegExp): readonly Mark[] =>
  [...text.matchAll(words)].map(({ index, 0: name }) => ({
    kind: 'figure',
    subject,
    type: 'person',
    known: false,
    start: index,
    end: index + name.length,
  }));

const text =
  'Ada Lund opened the bridge on Monday. Ben Roth, who had paid for it, was not there. Later Ada Lund said that the tolls would stay.';
const marks = marksOf(text, /Ada Lund|Ben Roth/g);

describe('a mark is found again', () => {
  test.each(marks.map((mark, index) => [index, text.slice(mark.start, mark.end), mark] as const))(
    'mark %i, %s, in the same text',
    (index, _words, mark) => {
      expect(findAgain(placeOf(text, mark), text, marks)).toBe(index);
    },
  );

  test.each(marks.map((mark, index) => [index, mark] as const))(
    'mark %i where a paragraph came on top',
    (index, mark) => {
      const longer = `Cleo Marsh and Ada Lund spoke first. ${text}`;
      const now = marksOf(longer, /Ada Lund|Ben Roth|Cleo Marsh/g);
      expect(findAgain(placeOf(text, mark), longer, now)).toBe(index + 2);
    },
  );

  test('where its name is read as a longer one now', () => {
    const now = marksOf(text, /Ben Roth, who/g);
    expect(findAgain(placeOf(text, marks[1]!), text, now)).toBe(0);
  });
});

describe('a mark is not found', () => {
  test('where the name is no name any more, though it stands elsewhere', () => {
    expect(findAgain(placeOf(text, marks[0]!), text, marks.slice(1))).toBe(-1);
  });

  test('where its sentence is gone', () => {
    const rest = text.slice(text.indexOf('Later'));
    expect(findAgain(placeOf(text, marks[1]!), rest, marksOf(rest, /Ada Lund/g))).toBe(-1);
  });

  test('at a claim that begins with it', () => {
    const claim: Mark = {
      kind: 'claim',
      subject,
      checkWorthiness: 1,
      isDiffering: false,
      handles: [],
      start: 0,
      end: 36,
    };
    expect(findAgain(placeOf(text, marks[0]!), text, [claim])).toBe(-1);
  });
});
