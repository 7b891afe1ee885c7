import { type Frame as PuppeteerFrame, launch, type Page } from 'puppeteer-core';
import { type Driver, type Frame, type Scope, type Tab, waitFor } from './driver.ts';

const addOnId = 'sidelight@sidelight.invalid';
/** Fixed beforehand, because nothing tells it afterwards. */
const host = '5d1de119-0000-4000-8000-000000000001';
const origin = `moz-extension://${host}/`;
/** Milliseconds after which Firefox ends an event page that has nothing to do; 30 s unless told. */
const idleTimeout = 1500;

const asScope = (target: Page | PuppeteerFrame): Scope => ({
  evaluate: (work, argument) => target.evaluate(work as never, argument as never) as never,
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

async function goto(page: Page, url: string): Promise<void> {
  if (!url.startsWith(origin)) {
    await page.goto(url);
    return;
  }
  // The protocol never reports that an extension's page has arrived; the document itself does.
  const sent = page.goto(url, { timeout: 0 }).catch(() => null);
  await waitFor(url, async () =>
    (await addressOf(page)) === url && (await page.evaluate(() => document.readyState)) === 'complete' ? true : null,
  );
  void sent;
}

const asTab = (page: Page): Tab => ({
  ...asScope(page),
  goto: (url) => goto(page, url),
  moveMouse: ({ x, y }) => page.mouse.move(x, y, { steps: 4 }),
  click: ({ x, y }) => page.mouse.click(x, y),
  press: (key) => page.keyboard.press(key as 'Escape'),
  type: (text) => page.keyboard.type(text),
  findFrame: async (ending) => {
    for (const frame of page.frames().slice(1)) {
      if ((await addressOf(frame)).endsWith(ending)) return asFrame(frame);
    }
    return null;
  },
  screenshot: () => page.screenshot(),
  setColourScheme: null,
  resize: (size) => page.setViewport(size),
  bringToFront: () => page.bringToFront(),
  close: () => page.close(),
});

/** Starts Firefox, headless, with the built extension of that folder. */
export async function driveFirefox(path: string, extension: string): Promise<Driver> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: path,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // Without it an extension's own pages may not be opened.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addOnId]: host }),
      'extensions.background.idle.timeout': idleTimeout,
    },
  });
  const open = async (url: string): Promise<Tab> => {
    const page = await browser.newPage();
    await goto(page, url);
    return asTab(page);
  };
  try {
    await browser.installExtension(extension);
  } catch (error) {
    await browser.close();
    throw error;
  }
  return {
    family: 'firefox',
    origin,
    open,
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
    close: () => browser.close(),
  };
}

function countBackgrounds(): number {
  interface Views {
    readonly extension: { getViews(): readonly Window[] };
  }
  const { browser } = globalThis as unknown as { readonly browser: Views };
  return browser.extension.getViews().filter((view) => view.location.pathname.includes('background')).length;
}
