import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLexemes } from '../../lib/claim/syntax/lexemes.ts';
import { findQuantities } from '../../lib/claim/quantity/quantities.ts';

const lexemesOf = (text: string) => readLexemes(text, { start: 0, end: text.length });
const amounts = (text: string): string[] =>
  findQuantities(lexemesOf(text)).map(({ value, unit }) => `${value} ${unit}`);
const counted = (text: string): string[] => findQuantities(lexemesOf(text)).map(({ of }) => of);

describe('amounts', () => {
  test.each([
    ['a range with one sign and one magnitude', 'It costs $3-4 million a year.', ['3000000 $', '4000000 $']],
    ['one in a million', 'There is a one in a million chance.', ['0.0001 percent']],
    ['a score with a dash', 'Rovers won 3-1 and drew 2-2.', []],
    ['a whole and a part in words', 'It weighs two and a half tonnes.', ['2.5 tonnes']],
    ['a count', 'It has 14,300 workers.', ['14300 count']],
    ['crowns of one people', 'It lost 40 Norwegian crowns and 2 Czech crowns.', ['40 NOK', '2 CZK']],
    ['so many crowns', 'It made 212 million crowns with two crowns.', ['212000000 SEK', '2 count']],
    ['money of a people', 'He paid 500 Ugandan shillings and 90 Japanese yen.', ['500 UGX', '90 JPY']],
    ['pounds of a people', 'It cost 900 Egyptian pounds.', ['900 EGP']],
    ['a code and a space', 'Orders jumped to NOK 19.3 billion from INR 4 crore.', ['19300000000 NOK', '40000000 INR']],
    ['capitals that are no code', 'He did NOT 4 times.', ['4 count']],
    ['a vote in two shares', 'It passed by 51 to 49 percent.', ['51 percent', '49 percent']],
    ['a word that a number is put at', 'Local radio put the number at five.', ['5 count']],
    ['a word at a time', 'They met at five.', []],
    ['lines of a picture', 'It runs at 1080p and costs 90p.', ['0.9 GBP']],
    ['giant tonnes', 'It emitted 36.8 gigatonnes.', ['36800000000 tonnes']],
    [
      'per cent in three spellings',
      '5% here, 6 percent there, 7.5 per cent elsewhere',
      ['5 percent', '6 percent', '7.5 percent'],
    ],
    ['percentage points', 'up 2 percentage points', ['2 percentage-points']],
    ['points beside a percentage', 'fell by five points to 32 per cent', ['5 percentage-points', '32 percent']],
    ['a share of a unit', 'by a quarter of a percentage point', ['0.25 percentage-points']],
    ['a share of a million', 'A quarter of a million people came.', ['250000 count']],
    ['a share of a million in money', 'He took a quarter of a million dollars.', ['250000 $']],
    ['a magnitude before its figure', 'It put the magnitude at 7.1.', ['7.1 magnitude']],
    ['two as a pronoun', 'Together the two would own 600 pubs.', ['600 count']],
    ['an age at an event', 'Ama Osei was 34 when she retired.', []],
    ['the day that ends a period', 'It grew 12% in the three months ended Dec. 31, the maker said.', ['12 percent']],
    ['a length and no period', 'The hearing is to last six weeks.', ['6 weeks']],
    ['figures in a name', 'He told 2GB that 5G is safe.', []],
    ['basis points', 'cut by 25 basis points', ['0.25 percentage-points']],
    ['words', 'Twenty-one men left.', ['21 count']],
    ['long words', 'Two hundred and fifty thousand women voted.', ['250000 count']],
    ['half a million', 'Half a million people came.', ['500000 count']],
    ['a dozen', 'A dozen eggs broke.', ['12 count']],
    ['a dozen or so', 'A dozen or so boats left, or so he thought.', ['12 count']],
    ['one and a half million', 'One and a half million people voted.', ['1500000 count']],
    ['feet and inches', 'He is 5ft 11in, she 5 feet 10 inches tall.', ['1.8034 metres', '1.778 metres']],
    ['feet and inches by their signs', 'The 6\'2" keeper and the 6’4 lock left.', ['1.8796 metres', '1.9304 metres']],
    ['feet and a bare figure', 'The 6-foot-4 centre left.', ['1.9304 metres']],
    ['feet, and then a count', 'The wall is 6 feet high and 4 men guard it.', ['1.8288 metres', '4 count']],
    ['stones and pounds', 'He weighed 12st 4lb.', ['78.0178876 kg']],
    [
      'metres beside feet',
      'It is 1,000ft (305m) up, 300m (984ft) away.',
      ['304.8 metres', '305 metres', '300 metres', '299.9232 metres'],
    ],
    ['how often a flood comes back', 'It was a 1-in-200-year flood.', ['200 years']],
    ['a part of a point', 'It rose by 0.3 of a percentage point.', ['0.3 percentage-points']],
    [
      'areas in one unit',
      '3 sq km, 10 square miles and a 1,000-square-foot flat',
      ['3 square km', '25.8998811 square km', '92.90304 square metres'],
    ],
    [
      'speeds in one unit',
      'winds of 185mph, 298km/h and 100 miles an hour',
      ['297.72864 km/h', '298 km/h', '160.9344 km/h'],
    ],
    ['volumes in one unit', '2 million cubic feet of gas', ['56633.6932 cubic metres']],
    [
      'energy is no power',
      '3 gigawatt-hours, 400 megawatt hours and 2 gigawatts',
      ['3000000 kWh', '400000 kWh', '2000 MW'],
    ],
    ['lakh and crore', 'It has 2.4 lakh followers and 64 crore rupees.', ['240000 count', '640000000 INR']],
    ['money with magnitude', 'It lost £1.2bn, $5 million and €300,000.', ['1200000000 GBP', '5000000 $', '300000 EUR']],
    [
      'dollars of other countries',
      'A$3m, US$4m, S$5m and HK$6m',
      ['3000000 AUD', '4000000 USD', '5000000 SGD', '6000000 HKD'],
    ],
    [
      'dollars of other countries in words',
      '3 million Australian dollars, 5 New Zealand dollars, 6 Hong Kong dollars, 7 dollars and 50 cents',
      ['3000000 AUD', '5 NZD', '6 HKD', '7 $', '0.5 $'],
    ],
    ['a bare dollar is nobody’s yet', '$900 a worker', ['900 $']],
    [
      'letters before the figure',
      'Sh300 million, R1,2 billion, N4.3 billion, Rs 500 and GH¢200',
      ['300000000 KES', '1200000000 ZAR', '4300000000 NGN', '500 INR', '200 GHS'],
    ],
    ['pence', 'It will be held at 6.2p.', ['0.062 GBP']],
    ['a range of money', 'profit of £84m to £90m', ['84000000 GBP', '90000000 GBP']],
    [
      'a range that shares unit and magnitude',
      'between 1.5 and 2 million barrels',
      ['1500000 barrels', '2000000 barrels'],
    ],
    ['a range in words', 'a toll of between four and six euros', ['4 EUR', '6 EUR']],
    ['a range in words with to', 'four to six euros', ['4 EUR', '6 EUR']],
    ['a range with a dash', '10-20 people', ['10 count', '20 count']],
    ['one in five', 'One in five children agrees.', ['20 percent']],
    ['two of every five', 'The pumps failed in two of every five tests.', ['40 percent']],
    ['one in every ten', 'One in every ten pupils left.', ['10 percent']],
    ['a year cut short', 'If you had told me in ’09, 12 people would know.', ['12 count']],
    ['an age at the end', '“It saves the old town,” says Holm, 61.', []],
    ['three out of four', 'Three out of four doctors agree.', ['75 percent']],
    ['fractions', 'Two-thirds of voters and a quarter of the seats', ['66.6666667 percent', '25 percent']],
    ['times', 'three times as many', ['3 ratio']],
    ['miles are kilometres', 'It is 100 miles away.', ['160.9344 km']],
    ['acres are hectares', 'It has 1,000 acres.', ['404.68564 hectares']],
    ['temperatures', 'It was 47°C.', ['47 °C']],
    ['hyphenated units', 'a 16,900-tonne vessel', ['16900 tonnes']],
    ['one half more', 'It took 2½ hours.', ['2.5 hours']],
    [
      'from a higher to a lower figure',
      'It cut its forecast from 2.1 to 1.8 per cent.',
      ['2.1 percent', '1.8 percent'],
    ],
    ['doses and speeds', 'He took 50mg in winds of 20 knots.', ['50 mg', '37.04 km/h']],
    ['a minus in words', 'The valley saw minus 21 degrees at dawn.', ['-21 °C']],
    ['a minus sign', 'Output shrank, at −0.4 per cent, and it was -7C.', ['-0.4 percent', '-7 °C']],
    ['a range below zero', 'Nights of minus 8 to minus 3 degrees', ['-8 °C', '-3 °C']],
    ['below zero', 'Snow fell at 9 degrees below zero.', ['-9 °C']],
    ['money owed', 'The account stood at -£420.', ['-420 GBP']],
    ['a dash is no sign', 'The whole team - 40 nurses - went to 3-5 towns.', ['40 count', '3 count', '5 count']],
    ['a subtraction', 'The grant is $500 minus 3% a year.', ['500 $', '3 percent']],
    ['degrees Fahrenheit', 'The city reached 101F.', ['101 °F']],
    ['half as many', 'Half as many trams ran, and twice as many buses.', ['0.5 ratio', '2 ratio']],
    ['folds', 'a fivefold rise and a 12-fold fall', ['5 ratio', '12 ratio']],
    ['ratios', 'a 4:1 split, where geese outnumber ducks 6 to 1', ['4 ratio', '6 ratio']],
    ['a share with hyphens', 'a 1-in-8 risk', ['12.5 percent']],
    ['a range of money with two magnitudes', 'A bid of €5m-7m failed.', ['5000000 EUR', '7000000 EUR']],
    ['about so many', 'Some 30-odd goats, 700+ hens', ['30 count', '700 count']],
    ['thousands set apart by spaces', 'R14 500 went to 12 300 members.', ['14500 ZAR', '12300 count']],
    ['points of an index', 'The Nikkei lost 410 points, or 1.3 percent.', ['410 points', '1.3 percent']],
    ['points in a poll', 'Their lead in the survey is down 4 points.', ['4 percentage-points']],
    ['a denominator is no amount', 'It has 31 midwives per 10,000 births.', ['31 count']],
    ['magnitudes of earthquakes', 'a magnitude 6.4 quake and a 5.1-magnitude one', ['6.4 magnitude', '5.1 magnitude']],
    ['parts of air', 'The air holds 417 parts per million.', ['417 ppm']],
    ['barrels a day', 'Wells pump 90,000 b/d.', ['90000 barrels']],
    ['metres of a race', 'She won the 1,500m and he the 200m final.', ['1500 metres', '200 metres']],
    ['years as counts', 'Some 1900 tonnes fed more than 2000 people.', ['1900 tonnes', '2000 count']],
  ])('%s', (_name, text, wanted) => {
    expect(amounts(text)).toEqual(wanted);
  });
});

describe('no amounts', () => {
  test.each([
    ['dates', 'on 7 March 2019 and March 8'],
    ['ranges of days', 'from 3 to 5 March, May 11-14 and between 2 and 9 June'],
    ['how long ago', 'three weeks ago, 40 years earlier and two days later'],
    ['years and decades', 'in 2019 and the 1990s, the 2018 floods, since 2014'],
    ['times', 'at 4.20am, 10:30, 9 p.m. and ten past four'],
    ['ages', 'Smith, 54, and a 12-year-old girl aged 12'],
    ['ages in words of telling', 'Orr, who is 41, turned 41 in May; her father died at 88.'],
    ['groups by age', 'those aged 18 to 24, adults over 50, the under-21s and people aged 65 and over'],
    ['scores', 'Rovers won 3-1 and then 2–0.'],
    ['scores in words', 'Derby won 4 to 2 at home.'],
    ['labels', 'page 12, Covid-19, the G20 and the A350'],
    ['labels before a verb', 'Article 9 applies, flight 212 landed and bus 14 left Terminal 3.'],
    ['labels in a list', 'See chapters 3, 5 and 8, rooms 12-14.'],
    ['labels cut short', 'the No. 7 shirt, pp. 30 and 41'],
    ['names', 'Windows 11 crashed; Apollo 11 landed; iOS 17.4 runs on Boeing 737 jets.'],
    ['indices', 'The S&P 500 and the FTSE 100 closed lower.'],
    ['names in words', 'Fans of Formula One flew in Air Force One.'],
    ['houses', 'She left 10 Downing Street for 221B Baker Street and 1600 Pennsylvania Avenue.'],
    ['telephones', 'Ring 555-0142, +44 20 7946 0018, (020) 7946 0958 or 0800 123 456.'],
    ['short lines', 'Call 999 or the helpline on 116 123.'],
    ['numbers of books', 'ISBN 978-3-16-148410-0'],
    ['kinds of virus and road', 'H5N1 on the M25 and Highway 61'],
    ['names with a number word', 'She reads the News at Ten.'],
    ['a rate without its nought', 'He batted .304 last year.'],
    ['ordinals', 'the third man came 5th'],
    ['halves of a match', 'She scored in the second half.'],
    ['what is half of nothing counted', 'At half-time her half-brother left the half-finished stand at half-price.'],
    ['vague crowds', 'Dozens of goats, hundreds of hens and several hundred sheep'],
    ['one of them', 'One of them said no one knew.'],
  ])('%s', (_name, text) => {
    expect(amounts(text)).toEqual([]);
  });
});

describe('amounts that look like names, ages or numbers to dial', () => {
  test.each([
    ['where so many were', 'In Leeds 30 homes flooded; near Kano 12 soldiers died.', ['30 count', '12 count']],
    ['a headline in capitals', 'Storm Floods 300 Homes as Rivers Rise', ['300 count']],
    ['verbs that are also labels', 'It will issue 40 permits and order 300 tanks.', ['40 count', '300 count']],
    ['people who are rung', 'She called 200 witnesses.', ['200 count']],
    ['streets that are counted', 'Fire shut 40 High Street shops.', ['40 count']],
    ['a court’s cases', 'He lost 3 Crown Court trials.', ['3 count']],
    ['over so many', 'Over 65 countries signed.', ['65 count']],
    ['a giver and a name', 'The fund gave Leeds 40 houses.', ['40 count']],
    ['who number so many', 'People aged 65 and over number 12 million.', ['12000000 count']],
    ['pages of a report', 'The report of 112 pages is on page 3.', ['112 count']],
  ])('%s', (_name, text, wanted) => {
    expect(amounts(text)).toEqual(wanted);
  });
});

describe('what is counted', () => {
  test.each([
    ['what rose by an average', 'Wages rose by an average of 4.5%.', ['rise in Wages']],
    ['lives', 'The storms that hit Ohio have claimed 23 lives.', ['lives']],
    ['a name with a number', 'The One X costs $500.', ['One X']],
    ['half of something', 'They asked the state to meet half the bill.', ['bill']],
    ['without its number', 'Another 51 people are missing and 109 are in hospital.', ['people', 'people']],
    ['nothing behind "without"', 'They have gone eight without a win.', ['']],
    ['nothing behind "along"', 'Some 5,000 marchers along the river sang.', ['marchers']],
    ['a denominator', 'It has 31 midwives per 10,000 births.', ['midwives per 10,000 births']],
    ['a rate with hyphens', 'Crude at $70-a-barrel is cheap.', ['per barrel']],
    ['the same once more', 'Some 1.2 million people, or 5%, left.', ['people', 'people']],
    ['an index that moved', 'The Dow fell 300 points, or 0.8%.', ['fall in Dow', 'fall in Dow']],
    ['how long a thing is', 'a 3-mile-long queue at a 12-storey tower', ['queue', 'storey']],
    [
      'a change told beside a level',
      'The pass rate was 76 per cent, a fall of 2 points.',
      ['pass rate', 'fall in pass rate'],
    ],
    ['a change told with its object', 'There was a rise of 5% in rents.', ['rise in rents']],
    ['a price at the close', 'Tin traded at $31,000 a tonne.', ['Tin per tonne']],
    ['going from and to', 'Rates went from 5% to 7%.', ['Rates', 'Rates']],
    ['the noun after it', 'The agency has 270 inspectors in Iran.', ['inspectors in Iran']],
    ['what follows "of"', 'A third of the voters stayed.', ['voters']],
    ['the subject', 'Inflation was 5.1 per cent in August.', ['Inflation']],
    ['a change says so', 'Inflation rose by 2 per cent.', ['rise in Inflation']],
    ['a level reached is no change', 'Inflation rose to 5 per cent.', ['Inflation']],
    ['the noun before "of"', 'It made a profit of £84m.', ['profit']],
    ['a period stays', 'It lost Sh300 million a day.', ['loss per day']],
    ['a period behind what "of" joins', 'The pit yields 9 tonnes of ore a day.', ['ore per day']],
    ['a loss is no fall', 'Brenk Foods lost £31m.', ['loss']],
    ['a share ends with its plural', 'One in five pupils goes without.', ['pupils']],
    ['a share in figures', 'Three in 10 tenants owe rent, as do 1 in 4 owners.', ['tenants', 'owners']],
    ['a noun that is also a verb', 'Some 70% of the work was done for €2m in back pay.', ['work', 'back pay']],
    ['an end in time', 'It secures the work of 900 people in Tarne until 2028.', ['people in Tarne']],
    ['half of so many', 'Half of the 1,300 boats are empty.', ['boats', 'boats']],
    ['fewer of them', 'The ward has 25 per cent fewer beds than it needs.', ['fewer beds']],
    ['what was cut by a part', 'The pill cut deaths by a fifth.', ['fall in deaths']],
    ['what was raised to', 'It raised rates by half a percentage point to 5 per cent.', ['rise in rates', 'rates']],
    ['slowing', 'Inflation slowed to 3.4 percent from 4 percent.', ['Inflation', 'Inflation']],
    ['compared with', 'The port handled 102 ships in 2022, compared with 87 a year before.', ['ships', 'ships']],
    ['how long it took', 'The lake rose 8 feet in two hours.', ['rise in lake', '']],
    ['a hyphen in a head', 'It made a pre-tax loss of £47m.', ['pre-tax loss']],
    ['worth so much', 'They seized 3 tonnes of tea worth R2bn.', ['tea', 'tea']],
    ['each is nobody', 'They got Rs 6,000 each.', ['']],
    [
      'a rise in something',
      'Wards report a 30% rise in burns after a $5m cut in grants.',
      ['rise in burns', 'cut in grants'],
    ],
    ['money raised is no rise', 'The sale will raise £4m for social care.', ['social care']],
    ['money spent', 'The scandal is the £9m spent on lawyers.', ['lawyers']],
    ['costs that rise', 'Diesel costs rose 30 per cent.', ['rise in Diesel costs']],
    ['no subject in a pronoun', 'Last year it was 20.', ['']],
    ['behind "showing"', 'Ms Orr pointed to papers showing the deficit had grown by $3bn.', ['rise in deficit']],
    [
      'a subject that a share opens',
      'One in eight young people was out, compared with one in six.',
      ['young people', 'young people'],
    ],
    ['no verb after it', 'Fewer than 4,000 people come here.', ['people']],
    ['no adverb after it', 'A kilo is 2.10 now.', ['kilo']],
    ['the object of "put at"', 'The ministry put the harvest in Punjab at 17 million tonnes.', ['harvest in Punjab']],
  ])('%s', (_name, text, wanted) => {
    expect(counted(text)).toEqual(wanted);
  });
});

test('spans slice to the amount, in order and inside the sentence', () => {
  const words = fc.constantFrom(
    'about',
    '12',
    '3.5',
    '%',
    'per',
    'cent',
    'million',
    '£',
    '$',
    'half',
    'a',
    'one',
    'in',
    'five',
    '-',
    'of',
    'people',
    ',',
    '2019',
    'third',
    'Rs',
    'minus',
    'below',
    'zero',
    'degrees',
    'to',
    'times',
    'twice',
    'as',
    'many',
    'points',
    'Street',
    'call',
    '555',
    '+',
    ':',
    'aged',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const text = parts.join(' ');
      let last = 0;
      for (const { value, span } of findQuantities(lexemesOf(text))) {
        expect(Number.isFinite(value)).toBe(true);
        expect(span?.start).toBeGreaterThanOrEqual(last);
        expect(span?.end).toBeLessThanOrEqual(text.length);
        last = span?.end ?? last;
      }
    }),
  );
});

describe('what is counted', () => {
  test.each([
    ['a group by its age', 'Only 73.3% of five-year-olds were protected.', ['five-year-olds']],
    ['some of those counted before', 'It killed 27 people, 25 of them children.', ['people', 'children']],
    ['and with a relative clause', 'It killed 27 people, 25 of whom were children.', ['people', 'children']],
    ['no time that it took', 'He would move 600,000 people in five years.', ['people', '']],
    ['not what was lost', 'About 1,500 families lost their homes.', ['families']],
    ['not what was seen', 'A crowd of 17,183 saw Osei score.', ['crowd']],
    ['another amount’s noun', 'Orvane earned $8bn on revenue of $71bn.', ['Orvane', 'revenue']],
    ['in return', 'His firm won contracts worth $9.8m in return.', ['contracts']],
    ['without who says so', 'Prosecutors say the contracts were worth $11m.', ['contracts']],
    ['a clause of its own', 'Orvane will cut jobs even though its profits rose by 30%.', ['rise in profits']],
    ['more than doubled', 'Sales at the unit more than doubled to $6bn.', ['Sales at the unit']],
    ['closed up', 'The shares closed up 4.8 per cent.', ['rise in shares']],
    ['makes up', 'State aid makes up 62% of its budget.', ['budget']],
    ['turns down', 'Drivers will strike after turning down a 4.5% offer.', ['offer']],
    ['a target that somebody owns', "It is below the agency's target of 95%.", ['target']],
    ['a quake', 'A magnitude 6.9 earthquake shook Puebla.', ['earthquake']],
    ['a party in a poll', 'Labour is on 20%, with Reform on 30%.', ['Labour', 'Reform']],
    ['and as somebody had it', 'The pollster had Labour on 22%.', ['Labour']],
    ['nothing of what is said', 'With 17% of voters saying they would go, it fell.', ['voters']],
    ['what was lowered', 'The drug lowered the risk of death by 15 percent.', ['fall in risk of death']],
    ['a rate', 'It pays $171,000 a job.', ['per job']],
    ['where it came from', 'The US will raise tariffs on goods to 50% from 10%.', ['tariffs', 'tariffs']],
    ['nothing that a pronoun stands for', 'The firm puts them at $2bn.', ['']],
    ['a quake behind it', 'A quake of magnitude 7.1 killed 369 people.', ['quake', 'people']],
    ['what acts by itself', 'On a turnout of 82%, 88% voted against it.', ['turnout', '']],
  ])('%s: %s', (_rule, text, expected) => {
    expect(counted(text)).toEqual(expected);
  });
});
