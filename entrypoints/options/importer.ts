import { type FromImporter, type ImportEnd, type ImportOrder, stopOrder } from './import-messages.ts';

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
    else onProgress(data.progress);
  });
  worker.addEventListener('error', ({ message }) => end({ kind: 'broken', detail: message }));
  worker.postMessage(order, { transfer: [] });
  return { stop: () => worker.postMessage(stopOrder, { transfer: [] }) };
}
