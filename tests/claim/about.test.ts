import { expect, test } from 'vitest';
import { findClaims } from '../../lib/claim/claims.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';

const marsh = '[[Helen Marsh|PER|h]]';
const mill = '[[Calder Mill|ORG|mill]]';
const institute = '[[Tarn Institute|ORG|institute]]';
const town = '[[Leeds|LOC|town]]';
const paper = '[[Evening Gazette|ORG|paper]]';

test.each<[rule: string, marked: string, about: readonly string[]]>([
  ['what it names', `${marsh} said ${mill} had lost money in ${town}.`, ['Calder Mill', 'Leeds']],
  [
    'not what its source is, before the verb',
    `${marsh}, a director at the ${institute} in ${town}, who was not involved, said that ${mill} lost 40 jobs.`,
    ['Calder Mill'],
  ],
  [
    'nor behind it',
    `“${mill} lost 40 jobs,” said ${marsh}, a director at the ${institute}, who led the study in ${town}.`,
    ['Calder Mill'],
  ],
  [
    'nor without an article',
    `“${mill} lost 40 jobs,” said ${marsh}, chief economist at the ${institute}.`,
    ['Calder Mill'],
  ],
  [
    'what is added behind that all the same',
    `“${mill} lost 40 jobs,” said ${marsh}, the head of the ${institute}, adding that ${town} had lost 300.`,
    ['Calder Mill', 'Leeds'],
  ],
  ['nor to whom it speaks', `“We lost 40 jobs at ${mill},” ${marsh} told the ${paper}.`, ['Calder Mill']],
  [
    'what stands in another clause of the source',
    `${marsh} praised the ${institute} and said ${mill} lost 40 jobs.`,
    ['Tarn Institute', 'Calder Mill'],
  ],
  [
    'all where nobody speaks',
    `${mill}, a part of the ${institute}, lost 40 jobs in ${town}.`,
    ['Calder Mill', 'Tarn Institute', 'Leeds'],
  ],
])('a claim is about %s', (_, marked, about) => {
  const { text, mentions } = parseMarks(`It was quiet.\n${marked}`, 1);
  const { document, cast } = goldCast(text, mentions);
  const claim = atOnce(findClaims(document, cast, { day: '2024-03-14', country: null, model: null })).at(-1);
  const names = claim?.about.map((id) => {
    const mention = cast.mentions.find(({ cluster }) => cluster === id);
    return mention === undefined ? id : text.slice(mention.start, mention.end);
  });
  expect(names).toEqual(about);
});
