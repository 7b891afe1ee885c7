import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLexemes } from '../../lib/claim/lexemes.ts';
import { findQuantities } from '../../lib/claim/quantities.ts';

const lexemesOf = (text: string) => readLexemes(text, { start: 0, end: text.length });
const amounts = (text: string): string[] =>
  findQuantities(lexemesOf(text)).map(({ value, unit }) => `${value} ${unit}`);
const counted = (text: string): string[] => findQuantities(lexemesOf(text)).map(({ of }) => of);

describe('amounts', () => {
  test.each([
    ['a range with one sign and one magnitude', 'It costs $3-4 million a year.', ['3000000 USD', '4000000 USD']],
    ['one in a million', 'There is a one in a million chance.', ['0.0001 percent']],
    ['a score with a dash', 'Rovers won 3-1 and drew 2-2.', []],
    ['a whole and a part in words', 'It weighs two and a half tonnes.', ['2.5 tonnes']],
    ['a count', 'It has 14,300 workers.', ['14300 count']],
    [
      'per cent in three spellings',
      '5% here, 6 percent there, 7.5 per cent elsewhere',
      ['5 percent', '6 percent', '7.5 percent'],
    ],
    ['percentage points', 'up 2 percentage points', ['2 percentage-points']],
    ['points beside a percentage', 'fell by five points to 32 per cent', ['5 percentage-points', '32 percent']],
    ['a share of a unit', 'by a quarter of a percentage point', ['0.25 percentage-points']],
    ['a share of a million', 'A quarter of a million people came.', ['250000 count']],
    ['figures in a name', 'He told 2GB that 5G is safe.', []],
    ['basis points', 'cut by 25 basis points', ['0.25 percentage-points']],
    ['words', 'Twenty-one men left.', ['21 count']],
    ['long words', 'Two hundred and fifty thousand women voted.', ['250000 count']],
    ['half a million', 'Half a million people came.', ['500000 count']],
    ['a dozen', 'A dozen eggs broke.', ['12 count']],
    ['lakh and crore', 'It has 2.4 lakh followers and 64 crore rupees.', ['240000 count', '640000000 INR']],
    [
      'money with magnitude',
      'It lost £1.2bn, $5 million and €300,000.',
      ['1200000000 GBP', '5000000 USD', '300000 EUR'],
    ],
    [
      'dollars of other countries',
      'A$3m, US$4m, S$5m and HK$6m',
      ['3000000 AUD', '4000000 USD', '5000000 SGD', '6000000 HKD'],
    ],
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
  ])('%s', (_name, text, wanted) => {
    expect(amounts(text)).toEqual(wanted);
  });
});

describe('no amounts', () => {
  test.each([
    ['dates', 'on 7 March 2019 and March 8'],
    ['years and decades', 'in 2019 and the 1990s'],
    ['times', 'at 4.20am, 10:30 and ten past four'],
    ['ages', 'Smith, 54, and a 12-year-old girl aged 12'],
    ['scores', 'Rovers won 3-1 and then 2–0.'],
    ['labels', 'page 12, Covid-19, the G20 and the A350'],
    ['ordinals', 'the third man came 5th'],
    ['one of them', 'One of them said no one knew.'],
  ])('%s', (_name, text) => {
    expect(amounts(text)).toEqual([]);
  });
});

describe('what is counted', () => {
  test.each([
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
