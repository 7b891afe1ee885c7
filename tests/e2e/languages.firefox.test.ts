import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeLanguage } from './scenarios/languages.ts';

describe('firefox, ar', () => {
  describeLanguage(useSession('firefox', {}, 'ar'), 'ar');
});
