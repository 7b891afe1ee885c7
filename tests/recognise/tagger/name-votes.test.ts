import { atOnce } from '../../../lib/model/steps.ts';
import { expect, test } from 'vitest';
import { entityTypes, type EntityType } from '../../../lib/model/entity.ts';
import { agree } from '../../../lib/recognise/rules/agreement.ts';
import { labelOf, outside, unit } from '../../../lib/recognise/tagger/labels.ts';
import { gatherNameVotes } from '../../../lib/recognise/tagger/name-votes.ts';
import { viewDocument } from '../../../lib/recognise/tagger/view.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { blocksOfLines, readText } from '../../../lib/text/document.ts';

const lexicon = openLexicon({ codes: new Map(), words: new Map(), phrases: new Map() });

/** A document of one-word sentences' names and what was made of each: `null` where it is no name. */
function labelled(text: string, word: string, found: readonly (readonly [EntityType, number] | null)[]) {
  const document = readText(text, blocksOfLines(text));
  const view = atOnce(viewDocument(document, [], lexicon));
  const labels = new Uint8Array(document.tokens.length);
  const confidences = new Float64Array(document.tokens.length).fill(1);
  const types = new Float32Array(document.tokens.length * entityTypes.length);
  const places = [...document.tokens.keys()].filter((i) => document.tokens[i]?.plain === word);
  for (const [n, i] of places.entries()) {
    const answer = found[n] ?? null;
    if (answer === null) continue;
    const [type, chance] = answer;
    labels[i] = labelOf(entityTypes.indexOf(type), unit);
    confidences[i] = chance;
    for (const [t] of entityTypes.entries()) types[i * entityTypes.length + t] = (1 - chance) / 8;
    types[i * entityTypes.length + entityTypes.indexOf(type)] = chance;
  }
  return { view, places, labelling: { labels, confidences, types } };
}

test('unsure places of a name take the type of its sure ones; borders stay', () => {
  const { view, places, labelling } = labelled('Uber rose. Uber fell. Uber won. So Uber left.', 'Uber', [
    ['organisation', 0.95],
    ['person', 0.5],
    ['organisation', 0.9],
    null,
  ]);
  const organisation = labelOf(entityTypes.indexOf('organisation'), unit);
  expect(places.map((i) => agree(view, labelling).labels[i])).toEqual([
    organisation,
    organisation,
    organisation,
    outside,
  ]);
});

test('a place that is surer than the others keeps its type', () => {
  const { view, places, labelling } = labelled('Ford rose. Mr Ford spoke.', 'Ford', [
    ['organisation', 0.6],
    ['person', 0.999],
  ]);
  expect(agree(view, labelling).labels[places[1]!]).toBe(labelOf(entityTypes.indexOf('person'), unit));
});

test('a name votes at every place of its words, also where it was passed over', () => {
  const { view, places, labelling } = labelled('Uber rose. Then Uber fell.', 'Uber', [['organisation', 0.9], null]);
  const votes = atOnce(gatherNameVotes(view, labelling));
  expect(places.map((i) => votes.names[i])).toEqual([0, 0]);
  expect(votes.places[0]).toBe(2);
  expect([...votes.ownTypes].filter((type) => type >= 0)).toHaveLength(1);
});
