import { expect, test } from 'vitest';
import { sentenceFeatures } from '../../lib/claim/features.ts';
import { setScene } from '../../lib/claim/scene.ts';
import { findVoices } from '../../lib/claim/speaker/speakers.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';

/** The features of the sentence after the headline. */
function featuresOf(marked: string): string[] {
  const { text, mentions } = parseMarks(`A headline\n${marked}`, 1);
  const { document, cast } = goldCast(text, mentions);
  const scene = setScene(document, cast);
  return sentenceFeatures(scene, atOnce(findVoices(scene)), 1);
}

test.each([
  ['what stands before a figure', 'The appeal had raised $41,000 by Tuesday.', 'figure after raised'],
  ['who has so many figures', '[[Boots|ORG|boots]] has 2,200 shops.', 'figures 1 subject #organisation'],
  ['that nobody has any', 'They left early.', 'figures 0 subject they'],
  ['where figures stand', 'Some 500 jobs and 40 shops are affected.', 'figures 2 body'],
])('a sentence tells %s', (_what, marked, feature) => {
  expect(featuresOf(marked)).toContain(feature);
});
