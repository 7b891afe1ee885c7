import { describe, expect, test } from 'vitest';
import { followTab, type TabLink } from '../../../components/panel/follow.ts';
import type { PageView } from '../../../components/panel/page-view.ts';
import { reading } from '../../../components/gallery/fixtures.ts';
import type { PageState } from '../../../lib/model/reading.ts';

const analysing: PageState = { state: 'analysing' };
const analysed: PageState = { state: 'analysed', reading };
const noText: PageState = { state: 'not-article', why: { code: 'noText', paragraphs: 0 } };
const off: PageState = { state: 'off', why: 'paused' };

interface Script {
  /** What each port says before it ends; `'stays'` keeps it open. */
  readonly ports?: readonly (readonly (PageState | 'stays')[])[];
  readonly answers?: readonly (PageState | null)[];
  readonly address?: string;
  readonly loading?: boolean;
  readonly pdf?: boolean;
}

const follow = async ({
  ports = [],
  answers = [],
  address = 'https://a.example/',
  loading = false,
  pdf = false,
}: Script) => {
  const shown: PageView[] = [];
  const life = new AbortController();
  let port = 0;
  let answer = 0;
  let closed = 0;
  const link: TabLink = {
    address,
    loading,
    passing: ({ state }) => state === 'analysing',
    connect: ({ state, end }) => {
      const says = ports[port++] ?? [];
      for (const each of says) if (each !== 'stays') state(each);
      if (!says.includes('stays')) queueMicrotask(end);
      return () => {
        closed += 1;
      };
    },
    ask: async () => answers[answer++] ?? null,
    isPdf: async () => pdf,
    wait: async () => {},
  };
  const done = followTab(link, (view) => shown.push(view), life.signal);
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, 20))]);
  life.abort();
  await done;
  return { shown: shown.map(({ state }) => state), asked: answer, closed };
};

describe('followTab', () => {
  test.each<[string, Script, PageView['state'][]]>([
    ['a reader tells every change', { ports: [[analysing, analysed, 'stays']] }, ['analysing', 'analysed']],
    ['stage one answers where there is no reader', { answers: [off] }, ['off']],
    ['silence of a web page', {}, ['unreached']],
    ['silence of a page of the browser', { address: 'chrome://x' }, ['unreadable']],
    ['silence of a PDF, whatever its address is', { pdf: true }, ['unreadable']],
    ['a PDF in whose viewer stage one finds no text', { pdf: true, answers: [noText] }, ['unreadable']],
    ['a page without text', { answers: [noText] }, ['not-article']],
    ['silence while a PDF loads', { pdf: true, loading: true }, ['connecting']],
    ['silence while the page loads', { loading: true }, ['connecting']],
    [
      'the port is tried again while the page is analysed',
      { ports: [[], [analysed, 'stays']], answers: [analysing] },
      ['analysing', 'analysed'],
    ],
    [
      'what a reader said last is asked anew when it goes',
      { ports: [[analysed]], answers: [off, off] },
      ['analysed', 'off', 'off'],
    ],
  ])('%s', async (_, script, expected) => {
    expect((await follow(script)).shown).toEqual(expected);
  });

  test('a page that never gets ready is not asked for ever', async () => {
    const { asked } = await follow({ answers: Array.from({ length: 50 }, () => analysing) });
    expect(asked).toBeLessThan(10);
  });

  test('leaving closes the port', async () => {
    expect((await follow({ ports: [[analysed, 'stays']] })).closed).toBe(1);
  });
});
