import { describe } from 'vitest';
import { speaking, useSession } from './harness/session.ts';
import { describeLanguage } from './scenarios/languages.ts';

describe('firefox, ar', () => {
  describeLanguage(useSession('firefox', {}, speaking('ar')), 'ar');
});
