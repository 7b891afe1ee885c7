import { expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import type { Block, BlockKind } from '../../lib/model/article.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';
import { useResources } from './resources.ts';

const resources = useResources();

const lines: readonly (readonly [BlockKind, string])[] = [
  ['headline', 'Ministers sign in Lisbon'],
  ['paragraph', 'Odile Marchetti, who led the talks, said on Friday that the ministers had signed in Lisbon.'],
  ['cell', 'Ticket Price'],
  ['cell', 'Grace Otieno'],
  ['cell', 'Angela Merkel'],
  ['cell', 'Odile Marchetti'],
  ['cell', 'Donald Tusk signed for Poland, which has 38 million people.'],
];
const text = lines.map(([, line]) => line).join('\n');
let end = -1;
const blocks: readonly Block[] = lines.map(([kind, line]) => {
  const start = end + 1;
  end = start + line.length;
  return { kind, start, end };
});

test('a table has names, and neither labels nor claims', async () => {
  const { mentions, clusters, claims } = await annotate(articleOf({ text, blocks }, null), resources());
  const cells = blocks.find(({ kind }) => kind === 'cell')?.start ?? 0;
  const inTable = mentions.filter(({ start }) => start >= cells).map(({ surface }) => surface);
  expect(inTable).toEqual(['Grace Otieno', 'Angela Merkel', 'Odile Marchetti', 'Donald Tusk', 'Poland']);
  for (const { cluster, surface } of mentions)
    expect(clusters.find(({ id }) => id === cluster)?.mentions.map((at) => mentions[at]?.surface)).toContain(surface);
  expect(claims.map(({ start }) => start).filter((start) => start >= cells)).toEqual([]);
  expect(claims.length).toBeGreaterThan(0);
});
