import { describe } from 'vitest';
import { speaking, type SpokenLanguage, useSession } from './harness/session.ts';
import { describeLanguage } from './scenarios/languages.ts';

// From right to left, and without spaces between words; long words are the gallery's (tests of every language).
describe.each(['ar', 'zh_CN'] satisfies readonly SpokenLanguage[])('chromium, %s', (language) => {
  describeLanguage(useSession('chromium', {}, speaking(language)), language);
});
