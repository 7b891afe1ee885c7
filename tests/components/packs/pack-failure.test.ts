import { describe, expect, test } from 'vitest';
import { failureWords } from '../../../components/packs/failure-words.ts';
import { flatten } from '../../../lib/i18n/messages.ts';
import { source } from '../../../lib/i18n/source.ts';
import type { InstallFailure } from '../../../lib/model/install-failure.ts';
import { readLocales } from '../../../scripts/catalogues.ts';

const url = 'https://packs.example/test.json';
const fingerprint = '0123 4567';

const table: readonly (readonly [failure: InstallFailure, said: string])[] = [
  [
    { code: 'PackMalformed', file: 'entities/0', line: 2, field: 'claims.0', fault: 'noRecord', detail: '' },
    'entities/0:2 claims.0 names a record that the pack lacks.',
  ],
  [{ code: 'PackMalformed', file: 'seal', line: null, field: null, fault: 'notJson', detail: '' }, 'seal is not JSON.'],
  [{ code: 'PackDamaged', part: 'claims/0', fault: 'cutOff', detail: '' }, 'claims/0 is cut off. Get it again'],
  [{ code: 'PackDamaged', part: 'end', fault: 'trailing', detail: '' }, 'More follows behind the end of the pack.'],
  [{ code: 'PackTooNew', schema: 9, understood: 1 }, 'reads formats up to 1. Update Sidelight first.'],
  [{ code: 'PackTooLarge', file: 'entities/0', size: 40_000_000, limit: 32_000_000 }, '40 MB, where 32 MB is'],
  [{ code: 'NotAPack', detail: '' }, 'neither a pack nor the feed of one'],
  [{ code: 'PatchWithoutBase', from: '2026.11.0', installed: null }, 'of a pack that you do not have'],
  [{ code: 'PatchWithoutBase', from: '2026.11.0', installed: '2026.10.0' }, 'you have version 2026.10.0'],
  [{ code: 'PackUnsigned' }, 'Nobody signed the pack.'],
  [{ code: 'SignatureInvalid' }, 'changed after it was signed. Get it again'],
  [{ code: 'PublisherUnknown', publisher: 'Tests', key: 'x', fingerprint }, 'the publisher Tests with the key 0123'],
  [{ code: 'PublisherChanged', what: 'pack', name: 'World', fingerprint }, 'remove the pack here and add it again'],
  [{ code: 'PublisherChanged', what: 'publisher', name: 'Tests', fingerprint }, 'remove their packs here'],
  [{ code: 'PackExpired', expires: '2026-11-22' }, '22\u00A0November 2026'],
  [
    { code: 'PackDowngrade', installed: '2026.11.0', offered: '2026.10.9' },
    '2026.10.9 is older than version 2026.11.0',
  ],
  [{ code: 'VersionReused', version: '2026.11.0' }, '2026.11.0 with another content'],
  [{ code: 'PackBuiltIn', pack: 'World' }, 'World comes with Sidelight'],
  [{ code: 'OtherPack', expected: 'world', found: 'other' }, 'the pack other, not world'],
  [{ code: 'AddressNotSecure', url: 'http://packs.example' }, 'no https address'],
  [{ code: 'RemoteUnreachable', url, detail: '' }, 'cannot be reached'],
  [{ code: 'RemoteRefused', url, status: 404 }, 'nothing at'],
  [{ code: 'RemoteRefused', url, status: 503 }, 'status 503'],
  [{ code: 'PermissionMissing', origin: 'https://packs.example' }, 'may not fetch from https://packs.example'],
  [{ code: 'FileUnreadable', detail: '' }, 'The file cannot be read.'],
  [{ code: 'StoreUnavailable', detail: '' }, 'cannot be opened'],
  [{ code: 'StoreTooNew', detail: '' }, 'newer version of Sidelight'],
  [{ code: 'QuotaExceeded', detail: '' }, 'remove a pack, or forget articles'],
  [{ code: 'InstallOvertaken', pack: 'world' }, 'Another version of world'],
  [{ code: 'ImportCancelled' }, 'go on from here'],
];

describe('why a pack was not added', () => {
  test.each(table)('%o', (failure, said) => {
    expect(failureWords(failure)).toContain(said);
  });

  test('each in words of its own', () => {
    expect(new Set(table.map(([failure]) => failureWords(failure))).size).toBe(table.length);
  });
});

describe.each(readLocales())('$language', ({ texts }) => {
  test('has its own words for every reason, no two alike', () => {
    const reasons = flatten(source).filter(([key]) => key.startsWith('packFailure_'));
    const said = reasons.map(([key]) => texts[key]);
    expect(reasons.filter(([key, english]) => texts[key] === english)).toEqual([]);
    expect(new Set(said).size).toBe(reasons.length);
  });
});
