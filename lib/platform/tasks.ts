import type { Steps } from '../model/steps.ts';

/** Milliseconds that one task takes of a page before it goes on in the next: a frame has 16, and the page its own work. */
const ofPage = 5;

/** Breaths after which work counts as so long that all others go first. */
const few = 3;

interface Pacing {
  /** Milliseconds of the thread that one task takes. */
  readonly share: number;
  /** Waited for between two tasks. */
  readonly turn?: () => Promise<void>;
}

/**
 * Runs steps to their end, as many in each task as its share has room for. What is run one after the other at the same
 * pace shares the tasks, with all that goes on in between: a piece of work without steps is followed by a break.
 */
export const createPace = ({ share, turn }: Pacing): (<T>(steps: Steps<T>) => Promise<T>) => {
  let began = performance.now();
  let breaths = 0;
  return async (steps) => {
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (performance.now() - began < share) continue;
      breaths += 1;
      await (breaths > few ? afterOthers() : nextTask());
      await turn?.();
      began = performance.now();
    }
  };
};

/** Runs steps to their end without holding up the page they run in. */
export const inTasks = <T>(steps: Steps<T>): Promise<T> => createPace({ share: ofPage })(steps);

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
