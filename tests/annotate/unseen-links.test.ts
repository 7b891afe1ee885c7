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
      'a town of Canada where all else is British',
      'Labour and the Conservative Party fell out over Whitby in London. Buses to Scarborough were late.',
      ['Scarborough: -'],
    ],
    [
      'the same beside its country',
      'Labour and the Conservative Party fell out in London. Buses to Scarborough, in Canada, were late.',
      ['Scarborough: Scarborough'],
    ],
    [
      'countries in a list that ends with an article',
      'It was tried in Italy, Canada, Japan, and the United States.',
      ['Italy: Italy', 'Canada: Canada', 'Japan: Japan'],
    ],
    [
      'firms with their legal form',
      'Shares of Microsoft Corp. and Pfizer Inc. rose on Monday, while those of Alphabet Inc. fell in New York.',
      ['Microsoft Corp.: Microsoft', 'Pfizer Inc.: Pfizer', 'Alphabet Inc.: Alphabet Inc.'],
    ],
    [
      'an agency behind its country’s name, and one of another country',
      'The U.S. Federal Communications Commission met on Tuesday. The U.S. Scottish Government does not exist.',
      ['U.S. Federal Communications Commission: Federal Communications Commission', 'U.S. Scottish Government: -'],
    ],
    [
      'a campus behind a comma',
      'The University of California, Berkeley, said on Friday that the study would go on.',
      ['University of California, Berkeley: University of California Berkeley'],
    ],
    [
      'letters of software beside firms from the country of an agency',
      'A good CMS, such as the one on GitHub, lets you share on Facebook. Any CMS will do.',
      ['CMS: -'],
    ],
    [
      'the agency, in its country',
      'Hospitals in the United States wrote to CMS about the rates. CMS will answer in June.',
      ['CMS: Centers for Medicare and Medicaid Services'],
    ],
    ['letters that are no town', 'The North Alder Hockey Association (NAHA) met on Friday in Ohio.', ['NAHA: -']],
    [
      'a town in a dateline and among credits',
      'NAHA, Japan (Reuters) - The base will close.\nAdditional reporting by Ann Gray in JAKARTA; editing by Jo Hill.',
      ['NAHA: Naha', 'JAKARTA: Jakarta'],
    ],
    [
      'a part of a city that a club is called after',
      'The blast in Chelsea shook Manhattan. Police shut the Chelsea neighborhood. New York City was calm.',
      ['Chelsea: Chelsea (Manhattan)'],
    ],
    [
      'the club, in an article on football',
      'Chelsea beat Arsenal 2-1 on Sunday. The Chelsea manager was pleased with the Premier League.',
      ['Chelsea: Chelsea F.C.'],
    ],
    [
      'a watchdog that is called after what it is a part of',
      'The UN nuclear watchdog met. Russia asked the U.N. for help. The IAEA was told.',
      ['UN nuclear watchdog: International Atomic Energy Agency', 'U.N.: United Nations'],
    ],
    [
      'a body behind the name of the union of all',
      'The U.N. Intergovernmental Panel on Climate Change met in Geneva.',
      ['U.N. Intergovernmental Panel on Climate Change: Intergovernmental Panel on Climate Change'],
    ],
    [
      'a state by what it is said to be',
      'New York, the nation’s third-largest state, will lose two seats. In Washington, a state of the north, ferries run.',
      ['New York: New York (state)', 'Washington: Washington (state)'],
    ],
    [
      'a state at the end of a long list of states, in an article on the capital',
      'Barack Obama returned to the White House in 2012, and the Senate and the House of Representatives met at the Capitol. The Census Bureau gives seats to Arizona, Nevada, South Carolina, Utah and Washington.',
      ['Washington: Washington (state)'],
    ],
    [
      'the west of the only country that is named',
      'Voters move from the Northeast to the South and to the West. Americans like Texas.',
      ['West: -'],
    ],
    [
      'the West, where others are named',
      'Russia says that the West is weak. Americans laughed in Texas.',
      ['West: Western world'],
    ],
    [
      'letters of a league, in an article on sport',
      'The coach spoke at SEC media days. He likes college football and its quarterbacks, he said.',
      ['SEC: Southeastern Conference'],
    ],
    [
      'the agency of the same letters',
      'The SEC sued a bank in New York. Shares of the bank fell.',
      ['SEC: Securities and Exchange Commission'],
    ],
    ['the people of a town', 'Many New Yorkers left New York City in June.', ['New Yorkers: New York City']],
    ['a town by its letters', 'Schools were shut. In L.A., the mayor spoke to the FBI.', ['L.A.: Los Angeles']],
    [
      'an institution right behind a people, which the store knows of another only',
      'Mexican National Guard troops came to the United States border. The National Guard left on Monday.',
      ['National Guard: -'],
    ],
    [
      'a people of several countries',
      'Central American families crossed into the United States.',
      ['Central American: Central America'],
    ],
    [
      'a country’s own archives',
      'The National Archives in Kew opened files on Margaret Thatcher. The British government kept them in London.',
      ['National Archives: The National Archives (United Kingdom)'],
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

  test('an outlet that calls itself by its name is no people', async () => {
    const text = 'The minister spoke to reporters. Stay informed with The Namibian in Namibia.';
    const metadata = { url: null, canonicalUrl: null, title: null, authors: [], language: 'en', country: null };
    const article = {
      text,
      blocks: blocksOfLines(text),
      metadata: { ...metadata, publisher: 'The Namibian', publishedAt: null },
    };
    const { clusters, mentions } = await annotate(article, resources());
    const own = mentions.find(({ surface }) => surface.endsWith('Namibian'));
    const cluster = clusters.find(({ id }) => id === own?.cluster);
    expect(cluster?.mentions).toHaveLength(1);
    expect(cluster?.link.kind).not.toBe('linked');
  });
});
