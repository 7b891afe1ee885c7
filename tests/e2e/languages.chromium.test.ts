import { describe } from 'vitest';
import { speaking, type SpokenLanguage, useSession } from './harness/session.ts';
import { describeLanguage } from './scenarios/languages.ts';

// From right to left, with long words, and without spaces between them.
describe.each(['ar', 'de', 'zh_CN'] satisfies readonly SpokenLanguage[])('chromium, %s', (language) => {
  describeLanguage(useSession('chromium', {}, speaking(language)), language);
});
