import { expect, test } from 'vitest';
import { unmistakable } from '../../lib/link/unmistakable.ts';
import type { KnownName } from '../../lib/model/knowledge.ts';

const found = (text: string, ...surfaces: readonly string[]): string[] => {
  const known = surfaces.map((surface): KnownName => {
    const start = text.indexOf(surface);
    return { start, end: start + surface.length, candidates: [] };
  });
  return unmistakable(text, known).map(({ start, end }) => text.slice(start, end));
};

test.each<[rule: string, text: string, hits: readonly string[], left: readonly string[]]>([
  ['several words count', 'Gestern kam Angela Merkel nach Berlin.', ['Angela Merkel', 'Berlin'], ['Angela Merkel']],
  [
    'in the text’s own script',
    'Вчера Angela Merkel встретила Владимира Путина.',
    ['Angela Merkel', 'Владимира Путина'],
    ['Владимира Путина'],
  ],
  ['without spaces, several characters', '国家主席习近平昨天在华会见NATO代表。', ['习近平', '华', 'NATO'], ['习近平']],
  [
    'kana and Chinese characters are one script',
    '安倍晋三とドナルド・トランプが会った。',
    ['安倍晋三', 'ドナルド・トランプ'],
    ['安倍晋三', 'ドナルド・トランプ'],
  ],
  ['Arabic parts its words', 'قال دونالد ترامب في القاهرة', ['دونالد ترامب', 'القاهرة'], ['دونالد ترامب']],
])('%s', (_rule, text, hits, left) => expect(found(text, ...hits)).toEqual(left));
