import { useState } from 'preact/hooks';
import type { BackupBrief } from '../../lib/model/exchange.ts';
import { words } from '../../lib/i18n/words.ts';
import { Button, IconButton } from '../parts/Button.tsx';
import { Question } from '../parts/Question.tsx';
import { sizeWords } from '../sizes.ts';
import { whenWords } from './when-words.ts';

interface BackupRowProps {
  readonly backup: BackupBrief;
  readonly onRestore: () => void;
  readonly onDrop: () => void;
}

/** A backup: taken in, or deleted once that is confirmed. */
export const BackupRow = ({ backup, onRestore, onDrop }: BackupRowProps) => {
  const [asked, setAsked] = useState(false);
  const data = words.data;
  const when = whenWords(backup.at);
  return (
    <li>
      <span>{data.backupLine({ when, rows: data.rows({ count: backup.rows }), size: sizeWords(backup.bytes) })}</span>
      <span class="known-fact__tools">
        <Button onPress={onRestore}>
          {data.do} <span class="unseen">{when}</span>
        </Button>
        <IconButton icon="close" label={data.drop({ when })} onPress={() => setAsked(true)} />
      </span>
      {asked ? (
        <Question
          label={data.drop({ when })}
          sure={words.library.action.delete}
          back={words.memory.keep}
          onSure={onDrop}
          onBack={() => setAsked(false)}
        >
          {data.drop({ when })}
        </Question>
      ) : null}
    </li>
  );
};
