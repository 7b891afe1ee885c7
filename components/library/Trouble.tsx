import { useState } from 'preact/hooks';
import type { BackupBrief } from '../../lib/model/exchange.ts';
import { words } from '../../lib/i18n/words.ts';
import { Button } from '../parts/Button.tsx';
import { Reported } from '../parts/Reported.tsx';
import { whenWords } from './when-words.ts';
import './Trouble.css';

export interface TroubleProps {
  /** Too new: another version wrote it, and nothing is wrong with it. */
  readonly kind: 'too-new' | 'unreadable';
  /** By the browser, in its English. */
  readonly reported: string;
  /** The last one; null where there is none. */
  readonly backup: BackupBrief | null;
  readonly onAgain: () => void;
  /** Answers what came of it, in words. */
  readonly onSalvage: () => Promise<string>;
  readonly onSaveBackup: (backup: BackupBrief) => void;
  readonly onStartAnew: () => void;
}

/** A store that does not open: what is the matter, what is safe, and what can be done. */
export const Trouble = (props: TroubleProps) => {
  const { kind, reported, backup, onAgain, onSalvage, onSaveBackup, onStartAnew } = props;
  const [said, setSaid] = useState('');
  const [sure, setSure] = useState(false);
  const { trouble, notice } = words.data;
  return (
    <section class="trouble" aria-label={trouble.title}>
      <h2 class="trouble__title">{trouble.title}</h2>
      <p>{kind === 'too-new' ? trouble.tooNew : trouble.unreadable}</p>
      <Reported text={reported} />
      <div class="trouble__tools">
        <Button look="strong" onPress={onAgain}>
          {trouble.again}
        </Button>
        <Button onPress={() => void onSalvage().then(setSaid)}>{trouble.salvage}</Button>
        {backup === null ? null : (
          <Button onPress={() => onSaveBackup(backup)}>{trouble.saveBackup({ when: whenWords(backup.at) })}</Button>
        )}
      </div>
      <p role="status">{said}</p>
      <p class="part__note">
        {trouble.anewWhy} {backup === null ? trouble.noBackup : trouble.lastBackup({ when: whenWords(backup.at) })}
      </p>
      <div class="trouble__tools">
        {sure ? (
          <Button onPress={onStartAnew}>{trouble.sure}</Button>
        ) : (
          <Button onPress={() => setSure(true)}>{backup === null ? trouble.startEmpty : notice.startAnew}</Button>
        )}
      </div>
    </section>
  );
};
