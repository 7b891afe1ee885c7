import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnalysisAnswer } from '../../lib/message/protocol.ts';
import type { Article } from '../../lib/model/article.ts';
import type { PageState, ReadingFailure } from '../../lib/model/reading.ts';
import { defaultSettings } from '../../lib/model/settings.ts';
import { openSession } from '../../lib/page/session.ts';

const card = { isOpen: false, closed: (): void => {} };
const shown = vi.fn();
const askAnew = vi.fn();
vi.mock('../../lib/page/card/card.ts', () => ({
  cardFor: ({ closed }: { readonly closed: () => void }) => {
    card.closed = closed;
    return {
      warm: vi.fn(),
      dispatch: vi.fn(),
      renew: vi.fn(),
      enter: () => false,
      isOpen: () => card.isOpen,
      isHeld: () => false,
      place: () => null,
      storeChanged: askAnew,
    };
  },
}));
const scroll = vi.hoisted(() => ({ done: (): void => {} }));
vi.mock('../../lib/page/marks/marks.ts', () => ({
  createMarks: () => ({
    show: shown,
    clear: vi.fn(),
    refresh: vi.fn(),
    boxesOf: () => [],
    point: vi.fn(),
    onScroll: (listen: () => void) => void (scroll.done = listen),
  }),
}));

const said = 'said in a long answer to the council that the harbour would be dredged before the summer is over.';
const paragraphs = ['Ada', 'Ben', 'Cleo', 'Dora'].map((name) => `<p>${name} Reader ${said}</p>`);
const pageOf = (body: string): string =>
  `<body><article><h1>Council decides on the harbour</h1><time>9 May 2023</time>${body}</article></body>`;
const short = pageOf(paragraphs.join(''));
const long = pageOf(Array.from({ length: 24 }, (_, nth) => `<p>Reader number ${nth} ${said}</p>`).join(''));

/** A page that is read, each analysis answered when the test says so. */
function openPage(html = short) {
  const { window } = new JSDOM(html, { url: 'https://post.example/2023/05/09/harbour', pretendToBeVisual: true });
  const { document } = window;
  vi.stubGlobal('MutationObserver', window.MutationObserver);
  // jsdom lays nothing out.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  Object.assign(window, { matchMedia: () => ({ matches: false, addEventListener: () => {} }) });
  const asked: { readonly article: Article; readonly answer: () => void }[] = [];
  const openings: { readonly article: Article; readonly answer: (failure?: ReadingFailure) => void }[] = [];
  const states: PageState[] = [];
  const end = new window.AbortController();
  const session = openSession({
    document,
    signal: end.signal,
    frameAddress: { url: 'about:blank', origin: 'null' },
    settings: () => defaultSettings,
    analyse: (article) =>
      new Promise((resolve) => {
        const analysis = { article, mentions: [], clusters: [], groups: [], claims: [] };
        const receipt = { readAt: '2026-11-27T00:00:00Z', textHash: '' };
        asked.push({ article, answer: () => resolve({ analysis, briefs: [], receipt } satisfies AnalysisAnswer) });
      }),
    nameOpening: (article) =>
      new Promise((resolve) => {
        const analysis = { article, mentions: [], clusters: [], groups: [], claims: [] };
        const receipt = { readAt: '2026-11-27T00:00:00Z', textHash: '' };
        openings.push({ article, answer: (failure) => resolve(failure ?? { analysis, briefs: [], receipt }) });
      }),
    askKey: () => Promise.resolve(null),
    hearEmbeds: () => {},
    parse: () => null,
    publish: (state) => void states.push(state),
    renewed: () => {},
  });
  const add = (text: string) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = text;
    document.querySelector('article')?.append(paragraph);
  };
  return { window, document, session, asked, openings, states, add, end: () => end.abort() };
}

/** Longer than a page has to be quiet before it is looked at again. */
const settled = async () => {
  for (let tenths = 0; tenths < 6; tenths += 1) {
    await vi.advanceTimersByTimeAsync(100);
    await rested();
  }
};
/** What goes on in tasks of its own has gone on as far as it can by itself. */
const rested = async () => {
  for (let task = 0; task < 30; task += 1) await new Promise((resolve) => void setImmediate(resolve));
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  card.isOpen = false;
  shown.mockClear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what changes beside the text while it is read does not have it read anew', async () => {
  const page = openPage();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  page.document.body.append(page.document.createElement('aside'));
  await settled();
  page.asked[0]?.answer();
  await settled();
  expect(page.asked).toHaveLength(1);
  expect(page.states.at(-1)?.state).toBe('analysed');
  page.end();
});

test('text that comes while the page is read is read once that is done', async () => {
  const page = openPage();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  page.add(`Emil Reader ${said}`);
  await settled();
  expect(page.asked).toHaveLength(1);
  page.asked[0]?.answer();
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  expect(page.asked[1]?.article.text).toContain('Emil Reader');
  page.end();
});

test('what was read of the page before is nothing of the one that its address leads to', async () => {
  const page = openPage();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  for (const paragraph of page.document.querySelectorAll('p')) paragraph.remove();
  page.window.history.pushState(null, '', '/about');
  page.window.dispatchEvent(new page.window.PopStateEvent('popstate'));
  page.asked[0]?.answer();
  await settled();
  expect(page.states.map(({ state }) => state)).not.toContain('analysed');
  page.end();
});

test('text that comes while a card is open is read once it is closed', async () => {
  const page = openPage();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  page.asked[0]?.answer();
  await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
  card.isOpen = true;
  page.add(`Emil Reader ${said}`);
  await settled();
  expect(page.asked).toHaveLength(1);
  card.isOpen = false;
  card.closed();
  await vi.waitFor(() => expect(page.asked[1]?.article.text).toContain('Emil Reader'));
  page.end();
});

/** An article whose text has changed, with a card that was opened while it is read anew. */
async function openMeanwhile() {
  const page = openPage();
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  page.asked[0]?.answer();
  await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
  page.add(`Emil Reader ${said}`);
  await vi.waitFor(() => expect(page.asked).toHaveLength(2));
  card.isOpen = true;
  page.asked[1]?.answer();
  await settled();
  expect(shown).toHaveBeenCalledTimes(1);
  return page;
}

test('a card that opens while the page is read anew stays: the new marks come once it is closed', async () => {
  const page = await openMeanwhile();
  card.isOpen = false;
  card.closed();
  await vi.waitFor(() => expect(shown).toHaveBeenCalledTimes(2));
  page.end();
});

test('what the store says meanwhile is asked for at once, for the open card to show', async () => {
  const page = await openMeanwhile();
  page.session.storeChanged();
  await vi.waitFor(() => expect(page.asked).toHaveLength(3));
  page.end();
});

test('of several articles the one is read that is scrolled to, however short it is', async () => {
  const page = openPage(long);
  await vi.waitFor(() => expect(page.openings).toHaveLength(1));
  page.openings[0]?.answer('analysis');
  await vi.waitFor(() => expect(page.asked).toHaveLength(1));
  page.asked[0]?.answer();
  await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
  const [first] = page.document.querySelectorAll('article');
  const next = page.document.createElement('article');
  const brief = [1, 2, 3, 4].map((nth) => `<p>Emil Reader number ${nth} ${said}</p>`).join('');
  next.innerHTML = `<h1>Something else in brief</h1>${brief}`;
  first?.after(next);
  await settled();
  expect(page.asked).toHaveLength(1);
  if (first) first.getBoundingClientRect = () => ({ top: -3_000 }) as DOMRect;
  scroll.done();
  await vi.waitFor(() => expect(page.asked[1]?.article.text).toContain('Emil Reader'));
  expect(page.asked[1]?.article.metadata.title).toBe('Something else in brief');
  page.end();
});

test('a store that says something else has the page read anew, once for all that changes meanwhile', async () => {
  const { session, asked, states, end } = openPage();
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  // What is asked already may have been answered from the store as it was.
  session.storeChanged();
  session.storeChanged();
  expect(asked).toHaveLength(1);
  asked[0]?.answer();
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  asked[1]?.answer();
  await settled();
  expect(asked).toHaveLength(2);
  session.storeChanged();
  await vi.waitFor(() => expect(asked).toHaveLength(3));
  asked[2]?.answer();
  await vi.waitFor(() => expect(states.filter(({ state }) => state === 'analysed')).toHaveLength(3));
  // Each time the cards that were pinned ask anew as well; nobody sees an empty page between.
  expect(askAnew).toHaveBeenCalledTimes(4);
  expect(states.filter(({ state }) => state === 'analysing')).toHaveLength(1);
  end();
});

test('a store that says something else makes no article of a page that is none', async () => {
  const { session, asked, end } = openPage('<body><p>Nothing to read here.</p></body>');
  await settled();
  session.storeChanged();
  await settled();
  expect(asked).toHaveLength(0);
  end();
});

describe('a page that counts as no article', () => {
  const shared = () => (globalThis as unknown as Record<symbol, object>)[Symbol.for('sidelight')] ?? {};
  const list = `<body><main><h2>Notes</h2>${paragraphs.slice(0, 2).join('')}</main></body>`;
  const insist = (): void => void Object.assign(shared(), { isInsistedOn: true });
  afterEach(() => void Reflect.deleteProperty(shared(), 'isInsistedOn'));

  test('is read where its reader insists, and then says why', async () => {
    const { session, asked, states, end } = openPage(list);
    await vi.waitFor(() => expect(states.at(-1)?.state).toBe('not-article'));
    insist();
    session.lookAgain();
    await vi.waitFor(() => expect(asked.length).toBe(1));
    asked[0]?.answer();
    await vi.waitFor(() =>
      expect(states.at(-1)).toMatchObject({ state: 'analysed', reading: { why: { code: 'asked' } } }),
    );
    session.lookAgain();
    await settled();
    expect(asked).toHaveLength(1);
    end();
  });

  test('the next address is judged anew', async () => {
    insist();
    const { window, asked, states, end } = openPage(list);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    asked[0]?.answer();
    await vi.waitFor(() => expect(states.at(-1)?.state).toBe('analysed'));
    window.history.pushState(null, '', '/2023/05/10/notes');
    window.dispatchEvent(new window.PopStateEvent('popstate'));
    await vi.waitFor(() => expect(states.at(-1)?.state).toBe('not-article'));
    end();
  });
});

test('a page that goes on to another address with the text of the one before: it is still that article', async () => {
  const { window, asked, states, end } = openPage();
  await vi.waitFor(() => expect(asked.length).toBe(1));
  asked[0]?.answer();
  await vi.waitFor(() => expect(states.at(-1)?.state).toBe('analysed'));
  window.history.pushState(null, '', '/2023/05/10/dredger');
  window.dispatchEvent(new window.PopStateEvent('popstate'));
  await vi.waitFor(() => expect(asked.length).toBe(2));
  expect(asked[1]?.article.metadata.url).toBe('https://post.example/2023/05/09/harbour');
  end();
});

describe('a long article', () => {
  test('has its beginning marked before the whole is read', async () => {
    const page = openPage(long);
    await vi.waitFor(() => expect(page.openings).toHaveLength(1));
    expect(page.asked).toEqual([]);
    page.openings[0]?.answer();
    await vi.waitFor(() => expect(page.asked).toHaveLength(1));
    expect(shown).toHaveBeenCalledTimes(1);
    expect(page.states.map(({ state }) => state)).toEqual(['analysing']);
    expect(page.asked[0]?.article.text.startsWith(page.openings[0]?.article.text ?? '?')).toBe(true);
    page.asked[0]?.answer();
    await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
    expect(shown).toHaveBeenCalledTimes(2);
    page.end();
  });

  test('is read also where its beginning was not', async () => {
    const page = openPage(long);
    await vi.waitFor(() => expect(page.openings).toHaveLength(1));
    page.openings[0]?.answer('analysis');
    await vi.waitFor(() => expect(page.asked).toHaveLength(1));
    expect(shown).not.toHaveBeenCalled();
    page.asked[0]?.answer();
    await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
    page.end();
  });

  test('waits with its other marks while a card is open', async () => {
    const page = openPage(long);
    await vi.waitFor(() => expect(page.openings).toHaveLength(1));
    page.openings[0]?.answer();
    await vi.waitFor(() => expect(page.asked).toHaveLength(1));
    card.isOpen = true;
    page.asked[0]?.answer();
    await settled();
    expect(shown).toHaveBeenCalledTimes(1);
    card.isOpen = false;
    card.closed();
    await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
    expect(shown).toHaveBeenCalledTimes(2);
    page.end();
  });

  test('shows nothing of its beginning on the page that its address leads to', async () => {
    const page = openPage(long);
    await vi.waitFor(() => expect(page.openings).toHaveLength(1));
    for (const paragraph of page.document.querySelectorAll('p')) paragraph.remove();
    page.window.history.pushState(null, '', '/about');
    page.window.dispatchEvent(new page.window.PopStateEvent('popstate'));
    page.openings[0]?.answer();
    await settled();
    expect(shown).not.toHaveBeenCalled();
    page.end();
  });

  test('that is read anew keeps its marks until all of them are found', async () => {
    const page = openPage(long);
    await vi.waitFor(() => expect(page.openings).toHaveLength(1));
    page.openings[0]?.answer();
    await vi.waitFor(() => expect(page.asked).toHaveLength(1));
    page.asked[0]?.answer();
    await vi.waitFor(() => expect(page.states.at(-1)?.state).toBe('analysed'));
    page.add(`Emil Reader ${said}`);
    await vi.waitFor(() => expect(page.asked).toHaveLength(2));
    expect(page.openings).toHaveLength(1);
    page.end();
  });
});
