import { expect, test } from 'vitest';
import { dropAddresses } from '../../../lib/recognise/rules/addresses.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['an e-mail address', 'Write to [ana.gil@harbour.example=work] today.', []],
  ['a page of a site', 'See [harbour.example/news/story=work] for more.', []],
  ['a site with its own letters before it', 'The [Harbour (www.harbour.example=work) has it.', []],
  ['a file', 'Copy [pull /data/user/harbour.jar=work] first.', []],
  ['a site that is called so', 'She works for [Harbour.com=organisation] now.', ['Harbour.com']],
  ['an account', 'So wrote @[ana_gil] on Friday.', ['ana_gil']],
  ['two names and a stroke', 'The route [Reno/Tahoe=place] is open.', ['Reno/Tahoe']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropAddresses, text)).toEqual(expected));
