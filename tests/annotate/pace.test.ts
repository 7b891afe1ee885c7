import { beforeAll, describe, expect, test } from 'vitest';
import { type AnnotateResources, annotate } from '../../lib/annotate/annotate.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import { atOnce, type Steps } from '../../lib/model/steps.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { openResources } from '../../scripts/analysis/resources.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';

/** Paragraphs that name somebody else each, say something and give a figure. */
const textOf = (paragraphs: number): string =>
  Array.from(
    { length: paragraphs },
    (_, nth) =>
      `Nora Halvorsen${'abcdefgh'.charAt(nth % 8)}, the mayor of Velmora, said on Friday that ${nth + 12} boats had sunk. ` +
      `“Nobody came,” she said. The harbour of Odrin has ${nth + 40} berths.`,
  ).join('\n');

describe('the pace of an analysis', () => {
  let resources: AnnotateResources;
  beforeAll(async () => {
    const opened = await openResources([]);
    if (!opened.ok) throw new Error(opened.failure);
    resources = opened.value;
  });

  /** How often others may have the thread while so many paragraphs are read, and what is found. */
  const read = async (paragraphs: number, breathe: boolean): Promise<{ breaths: number; analysis: Analysis }> => {
    let breaths = 0;
    const pace = async <T>(steps: Steps<T>): Promise<T> => {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return step.value;
        breaths += 1;
        await new Promise(setImmediate);
      }
    };
    const text = textOf(paragraphs);
    const article = articleOf({ text, blocks: blocksOfLines(text) }, '2026-11-20');
    const analysis = await annotate(article, { ...resources, pace: breathe ? pace : atOnce });
    return { breaths, analysis };
  };

  test('others have the thread as much oftener as the text is longer', async () => {
    const [short, long] = [await read(10, true), await read(80, true)];
    expect(long.breaths).toBeGreaterThan(6 * short.breaths);
    // Names, voices and claims of each sentence are apart.
    expect(long.breaths).toBeGreaterThan(5 * 3 * 80);
  });

  test('what is found is the same in one go and with breaths in between', async () => {
    expect((await read(30, true)).analysis).toEqual((await read(30, false)).analysis);
  });
});
