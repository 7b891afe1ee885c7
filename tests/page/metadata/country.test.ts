import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { findCountry } from '../../../lib/page/metadata/country.ts';
import { readMetadata } from '../../../lib/page/metadata/metadata.ts';

test.each([
  ['its domain', 'https://www.paper.co.nz/a', [], 'NZ'],
  ['Britain’s domain', 'https://paper.co.uk/a', [], 'GB'],
  ['an American authority', 'https://www.office.gov/a', [], 'US'],
  ['another country’s authority', 'https://office.gov.sg/a', [], 'SG'],
  ['its language’s region', 'https://paper.com/a', ['en-NZ'], 'NZ'],
  ['a region behind a script', 'https://paper.com/a', ['zh-Hant-HK'], 'HK'],
  ['a locale', 'https://paper.com/a', [null, 'en', 'en_CA'], 'CA'],
  ['its domain before its language', 'https://paper.com.au/a', ['en-GB'], 'AU'],
  ['the first that has a region', 'https://paper.com/a', ['en', 'en-AU', 'en-NZ'], 'AU'],
  ['what every site says unasked tells nothing', 'https://paper.com/a', ['en-US', 'en-NZ'], null],
  ['a script is no region', 'https://paper.com/a', ['zh-Hant'], null],
  ['a domain that everybody has', 'https://paper.io/a', [], null],
  ['an address in figures', 'http://127.0.0.1/a', [], null],
  ['nothing', null, [], null],
])('country by %s', (_, address, languages, expected) => {
  expect(findCountry(address, languages)).toBe(expected);
});

test('a page has its country by what it says of its language', () => {
  const { document } = new JSDOM('<html lang="en-NZ"><body><h1>News</h1></body></html>').window;
  expect(readMetadata(document, 'https://paper.example/a', null)).toMatchObject({ language: 'en', country: 'NZ' });
});
