import type { CDPSession, Page } from 'playwright-core';

/** One event of Chromium's tracing; times in microseconds, `tdur` of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: string } };
}

const isOver = (event: TraceEvent, { ts, dur = 0 }: TraceEvent): boolean =>
  event.ts <= ts && event.ts + (event.dur ?? 0) >= ts + dur;

/** Promises go on in these; the page's own scripts of this bench have none. */
const continuation = 'BlinkScheduler_PerformMicrotaskCheckpoint';
/** Another process's words are read in these: answers of ours before a promise goes on with them. */
const message = 'Receive mojo message';
const calls = new Set(['FunctionCall', 'EvaluateScript', continuation, message]);

/**
 * The longest that scripts of `origin` held a page's main thread in one task, in milliseconds of the processor: without
 * the browser's own parsing and first layout, and without what other programs took from it meanwhile.
 */
function longestOf(events: readonly TraceEvent[], origin: string): number {
  const threads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const onMain = events.filter(({ ph, pid, tid }) => ph === 'X' && threads.has(`${pid}/${tid}`));
  const isOurs = ({ name, args }: TraceEvent): boolean =>
    name === continuation || (args?.data?.url?.startsWith(origin) ?? false);
  // A page of the extension's own runs its scripts in another process.
  const pages = new Set(onMain.filter(({ name }) => name === 'ParseHTML').map(({ pid }) => pid));
  const called = onMain.filter(({ name, pid }) => calls.has(name) && pages.has(pid));
  const outermost = called.filter(
    (call) => !called.some((other) => other !== call && sameThread(other, call) && isOver(other, call)),
  );
  const tasks = onMain.filter(({ name }) => name.endsWith('RunTask'));
  const held = new Map<TraceEvent, TraceEvent[]>();
  for (const call of outermost) {
    const task = tasks.find((each) => sameThread(each, call) && isOver(each, call));
    if (task !== undefined) held.set(task, [...(held.get(task) ?? []), call]);
  }
  const has = (call: TraceEvent): boolean =>
    isOurs(call) ||
    (call.name === message && called.some((inner) => isOurs(inner) && sameThread(inner, call) && isOver(call, inner)));
  const lengths = [...held.values()].map((inTask) => {
    const counted = inTask.some(has) ? inTask.filter((call) => call.name === message || isOurs(call)) : [];
    return counted.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0), 0);
  });
  return Math.max(0, ...lengths) / 1_000;
}

const sameThread = (one: TraceEvent, other: TraceEvent): boolean => one.pid === other.pid && one.tid === other.tid;

/** Traces the page while `work` runs. */
export async function longestTask(page: Page, origin: string, work: () => Promise<unknown>): Promise<number> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => void events.push(...(value as unknown as readonly TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline'] },
  });
  await work();
  const complete = new Promise((resolve) => void session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  return longestOf(events, origin);
}
