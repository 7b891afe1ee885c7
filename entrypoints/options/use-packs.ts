import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PackActions, PackJob } from '../../components/packs/pack-job.ts';
import { words } from '../../lib/i18n/words.ts';
import type { PackOverview } from '../../lib/message/protocol.ts';
import { askBackground } from '../../lib/message/send.ts';
import { requestOrigin } from '../../lib/platform/permissions.ts';
import { jobAfter, wentBack } from './job-after.ts';
import type { ImportEnd, ImportOrder } from './import-messages.ts';
import { type Importer, startImporter } from './importer.ts';
import { useWatch } from './use-watch.ts';

/** The packs as the store has them, and the one job that this page runs in its worker. */
export function usePacks(onChange: () => void): PackActions & {
  readonly overview: PackOverview | null;
  readonly job: PackJob;
} {
  const [overview, setOverview] = useState<PackOverview | null>(null);
  const [job, setJob] = useState<PackJob>({ state: 'idle' });
  const importer = useRef<Importer | null>(null);
  const pending = useRef<{ readonly order: ImportOrder; readonly key: string; readonly what: string } | null>(null);
  /** Keys that were agreed to on this page: an import that is stopped and goes on does not ask anew. */
  const agreed = useRef<readonly string[]>([]);

  const look = useCallback(async () => {
    const answer = await askBackground('packs', {});
    if (answer.ok) setOverview(answer.value);
    onChange();
  }, [onChange]);
  useEffect(() => {
    void look();
  }, [look]);
  useWatch(job.state === 'running' ? null : overview, look);

  const finish = async (order: ImportOrder, end: ImportEnd): Promise<void> => {
    importer.current = null;
    if (end.kind === 'unknown-publisher') pending.current = { order, key: end.key, what: end.publisher };
    if ((end.kind === 'added' || end.kind === 'present') && end.subscribed !== null)
      await askBackground('subscribePack', { pack: end.pack, url: end.subscribed });
    // What it brought shows on pages that stand open.
    if (end.kind === 'added') void askBackground('storeWritten', {});
    setJob(jobAfter(end));
    await look();
  };
  const start = (order: ImportOrder, what: string): void => {
    setJob({ state: 'running', what, done: 0, total: null });
    importer.current = startImporter(order, {
      onEnd: (end) => void finish(order, end),
      onProgress: ({ title, version, done, total }) =>
        setJob({ state: 'running', what: words.packs.titleVersion({ title, version }), done, total }),
    });
  };
  const startFrom = async (url: string, order: ImportOrder): Promise<void> => {
    // Asked for at this very moment, and only for this server.
    const { host } = new URL(url);
    if (await requestOrigin(url)) start(order, host);
    else setJob({ state: 'refused', why: words.packs.notAllowed({ host }) });
  };
  /** `said`: what the reader is told then; what the last import said may no longer be so. */
  const ask = async (request: Parameters<typeof askBackground>, said: PackJob = { state: 'idle' }): Promise<void> => {
    const answer = await askBackground(...request);
    if (!answer.ok) setJob({ state: 'refused', why: words.packs.noAnswer });
    else setJob((now) => (now.state === 'running' || now.state === 'question' ? now : said));
    await look();
  };
  return {
    overview,
    job,
    onFile: (file) => start({ type: 'file', file, accept: agreed.current }, file.name),
    onAddress: (url, subscribe) => void startFrom(url, { type: 'address', url, subscribe, accept: agreed.current }),
    onCancel: () => importer.current?.stop(),
    onAnswer: (accepted) => {
      const asked = pending.current;
      pending.current = null;
      if (!accepted || asked === null || asked.order.type === 'update') {
        setJob({ state: 'idle' });
        return;
      }
      agreed.current = [...agreed.current, asked.key];
      start({ ...asked.order, accept: agreed.current }, asked.what);
    },
    onDismiss: () => setJob({ state: 'idle' }),
    onUpdate: (pack, url) => void startFrom(url, { type: 'update', pack }),
    onSubscribe: (pack, url) => void ask(['subscribePack', { pack, url }]),
    onRollBack: (pack) => void ask(['rollBackPack', { pack }], wentBack(overview, pack)),
    onRemove: (pack) => void ask(['removePack', { pack }]),
    onDiscard: (pack) => void ask(['discardImport', { pack }]),
  };
}
