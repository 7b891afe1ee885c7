import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../lib/model/analysis.ts';
import { asClusterId, asEntityId } from '../../lib/model/ids.ts';
import { toMarks, toReading } from '../../lib/page/reading.ts';

const text = 'Falk leaves\nMara Oduya said: “We go.” Ruben Falk paid 90 crowns, and Oduya 20.';
const mention = (surface: string, cluster: string, from = 0) => {
  const start = text.indexOf(surface, from);
  return {
    start,
    end: start + surface.length,
    surface,
    type: 'person' as const,
    cluster: asClusterId(cluster),
    confidence: 1,
  };
};
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

const analysis: Analysis = {
  article: {
    text,
    blocks: [
      { kind: 'headline', start: 0, end: 11 },
      { kind: 'paragraph', start: 12, end: text.length },
    ],
    metadata: {
      url: null,
      canonicalUrl: null,
      title: 'Falk leaves',
      publisher: null,
      authors: [],
      publishedAt: null,
      language: 'en',
      country: null,
    },
  },
  mentions: [
    mention('Falk', 'm0'),
    mention('Mara Oduya', 'm1'),
    mention('Ruben Falk', 'm0'),
    mention('Oduya', 'm1', 60),
  ],
  clusters: [
    {
      id: asClusterId('m0'),
      name: 'Ruben Falk',
      type: 'person',
      mentions: [0, 2],
      link: { kind: 'linked', entity: asEntityId('wd:Q1'), confidence: 1 },
      role: null,
      gender: null,
    },
    {
      id: asClusterId('m1'),
      name: 'Mara Oduya',
      type: 'person',
      mentions: [1, 3],
      link: { kind: 'nil' },
      role: { text: 'chair of the council', start: 12, end: 22 },
      gender: null,
    },
  ],
  groups: [{ cluster: asClusterId('m2'), spans: [span('crowns')], members: [asClusterId('m0'), asClusterId('m1')] }],
  claims: [
    {
      ...span('Mara Oduya said: “We go.”'),
      kind: 'quote',
      attribution: {
        speaker: asClusterId('m1'),
        source: span('Mara Oduya'),
        cue: span('said'),
        quotes: [span('We go.')],
        saidOn: null,
      },
      about: [],
      quantities: [],
      when: null,
      checkWorthiness: 0.4,
      related: [],
    },
    {
      ...span('Ruben Falk paid 90 crowns, and Oduya 20.'),
      kind: 'statistic',
      attribution: { speaker: null, source: null, cue: null, quotes: [], saidOn: null },
      about: [asClusterId('m0')],
      quantities: [{ value: 90, unit: 'count', of: 'crowns', span: span('90') }],
      when: null,
      checkWorthiness: 0.9,
      related: [],
    },
  ],
};
const receipt = { readAt: '2026-11-26T12:00:00Z', textHash: '00' };
const brief = {
  id: asEntityId('wd:Q1'),
  type: 'person' as const,
  name: 'Ruben Falk',
  description: 'Trader',
  roleOnDay: 'Head of trading',
};

describe('the reading of a page', () => {
  const reading = toReading({ analysis, briefs: [brief], receipt }, { code: 'saysNews', paragraphs: 0 });

  test('whoever the headline names comes first, with the store’s line', () => {
    expect(reading.figures.map(({ name, description }) => [name, description])).toEqual([
      ['Ruben Falk', 'Trader'],
      ['Mara Oduya', 'chair of the council'],
    ]);
  });

  test('a figure that held something on the day is introduced by it', () => {
    expect(reading.figures[0]?.roleOnDay).toBe('Head of trading');
  });

  test('figures know what they are heard to say', () => {
    expect(reading.figures[1]).toMatchObject({
      statements: [0],
      mentions: 2,
      entity: null,
      role: 'chair of the council',
    });
  });

  test('a description of several is no figure; it has its members', () => {
    expect(reading.groups).toMatchObject([{ cluster: 'm2', name: 'crowns', mentions: 1, members: ['m0', 'm1'] }]);
  });

  test('claims carry their words and their paragraph', () => {
    expect(reading.claims[0]).toMatchObject({
      index: 0,
      text: 'Mara Oduya said: “We go.”',
      quotes: ['We go.'],
      paragraph: 1,
    });
    expect(reading.claims[1]).toMatchObject({ index: 1, speaker: null, speakerWords: null });
  });
});

describe('where it stands in the article', () => {
  const lines = ['Falk leaves', 'Oduya spoke.', 'Much was said', 'Oduya went. Falk did not.', 'Oduya came back.'];
  const whole = lines.join('\n');
  const kinds = ['headline', 'standfirst', 'heading', 'paragraph', 'item'] as const;
  const blocks = lines.map((line, i) => ({
    kind: kinds[i] ?? 'paragraph',
    start: whole.indexOf(line),
    end: whole.indexOf(line) + line.length,
  }));
  const names = [...whole.matchAll(/Falk|Oduya/gu)].map(([surface], i, all) => ({
    ...mention(surface, surface === 'Falk' ? 'm0' : 'm1'),
    start: all[i]?.index ?? 0,
    end: (all[i]?.index ?? 0) + surface.length,
  }));
  const indexesOf = (surface: string): readonly number[] =>
    names.flatMap((name, i) => (name.surface === surface ? [i] : []));
  const claimAt = (words: string): Analysis['claims'][number] => {
    const [known] = analysis.claims;
    if (known === undefined) throw new Error('no claim');
    return { ...known, start: whole.indexOf(words), end: whole.indexOf(words) + words.length };
  };
  const told = (mentions: readonly number[][]): Analysis => ({
    ...analysis,
    article: { ...analysis.article, text: whole, blocks },
    mentions: names,
    clusters: analysis.clusters.map((cluster, i) => ({ ...cluster, mentions: mentions[i] ?? [] })),
    groups: [],
    claims: ['Oduya spoke.', 'Oduya went.', 'Falk did not.', 'Oduya came back.'].map(claimAt),
  });
  const read = (of: Analysis) => toReading({ analysis: of, briefs: [], receipt }, { code: 'saysNews', paragraphs: 0 });

  test('a name in the headline weighs more than two in the text, and so does one in the standfirst', () => {
    const [falk, oduya] = [indexesOf('Falk'), indexesOf('Oduya')];
    const firstOf = (...mentions: number[][]): string | undefined =>
      read({ ...told(mentions), claims: [] }).figures[0]?.name;
    expect(firstOf(falk.slice(0, 1), oduya.slice(1))).toBe('Ruben Falk');
    expect(firstOf(falk.slice(1), oduya.slice(1))).toBe('Mara Oduya');
    expect(firstOf(oduya.slice(1), oduya.slice(0, 1))).toBe('Mara Oduya');
  });

  test('whoever speaks weighs more than whoever is only named as often', () => {
    const [falk, oduya] = [indexesOf('Falk').slice(1), indexesOf('Oduya').slice(-1)];
    const names = (of: Analysis): readonly string[] => read(of).figures.map(({ name }) => name);
    const silent = { ...told([falk, oduya]), claims: [] };
    expect(names(silent)).toEqual(['Ruben Falk', 'Mara Oduya']);
    expect(names(told([falk, oduya]))).toEqual(['Mara Oduya', 'Ruben Falk']);
  });

  test('claims are counted by paragraphs and items, headings left aside; what comes before the first stands in it', () => {
    const reading = read(told([[...indexesOf('Falk')], [...indexesOf('Oduya')]]));
    expect(reading.claims.map(({ paragraph }) => paragraph)).toEqual([1, 1, 1, 2]);
  });
});

test('marks are in the order of the text; a claim before the names in it', () => {
  const marks = toMarks(analysis);
  expect(marks.map(({ kind, start }) => [kind, start])).toEqual([
    ['figure', 0],
    ['claim', 12],
    ['figure', 12],
    ['claim', text.indexOf('Ruben')],
    ['figure', text.indexOf('Ruben')],
    ['figure', text.indexOf('crowns')],
    ['figure', text.indexOf('Oduya', 60)],
  ]);
  expect(marks.filter((mark) => mark.kind === 'figure').map(({ known }) => known)).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
});

test('a claim answers at its quotation marks and numbers', () => {
  const handles = toMarks(analysis).flatMap((mark) => (mark.kind === 'claim' ? [mark.handles] : []));
  expect(handles.map((each) => each.map(({ start, end }) => text.slice(start, end)))).toEqual([['“', '”'], ['90']]);
});
