import type { BenchBrowser } from './browser.ts';
import type { Desk } from './reading.ts';

/** What stage one took of the page's main thread on one page that is no article, in milliseconds of the processor. */
export interface ScoutTime {
  readonly url: string;
  readonly milliseconds: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds; `tdur` of the processor. */
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly functionName?: string } };
}

/** Evaluating the script, its compilation within, and every call into it later, as Chromium's own trace has them. */
const takesTime: ReadonlySet<string> = new Set(['EvaluateScript', 'FunctionCall']);

/** Milliseconds after its load in which a page has been looked at, also for what waits until it is idle. */
const settled = 1_000;

export async function timeScout(
  browser: BenchBrowser,
  desk: Desk,
  urls: readonly string[],
): Promise<readonly ScoutTime[]> {
  const times: ScoutTime[] = [];
  const page = await browser.context.newPage();
  const session = await browser.context.newCDPSession(page);
  for (const url of urls) {
    const events: TraceEvent[] = [];
    const collect = ({ value }: { value: object[] }): void => void events.push(...(value as TraceEvent[]));
    session.on('Tracing.dataCollected', collect);
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['devtools.timeline', 'v8'] },
    });
    await page.goto(url, { waitUntil: 'load' }).catch(() => null);
    await page.waitForTimeout(settled);
    const ended = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await ended;
    session.off('Tracing.dataCollected', collect);
    // Asked afterwards: to answer is no part of what every page pays.
    if (await desk.isArticle(page.url()).catch(() => true)) continue;
    const ours = events.filter(
      ({ name, ph, args }) =>
        ph === 'X' && takesTime.has(name) && args?.data?.url?.includes('content-scripts/content.js') === true,
    );
    const micro = ours.reduce((sum, { dur, tdur }) => sum + (tdur ?? dur ?? 0), 0);
    times.push({ url, milliseconds: micro / 1_000 });
  }
  await page.close();
  return times;
}
