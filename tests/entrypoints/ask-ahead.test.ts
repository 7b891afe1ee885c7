import { expect, test, vi } from 'vitest';
import { emptyFigure } from '../../components/gallery/fixtures.ts';
import { askAhead } from '../../entrypoints/popover/ask-ahead.ts';
import type { CardContext, CardRequest } from '../../lib/model/card.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { failed, ok, type Result } from '../../lib/model/result.ts';

const occasion = { url: null, publisher: null, publishedAt: null };
const request = (name: string): CardRequest => ({
  kind: 'figure',
  entity: asEntityId('q1'),
  candidates: [],
  name,
  occasion,
});
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

function open(answer: () => Promise<Result<CardContext, { readonly code: string }>>) {
  const ask = vi.fn(answer);
  return { ask, ahead: askAhead(ask) };
}

test('an answer that is there already opens the card with it, once', async () => {
  const { ask, ahead } = open(async () => ok(emptyFigure));
  ahead.prepare(request('Ada Moreno'));
  await settled();
  expect(ahead.known(request('Ada Moreno'))).toEqual({ state: 'ready', value: emptyFigure });
  expect(ahead.known(request('Ada Moreno'))).toEqual({ state: 'loading' });
  expect(ask).toHaveBeenCalledTimes(1);
});

test('an answer on its way is waited for, and asked again after that', async () => {
  const { ask, ahead } = open(async () => ok(emptyFigure));
  ahead.prepare(request('Ada Moreno'));
  expect(ahead.known(request('Ada Moreno'))).toEqual({ state: 'loading' });
  expect(await ahead.ask(request('Ada Moreno'))).toEqual(ok(emptyFigure));
  expect(ask).toHaveBeenCalledTimes(1);
  await ahead.ask(request('Ada Moreno'));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('of two names the pointer came to, the last counts', async () => {
  const { ask, ahead } = open(async () => ok(emptyFigure));
  ahead.prepare(request('Ada Moreno'));
  ahead.prepare(request('Ben Okafor'));
  await settled();
  expect(ahead.known(request('Ada Moreno'))).toEqual({ state: 'loading' });
  await ahead.ask(request('Ada Moreno'));
  expect(ask).toHaveBeenCalledTimes(3);
});

test('coming back to a name asks anew: the store may know more by now', () => {
  const { ask, ahead } = open(async () => ok(emptyFigure));
  ahead.prepare(request('Ada Moreno'));
  ahead.prepare(request('Ada Moreno'));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('a failure is no answer to open with: the card asks and says what is wrong', async () => {
  const { ask, ahead } = open(async () => failed({ code: 'StoreUnavailable' }));
  ahead.prepare(request('Ada Moreno'));
  await settled();
  expect(ahead.known(request('Ada Moreno'))).toEqual({ state: 'loading' });
  expect(await ahead.ask(request('Ada Moreno'))).toEqual(failed({ code: 'StoreUnavailable' }));
  expect(ask).toHaveBeenCalledTimes(1);
});

test('a request that broke off is made again', async () => {
  let isBroken = true;
  const { ask, ahead } = open(() =>
    isBroken ? Promise.reject(new Error('asleep')) : Promise.resolve(ok(emptyFigure)),
  );
  ahead.prepare(request('Ada Moreno'));
  await settled();
  isBroken = false;
  expect(await ahead.ask(request('Ada Moreno'))).toEqual(ok(emptyFigure));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('there may be nothing to ask', () => {
  const { ask, ahead } = open(async () => ok(emptyFigure));
  ahead.prepare(null);
  expect(ahead.known(null)).toEqual({ state: 'loading' });
  expect(ask).not.toHaveBeenCalled();
});
