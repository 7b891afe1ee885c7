import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entityKeys, gramKeys, nameKeys, stemKeys, unitBits } from '../../lib/claim/compare/claim-keys.ts';
import { compareStatements } from '../../lib/claim/compare/compare.ts';
import { findRivals, openPlaces, type RivalQuery } from '../../lib/claim/compare/find-rivals.ts';
import { packStatement, unpackStatement } from '../../lib/claim/compare/packed-statement.ts';
import { placeOf, rowAt } from '../../lib/claim/compare/segment-layout.ts';
import { segmentBuilder } from '../../lib/claim/compare/segment.ts';
import { readStatement, type StatementRead } from '../../lib/claim/compare/statement.ts';
import type { ClaimOfArticle, ClaimSegment } from '../../lib/model/claim-segment.ts';
import { asClaimId, asEntityId, asSourceId } from '../../lib/model/ids.ts';
import { type Pair, tuningPairs } from './pairs.ts';
import { allPairs } from './pairs-all.ts';

const nowOf = ({ now, speakers, days }: Pair): StatementRead =>
  readStatement({ text: now, quote: null, speaker: speakers[0], day: days[0] });
const beforeOf = ({ before, speakers, days }: Pair): StatementRead =>
  readStatement({ text: before, quote: null, speaker: speakers[1], day: days[1] });

interface Given {
  readonly id: string;
  readonly text: string;
  readonly article?: string;
  readonly about?: readonly string[];
  readonly speaker?: string | null;
  readonly day?: string | null;
}
const claimOf = ({ id, text, article = `a-${id}`, about = [], speaker = null, day = null }: Given): ClaimOfArticle => ({
  article,
  claim: {
    id: asClaimId(id),
    text,
    kind: 'assertion',
    speaker: speaker === null ? null : asEntityId(speaker),
    about: about.map(asEntityId),
    quantities: [],
    saidAt: day,
    source: asSourceId(article),
  },
  source: { id: asSourceId(article), url: null, title: article, publisher: null, authors: [], publishedAt: day },
});
const build = (claims: readonly ClaimOfArticle[]): ClaimSegment => segmentBuilder.replace([], new Set(), claims);
const queryOf = (statement: StatementRead, entities: readonly string[] = []): RivalQuery => ({
  stems: stemKeys(statement),
  grams: gramKeys(statement),
  entities: entityKeys(entities),
  names: nameKeys(statement),
  mayHaveAmounts: statement.mayHaveAmounts,
  units: () => unitBits(statement.amounts),
});
const find = (segment: ClaimSegment, query: RivalQuery, own: readonly string[] = [], removed: readonly string[] = []) =>
  findRivals(
    openPlaces({ segments: [segment], own: new Set(own), isRemoved: (id) => removed.includes(id) }),
    query,
    8,
  ).map(({ id }) => id);

test('a statement that was packed compares as it did before', () => {
  for (const pair of allPairs) {
    const [now, before] = [nowOf(pair), beforeOf(pair)];
    expect(compareStatements(now, unpackStatement(packStatement(before))), pair.before).toBe(
      compareStatements(now, before),
    );
  }
});

test('whatever has a relation is found among all the others', () => {
  const segment = build(
    allPairs.map(({ before, speakers, days }, i) =>
      claimOf({ id: `c${i}`, text: before, speaker: speakers[1], day: days[1] }),
    ),
  );
  const related = allPairs.flatMap((pair, i) =>
    compareStatements(nowOf(pair), beforeOf(pair)) === null ? [] : [{ pair, i }],
  );
  // The pairs tell no entities, which in an article stand in for names.
  const askOf = (pair: (typeof allPairs)[number]): RivalQuery => ({ ...queryOf(nowOf(pair)), names: null });
  const missed = related.filter(({ pair, i }) => !find(segment, askOf(pair)).includes(asClaimId(`c${i}`)));
  expect(related.length).toBeGreaterThan(200);
  expect(missed.map(({ pair }) => pair.now)).toEqual([]);
});

test('the index has every claim at every hash of it, and at no other', () => {
  const segment = build(
    allPairs.map(({ before }, i) => claimOf({ id: `c${i}`, text: before, about: [`local:e${i % 9}`] })),
  );
  const wanted = new Map<number, number[]>();
  for (const ordinal of segment.ids.keys()) {
    const { stemsFrom, entitiesTo } = rowAt(segment.rows, ordinal);
    const grams = segment.grams.subarray(segment.gramStarts[ordinal], segment.gramStarts[ordinal + 1]);
    for (const key of [...segment.lists.subarray(stemsFrom, entitiesTo), ...grams])
      wanted.set(key, [...(wanted.get(key) ?? []), ordinal]);
  }
  expect(segment.index.length).toBe(2 * wanted.size + 2);
  for (const [key, ordinals] of wanted) {
    const at = placeOf(segment, key);
    expect([...segment.postings.subarray(segment.index[2 * at + 1], segment.index[2 * at + 3])]).toEqual(ordinals);
    if (!wanted.has(key + 1)) expect(placeOf(segment, key + 1)).toBe(-1);
  }
});

test('a statement finds the same whatever was looked for before it', () => {
  const segment = build(allPairs.map(({ before }, i) => claimOf({ id: `c${i}`, text: before })));
  const places = openPlaces({ segments: [segment], own: new Set(), isRemoved: () => false });
  const asked = { ...queryOf(nowOf(tuningPairs[0] ?? expect.fail())), names: null };
  const first = findRivals(places, asked, 8);
  expect(first.length).toBeGreaterThan(0);
  // More rounds than a count has room for.
  const short = { ...asked, stems: asked.stems.subarray(0, 2) };
  for (let i = 0; i < 5000; i += 1) findRivals(places, short, 8);
  expect(findRivals(places, asked, 8)).toEqual(first);
});

describe('rivals', () => {
  const text = 'The bridge over the Tolva carries 4,000 vehicles a day, the ministry said.';
  const segment = build([
    claimOf({ id: 'same', text, article: 'here' }),
    claimOf({ id: 'other', text: 'The bridge over the Tolva carries 9,000 vehicles a day, officials said.' }),
    claimOf({ id: 'far', text: 'Wheat prices rose by a third in Chicago on Monday.' }),
  ]);
  const query = queryOf(readStatement({ text, quote: null, speaker: null, day: null }));

  test('speak of the same, the likest first', () => {
    expect(find(segment, query)).toEqual(['same', 'other']);
  });
  test('are none of the article that is read', () => {
    expect(find(segment, query, ['here'])).toEqual(['other']);
  });
  test('are none that the reader removed', () => {
    expect(find(segment, query, [], ['other'])).toEqual(['same']);
  });
  test('with a speaker or a subject in common come first', () => {
    const said = 'Tolls on the Tolva bridge will rise in spring, the company said.';
    const two = build([
      claimOf({ id: 'nobody', text: said }),
      claimOf({ id: 'company', text: said, about: ['local:company'] }),
    ]);
    const asked = readStatement({ text: said, quote: null, speaker: null, day: null });
    expect(find(two, queryOf(asked, ['local:company']))).toEqual(['company', 'nobody']);
  });
  test('name something in common, or have an entity that does', () => {
    const said = (place: string): string => `The bridge at ${place} carries 4,000 vehicles on a working day.`;
    const two = build([
      claimOf({ id: 'same', text: said('Tolva') }),
      claimOf({ id: 'elsewhere', text: said('Brend') }),
      claimOf({ id: 'known', text: said('Brend'), about: ['local:bridge'] }),
    ]);
    const asked = queryOf(readStatement({ text: said('Tolva'), quote: null, speaker: null, day: null }), [
      'local:bridge',
    ]);
    expect(find(two, asked).toSorted()).toEqual(['known', 'same']);
  });
  test('may have no more in common than a run of quoted words', () => {
    const quoted = build([
      claimOf({
        id: 'long',
        text: 'After a night of talks in the old town hall the mayor called the plan “a gift to nobody but the owners”, and left.',
      }),
    ]);
    const asked = readStatement({
      text: 'It is “a gift to nobody but the owners”, Reyes wrote.',
      quote: null,
      speaker: null,
      day: null,
    });
    expect(find(quoted, queryOf(asked))).toEqual(['long']);
  });
});

test('a segment is the same however it came about', () => {
  const texts = allPairs.slice(0, 40).map(({ before }) => before);
  const step = fc.array(
    fc.record({ id: fc.integer({ min: 0, max: 15 }), text: fc.option(fc.constantFrom(...texts)) }),
    {
      maxLength: 8,
    },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
      const state = new Map<string, string>();
      let segments: readonly ClaimSegment[] = [];
      for (const changes of steps) {
        const last = new Map(changes.map(({ id, text }) => [`c${id}`, text]));
        const written = [...last].flatMap(([id, text]) => (text === null ? [] : [claimOf({ id, text, about: [id] })]));
        for (const [id, text] of last) {
          if (text === null) state.delete(id);
          else state.set(id, text);
        }
        segments = [segmentBuilder.replace(segments, new Set([...last.keys()].map(asClaimId)), written)];
      }
      const [grown = build([])] = segments;
      const whole = build([...state].map(([id, text]) => claimOf({ id, text, about: [id] })));
      const rows = (segment: ClaimSegment) => segment.ids.map((id, at) => `${id} ${segment.statements[at]}`).toSorted();
      expect(rows(grown)).toEqual(rows(whole));
      expect([...grown.index].filter((_, i) => i % 2 === 0)).toEqual([...whole.index].filter((_, i) => i % 2 === 0));
      for (const [id, text] of state) {
        const query = queryOf(readStatement({ text, quote: null, speaker: null, day: null }), [id]);
        expect(new Set(find(grown, query))).toEqual(new Set(find(whole, query)));
      }
    }),
    { numRuns: 40 },
  );
});
