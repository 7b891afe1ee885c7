import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Browser, type Frame as PuppeteerFrame, launch, type Page } from 'puppeteer-core';
import { type Driver, type Frame, type Scope, type Tab, waitFor } from './driver.ts';

/** Fixed beforehand, because nothing tells it afterwards. */
const host = '5d1de119-0000-4000-8000-000000000001';
const origin = `moz-extension://${host}/`;
/** Milliseconds after which Firefox ends an event page that has nothing to do; 30 s unless told. */
const idleTimeout = 1500;

/** Whether the reader is asked for what an extension asks for besides; else it is granted. */
const questions = 'extensions.webextOptionalPermissionPrompts';

/** Half of what a whole browser computes beside the pages: processes that wait for sites, and every second picture. */
const thrift = {
  'dom.ipc.processPrelaunch.enabled': false,
  'dom.ipc.processCount': 1,
  // All sites in one process; Chromium's tests have each in its own.
  'fission.webContentIsolationStrategy': 0,
  'layout.frame_rate': 30,
} as const;

const asScope = (target: Page | PuppeteerFrame): Scope => ({
  evaluate: (work, argument) => target.evaluate(work as never, argument as never) as never,
  run: async (program) => void (await target.evaluate(program)),
});

const asFrame = (frame: PuppeteerFrame): Frame => ({
  ...asScope(frame),
  box: async () => {
    const element = await frame.frameElement();
    return element === null ? null : element.boundingBox();
  },
});

/** Address as the document itself knows it: the protocol reports an extension's pages as about:blank. */
const addressOf = (target: Page | PuppeteerFrame): Promise<string> =>
  target.evaluate(() => location.href).catch(() => '');

const withoutPlace = (address: string): string => address.split('#', 1)[0] ?? '';

async function goto(page: Page, url: string): Promise<void> {
  if (!url.startsWith(origin)) {
    await page.goto(url);
    return;
  }
  const before = await addressOf(page);
  // A page may go on at once to another place of its own: what is behind the # need not be what was asked for.
  const isThere = (address: string): boolean =>
    address === url || (address !== before && withoutPlace(address) === withoutPlace(url));
  // The protocol never reports that an extension's page has arrived; the document itself does.
  const sent = page.goto(url, { timeout: 0 }).catch(() => null);
  await waitFor(url, async () =>
    isThere(await addressOf(page)) && (await page.evaluate(() => document.readyState)) === 'complete' ? true : null,
  );
  void sent;
}

const asTab = (page: Page, downloads: string): Tab => ({
  ...asScope(page),
  goto: (url) => goto(page, url),
  moveMouse: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
  click: ({ x, y }) => page.mouse.click(x, y),
  drag: async (from, to) => {
    await page.mouse.move(from.x, from.y, { steps: 4 });
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  },
  touch: async ({ x, y }, milliseconds) => {
    const finger = await page.touchscreen.touchStart(x, y);
    await sleep(milliseconds);
    await finger.end();
  },
  press: (key) => page.keyboard.press(key as 'Escape'),
  type: (text) => page.keyboard.type(text),
  keyDown: (key) => page.keyboard.down(key as 'Alt'),
  keyUp: (key) => page.keyboard.up(key as 'Alt'),
  findFrames: async (ending) => {
    const frames = page.frames().slice(1);
    const addresses = await Promise.all(frames.map(addressOf));
    return frames.filter((_, at) => addresses[at]?.endsWith(ending)).map(asFrame);
  },
  findFrame: async (ending) => {
    for (const frame of page.frames().slice(1)) {
      if ((await addressOf(frame)).endsWith(ending)) return asFrame(frame);
    }
    return null;
  },
  screenshot: () => page.screenshot(),
  setColourScheme: null,
  setWishes: null,
  setMedium: null,
  resize: (size) => page.setViewport(size),
  bringToFront: () => page.bringToFront(),
  download: async (act) => {
    const before = new Set(readdirSync(downloads));
    await act();
    const name = await waitFor('a file', async () => {
      const names = readdirSync(downloads);
      // A file that is still being written has a second one beside it.
      if (names.some((each) => each.endsWith('.part'))) return null;
      return names.find((each) => !before.has(each) && statSync(join(downloads, each)).size > 0) ?? null;
    });
    return { name, text: readFileSync(join(downloads, name), 'utf8') };
  },
  close: () => page.close(),
});

/** Of an answer about the browser's own window, whichever was asked. */
interface ChromeAnswer {
  readonly contexts?: readonly { readonly context: string }[];
  readonly result?: { readonly value?: unknown };
}

interface Protocol {
  readonly connection: { send(method: string, params: object): Promise<unknown> };
}

/** As the reader who ticks "Run in Private Windows" has it, which the library's own method cannot ask for. */
const install = (browser: Browser, path: string): Promise<unknown> =>
  (browser as unknown as Protocol).connection.send('webExtension.install', {
    extensionData: { type: 'path', path },
    'moz:allowPrivateBrowsing': true,
  });

/** Runs a program in the browser's own window. */
async function inBrowser(browser: Browser, expression: string): Promise<unknown> {
  const { send } = (browser as unknown as Protocol).connection;
  const ask = (method: string, params: object) =>
    send.call((browser as unknown as Protocol).connection, method, params) as Promise<{
      readonly result: ChromeAnswer;
    }>;
  const { result } = await ask('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
  const context = result.contexts?.[0]?.context;
  const answer = await ask('script.evaluate', { expression, target: { context }, awaitPromise: false });
  return answer.result.result?.value;
}

/** The question is asked only as long as the act lasts: everything else that a test names is granted at once. */
async function refuse(browser: Browser, act: () => Promise<void>): Promise<void> {
  const asking = (isOn: boolean) => inBrowser(browser, `Services.prefs.setBoolPref('${questions}', ${isOn})`);
  await asking(true);
  await act();
  await waitFor("the browser's question", async () => ((await inBrowser(browser, pressDeny)) === true ? true : null));
  await asking(false);
}

const pressDeny = `(() => {
  const question = document.getElementById('addon-webext-permissions-notification');
  if (question?.closest('panel')?.state !== 'open') return false;
  question.secondaryButton.click();
  gBrowser.selectedBrowser.focus();
  return true;
})()`;

function profileOf(browser: Browser): string {
  const words = browser.process()?.spawnargs ?? [];
  return words[words.indexOf('--profile') + 1] ?? '';
}

/** Starts Firefox, headless, with the built extension of that folder. */
export async function driveFirefox(path: string, extension: string): Promise<Driver> {
  const downloads = mkdtempSync(join(tmpdir(), 'sidelight-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // Without it an extension's own pages may not be opened.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...thrift,
      'extensions.webextensions.uuids': JSON.stringify({ [addOnIdOf(extension)]: host }),
      'extensions.background.idle.timeout': idleTimeout,
      // What its reader is asked for when a server is named (host, data that is sent) is granted, unless a test refuses it.
      [questions]: false,
      // Its buttons can be pressed at once.
      'security.notification_enable_delay': 0,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk': 'text/markdown,text/csv,application/ld+json',
    },
  });
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    await goto(page, url);
    return asTab(page, downloads);
  };
  try {
    await install(browser, extension);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    family: 'firefox',
    origin,
    profile: profileOf(browser),
    open,
    arrived: (beginning) =>
      waitFor(`a tab with ${beginning}`, async () => {
        for (const page of await browser.pages())
          if ((await addressOf(page)).startsWith(beginning)) return asTab(page, downloads);
        return null;
      }),
    background: null,
    refuse: (act) => refuse(browser, act),
    killBackground: async () => {
      const watch = await open(`${origin}popover.html`);
      await waitFor(
        "the event page's end",
        async () => {
          const views = await watch.evaluate(countBackgrounds, null);
          return views === 0 ? true : null;
        },
        20 * idleTimeout,
      );
      await watch.close();
    },
    close: async () => {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

function addOnIdOf(extension: string): string {
  const manifest = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')) as Manifest;
  return manifest.browser_specific_settings.gecko.id;
}

function countBackgrounds(): number {
  interface Views {
    readonly extension: { getViews(): readonly Window[] };
  }
  const { browser } = globalThis as unknown as { readonly browser: Views };
  return browser.extension.getViews().filter((view) => view.location.pathname.includes('background')).length;
}
