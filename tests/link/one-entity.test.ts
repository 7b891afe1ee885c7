import { expect, test } from 'vitest';
import { joinLinked } from '../../lib/link/one-entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { Link } from '../../lib/model/mention.ts';

const group = (...names: number[]) => ({ names, fullest: names[0] ?? 0, gender: null });
const to = (entity: string): Link => ({ kind: 'linked', entity: asEntityId(entity), confidence: 0.9 });
const nil: Link = { kind: 'nil' };

test.each([
  ['two that lead to one entity', [group(0, 3), group(1)], [to('a'), to('a')], [[0, 1, 3]]],
  ['with another between them', [group(0), group(1), group(2)], [to('a'), to('b'), to('a')], [[0, 2], [1]]],
  ['two that lead nowhere', [group(0), group(1)], [nil, nil], [[0], [1]]],
  [
    'two that may be the same',
    [group(0), group(1)],
    [to('a'), { kind: 'ambiguous', candidates: [asEntityId('a')] } as Link],
    [[0], [1]],
  ],
])('%s', (_rule, groups, links, expected) => {
  const joined = joinLinked(groups, links);
  expect(joined.groups.map(({ names }) => names)).toEqual(expected);
  expect(joined.links).toHaveLength(expected.length);
});
