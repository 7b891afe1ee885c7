import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type HoverEffect, type HoverEvent, type HoverState, idle, stepHover } from '../../../lib/page/card/hover.ts';

const waiting: HoverState = { name: 'waiting', mark: 3, token: 1 };
const open: HoverState = { name: 'open', mark: 3, token: 1 };
const leaving: HoverState = { name: 'leaving', mark: 3, token: 1, timer: 2, over: -1 };
const leavingFor7: HoverState = { ...leaving, over: 7 };

const over = (mark: number): HoverEvent => ({ type: 'pointer', mark });
const card = (inside: boolean): HoverEvent => ({ type: 'card', inside });
const timer = (token: number): HoverEvent => ({ type: 'timer', token });
const shows = (token: number, mark: number): HoverEffect => ({ type: 'wait', token, for: 'show', mark });
const hides = (token: number): HoverEffect => ({ type: 'wait', token, for: 'hide' });
const opens = (mark: number, token: number, by: 'pointer' | 'reveal'): HoverEffect => ({
  type: 'open',
  mark,
  token,
  by,
});
const abandons: HoverEffect = { type: 'abandon' };
const closes: HoverEffect = { type: 'close' };
const close: HoverEvent = { type: 'close' };
const scroll: HoverEvent = { type: 'scroll' };

/** Every step is given 9 as its fresh token. */
const table: readonly (readonly [rule: string, HoverState, HoverEvent, HoverState, readonly HoverEffect[]])[] = [
  ['nothing under the pointer', idle, over(-1), idle, []],
  ['a mark under the pointer waits', idle, over(3), { name: 'waiting', mark: 3, token: 9 }, [shows(9, 3)]],
  ['a late timer changes nothing', idle, timer(1), idle, []],
  ['Escape without a card is the page’s', idle, close, idle, []],
  ['resting on it goes on waiting', waiting, over(3), waiting, []],
  ['another mark waits anew', waiting, over(5), { name: 'waiting', mark: 5, token: 9 }, [shows(9, 5)]],
  ['passing over opens nothing', waiting, over(-1), idle, [abandons]],
  ['the time is over', waiting, timer(1), open, [opens(3, 1, 'pointer')]],
  ['the time of an earlier wait is over', waiting, timer(0), waiting, []],
  ['scrolling stops waiting', waiting, scroll, idle, [abandons]],
  ['the pointer stays', open, over(3), open, []],
  ['the pointer leaves', open, over(-1), { ...leaving, timer: 9 }, [hides(9)]],
  ['the pointer comes to another mark', open, over(7), { ...leavingFor7, timer: 9 }, [shows(9, 7)]],
  ['it leaves the card', open, card(false), { ...leaving, timer: 9 }, [hides(9)]],
  ['it enters the card', open, card(true), open, []],
  ['Escape', open, close, idle, [closes]],
  ['scrolling away', open, scroll, idle, [closes]],
  ['pinned, the card goes its own way', open, { type: 'keep' }, idle, []],
  [
    'a press opens at once',
    waiting,
    { type: 'press', mark: 4 },
    { name: 'open', mark: 4, token: 9 },
    [opens(4, 9, 'pointer')],
  ],
  ['a press on its mark keeps the card', leaving, { type: 'press', mark: 3 }, open, []],
  ['back to the mark', leaving, over(3), open, []],
  ['into the card in time', leaving, card(true), open, []],
  ['on the way to the card it has time', leaving, { type: 'travel' }, { ...leaving, timer: 9 }, [hides(9)]],
  ['marks crossed on the way do not count', leavingFor7, { type: 'travel' }, { ...leaving, timer: 9 }, [hides(9)]],
  ['left for good', leaving, timer(2), idle, [closes]],
  ['a late timer while leaving', leaving, timer(1), leaving, []],
  [
    'resting on another mark opens that',
    leavingFor7,
    timer(2),
    { name: 'open', mark: 7, token: 9 },
    [opens(7, 9, 'pointer')],
  ],
  ['from that to nothing', leavingFor7, over(-1), { ...leaving, timer: 9 }, [hides(9)]],
  ['pinned while leaving', leaving, { type: 'keep' }, idle, []],
  [
    'revealed from the panel',
    idle,
    { type: 'reveal', mark: 4 },
    { name: 'open', mark: 4, token: 9 },
    [opens(4, 9, 'reveal')],
  ],
];

test.each(table)('%s', (_, before, event, state, effects) => {
  expect(stepHover(before, event, 9)).toEqual({ state, effects });
});

const events = fc.oneof(
  fc.integer({ min: -1, max: 3 }).map(over),
  fc.boolean().map(card),
  fc.integer({ min: 0, max: 40 }).map(timer),
  fc.constantFrom<HoverEvent>({ type: 'travel' }, close, scroll, { type: 'reveal', mark: 2 }),
  fc.integer({ min: 0, max: 3 }).map((mark): HoverEvent => ({ type: 'press', mark })),
  fc.constant<HoverEvent>({ type: 'keep' }),
);

test('a card is open exactly while the state says so, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 40 }), (happened) => {
      let state: HoverState = idle;
      let shown = -1;
      for (const [at, event] of happened.entries()) {
        const before = state;
        const step = stepHover(state, event, at + 1);
        state = step.state;
        // A card that is pinned is open no longer as far as the hover knows.
        if (event.type === 'keep' && (before.name === 'open' || before.name === 'leaving')) shown = -1;
        for (const effect of step.effects) {
          if (effect.type === 'open') shown = effect.mark;
          if (effect.type === 'close') shown = -1;
        }
        const says = state.name === 'idle' || state.name === 'waiting' ? -1 : state.mark;
        expect(shown).toBe(says);
      }
    }),
  );
});
