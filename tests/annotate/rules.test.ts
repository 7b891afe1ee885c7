import { describe, expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';
import { useResources } from './resources.ts';

/** That each rule of the tagger has its place in the pipeline: with it left out, the shipped weights say something else. */
describe('rules around the shipped weights', () => {
  const resources = useResources();

  test.each<[rule: string, text: string, name: string]>([
    ['a storm', 'Then Typhoon Yagi hit Vietnam, and Yagi killed forty people in Hanoi.', 'Yagi: event'],
    ['a list of counties', 'Crews in Mitchell, Avery and Yancey counties found more bodies.', 'Yancey: place'],
    [
      'a family',
      'Ada Buch and her brother Max Buch denied it. In a statement, the Buchs called it baseless.',
      'Buchs: person',
    ],
    [
      'a list',
      'Usher performed at halftime with Alicia Keys, H.E.R., Ludacris and Lil Jon; Reba McEntire sang the anthem.',
      'H.E.R.: person',
    ],
    ['a gathering', 'At the Leeds Motor Show it rained. The Turin Auto Expo opened.', 'Turin Auto Expo: event'],
    ['a people with an office', 'He met Afghan Ambassador Hamdullah Mohib there.', 'Hamdullah Mohib: person'],
    ['a site', 'A site called Wikitribune.org closed.', 'Wikitribune.org: organisation'],
    [
      'a body with its country',
      'She wrote to the General Medical Council of Ireland.',
      'General Medical Council of Ireland: organisation',
    ],
  ])('%s', async (_rule, text, name) => {
    const { mentions } = await annotate(articleOf({ text, blocks: blocksOfLines(text) }, null), resources());
    expect(mentions.map(({ surface, type }) => `${surface}: ${type}`)).toContain(name);
  });
});
