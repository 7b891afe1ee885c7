import { expect, test } from 'vitest';
import { heedChoices } from '../../lib/annotate/choices.ts';
import type { Choice } from '../../lib/model/edit.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import type { Cluster, Mention } from '../../lib/model/mention.ts';

/** One cluster of each group of forms, in the order of the text. */
function linkedOf(groups: readonly (readonly string[])[]) {
  const mentions: Mention[] = [];
  const clusters: Cluster[] = [];
  for (const [nth, forms] of groups.entries()) {
    const id = asClusterId(`m${nth}`);
    const first = mentions.length;
    for (const surface of forms)
      mentions.push({ surface, type: 'event', cluster: id, confidence: 1, start: 0, end: surface.length });
    const all = forms.map((_, at) => first + at);
    const name = forms[0] ?? '';
    clusters.push({ id, name, type: 'event', mentions: all, link: { kind: 'nil' }, role: null, gender: null });
  }
  return { mentions, clusters };
}

const namesAfter = async (groups: readonly (readonly string[])[], choices: readonly Choice[]) => {
  const { clusters } = await heedChoices(linkedOf(groups), choices, { getCandidates: async () => [] });
  return clusters.map(({ name }) => name);
};

const noName = { kind: 'not-a-name' } as const;

test.each<[rule: string, groups: readonly (readonly string[])[], choices: readonly Choice[], left: readonly string[]]>([
  [
    'here: whatever bears the form',
    [['Olympic Games', 'Games'], ['Paris']],
    [{ name: 'games', scope: 'here', target: noName }],
    ['Paris'],
  ],
  [
    'everywhere: a longer name of the same keeps its marks',
    [['Olympic Games', 'Games'], ['Paris']],
    [{ name: 'games', scope: 'everywhere', target: noName }],
    ['Olympic Games', 'Paris'],
  ],
  [
    'everywhere: the name by itself',
    [['Games'], ['Paris']],
    [{ name: 'games', scope: 'everywhere', target: noName }],
    ['Paris'],
  ],
  [
    'what is said of the article counts before what is said everywhere',
    [['Games'], ['Paris']],
    [
      { name: 'games', scope: 'everywhere', target: noName },
      { name: 'games', scope: 'here', target: { kind: 'unknown' } },
    ],
    ['Games', 'Paris'],
  ],
])('a name that is none, %s', async (_, groups, choices, left) => {
  expect(await namesAfter(groups, choices)).toEqual(left);
});
