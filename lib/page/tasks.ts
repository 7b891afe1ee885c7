/** Runs steps to their end in one go, where nobody waits for the thread. */
export const atOnce = <T>(steps: Generator<void, T>): T => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** Items between two breaths: less than a millisecond, whatever is made of them here. */
const stride = 100;

/** What is made of each item, in steps. */
export function* mapInSteps<T, Made>(
  items: readonly T[],
  make: (item: T, index: number) => Made,
): Generator<void, readonly Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stride === stride - 1) yield;
    made.push(make(item, index));
  }
  return made;
}

/** Milliseconds that one task takes of the page before it goes on in the next: a frame has 16, and the page its own work. */
const share = 5;

/** Runs steps to their end, as many in each task as its share of a frame has room for. */
export const inTasks = async <T>(steps: Generator<void, T>): Promise<T> => {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < share) continue;
    await nextTask();
    began = performance.now();
  }
};

interface Scheduler {
  postTask?(task: () => void): Promise<void>;
}

/**
 * Lets the page run before long work goes on: no task of ours may hold a frame up. What `scheduler.yield` goes on with
 * comes before a frame of the page, so that one piece after the other would hold up five.
 */
export const nextTask = (): Promise<void> => {
  const { scheduler } = globalThis as { readonly scheduler?: Scheduler };
  if (typeof scheduler?.postTask === 'function') return scheduler.postTask(() => {});
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
};
