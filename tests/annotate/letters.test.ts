import { describe, expect, test } from 'vitest';
import { linksIn } from './links-in.ts';
import { useResources } from './resources.ts';

describe('letters and bare names, with the built-in packs', () => {
  const resources = useResources();

  test.each<[rule: string, text: string, links: readonly string[]]>([
    [
      'letters of a body that is at home elsewhere',
      'The Denver Broncos and the Dallas Cowboys left the AFL. The AFL was founded in Texas.',
      ['AFL: -'],
    ],
    [
      'the same at home',
      'The AFL fined Collingwood in Melbourne, Australia. Sydney and Adelaide lost.',
      ['AFL: Australian Football League'],
    ],
    [
      'letters that other bodies of the country have',
      'In Delhi, India, nurses of the ANC said so. Mumbai is in India.',
      ['ANC: -'],
    ],
    [
      'an agency, wherever it reports from',
      'In Nairobi, Kenya, the minister told AFP so. Kenya and Mombasa are quiet.',
      ['AFP: Agence France-Presse'],
    ],
    [
      'letters written out behind them',
      'He heads Isis (Institute of Strategic and International Studies).',
      ['Isis: -'],
    ],
    [
      'whoever took a picture',
      'Britain voted. Palestinian leaders watched. A guard walks in London (Picture: PA)',
      ['PA: -'],
    ],
    [
      'what everybody knows in a picture’s credit',
      'The storm is near. Source: NASA\nThe suspect ran in Ohio (Photo: FBI)',
      ['NASA: NASA', 'FBI: Federal Bureau of Investigation'],
    ],
    [
      'a body of Europe, wherever',
      'In Athens, Greece, the minister spoke to the ESM, the rescue fund. Greece and Patras are calm.',
      ['ESM: European Stability Mechanism'],
    ],
    [
      'a party that is called as others are',
      'In Britain, Labour fears the Reform Party in London.',
      ['Reform Party: -'],
    ],
    [
      'a party has its name to itself',
      'Congress leader Jairam Ramesh spoke in New Delhi, India. The Trinamool Congress stayed away.',
      ['Congress: Indian National Congress', 'Trinamool Congress: Trinamool Congress'],
    ],
    [
      'a parliament after its full name',
      'He was in the Scottish Parliament. Later he left the Parliament in Edinburgh.',
      ['Scottish Parliament: Scottish Parliament', 'Parliament: Scottish Parliament'],
    ],
    [
      'another one, of which a part is named',
      'He left the Scottish Parliament. The House of Commons met; Parliament voted in London.',
      ['Parliament: Parliament of the United Kingdom'],
    ],
    [
      'a common surname of which nothing speaks',
      'The chef Ana Ruiz and Johnson opened a bar in St. Louis. Johnson cooks, and Missouri is hungry.',
      ['Johnson: -'],
    ],
    [
      'a surname of a team’s list, whoever else of that country bears it',
      'All Blacks 24-27 Scotland. The full-back wept. Scotland: Kinghorn, Schoeman, Ashman, Cummings, Darge. England and the United Kingdom watched.',
      ['Cummings: -'],
    ],
    [
      'the same with what he was',
      'In London, Johnson, the former prime minister, resigned. Britain was calm.',
      ['Johnson: Boris Johnson'],
    ],
    [
      'two letters of a story, in the bearer’s country',
      'Oz is a place at the end of a yellow road. The film was shot in the United States.',
      ['Oz: -'],
    ],
    [
      'a state’s body of a known name',
      'The Montana Freedom Caucus met in Helena. The Freedom Caucus wants a vote.',
      ['Montana Freedom Caucus: -', 'Freedom Caucus: -'],
    ],
    [
      'a school’s team of a known name',
      'The Hampton High Redskins beat the Tigers on Friday in Virginia. The Redskins will play again.',
      ['Redskins: -'],
    ],
    [
      'a body with its country',
      'The UK Met Office warned of wind. The Met Office was right.',
      ['Met Office: Met Office'],
    ],
    [
      'somebody of whom the article says what a namesake is not',
      'Former police lieutenant James Hansen recalled it.',
      ['James Hansen: -'],
    ],
    ['the namesake himself', 'The climatologist James Hansen warned of it.', ['James Hansen: James Hansen']],
    ['one that only one bears', 'Nobody knew what Putin would say.', ['Putin: Vladimir Putin']],
    [
      'a town of a country that is named',
      'A fire broke out in Valencia. Police in the Spanish city of Valencia said so.',
      ['Valencia: Valencia', 'Spanish: Spain'],
    ],
    [
      'a capital by its embassies',
      'India’s embassy in Washington denied it. Senators of Ohio, Iowa and Utah did not.',
      ['Washington: Washington, D.C.'],
    ],
    ['a rare one far from home', 'In Kenya, Thatcher opened a bar. Nairobi is hot.', ['Thatcher: -']],
    ['and at home', 'In Britain, Thatcher closed the mines.', ['Thatcher: Margaret Thatcher']],
  ])('%s', async (_, text, links) => {
    expect(await linksIn(text, resources())).toEqual(expect.arrayContaining([...links]));
  });

  test('a rank is nobody’s residence', async () => {
    const links = await linksIn('In the first round No. 10 Windsor met No. 7 Durango.', resources());
    expect(links.filter((link) => link.includes('Downing'))).toEqual([]);
    expect(await linksIn('In London, No. 10 said so.', resources())).toContain('No. 10: 10 Downing Street');
  });
});
