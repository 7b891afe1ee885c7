import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BrowserContext, chromium, type Frame as PlaywrightFrame, type Page } from 'playwright-core';
import { type Driver, type Frame, type Scope, type Tab, waitFor } from './driver.ts';

const viewport = { width: 1280, height: 900 };

/**
 * What a browser without a window has no use for and starts all the same: the first two cost each start two seconds of a
 * processor. The list takes the place of the driver's own, whose quiet ones are in it.
 */
const idleFeatures: readonly string[] = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
];

/** Switches that keep a browser quiet on a network that is closed, and let it start as root. */
export const quietSwitches: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Grey letters in every picture, not in the colours of this machine's screen.
  '--disable-lcd-text',
  `--disable-features=${idleFeatures.join(',')}`,
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** A page, a frame or a worker: each evaluates alike, by a type of its own. */
interface Evaluating {
  evaluate(work: never, argument?: unknown): Promise<unknown>;
}

const asScope = (target: Evaluating): Scope => ({
  evaluate: (work, argument) => target.evaluate(work as never, argument) as never,
  run: async (program) => void (await target.evaluate(program as never)),
});

const asFrame = (frame: PlaywrightFrame): Frame => ({
  ...asScope(frame),
  box: async () => (await frame.frameElement()).boundingBox(),
});

const asTab = (page: Page): Tab => ({
  ...asScope(page),
  goto: async (url) => void (await page.goto(url)),
  moveMouse: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
  click: ({ x, y }) => page.mouse.click(x, y),
  drag: async (from, to) => {
    await page.mouse.move(from.x, from.y, { steps: 4 });
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  },
  touch: async ({ x, y }, milliseconds) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    await sleep(milliseconds);
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
    await session.detach();
  },
  press: (key) => page.keyboard.press(key),
  type: (text) => page.keyboard.type(text),
  keyDown: (key) => page.keyboard.down(key),
  keyUp: (key) => page.keyboard.up(key),
  findFrames: async (ending) =>
    page
      .frames()
      .filter((candidate) => candidate.url().endsWith(ending))
      .map(asFrame),
  findFrame: async (ending) => {
    const frame = page.frames().find((candidate) => candidate.url().endsWith(ending));
    return frame === undefined ? null : asFrame(frame);
  },
  screenshot: () => page.screenshot(),
  setColourScheme: (colorScheme) => page.emulateMedia({ colorScheme }),
  setWishes: ({ forcedColours, lessMotion }) =>
    page.emulateMedia({
      forcedColors: forcedColours ? 'active' : 'none',
      reducedMotion: lessMotion ? 'reduce' : 'no-preference',
    }),
  setMedium: (media) => page.emulateMedia({ media }),
  resize: (size) => page.setViewportSize(size),
  bringToFront: () => page.bringToFront(),
  download: async (act) => {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  },
  close: () => page.close(),
});

async function stopWorkers(context: BrowserContext, origin: string): Promise<void> {
  const page = await context.newPage();
  // A page of the extension's that runs nothing: a script of ours would wake the worker again.
  await page.goto(`${origin}manifest.json`);
  const session = await context.newCDPSession(page);
  let running = true;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    running = versions.some((version) => version.runningStatus !== 'stopped');
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await waitFor("the worker's end", () => Promise.resolve(running ? null : true));
  await page.close();
}

/** The pages that are driven are all on loopback; whatever else they ask for is not there. */
const onlyLoopback = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

export interface ChromiumDriver extends Driver {
  /** Bytes that the extension may store from now on, as if the disk had no more; answers how to lift that. */
  limitStorage(bytes: number): Promise<() => Promise<void>>;
  /** What all processes of the browser have had of the processors so far, in seconds. */
  processorSeconds(): Promise<number>;
  /** Ends every process of the browser at once, as a power cut does. */
  kill(): Promise<void>;
}

export interface ChromiumOptions {
  /** Folder of a profile that stays when the browser goes. */
  readonly profile?: string;
  /** `http://127.0.0.1:PORT`: all that the browser sends goes through it, loopback as well. */
  readonly proxy?: string;
  /** Switches beyond the usual, for what browsers only try out yet. */
  readonly switches?: readonly string[];
  /** Keeps pages that were left alive for the way back, as readers' browsers do and a driver's does not by itself. */
  readonly keepsPages?: true;
}

/** Starts Chromium, headless, with the unpacked extension of that folder. */
export async function driveChromium(
  path: string,
  extension: string,
  { profile: kept, proxy, switches = [], keepsPages }: ChromiumOptions = {},
): Promise<ChromiumDriver> {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'sidelight-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: path,
    headless: false,
    ignoreDefaultArgs: ['--disable-extensions', ...(keepsPages ? ['--disable-back-forward-cache'] : [])],
    viewport,
    args: [
      '--headless=new',
      // Lets the debugging protocol load an extension, which branded Chrome allows where it ignores --load-extension.
      '--enable-unsafe-extension-debugging',
      onlyLoopback,
      ...(proxy === undefined ? [] : [`--proxy-server=${proxy}`, '--proxy-bypass-list=<-loopback>']),
      ...quietSwitches,
      ...switches,
    ],
  });
  const close = async (): Promise<void> => {
    await context.close();
    if (kept === undefined) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    if (session === undefined) throw new Error('the browser does not let itself be debugged');
    const { id } = await session.send('Extensions.loadUnpacked', { path: extension, enableInIncognito: true });
    const origin = `chrome-extension://${id}/`;
    return {
      family: 'chromium',
      origin,
      profile,
      open: async (url) => {
        const tab = asTab(await context.newPage());
        await tab.goto(url);
        return tab;
      },
      arrived: async (beginning) => {
        const page = await waitFor(
          `a tab with ${beginning}`,
          async () => context.pages().find((each) => each.url().startsWith(beginning)) ?? null,
        );
        await page.waitForLoadState();
        return asTab(page);
      },
      background: async () => {
        const found = await waitFor('the worker', async () => {
          const [worker] = context.serviceWorkers().filter((each) => each.url().startsWith(origin));
          return worker ?? null;
        });
        return asScope(found);
      },
      refuse: null,
      killBackground: () => stopWorkers(context, origin),
      limitStorage: async (quotaSize) => {
        const page = await context.newPage();
        await page.goto(`${origin}manifest.json`);
        // Holds as long as this session does, or until it is told otherwise.
        const limiting = await context.newCDPSession(page);
        const own = { origin: origin.slice(0, -1) };
        await limiting.send('Storage.overrideQuotaForOrigin', { ...own, quotaSize });
        return async () => {
          await limiting.send('Storage.overrideQuotaForOrigin', own);
          await page.close();
        };
      },
      processorSeconds: async () => {
        const { processInfo } = await session.send('SystemInfo.getProcessInfo');
        return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
      },
      kill: async () => {
        const { processInfo } = await session.send('SystemInfo.getProcessInfo');
        const ended = new Promise<void>((resolve) => {
          context.on('close', () => resolve());
        });
        for (const { id: pid, type } of processInfo) if (type === 'browser') process.kill(pid, 'SIGKILL');
        await ended;
      },
      close,
    };
  } catch (error) {
    await close();
    throw new Error(`${path} did not load the extension: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
