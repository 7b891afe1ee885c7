import * as v from 'valibot';
import { fromParts, type PartsTaken, takePart } from '../message/analysis-parts.ts';
import { toStateMessages } from '../message/state-parts.ts';
import { fromFrameSchema, tabSchemas } from '../message/page-schemas.ts';
import {
  type AnalysisAnswer,
  type AnalysisPart,
  panelPortName,
  type SentAnswer,
  type TabRequests,
} from '../message/protocol.ts';
import { type Handlers, listenToRequests } from '../message/receive.ts';
import { type AskFailure, askBackground } from '../message/send.ts';
import type { Article } from '../model/article.ts';
import type { PageState, ReadingFailure } from '../model/reading.ts';
import { ok, type Result } from '../model/result.ts';
import { type Settings, defaultSettings } from '../model/settings.ts';
import { type OffReason, whyOff } from '../model/sites.ts';
import { isContextAlive, nativeBrowser } from '../platform/native.ts';
import { readSettings, settingsIn, watchSettings } from '../platform/settings.ts';
import type { FrameAddress } from './card/frame-port.ts';
import { openSession } from './session.ts';
import type { Session } from './session-wiring.ts';
import { shown } from './shown.ts';
import { askedFor, isAskedFor, takeSettings } from './stage.ts';
import { nextTask } from '../platform/tasks.ts';

/** What every other failure comes to is that the analysis failed. */
const reasons: Readonly<Partial<Record<AskFailure['code'], ReadingFailure>>> = {
  StoreUnavailable: 'store',
  QuotaExceeded: 'store',
  StoreTooNew: 'storeTooNew',
  BackgroundUnreachable: 'noAnswer',
};

const reasonOf = ({ code }: AskFailure): ReadingFailure => reasons[code] ?? 'analysis';

/**
 * Where a resource is offered under an address that changes (`use_dynamic_url`), Chromium answers that address here and
 * still gives the loaded page the extension's fixed origin.
 */
const findFrame = (): FrameAddress => {
  const { runtime } = nativeBrowser;
  const url = runtime.getURL('popover.html');
  const { protocol, host } = new URL(url);
  return { url, origin: `${protocol}//${protocol === 'chrome-extension:' ? runtime.id : host}` };
};

/** Why the page is left alone; what the reader asked for is only held back by a pause or a site that is off. */
const heldBack = (settings: Settings, address: string): OffReason | null => {
  const why = whyOff(settings, address);
  return isAskedFor() && (why === 'not-chosen' || why === 'on-click') ? null : why;
};

type Port = ReturnType<typeof nativeBrowser.runtime.connect>;

/** The reader of one page: a session while the settings allow it, and answers to popup and side panel all the time. */
export const startReader = (document: Document, lifetime: AbortController): void => {
  const { signal } = lifetime;
  const ports = new Set<Port>();
  let settings = defaultSettings;
  let state: PageState = { state: 'analysing' };
  let session: { readonly open: Session; readonly end: AbortController } | null = null;

  /** Analyses that were asked for, and what has come so far of the last. */
  let asks = 0;
  let taken: PartsTaken | null = null;

  const publish = (next: PageState): void => {
    state = next;
    for (const port of ports) void post(port, next);
  };

  /** Tells a panel of a state, one message a task, until there is another one. */
  const post = async (port: Port, told: PageState): Promise<void> => {
    for (const message of toStateMessages(told)) {
      if (state !== told || !ports.has(port)) return;
      port.postMessage(message);
      await nextTask();
    }
  };

  /** What is asked of an extension that is gone ends this reader, without a trace on the page. */
  const alive = <T>(value: T): T | null => {
    if (isContextAlive()) return value;
    lifetime.abort();
    return null;
  };

  const analysed = (
    answer: Result<SentAnswer, AskFailure>,
    article: Article,
    parts: readonly AnalysisPart[],
  ): AnalysisAnswer | ReadingFailure | null => {
    if (answer.ok) return fromParts(answer.value, article, parts) ?? 'analysis';
    return answer.failure.code === 'ContextInvalidated' ? alive(null) : reasonOf(answer.failure);
  };

  const begin = (): void => {
    const end = new AbortController();
    signal.addEventListener('abort', () => end.abort(), { signal: end.signal });
    const open = openSession({
      document,
      signal: end.signal,
      frameAddress: findFrame(),
      settings: () => settings,
      analyse: async (article, read) => {
        asks += 1;
        const ask = asks;
        const answer = await askBackground('analyse', { article, ...read, ask });
        const parts = taken?.ask === ask ? taken.parts : [];
        if (taken?.ask === ask) taken = null;
        return analysed(answer, article, parts);
      },
      nameOpening: async (article) => analysed(await askBackground('nameOpening', { article }), article, []),
      hearEmbeds: () => void askBackground('focusInEmbed', {}),
      askKey: async () => {
        const answer = await askBackground('frameKey', {});
        if (answer.ok) return answer.value.key;
        return answer.failure.code === 'ContextInvalidated' ? alive(null) : null;
      },
      parse: (data) => {
        const parsed = v.safeParse(fromFrameSchema, data);
        return parsed.success ? parsed.output : null;
      },
      publish,
      renewed: () => {
        end.abort();
        begin();
      },
    });
    session = { open, end };
  };

  /** The store says something else than when the page was read. */
  let isStale = false;
  /** A page that nobody looks at, in its tab or in a panel, waits: a long evening's edits are one reading for it. */
  const catchUp = (): void => {
    const isSeen = document.visibilityState === 'visible' || ports.size > 0;
    if (!isStale || session === null || !isSeen) return;
    isStale = false;
    session.open.storeChanged();
  };
  const storeChanged = (): void => {
    isStale = true;
    catchUp();
  };
  document.addEventListener('visibilitychange', catchUp, { signal });

  const apply = (next: Settings): void => {
    const before = settings;
    settings = next;
    const off = heldBack(next, document.URL);
    if (off !== null) {
      session?.end.abort();
      session = null;
      publish({ state: 'off', why: off });
    } else if (session === null) {
      begin();
    } else if (before.density !== next.density || before.contrast !== next.contrast) {
      session.open.repaint();
    }
  };

  const handlers: Handlers<TabRequests> = {
    pageState: async () => ok(state),
    analysisPart: async (part) => {
      if (part.ask === asks) taken = takePart(taken, part);
      return ok({ wanted: part.ask === asks });
    },
    readNow: async () => {
      askedFor();
      apply(settings);
      session?.open.lookAgain();
      return ok({ found: session !== null });
    },
    reveal: async ({ subject, nth }) => ok({ found: (await session?.open.reveal(subject, nth)) ?? false }),
    // This page is read itself.
    readInFrame: async () => ok({ found: false }),
    storeChanged: async () => {
      storeChanged();
      return ok({ found: session !== null });
    },
    escape: async () => ok({ found: session?.open.escape() ?? false }),
    enterCard: async () => ok({ found: session?.open.enterCard() ?? false }),
    step: async (step) => ok({ found: (await session?.open.step(step)) ?? false }),
  };
  listenToRequests(tabSchemas, handlers, signal);

  const onConnect = (port: Port): void => {
    if (port.name !== panelPortName) return;
    ports.add(port);
    port.onDisconnect.addListener(() => ports.delete(port));
    void post(port, state);
    catchUp();
  };
  nativeBrowser.runtime.onConnect.addListener(onConnect);
  watchSettings(apply, signal);
  // An update leaves old scripts on the page: they end as soon as somebody looks at it.
  for (const type of ['pointerover', 'visibilitychange']) {
    document.addEventListener(type, () => alive(null), { signal, passive: true });
  }
  // A page in the browser's cache hears of nothing: what was set and written meanwhile is asked for when it comes back.
  let leftAt = 0;
  document.defaultView?.addEventListener(
    'pagehide',
    () => {
      leftAt = Date.now();
    },
    { signal },
  );
  document.defaultView?.addEventListener(
    'pageshow',
    ({ isTrusted, persisted }) => {
      if (!isTrusted || !persisted || !alive(true)) return;
      void readSettings().then(apply, () => {});
      void askBackground('storeChangedSince', { at: leftAt }).then((answer) => {
        if (answer.ok && answer.value.changed) storeChanged();
      });
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    if (isContextAlive()) nativeBrowser.runtime.onConnect.removeListener(onConnect);
    for (const port of ports) port.disconnect();
  });
  void takeSettings().then(async (asked) => {
    // In a process that has not run this script yet, its evaluation has just held the page up.
    await Promise.all([nextTask(), shown(document)]);
    if (signal.aborted) return;
    // What changed between stage one's question and this script's listening is not missed.
    const now = readSettings().then(apply, () => apply(defaultSettings));
    if (asked !== null) apply(settingsIn(asked));
    await now;
  });
};
