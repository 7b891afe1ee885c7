import { describe, expect, test } from 'vitest';
import { type LinkQuestion, linkClusters } from '../../lib/link/link.ts';
import { nowhere } from '../../lib/link/locality.ts';
import type { Entity } from '../../lib/model/entity.ts';
import type { Fact } from '../../lib/model/fact.ts';
import { asEntityId, asFactId, asSourceId } from '../../lib/model/ids.ts';
import type { Candidate } from '../../lib/model/knowledge.ts';

const candidate = (
  id: string,
  more: Partial<Entity> = {},
  neighbours: readonly string[] = [],
  facts: readonly Fact[] = [],
): Candidate => ({
  entity: { id: asEntityId(id), type: 'person', name: id, aliases: [], description: '', ...more },
  facts,
  neighbours: new Set(neighbours.map(asEntityId)),
});
const question = (ids: readonly string[], more: Partial<LinkQuestion> = {}): LinkQuestion => ({
  type: 'person',
  gender: null,
  byFullForm: ids.map(asEntityId),
  isDistinctive: false,
  isGeneric: false,
  context: new Set(),
  locality: nowhere,
  isAdjunct: false,
  surface: 'x',
  mentions: 1,
  ...more,
});
const link = (questions: readonly LinkQuestion[], known: readonly Candidate[]) =>
  linkClusters(questions, new Map(known.map((one) => [one.entity.id, one])), { day: null });

describe('links', () => {
  test('a name that the store does not know stays without a link', () => {
    expect(link([question([])], [])).toEqual([{ kind: 'nil' }]);
  });

  test('a distinctive name goes to its only bearer', () => {
    expect(link([question(['a'], { isDistinctive: true })], [candidate('a')])).toMatchObject([
      { kind: 'linked', entity: 'a' },
    ]);
  });

  test('a bare surname of somebody little known is not enough', () => {
    expect(link([question(['a'])], [candidate('a', { prominence: 0.1 })])).toEqual([{ kind: 'nil' }]);
  });

  test('equal namesakes are left for the reader to choose', () => {
    const known = [candidate('a', { prominence: 0.5 }), candidate('b', { prominence: 0.5 })];
    expect(link([question(['a', 'b'], { isDistinctive: true })], known)).toEqual([
      { kind: 'ambiguous', candidates: ['a', 'b'] },
    ]);
  });

  test('company in the article decides between namesakes', () => {
    const known = [candidate('a', {}, ['x', 'y']), candidate('b'), candidate('x'), candidate('y')];
    const asked = [
      question(['a', 'b'], { isDistinctive: true }),
      question(['x'], { isDistinctive: true }),
      question(['y'], { isDistinctive: true }),
    ];
    expect(link(asked, known)[0]).toMatchObject({ kind: 'linked', entity: 'a' });
  });

  test('the state where the article’s other figures are, and not the country of its name', () => {
    const of = (id: string, home: string, type: Entity['type']): Candidate =>
      candidate(
        id,
        { type, prominence: 0.6 },
        [home],
        [
          {
            id: asFactId(`t:${id}`),
            subject: asEntityId(id),
            predicate: type === 'person' ? 'nationality' : 'containedInPlace',
            value: { entity: asEntityId(home) },
            source: asSourceId('t:s'),
          },
        ],
      );
    const people = ['a', 'b', 'c', 'd', 'e'];
    const known = [of('state', 'us', 'place'), candidate('country', { type: 'place', prominence: 0.62 })];
    const asked = [
      question(['state', 'country'], { type: 'place' }),
      ...people.map((id) => question([id], { isDistinctive: true })),
    ];
    const [answer] = link(asked, [...known, ...people.map((id) => of(id, 'us', 'person'))]);
    expect(answer).toMatchObject({ kind: 'linked', entity: 'state' });
  });

  test('the body that is called so, and not its country, however much of the article is elsewhere', () => {
    const at = (id: string, home: string, more: Partial<Entity>): Candidate =>
      candidate(
        id,
        more,
        [home],
        [
          {
            id: asFactId(`t:${id}`),
            subject: asEntityId(id),
            predicate: 'location',
            value: { entity: asEntityId(home) },
            source: asSourceId('t:s'),
          },
        ],
      );
    const firms = ['a', 'b', 'c'];
    const known = [
      at('airline', 'country', { type: 'organisation', prominence: 0.36 }),
      candidate('country', { type: 'place', prominence: 0.65 }),
      ...firms.map((id) => at(id, 'us', { type: 'organisation', prominence: 0.6 })),
    ];
    const asked = [
      question(['airline', 'country'], { type: 'organisation' }),
      ...firms.map((id) => question([id], { type: 'organisation', isDistinctive: true })),
    ];
    expect(link(asked, known)[0]).toMatchObject({ kind: 'linked', entity: 'airline' });
  });

  test.each([
    ['a word of his office', ['vatican'], 'linked'],
    ['nothing that speaks for him', [], 'nil'],
  ])('a pope is called by his given name beside %s', (_rule, context, kind) => {
    const pope = candidate('pope', { name: 'Pope Leo XIV', prominence: 0.6, description: 'Pope in the Vatican' });
    const asked = question(['pope'], { surface: 'Leo', context: new Set(context) });
    expect(link([asked], [pope])).toMatchObject([{ kind }]);
  });

  test('a predecessor may go by one word beside who holds the office', () => {
    const held = (id: string, name: string, office: string): Candidate =>
      candidate(
        id,
        { name, prominence: 0.6 },
        [],
        [
          {
            id: asFactId(`t:${id}`),
            subject: asEntityId(id),
            predicate: 'jobTitle',
            value: { text: office },
            of: asEntityId('body'),
            source: asSourceId('t:s'),
          },
        ],
      );
    const asked = [
      question(['leo'], { surface: 'Pope Leo XIV', isDistinctive: true }),
      question(['francis'], { surface: 'Francis' }),
    ];
    const now = held('leo', 'Pope Leo XIV', 'Pope');
    expect(link(asked, [now, held('francis', 'Pope Francis', 'Pope')])[1]).toMatchObject({ entity: 'francis' });
    expect(link(asked, [now, held('francis', 'Pope Francis', 'Patriarch')])[1]).toEqual({ kind: 'nil' });
    const common = [
      question(['leo'], { surface: 'Pope Leo XIV', isDistinctive: true }),
      question(['johnson'], { surface: 'Johnson' }),
    ];
    expect(link(common, [now, held('johnson', 'Amos Johnson', 'Pope')])[1]).toEqual({ kind: 'nil' });
    const members = [held('leo', 'Pope Leo XIV', 'Member'), held('francis', 'Pope Francis', 'Member')];
    expect(link(asked, members)[1]).toEqual({ kind: 'nil' });
  });

  test('gender rules a namesake out', () => {
    const known = [candidate('he', { gender: 'male' }), candidate('she', { gender: 'female' })];
    expect(link([question(['he', 'she'], { isDistinctive: true, gender: 'female' })], known)[0]).toMatchObject({
      entity: 'she',
    });
  });

  test('what the article says beside the name decides', () => {
    const known = [
      candidate('cricketer', { description: 'English cricketer' }),
      candidate('banker', { description: 'American banker' }),
    ];
    const asked = question(['cricketer', 'banker'], { isDistinctive: true, context: new Set(['banker']) });
    expect(link([asked], known)[0]).toMatchObject({ entity: 'banker' });
  });

  test('a body is no town of its name, though it may be the capital', () => {
    const asked = [question(['town'], { type: 'organisation', isDistinctive: true })];
    const town = (prominence: number): Candidate =>
      candidate('town', { type: 'place', description: 'City in Norland', prominence });
    expect(link(asked, [town(0.3)])).toEqual([{ kind: 'nil' }]);
    expect(link(asked, [town(0.7)])).toMatchObject([{ kind: 'linked' }]);
  });

  test('a person is never linked to a place', () => {
    expect(link([question(['city'], { isDistinctive: true })], [candidate('city', { type: 'place' })])).toEqual([
      { kind: 'nil' },
    ]);
  });

  test('an office held on the article’s day counts', () => {
    const role = (id: string, from: string, to: string): Fact => ({
      id: asFactId(`t:${id}`),
      subject: asEntityId(id),
      predicate: 'jobTitle',
      value: { text: 'Minister' },
      validFrom: from,
      validTo: to,
      source: asSourceId('t:s'),
    });
    const known = [
      candidate('then', { prominence: 0.5 }, [], [role('then', '2020', '2023')]),
      candidate('before', { prominence: 0.3 }, [], [role('before', '2001', '2004')]),
    ];
    const [answer] = linkClusters(
      [question(['then', 'before'], { isDistinctive: true })],
      new Map(known.map((one) => [one.entity.id, one])),
      { day: '2022-03-07' },
    );
    expect(answer).toMatchObject({ kind: 'linked', entity: 'then' });
  });

  test('games without a year are not those of another', () => {
    const known = candidate('games', { type: 'event', name: '2022 Winter Games', prominence: 0.8 });
    const on = (day: string, surface = 'Winter Games') =>
      linkClusters(
        [question(['games'], { type: 'event', isDistinctive: true, surface })],
        new Map([[known.entity.id, known]]),
        { day },
      );
    expect(on('2022-02-11')).toMatchObject([{ kind: 'linked' }]);
    expect(on('2026-02-11')).toEqual([{ kind: 'nil' }]);
    expect(on('2026-02-11', 'Winter Games of 2022')).toMatchObject([{ kind: 'linked' }]);
  });

  test('nor is an event the one of its name that began years after the article', () => {
    const id = asEntityId('siege');
    const start: Fact = {
      id: asFactId('t:start'),
      subject: id,
      predicate: 'startDate',
      value: { date: '2023-10-07' },
      source: asSourceId('t:source'),
    };
    const known = candidate('siege', { type: 'event', prominence: 0.8 }, [], [start]);
    const on = (day: string, surface = 'Siege') =>
      linkClusters([question(['siege'], { type: 'event', isDistinctive: true, surface })], new Map([[id, known]]), {
        day,
      });
    expect(on('2014-07-20', '2023 Siege')).toMatchObject([{ kind: 'linked' }]);
    expect(on('2014-07-20')).toEqual([{ kind: 'nil' }]);
    expect(on('2022-12-01')).toMatchObject([{ kind: 'linked' }]);
    expect(on('2024-01-05')).toMatchObject([{ kind: 'linked' }]);
  });

  test('a name of one word is all of some people’s', () => {
    const known = [
      candidate('a', { name: 'Zékora', prominence: 0.3 }),
      candidate('b', { name: 'Ada Zekora', prominence: 0.3 }),
    ];
    expect(link([question(['a'], { surface: 'Zekora' })], known)).toMatchObject([{ kind: 'linked', entity: 'a' }]);
    expect(link([question(['b'], { surface: 'Zekora' })], known)).toEqual([{ kind: 'nil' }]);
  });

  test('what only describes a noun is left to those whom everybody knows', () => {
    const known = [candidate('somebody', { prominence: 0.55 })];
    expect(link([question(['somebody'])], known)).toMatchObject([{ kind: 'linked' }]);
    expect(link([question(['somebody'], { isAdjunct: true })], known)).toEqual([{ kind: 'nil' }]);
  });

  test('a town that the article puts into another country is another town', () => {
    const paris = candidate('paris', { type: 'place', prominence: 0.9 }, ['wd:Q142']);
    const asked = { type: 'place' as const, locality: { ...nowhere, within: [[asEntityId('wd:Q30')]], holds: [] } };
    expect(link([question(['paris'], asked)], [paris])).toEqual([{ kind: 'nil' }]);
    const at = { ...asked, locality: { ...nowhere, within: [[asEntityId('wd:Q142')]], holds: [] } };
    expect(link([question(['paris'], at)], [paris])).toMatchObject([{ kind: 'linked', entity: 'paris' }]);
  });

  test('"Atlanta, Georgia" is not the country', () => {
    const georgia = candidate('wd:Q230', { type: 'place', prominence: 0.8 });
    const atlanta = candidate('atlanta', { type: 'place', prominence: 0.4 }, ['wd:Q30']);
    const asked = [
      question(['wd:Q230'], { type: 'place', locality: { ...nowhere, within: [], holds: [[asEntityId('atlanta')]] } }),
      question(['atlanta'], {
        type: 'place',
        locality: { ...nowhere, within: [[asEntityId('wd:Q230'), asEntityId('wd:Q30')]], holds: [] },
      }),
    ];
    expect(link(asked, [georgia, atlanta])).toMatchObject([{ kind: 'nil' }, { kind: 'linked', entity: 'atlanta' }]);
  });
});
