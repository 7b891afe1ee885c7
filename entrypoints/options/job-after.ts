import { failureWords } from '../../components/packs/failure-words.ts';
import type { PackJob } from '../../components/packs/pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import type { PackOverview } from '../../lib/message/protocol.ts';
import type { ImportEnd } from './import-messages.ts';

/** What the reader sees once an import has ended. */
export function jobAfter(end: ImportEnd): PackJob {
  switch (end.kind) {
    case 'added':
      return { state: 'good', words: words.packs.added({ version: end.version }) };
    case 'present':
      return { state: 'good', words: words.packs.present({ version: end.version }) };
    case 'current':
      return { state: 'good', words: words.packs.current };
    case 'stopped':
      return { state: 'idle' };
    case 'unknown-publisher':
      return { state: 'question', publisher: end.publisher, fingerprint: end.fingerprint };
    case 'refused':
      return { state: 'refused', why: failureWords(end.failure) };
    case 'not-kept':
      return { state: 'refused', why: words.packFailure.notKept };
    case 'broken':
      return { state: 'refused', why: words.packFailure.unexpected, reported: end.detail };
    default:
      return end satisfies never;
  }
}

/** What the reader sees once a pack went back to the version that it had before. */
export const wentBack = (before: PackOverview | null, id: string): PackJob => {
  const version = before?.packs.find((pack) => pack.id === id)?.previous?.version ?? '';
  return { state: 'good', words: words.packs.wentBack({ version }) };
};
