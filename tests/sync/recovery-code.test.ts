import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRecoveryCode, writeRecoveryCode } from '../../lib/sync/recovery-code.ts';

const secrets = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => new Uint8Array(bytes));
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const exchange = (text: string, at: number, letters: string): string =>
  text.slice(0, at) + letters + text.slice(at + letters.length);

test('a code is six groups of five, and leads back to its secret however it is typed', () => {
  fc.assert(
    fc.property(secrets, (secret) => {
      const code = writeRecoveryCode(secret);
      expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){5}[0-9A-HJKMNP-TV-Z]{5}$/);
      const badlyTyped = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}\n`;
      expect(readRecoveryCode(code)).toEqual(secret);
      expect(readRecoveryCode(badlyTyped)).toEqual(secret);
    }),
  );
});

test('one letter written wrongly makes it none', () => {
  fc.assert(
    fc.property(secrets, fc.nat(29), fc.constantFrom(...Array.from(alphabet)), (secret, at, letter) => {
      const text = writeRecoveryCode(secret).replaceAll('-', '');
      fc.pre(text.charAt(at) !== letter);
      expect(readRecoveryCode(exchange(text, at, letter))).toBeNull();
    }),
  );
});

test('two neighbours that changed places make it none', () => {
  fc.assert(
    fc.property(secrets, fc.nat(28), (secret, at) => {
      const text = writeRecoveryCode(secret).replaceAll('-', '');
      const [one = '', other = ''] = text.slice(at, at + 2);
      fc.pre(one !== other);
      expect(readRecoveryCode(exchange(text, at, other + one))).toBeNull();
    }),
  );
});

test.each(['', '7ZK3D', 'U'.repeat(30), '0'.repeat(29), '0'.repeat(31)])('%j is none', (typed) => {
  expect(readRecoveryCode(typed)).toBeNull();
});
