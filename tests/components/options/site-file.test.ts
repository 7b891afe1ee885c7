import { expect, test } from 'vitest';
import { parseSiteFile, type Rules, writeSiteFile } from '../../../components/options/site-file.ts';

const rules: Rules = { reach: 'chosen', sitesOn: ['news.example/world'], sitesOff: ['*.bank.example', 'mail.example'] };
const none: Rules = { reach: 'news', sitesOn: [], sitesOff: [] };

test('what is written is read again', () => {
  expect(parseSiteFile(writeSiteFile(rules), none)).toEqual({ ok: true, value: rules });
});

test('sites of a house’s own network are read again, which the switch in the popup lists without a dot', () => {
  const house: Rules = { reach: 'news', sitesOn: ['intranet/news'], sitesOff: ['[::1]', 'wiki'] };
  expect(parseSiteFile(writeSiteFile(house), none)).toEqual({ ok: true, value: house });
  expect(parseSiteFile('wiki', none)).toMatchObject({ ok: false });
});

test('a plain list of sites is a list of those to leave alone', () => {
  const read = parseSiteFile('# mine\r\n\r\nb.example\r\nhttps://www.a.example/x\r\nb.example\r\n', rules);
  expect(read).toEqual({ ok: true, value: { reach: 'chosen', sitesOn: [], sitesOff: ['a.example', 'b.example'] } });
});

test.each([
  ['no site', 'on a.example\non not a site', { code: 'NotARule', line: 2, text: 'on not a site' }],
  ['no such reach', 'reach everywhere', { code: 'NotARule', line: 1, text: 'reach everywhere' }],
  ['something else altogether', '{"sites": []}', { code: 'NotARule', line: 1, text: '{"sites": []}' }],
  [
    'more than browsers sync',
    Array.from({ length: 4_000 }, (_, at) => `off site${at}.example`).join('\n'),
    { code: 'TooLong', characters: expect.any(Number) },
  ],
])('parseSiteFile refuses %s', (_, text, failure) => {
  expect(parseSiteFile(text, none)).toEqual({ ok: false, failure });
});
