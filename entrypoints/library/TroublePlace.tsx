import { useEffect, useState } from 'preact/hooks';
import { Trouble } from '../../components/library/Trouble.tsx';
import { words } from '../../lib/i18n/words.ts';
import type { BackupBrief } from '../../lib/model/exchange.ts';
import { listBackups, vault } from '../../lib/platform/backups.ts';
import { unpackBackup } from '../../lib/store/backup.ts';
import { salvageStore } from '../../lib/store/exchange/salvage.ts';
import { StoreError } from '../../lib/store/failures.ts';
import { fileName, saveFile } from './save-file.ts';
import { startAnew } from './start-anew.ts';

async function salvage(): Promise<string> {
  const { trouble } = words.data;
  const found = await salvageStore({}, Date.now());
  if (found === null || found.rows === 0) return trouble.nothingRead;
  saveFile(found.content, fileName('sidelight', 'jsonl.gz'));
  const saved = trouble.saved({ count: found.rows });
  return found.lost === 0 ? saved : `${saved} ${trouble.lost({ count: found.lost })}`;
}

async function saveBackup({ at }: BackupBrief): Promise<void> {
  const text = await vault.readBackup(at);
  if (text !== null) saveFile(unpackBackup(text), fileName('sidelight-backup', 'jsonl.gz'));
}

/** In place of a store that does not open. */
export const TroublePlace = ({ error }: { readonly error: unknown }) => {
  const [backup, setBackup] = useState<BackupBrief | null>(null);
  useEffect(() => {
    void listBackups().then(([last]) => setBackup(last ?? null));
  }, []);
  const failure = error instanceof StoreError ? error.failure : null;
  const reported = error instanceof Error ? error.message : String(error);
  return (
    <Trouble
      kind={failure?.code === 'StoreTooNew' ? 'too-new' : 'unreadable'}
      reported={failure !== null && 'detail' in failure ? failure.detail : reported}
      backup={backup}
      onAgain={() => location.reload()}
      onSalvage={salvage}
      onSaveBackup={(last) => void saveBackup(last)}
      onStartAnew={() => void startAnew()}
    />
  );
};
