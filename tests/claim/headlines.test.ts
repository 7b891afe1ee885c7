import { expect, test } from 'vitest';
import { isHeadline } from '../../lib/claim/speaker/headlines.ts';
import { setScene } from '../../lib/claim/scene.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';

const sceneOf = (text: string) =>
  setScene(readText(text, blocksOfLines(text)), { mentions: [], clusters: [], clusterOf: () => null } as never);

test.each([
  ['without a point at its end', 'Ferries run again\nThe ferries ran on Monday.', [true, false]],
  ['of two sentences', 'Ferries run. Nobody knows why\nThe ferries ran on Monday.', [true, true, false]],
  ['that is a paragraph', 'Ferries run. Nobody knows why.\nThe ferries ran on Monday.', [false, false, false]],
  ['alone', 'Ferries run. Nobody knows why', [true, true]],
])('a first line %s', (_, text, headlines) => {
  const scene = sceneOf(text);
  expect(scene.document.sentences.map((_sentence, at) => isHeadline(scene, at))).toEqual(headlines);
});

test('a text of one block is not gone through for each of its sentences', () => {
  const scene = sceneOf('He went. '.repeat(4_000));
  const many = scene.document.sentences.length;
  let looks = 0;
  const blockOf = new Proxy(scene.blockOf, {
    get: (of, name) => {
      looks += 1;
      return Reflect.get(of, name, of);
    },
  });
  for (let at = 0; at < many; at += 1) isHeadline({ ...scene, blockOf }, at);
  expect(many).toBeGreaterThan(3_000);
  expect(looks).toBeLessThan(many * 40);
});
