import { expect, test } from 'vitest';
import { fileStem } from '../../components/file-name.ts';

test.each([
  ['marks over letters stay with them', 'Größe: Beyonce\u0301 in Łódź', 'Größe-Beyoncé-in-Łódź'],
  ['so do vowels that are marks', 'नरेन्द्र मोदी', 'नरेन्द्र-मोदी'],
  ['another direction', '«محمَّد» قال', 'محمَّد-قال'],
  ['what leads out of a folder', '../../etc/passwd', 'etc-passwd'],
  ['quotation marks around it', '“Quote”', 'Quote'],
  ['what ends where it is cut', `${'a'.repeat(59)} bcd`, 'a'.repeat(59)],
  ['no letter in halves', '𐐷'.repeat(80), '𐐷'.repeat(60)],
  ['nothing', ' … ', ''],
])('fileStem: %s', (_, text, stem) => {
  expect(fileStem(text)).toBe(stem);
});
