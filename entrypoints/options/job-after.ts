import type { PackJob } from '../../components/packs/pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import type { ImportEnd } from './import-messages.ts';

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1).replace(/\.?$/u, '.');

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
      return { state: 'refused', why: sentence(end.why) };
    default:
      return end satisfies never;
  }
}
