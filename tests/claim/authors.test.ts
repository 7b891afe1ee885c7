import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import { findClaims } from '../../lib/claim/claims.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';
import { atOnce } from '../../lib/model/steps.ts';

const opened = openCheckWorthiness(new Uint8Array(readFileSync('public/models/claims.bin')).buffer);
const model = opened.ok ? opened.value : null;

const kindOf = (marked: string, at: number): string => {
  const { text, mentions } = parseMarks(marked, 1);
  const { document, cast } = goldCast(text, mentions);
  const sentence = document.sentences[at];
  return (
    atOnce(findClaims(document, cast, { day: null, country: null, model })).find(
      ({ start }) => start === sentence?.start,
    )?.kind ?? 'none'
  );
};

test.each([
  ['Hospital chief says queues will grow', 'reported'],
  ["Mill's boss tells MPs furnaces will stay lit", 'reported'],
  ['Minister denies rail plan was scrapped', 'reported'],
  ['Why the minister says queues will grow?', 'none'],
])('a headline that hands on a clause: %s', (headline, wanted) => {
  expect(kindOf(`${headline}\nIt was a quiet day in the town, and few people came to see it.`, 0)).toBe(wanted);
});

test.each([
  'I say they have never pushed a pram up the hill.',
  'I believe that the real scandal is the state of the park.',
  'I would argue that nobody on the council has read it.',
])('what whoever writes thinks is nobody’s reported speech: %s', (sentence) => {
  expect(kindOf(`The council must stop\nMy street has a park.\n${sentence}`, 2)).not.toBe('reported');
});

test('whoever accuses has spoken', () => {
  const text =
    'Bakers strike\nThe strike began on Monday.\nThe [[GMB|ORG|g]] union accused [[Kestrel|ORG|k]] of putting shareholders before staff.';
  expect(kindOf(text, 2)).toBe('reported');
});

test.each([
  ['what is said right behind a day', 'But [[Norland|LOC|n]] announced Friday it will start loading fuel.', 'reported'],
  ['what many complain of', "Builders have complained they can't find workers and delays are expected.", 'reported'],
  [
    'what is pledged',
    '[[Norland|LOC|n]] (Star) -- Greens pledged Friday to not only keep [[Home Aid|ORG|h]] in place, but use the historic program against [[Blues|ORG|b]] ahead of the midterm election.',
    'reported',
  ],
  ['what a club reported, and more', 'The club has 90 members, the club reported on Monday, up from 40.', 'reported'],
  [
    'coal from other places',
    'That evens out the playing field to some degree and makes it cheaper for some plants to use higher-sulfur coal from other states, particularly [[Illinois|LOC|i]].',
    'none',
  ],
  [
    'certain states',
    'Between the flood and the loss of support in certain states and regions where he won two years ago, the road back is long.',
    'assertion',
  ],
  ['a forecast that was', 'The harbour will grow 2 percent, up from a previous forecast of 1 percent.', 'statistic'],
  ['a change and when', 'Ticket sales at the mill grew by 12 per cent after the bridge was shut.', 'statistic'],
  ['a change that an index adds', 'The [[Norland Index|ORG|n]] added 0.9 percent as miners rallied.', 'statistic'],
])('%s', (_, sentence, wanted) => {
  expect(kindOf(`A quiet town\nThe town has a port and a mill.\n${sentence}`, 2)).toBe(wanted);
});

test('who wrote a post, and when, is no claim', () => {
  const { text, mentions } = parseMarks(
    'It was quiet.\n— [[Ann D. Low|PER|a]] of the valley club (@annlow) December 9, 2016',
    1,
  );
  const { document, cast } = goldCast(text, mentions);
  expect(atOnce(findClaims(document, cast, { day: null, country: null, model: null }))).toEqual([]);
});
