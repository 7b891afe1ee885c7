import { expect, test } from 'vitest';
import { readLexemes } from '../../lib/claim/syntax/lexemes.ts';
import { findQuantities } from '../../lib/claim/quantity/quantities.ts';

const read = (text: string): string[] =>
  findQuantities(readLexemes(text, { start: 0, end: text.length })).map(({ value, unit, of }) =>
    `${value} ${unit} ${of}`.trim(),
  );

test.each<[rule: string, text: string, wanted: string[]]>([
  ['a verb behind those who are counted', 'Two harbour donors tell Star News of it.', ['2 count harbour donors']],
  ['a verb behind people', 'Some 10,000 people travel there.', ['10000 count people']],
  ['what they embrace', 'Each of the three printers embrace what is asked.', ['3 count printers']],
  ['cents on both sides', 'Members voted to raise it between 25 and 75 cents.', ['0.25 $', '0.75 $']],
  ['what “it” is', 'Members voted to raise it by 5 cents.', ['0.05 $']],
  ['what is being raised', 'Norland is also raising its minimum wage to $9.', ['9 $ minimum wage']],
  [
    'what is moved up',
    'The bank has moved its lending rate up by three percentage points.',
    ['3 percentage-points rise in lending rate'],
  ],
  [
    'the other one’s',
    "Low won 306 harbour votes to Tom Reed's 232.",
    ['306 count harbour votes', '232 count harbour votes'],
  ],
  ['a block of a street', 'It burnt in the 10700 block of Oak Drive.', []],
  ['a place where rockets start', 'It rose from launch complex 40 at noon.', []],
  ['the time of the morning', 'It rang just before 8 in the morning.', []],
  ['the age of buyers', 'It is sold to buyers over 21 at two shops.', ['2 count shops']],
  ['the age of somebody spoken to', 'You made them when you were 8.', []],
  ['years cut short', 'They seek a 28-yr-old man.', []],
  [
    'an ordinal before a hyphen',
    'The 10th highest-paid chief makes $37 million.',
    ['37000000 $ 10th highest-paid chief'],
  ],
  [
    'how long since',
    'There is one truth that links all the quarrels that have gathered around her in the three weeks since she won.',
    ['3 weeks'],
  ],
  ['a mark that is crossed', 'The death count has crossed the 10,000 mark.', ['10000 count death count']],
  ['how far north', 'It lies 190 miles north of Athens.', ['305.77536 km']],
  ['two plurals', 'It heard 40 human rights groups.', ['40 count human rights groups']],
  ['an age behind people', 'It lets 1.1 million people ages 30 or younger stay.', ['1100000 count people']],
  ['what they did', 'In all, only about 712,000 applied.', ['712000 count']],
  ['who is covered', 'The 4 million covered under the law may stay.', ['4000000 count']],
  ['how it is counted', 'Couples earning below $125,000 individually may apply.', ['125000 $']],
  ['where it is counted', 'It would save £912 million statewide.', ['912000000 GBP']],
  ['up to so much is no rise', 'The plan provides up to $20,000.', ['20000 $']],
  ['initials with points', 'The region mined 27 percent of U.S. coal.', ['27 percent U.S. coal']],
  [
    'a possessive before a participle',
    'It is half of the nation’s unsettled land.',
    ["50 percent nation's unsettled land"],
  ],
  ['a preposition at the end', 'It sends two-thirds of its power through the grid.', ['66.6666667 percent power']],
  [
    'so much out of so much',
    'It sold 2.6 billion euros out of a planned 3 billion euros of bonds.',
    ['2600000000 EUR', '3000000000 EUR bonds'],
  ],
  ['so much for every so much', 'Banks hold $1 for every $33 that they lend.', ['1 $', '33 $']],
  ['a time between noun and verb', 'Portugal’s 10-year bond yield reached the lowest level.', ['10 years bond yield']],
  ['what begins then', 'It is phased in over two years beginning in January.', ['2 years']],
  [
    'a name at the end of a long phrase',
    'It buys 132 city-owned plots of land in Mission Valley for a park.',
    ['132 count city-owned plots of land in Mission Valley'],
  ],
  ['those who lead', 'It is one of six powers leading joint talks.', ['6 count powers']],
  [
    'between so many and so many',
    'The agency plans to ask between 1 million and 5 million borrowers to write.',
    ['1000000 count borrowers', '5000000 count borrowers'],
  ],
  ['a share with hyphens', 'It is 49-per-cent owned by a firm.', ['49 percent']],
  ['a range in feet', 'It asked to climb from 30,000 to 40,000 feet.', ['9144 metres', '12192 metres']],
  ['a range in basis points', 'It rose by 10 to 20 basis points.', ['0.1 percentage-points', '0.2 percentage-points']],
  ['a range with its magnitude', 'It sold 1.5 to 2 million cars.', ['1500000 count cars', '2000000 count cars']],
  ['rises in two years', 'It would be followed by three increases in both 2018 and 2019.', ['3 count increases']],
  ['short barrels', 'About 392,000 bbl of oil were burned.', ['392000 barrels oil']],
  ['years before Christ', 'It dates back to 5,316 BCE, and the coins to 500 BC.', []],
  ['a year and a half', 'It came a year and a half ago and sold 29 units.', ['29 count units']],
  ['a day with a point', 'It was the highest since Nov. 14.', []],
  ['a day to come with a point', 'The shop can discount until Oct. 5, 2017.', []],
])('how far it goes: %s', (_, text, wanted) => {
  expect(read(text)).toEqual(wanted);
});

test.each<[rule: string, text: string, wanted: string[]]>([
  [
    'brackets before the verb',
    'Gross domestic product (GDP) grew by 2.5%.',
    ['2.5 percent rise in Gross domestic product'],
  ],
  ['what is forecast', 'Norland is forecasting economic growth of 7%.', ['7 percent economic growth']],
  ['what somebody forecast', 'The IMF forecast economic growth of 2.5%.', ['2.5 percent economic growth']],
  ['double a target', 'The rate is nearly double the plan’s projected 12% target.', ['12 percent target']],
  [
    'a share that is unemployment',
    'The law would help people who suffer from 10 percent unemployment.',
    ['10 percent unemployment'],
  ],
  ['the second of two clauses', 'Bonds slipped and crude fell toward $50 a barrel.', ['50 $ fall in crude per barrel']],
  [
    'a clause with "as"',
    'The Topix gained 0.9 percent in Tokyo as the Asia Index added 0.4 percent.',
    ['0.9 percent rise in Topix', '0.4 percent rise in Asia Index'],
  ],
  ['one subject of two verbs', 'Visits fell in May and they have risen by 5% since.', ['5 percent rise in Visits']],
  ['the point of a firm', 'Norvane Inc. fell 1.2 percent.', ['1.2 percent fall in Norvane Inc.']],
  [
    'what something is set against',
    'Overnight volatility versus its dollar peer jumped to 23 percent.',
    ['23 percent Overnight volatility'],
  ],
  [
    'a clause about a noun',
    'The average price of a home that sold in May was $640.',
    ['640 $ average price of a home'],
  ],
  ['"that’s down"', "That's down by 6.6 per cent on the year.", ['6.6 percent']],
  [
    'where and when before the subject',
    'At the market close Wednesday its market value was $349 billion.',
    ['349000000000 $ market value'],
  ],
  ['a peak', 'Coal production peaked in 2008 at 447 million tonnes.', ['447000000 tonnes Coal production']],
  ['a kind of ton', 'Basin coal trades at $10 per short ton.', ['10 $ Basin coal per short ton']],
  [
    'what hangs on the subject',
    'Average first-year savings from reduced electricity use would be an estimated $30.',
    ['30 $ Average first-year savings'],
  ],
])('whose it is: %s', (_, text, wanted) => {
  expect(read(text)).toEqual(wanted);
});
