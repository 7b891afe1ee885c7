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

/** Breaths after which a page counts as so long that its own frames go first. */
const few = 3;

/** Runs steps to their end, as many in each task as its share of a frame has room for. */
export const inTasks = async <T>(steps: Generator<void, T>): Promise<T> => {
  let began = performance.now();
  for (let step = steps.next(), breaths = 0; ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < share) continue;
    breaths += 1;
    await (breaths > few ? afterOthers() : nextTask());
    began = performance.now();
  }
};

interface Scheduler {
  yield?(): Promise<void>;
  postTask?(task: () => void): Promise<void>;
}

const schedulerOf = (): Scheduler | undefined => (globalThis as { readonly scheduler?: Scheduler }).scheduler;

/**
 * Lets the page run before work goes on: no task of ours may hold a frame up. Where the browser can, we keep our place
 * before whatever of the page's has come later, its frames too: many of these in a row would hold up five of them.
 */
export const nextTask = (): Promise<void> => schedulerOf()?.yield?.() ?? afterOthers();

/** The same behind all that is waiting. */
const afterOthers = (): Promise<void> =>
  schedulerOf()?.postTask?.(() => {}) ??
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
