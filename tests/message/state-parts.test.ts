import { describe, expect, test } from 'vitest';
import { type StateMessage, takeStates, toStateMessages } from '../../lib/message/state-parts.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import type { Figure, PageClaim, PageState } from '../../lib/model/reading.ts';

const figureOf = (nth: number): Figure => ({
  cluster: asClusterId(`m${nth}`),
  name: `Name ${nth}`,
  type: 'person',
  entity: null,
  candidates: [],
  members: [],
  description: '',
  roleOnDay: null,
  role: null,
  mentions: 1,
  forms: [`Name ${nth}`],
  statements: [],
});

const claimOf = (index: number): PageClaim => ({
  index,
  kind: 'assertion',
  text: `Sentence ${index}.`,
  quotes: [],
  speaker: null,
  speakerWords: null,
  about: [],
  quantities: [],
  when: null,
  checkWorthiness: 0.5,
  related: [],
  paragraph: 1,
});

const analysed = (figures: number, claims: number): PageState & { readonly state: 'analysed' } => ({
  state: 'analysed',
  reading: {
    article: {
      url: 'https://news.example/a',
      canonicalUrl: null,
      title: null,
      publisher: null,
      authors: [],
      publishedAt: null,
      language: 'en',
      country: null,
    },
    receipt: { readAt: '2026-11-28T00:00:00Z', textHash: '00' },
    why: { code: 'saysArticle', paragraphs: 3 },
    figures: Array.from({ length: figures }, (_, nth) => figureOf(nth)),
    groups: figures > 0 ? [figureOf(figures)] : [],
    claims: Array.from({ length: claims }, (_, nth) => claimOf(nth)),
  },
});

/** As a port carries them: written and read again. */
const sent = (state: PageState): StateMessage[] => JSON.parse(JSON.stringify([...toStateMessages(state)]));

const taken = (messages: readonly unknown[]): PageState[] => {
  const whole: PageState[] = [];
  const take = takeStates((state) => whole.push(state));
  for (const message of messages) take(message);
  return whole;
};

describe('the state of a page on its way to a panel', () => {
  test.each<[what: string, state: PageState, messages: number]>([
    ['nothing read yet', { state: 'analysing' }, 1],
    ['off', { state: 'off', why: 'paused' }, 1],
    ['a short reading', analysed(300, 300), 1],
    ['a long reading', analysed(301, 900), 1 + 2 + 1 + 3],
    ['many claims of nobody', analysed(0, 2_000), 1 + 7],
  ])('%s arrives whole, once', (_, state, messages) => {
    const all = sent(state);
    expect(all).toHaveLength(messages);
    expect(taken(all)).toEqual([expect.objectContaining(state)]);
  });

  test('no message holds more than some hundred figures or claims', () => {
    for (const message of sent(analysed(5_000, 5_000))) {
      if (message.state === 'analysed') expect(message.reading).toMatchObject({ figures: [], groups: [], claims: [] });
      else if (message.state === 'part')
        expect(message.figures.length + message.claims.length).toBeLessThanOrEqual(300);
      else expect(message.state).toBe('part');
    }
  });

  test('of a reading that another state has taken the place of nothing is shown', () => {
    const broken = sent(analysed(1_000, 1_000));
    const next = sent({ state: 'analysing' });
    const last = sent(analysed(2, 2));
    expect(taken([...broken.slice(0, 3), ...next, ...broken.slice(3), ...last])).toEqual([
      expect.objectContaining({ state: 'analysing' }),
      expect.objectContaining(analysed(2, 2)),
    ]);
    const again = sent(analysed(600, 600));
    expect(taken([...broken.slice(0, 3), ...again])).toEqual([expect.objectContaining(analysed(600, 600))]);
  });

  test('a part without its lists is passed over', () => {
    const [head, first, ...rest] = sent(analysed(600, 0));
    expect(taken([head, { state: 'part', figures: 'many' }, first, ...rest])).toEqual([
      expect.objectContaining(analysed(600, 0)),
    ]);
  });

  test.each([null, 'analysed', {}, { state: 'made up' }, { state: 'analysed' }, { state: 'part' }])(
    'what is no state is not heard: %j',
    (message) => {
      expect(taken([message])).toEqual([]);
    },
  );
});
