import { askBackground } from '../../lib/message/send.ts';
import { type FromImporter, goOrder, type ImportEnd, type ImportOrder, stopOrder } from './import-messages.ts';

export interface Importer {
  /** Asks for an end; it comes as any other. */
  stop(): void;
}

interface Listener {
  readonly onProgress: (progress: Extract<FromImporter, { type: 'progress' }>['progress']) => void;
  readonly onEnd: (end: ImportEnd) => void;
}

/** Has a worker of this page take in a pack; the worker goes when it has ended. */
export function startImporter(order: ImportOrder, { onProgress, onEnd }: Listener): Importer {
  const worker = new Worker('/pack-import.js');
  const end = (how: ImportEnd): void => {
    worker.terminate();
    onEnd(how);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<FromImporter>) => {
    if (data.type === 'ended') end(data.end);
    else if (data.type === 'progress') onProgress(data.progress);
    else void openAhead(data).finally(() => worker.postMessage(goOrder, { transfer: [] }));
  });
  worker.addEventListener('error', ({ message }) => end({ kind: 'broken', detail: message }));
  worker.postMessage(order, { transfer: [] });
  return { stop: () => worker.postMessage(stopOrder, { transfer: [] }) };
}

/** The background answers the cards: it reads what comes while the old is still in force. */
const openAhead = ({ pack, generation }: Extract<FromImporter, { type: 'written' }>): Promise<unknown> =>
  askBackground('openPackAhead', { pack, generation });
