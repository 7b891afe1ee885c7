/** Runs in a browser's worker: times one reader on one text and answers milliseconds, the best of the rounds. */
import { type NameReader, nameReaders } from './name-readers.ts';
import { timeOf } from './rows.ts';

interface Order {
  readonly reader: NameReader;
  readonly text: string;
  readonly weights: ArrayBuffer;
}

/** What this file uses of a worker's global scope; the project's types have no worker. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { readonly data: Order }) => void): void;
  postMessage(milliseconds: number, transfer: readonly []): void;
}

const scope = globalThis as unknown as Scope;
scope.addEventListener('message', ({ data: { reader, text, weights } }) => {
  const find = nameReaders[reader](weights);
  scope.postMessage(
    timeOf(() => find(text)),
    [],
  );
});
