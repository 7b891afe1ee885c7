/** Work that may be left and gone on with: each `yield` is where others may have the thread. */
export type Steps<T> = Generator<void, T>;

/** How steps are run to their end: in one go, or with breaths in between. */
export type Pace = <T>(steps: Steps<T>) => T | Promise<T>;

/** Nothing but a place where others may have the thread, between two pieces of work that have none within. */
export function* breath(): Steps<void> {
  yield;
}

/** Runs steps to their end in one go, where nobody waits for the thread. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
};

/** Items between two yields, of those that each take some microseconds. */
const light = 100;

/** What is made of each item, in steps of so many items. */
export function* mapInSteps<T, Made>(
  items: readonly T[],
  make: (item: T, index: number) => Made,
  stride = light,
): Steps<readonly Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    if (index % stride === stride - 1) yield;
    made.push(make(item, index));
  }
  return made;
}
