/** Runs cases of one target after the other and tells how far it is, so that whoever watches can tell a hang. */
import { setImmediate } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { runCase, targets } from './targets.ts';

export interface FuzzOrder {
  readonly seed: number;
  readonly target: string;
  readonly from: number;
  readonly to: number;
  /** One number: the case that runs. */
  readonly at: Int32Array;
}

export type FuzzNews =
  | { readonly type: 'done' }
  | { readonly type: 'fault'; readonly number: number; readonly detail: string };

const { seed, target: name, from, to, at } = workerData as FuzzOrder;
const tell = (news: FuzzNews): void => parentPort?.postMessage(news);

const target = targets.find((each) => each.name === name);
if (target === undefined) throw new Error(`there is no target "${name}"`);
for (let number = from; number < to; number += 1) {
  Atomics.store(at, 0, number);
  try {
    await runCase(target, seed, number);
  } catch (error) {
    tell({ type: 'fault', number, detail: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    break;
  }
  // What a case leaves to the end of its task, such as a window that was closed, would otherwise pile up for ever.
  if (number % 16 === 15) await setImmediate();
}
tell({ type: 'done' });
