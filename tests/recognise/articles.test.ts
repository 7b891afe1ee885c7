import { expect, test } from 'vitest';
import type { EntityType } from '../../lib/model/entity.ts';
import { takeArticles } from '../../lib/recognise/articles.ts';
import { readText } from '../../lib/text/document.ts';

test.each<[rule: string, text: string, name: string, type: EntityType, taken: string]>([
  [
    'a capital article in mid-sentence',
    'An article in The New York Times said so.',
    'New York Times',
    'organisation',
    'The New York Times',
  ],
  ['a place too', 'Judges met at The Hague.', 'Hague', 'place', 'The Hague'],
  ['behind a comma', 'As ever, The Lancet was slow.', 'Lancet', 'organisation', 'The Lancet'],
  ['a small article stays outside', 'They met in the Senate.', 'Senate', 'organisation', 'Senate'],
  ['so does one that opens a sentence', 'It rained. The Senate met.', 'Senate', 'organisation', 'Senate'],
  ['or a paragraph, whatever ends the headline', 'Mood and mobility\nThe U.S. waits.', 'U.S.', 'place', 'U.S.'],
  ['or a quotation', 'He said: “The Guardian erred.”', 'Guardian', 'organisation', 'Guardian'],
  ['peoples have none', 'So said The British.', 'British', 'nationality', 'British'],
])('%s', (_rule, text, name, type, taken) => {
  const start = text.indexOf(name);
  const [found] = takeArticles(readText(text, []), [{ start, end: start + name.length, type }]);
  expect(text.slice(found?.start, found?.end)).toBe(taken);
});
