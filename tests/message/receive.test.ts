import { describe, expect, test, vi } from 'vitest';
import { backgroundSchemas } from '../../lib/message/background-schemas.ts';
import { fromFrameSchema, tabSchemas } from '../../lib/message/page-schemas.ts';
import { dispatch, type Handlers } from '../../lib/message/receive.ts';
import type { TabRequests } from '../../lib/message/protocol.ts';
import { ok } from '../../lib/model/result.ts';
import * as v from 'valibot';

const handlers: Handlers<TabRequests> = {
  analysisPart: async () => ok({ wanted: false }),
  pageState: async () => ok({ state: 'analysing' }),
  readNow: async () => ok({ found: true }),
  storeChanged: async () => ok({ found: true }),
  escape: async () => ok({ found: true }),
  enterCard: async () => ok({ found: true }),
  readInFrame: async () => ok({ found: true }),
  reveal: async ({ nth }) => ok({ found: nth === 0 }),
  step: async ({ to }) => ok({ found: to === 'next' }),
};
const send = (message: unknown) => dispatch(tabSchemas, handlers, { message, sender: {} });
const subject = { kind: 'figure', cluster: 'm0' };

describe('a message that arrives', () => {
  test('is parsed and handled', async () => {
    expect(await send({ type: 'reveal', body: { subject, nth: 0 } })).toEqual({ ok: true, value: { found: true } });
  });

  test.each([
    ['nothing', undefined],
    ['a string', 'pageState'],
    ['no type', { body: {} }],
    ['an unknown type', { type: 'analyse', body: {} }],
    ['a type of every object', { type: 'toString', body: {} }],
    ['a body of another shape', { type: 'reveal', body: { subject, nth: 'first' } }],
    ['an id that is none', { type: 'reveal', body: { subject: { kind: 'figure', cluster: '<b>' }, nth: 0 } }],
    ['no body', { type: 'reveal' }],
  ])('%s is malformed', async (_, message) => {
    expect(await send(message)).toMatchObject({ ok: false, failure: { code: 'MessageMalformed' } });
  });

  test('a handler that throws is answered as a failure', async () => {
    const silent = vi.spyOn(console, 'error').mockReturnValue();
    const broken: Handlers<TabRequests> = { ...handlers, pageState: () => Promise.reject(new Error('broken')) };
    const answer = await dispatch(tabSchemas, broken, { message: { type: 'pageState', body: {} }, sender: {} });
    expect(answer).toEqual({ ok: false, failure: { code: 'AnalysisFailed', detail: 'broken' } });
    silent.mockRestore();
  });
});

describe('bodies', () => {
  const metadata = {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    country: null,
  };
  const article = (blocks: unknown, text = 'One\nTwo') => ({
    article: { text, blocks, metadata },
    openedAt: 0,
    reviews: [],
    ask: 1,
  });
  test.each([
    [
      'blocks in order',
      article([
        { kind: 'headline', start: 0, end: 3 },
        { kind: 'paragraph', start: 4, end: 7 },
      ]),
      true,
    ],
    [
      'blocks that overlap',
      article([
        { kind: 'headline', start: 0, end: 5 },
        { kind: 'paragraph', start: 4, end: 7 },
      ]),
      false,
    ],
    ['a block beyond the text', article([{ kind: 'paragraph', start: 4, end: 8 }]), false],
    ['a block that ends before it starts', article([{ kind: 'paragraph', start: 4, end: 2 }]), false],
    ['an unknown kind', article([{ kind: 'footer', start: 0, end: 3 }]), false],
    ['an article without end', article([], 'x'.repeat(2_000_001)), false],
  ])('analyse: %s', (_, body, valid) => {
    expect(v.safeParse(backgroundSchemas.analyse, body).success).toBe(valid);
  });

  test('a quantity without a span keeps none', () => {
    const quantities = [{ value: 1, unit: 'count', of: 'boats' }];
    const occasion = { url: null, publisher: null, publishedAt: null };
    const body = { kind: 'claim', text: 'x', speaker: null, about: [], quantities, related: [], occasion };
    expect(v.parse(backgroundSchemas.card, body)).toEqual(body);
  });

  test.each([
    [{ type: 'size', token: 1, height: 200 }, true],
    [{ type: 'size', token: 1, height: Number.NaN }, false],
    [{ type: 'size', token: 1, height: -1 }, false],
    [{ type: 'drag', dx: 1, dy: -4 }, true],
    [{ type: 'open', key: 'x' }, false],
    [null, false],
  ])('from the frame: %j', (message, valid) => {
    expect(v.safeParse(fromFrameSchema, message).success).toBe(valid);
  });
});
