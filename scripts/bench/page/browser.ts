import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../browsers.ts';
import { quietSwitches } from '../../drive/chromium.ts';
import { waitFor } from '../../drive/driver.ts';
import { outputFolder } from '../../extension.ts';

/** Chromium as a reader has it, with the built extension or without one. */
export interface BenchBrowser {
  readonly context: BrowserContext;
  /** `chrome-extension://ID/`; empty without the extension. */
  readonly origin: string;
  stopWorker(): Promise<void>;
  /** Bytes of the heap after a collection, of the worker or of the card's frame; null while there is none. */
  heapOf(part: Part): Promise<number | null>;
  close(): Promise<void>;
}

type Part = 'worker' | 'card';

const isPart = (part: Part, { type, url }: { readonly type: string; readonly url: string }): boolean =>
  part === 'worker'
    ? type === 'service_worker' && url.startsWith('chrome-extension:')
    : type === 'iframe' && url.endsWith('popover.html');

export async function startBrowser(which: 'with Sidelight' | 'without'): Promise<BenchBrowser> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no Chromium here; npm test looks for it');
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: found.path,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    viewport: { width: 1280, height: 900 },
    args: [
      '--headless=new',
      '--enable-unsafe-extension-debugging',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      ...quietSwitches,
    ],
  });
  const close = async (): Promise<void> => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('the browser does not let itself be debugged');
    let origin = '';
    if (which === 'with Sidelight') {
      const { id } = await session.send('Extensions.loadUnpacked', { path: outputFolder('chrome') });
      origin = `chrome-extension://${id}/`;
    }
    return {
      context,
      origin,
      stopWorker: () => stopWorker(context, origin),
      heapOf: (part) => heapOf(session, part),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function stopWorker(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}manifest.json`);
  const session = await context.newCDPSession(page);
  let running = true;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    running = versions.some(({ runningStatus }) => runningStatus !== 'stopped');
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await waitFor("the worker's end", () => Promise.resolve(running ? null : true));
  await page.close();
}

/** Asks the part itself, over a session inside the browser's own: the driver opens none for it. */
async function heapOf(session: CDPSession, part: Part): Promise<number | null> {
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find((info) => isPart(part, info));
  if (target === undefined) return null;
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  const ask = (id: number, method: string): Promise<{ usedSize?: number }> =>
    new Promise((resolve) => {
      const hear = (event: { sessionId: string; message: string }): void => {
        const answer = JSON.parse(event.message) as { id?: number; result?: { usedSize?: number } };
        if (event.sessionId !== sessionId || answer.id !== id) return;
        session.off('Target.receivedMessageFromTarget', hear);
        resolve(answer.result ?? {});
      };
      session.on('Target.receivedMessageFromTarget', hear);
      void session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method, params: {} }),
      });
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize } = await ask(2, 'Runtime.getHeapUsage');
  await session.send('Target.detachFromTarget', { sessionId });
  return usedSize ?? null;
}

/** Bytes of a page's heap after a collection, all worlds on it together. */
export async function heapOfPage(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
