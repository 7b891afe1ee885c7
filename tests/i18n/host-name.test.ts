import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readableHost, readableSite } from '../../lib/i18n/host-name.ts';

describe('a host name', () => {
  test.each([
    ['in Latin letters', 'bücher.example'],
    ['in Cyrillic letters', 'новости.example'],
    ['in Cyrillic letters with a hyphen and digits', 'новости-24.рф'],
    ['in Greek letters', 'βιβλίο.example'],
    ['in Japanese letters of three kinds', 'ニュースの森.example'],
    ['in Chinese letters', '新闻.中国'],
    ['in Arabic letters', 'أخبار.example'],
    ['in Korean letters', '뉴스.example'],
    ['under which there are others', 'www.münchen.example'],
  ])('%s is shown as its readers write it', (_, host) => {
    expect(readableHost(domainToASCII(host))).toBe(host);
  });

  test.each([
    ['of two scripts', 'pаypal.example'],
    ['of Cyrillic letters that all look Latin', 'сосо.example'],
    ['of Greek letters that all look Latin', 'νικο.example'],
    ['with a dotless i', 'wıki.example'],
    ['with a dot below', 'examplẹ.example'],
    ['with one label that is plain and one that is not', 'bücher.pаypal.example'],
    ['with a picture', 'i❤news.example'],
  ])('%s stays as addresses have it', (_, host) => {
    const ascii = domainToASCII(host);
    expect(ascii).toContain('xn--');
    expect(readableHost(ascii)).toBe(ascii);
  });

  test.each(['xn--', 'xn--a.example', 'xn--99999999999.example', `xn--${'a'.repeat(80)}`, 'xn--ü'])(
    'that is none stays as it is: %s',
    (host) => {
      expect(readableHost(host)).toBe(host);
    },
  );

  test('in a pattern keeps its star and its folders', () => {
    expect(readableSite('*.xn--bcher-kva.example/neu*')).toBe('*.bücher.example/neu*');
    expect(readableSite('example.org/xn--bcher-kva')).toBe('example.org/xn--bcher-kva');
  });

  test('labels decode to what they were made of', () => {
    const letters = fc.array(fc.constantFrom(...Array.from('abcäöüéñçž')), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(letters, (parts) => {
        const label = parts.join('');
        const ascii = domainToASCII(label);
        fc.pre(ascii.startsWith('xn--'));
        expect(readableHost(`${ascii}.example`)).toBe(`${label}.example`);
      }),
    );
  });
});
