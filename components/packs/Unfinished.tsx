import type { UnfinishedImport } from '../../lib/model/pack.ts';
import { Button } from '../parts/Button.tsx';
import { FileButton } from '../parts/FileButton.tsx';
import { failureWords } from './failure-words.ts';
import type { PackActions } from './pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import { sizeWords } from '../sizes.ts';

type UnfinishedProps = { readonly job: UnfinishedImport } & Pick<PackActions, 'onFile' | 'onAddress' | 'onDiscard'>;

/** An import that stopped: it can go on, or give its room back. */
export const Unfinished = ({ job, onFile, onAddress, onDiscard }: UnfinishedProps) => {
  const { from } = job;
  return (
    <div class="packs__unfinished" role="group" aria-label={words.packs.unfinished({ title: job.title })}>
      <p>
        {words.packs.stoppedAt({
          title: job.title,
          version: job.version,
          done: sizeWords(job.done),
          total: sizeWords(job.total),
        })}{' '}
        {job.trouble === null ? '' : words.packs.why({ why: failureWords(job.trouble) })}
      </p>
      <p class="packs__buttons">
        {from.kind === 'url' ? (
          <Button onPress={() => onAddress(from.name, from.subscribe)}>{words.packs.resume}</Button>
        ) : (
          <FileButton label={words.packs.resumeFile} onFile={onFile} />
        )}
        <Button onPress={() => onDiscard(job.pack)}>{words.packs.discard}</Button>
      </p>
    </div>
  );
};
