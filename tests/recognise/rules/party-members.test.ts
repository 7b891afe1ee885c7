import { expect, test } from 'vitest';
import { takePartyMembers } from '../../../lib/recognise/rules/party-members.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['both words', 'So a Social [Democrat=organisation] left.', ['Social Democrat=organisation']],
  ['several of them', 'The Christian [Democrats=nationality] won.', ['Christian Democrats=nationality']],
  ['a party in brackets', 'So [Ana Moss] ([Green], Bowden) left.', ['Ana Moss=person', 'Green=organisation']],
  ['somebody in brackets', 'So [Ana Moss] ([Reed], Bowden) left.', ['Ana Moss=person', 'Reed=person']],
  ['what no name stands before', 'So it went ([Green]) there.', ['Green=person']],
  ['a Democrat', 'So a leading [Democrat=organisation] left.', ['Democrat=organisation']],
  ['in small letters', 'So a social [Democrat=organisation] left.', ['Democrat=organisation']],
])('members of a party: %s', (_rule, text, expected) =>
  expect(typedNamesAfter(takePartyMembers, text)).toEqual(expected),
);
