import { describe, expect, test } from 'vitest';
import { cardState, firstCards, topCard, type CardEvent } from '../../../components/card/card-state.ts';
import { portraitOf } from '../../../components/card/portrait.ts';
import { requestFor, viewOfEntity, type CardView } from '../../../components/card/view.ts';
import { briefs, emptyFigure, minister, reading } from '../../../components/gallery/fixtures.ts';
import { asClusterId } from '../../../lib/model/ids.ts';

const figure = (at: number) => ({ kind: 'figure', cluster: asClusterId(`m${at}`) }) as const;
const ready = { state: 'ready', value: emptyFigure } as const;
const run = (...events: CardEvent[]) => events.reduce(cardState, firstCards([figure(0)], { state: 'loading' }));

describe('cardState', () => {
  test.each<[string, CardEvent[], { view: CardView; state: string; depth: number }]>([
    ['begins with the first card, asking', [], { view: figure(0), state: 'loading', depth: 1 }],
    [
      'an answer fills its card',
      [{ type: 'answered', token: 0, context: ready }],
      { view: figure(0), state: 'ready', depth: 1 },
    ],
    ['another card opens above', [{ type: 'open', view: figure(1) }], { view: figure(1), state: 'loading', depth: 2 }],
    [
      'an answer to the card below leaves the upper one alone',
      [
        { type: 'open', view: figure(1) },
        { type: 'answered', token: 0, context: ready },
      ],
      { view: figure(1), state: 'loading', depth: 2 },
    ],
    [
      'going back shows what came meanwhile',
      [{ type: 'open', view: figure(1) }, { type: 'answered', token: 0, context: ready }, { type: 'back' }],
      { view: figure(0), state: 'ready', depth: 1 },
    ],
    [
      'a late answer to a card that was left is dropped',
      [{ type: 'open', view: figure(1) }, { type: 'back' }, { type: 'answered', token: 1, context: ready }],
      { view: figure(0), state: 'loading', depth: 1 },
    ],
    [
      'a late answer to an earlier try is dropped',
      [{ type: 'retry' }, { type: 'answered', token: 0, context: ready }],
      { view: figure(0), state: 'loading', depth: 1 },
    ],
    ['the first card stays', [{ type: 'back' }], { view: figure(0), state: 'loading', depth: 1 }],
  ])('%s', (_, events, expected) => {
    const state = run(...events);
    const top = topCard(state);
    expect({ view: top?.view, state: top?.context.state, depth: state.frames.length }).toEqual(expected);
  });
});

describe('requestFor', () => {
  const occasion = {
    url: 'https://meridian.example/2031/dams',
    publisher: 'The Meridian Post',
    publishedAt: '2031-02-10T07:30:00Z',
  };

  test('a figure is asked for by its entity, on the occasion of the article', () => {
    expect(requestFor(figure(0), reading)).toEqual({
      kind: 'figure',
      entity: briefs.minister.id,
      candidates: [],
      name: 'Marta Oyelaran',
      occasion,
    });
  });

  test('a claim is asked for with the entities that the store knows', () => {
    expect(requestFor({ kind: 'claim', index: 3 }, reading)).toMatchObject({ kind: 'claim', speaker: null, about: [] });
    expect(requestFor({ kind: 'claim', index: 1 }, reading)).toMatchObject({
      speaker: briefs.minister.id,
      about: [briefs.alliance.id],
    });
  });

  test.each<[string, CardView]>([
    ['figure', figure(99)],
    ['claim', { kind: 'claim', index: 99 }],
  ])('a %s that the page no longer has is not asked for', (_, view) => {
    expect(requestFor(view, reading)).toBeNull();
  });

  test('an entity without a page has no occasion', () => {
    expect(requestFor({ kind: 'entity', brief: briefs.treaty }, null)).toMatchObject({
      entity: briefs.treaty.id,
      occasion: { url: null, publishedAt: null },
    });
  });
});

test('an entity that the page names opens as the figure of the page', () => {
  expect(viewOfEntity(briefs.alliance, reading)).toEqual(figure(3));
  expect(viewOfEntity(briefs.alliance, null)).toEqual({ kind: 'entity', brief: briefs.alliance });
});

describe('portraitOf', () => {
  test.each([
    [
      'before the store answers: its line as the page has it',
      0,
      null,
      { line: 'Minister of energy of Velland', asOf: null, today: null, description: null },
    ],
    [
      'the role on the day, and today where it differs',
      0,
      minister,
      {
        line: 'Minister of energy of Velland',
        asOf: '10\u00A0February 2031',
        today: 'Ambassador to the Northern Grid Alliance',
        description: null,
      },
    ],
    [
      'today is not told where nothing changed',
      0,
      { ...minister, roleNow: 'Minister of Energy of Velland' },
      { line: 'Minister of energy of Velland', asOf: '10\u00A0February 2031', today: null, description: null },
    ],
    [
      'a line of the store that says something else stands below',
      0,
      { ...minister, roleOnDay: 'Chair of the summit', roleNow: null },
      {
        line: 'Chair of the summit',
        asOf: '10\u00A0February 2031',
        today: null,
        description: 'Minister of energy of Velland',
      },
    ],
    ['unknown: no line of a store', 1, emptyFigure, { line: '', asOf: null, today: null, description: null }],
  ] as const)('%s', (_, at, context, expected) => {
    expect(portraitOf(figure(at), reading, context)).toMatchObject(expected);
  });

  test.each([
    [0, 'known'],
    [1, 'unknown'],
    [7, 'ambiguous'],
    [9, 'several'],
  ] as const)('figure %i is %s', (at, standing) => {
    expect(portraitOf(figure(at), reading, null)?.standing).toBe(standing);
  });

  test('statements and claims about come from the page', () => {
    const portrait = portraitOf(figure(3), reading, null);
    expect(portrait?.statements).toEqual([]);
    expect(portrait?.claimsAbout.map(({ index }) => index)).toEqual([1]);
  });

  test('a figure that is gone has no portrait', () => expect(portraitOf(figure(99), reading, null)).toBeNull());
});
