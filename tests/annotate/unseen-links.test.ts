import { describe, expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { linksIn } from './links-in.ts';
import { useResources } from './resources.ts';

describe('names that are more than what their words are the name of, with the built-in packs', () => {
  const resources = useResources();

  test.each<[what: string, text: string, links: readonly string[]]>([
    [
      'an institution of another place, called by its whole name once',
      'The Nigerian Senate rose on Tuesday after two members had died. The Senate sits again on Thursday in Abuja.',
      ['Nigerian Senate: -', 'Senate: -'],
    ],
    [
      'the same of a state',
      'The Texas Supreme Court heard the case in Austin. The Supreme Court will rule in June.',
      ['Texas Supreme Court: -', 'Supreme Court: -'],
    ],
    ['letters with small ones among them', 'The side played three CBs and led by ten points in Cleveland.', ['CBs: -']],
    [
      'a word that is shouted',
      'Make a plan, and keep to it. Your firm needs a PLAN, says the adviser. One plan is enough.',
      ['PLAN: -'],
    ],
    [
      'letters of a state behind its town',
      'The band plays in Pittsburgh, PA, on Friday, and in Houston, TX, on Sunday.',
      ['PA: Pennsylvania', 'TX: Texas'],
    ],
    [
      'a surname that is a firm’s',
      'Michael Bloomberg may run. Bloomberg, the former mayor of New York, apologised on Sunday in Atlanta.',
      ['Bloomberg: Mike Bloomberg'],
    ],
    [
      'services that pass for firms',
      'She posted it on Instagram and on YouTube. Instagram said that it would look into the matter.',
      ['Instagram: Instagram', 'YouTube: YouTube'],
    ],
    [
      'countries in a list that ends with an article',
      'It was tried in Italy, Canada, Japan, and the United States.',
      ['Italy: Italy', 'Canada: Canada', 'Japan: Japan'],
    ],
  ])('%s', async (_, text, links) => {
    expect(await linksIn(text, resources())).toEqual(expect.arrayContaining([...links]));
  });

  test.each([
    ['Los Angeles Times', 'Los Angeles Times'],
    ['The New York Times', 'The New York Times'],
    ['Harbour Times', null],
  ])('the Times in the %s', async (publisher, wanted) => {
    const text = 'The paper will be sold in June. The Times has learned who buys it.';
    const metadata = { url: null, canonicalUrl: null, title: null, authors: [], language: 'en', country: null };
    const article = { text, blocks: blocksOfLines(text), metadata: { ...metadata, publisher, publishedAt: null } };
    const { clusters } = await annotate(article, resources());
    const [times] = clusters.filter(({ name }) => name.includes('Times'));
    expect(times?.link.kind === 'linked' ? times.name : null).toBe(wanted);
  });
});
