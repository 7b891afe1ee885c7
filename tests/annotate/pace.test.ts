import { describe, expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import { atOnce, type Steps } from '../../lib/model/steps.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';
import { useResources } from './resources.ts';

/** Paragraphs that name somebody else each, say something and give a figure. */
const textOf = (paragraphs: number): string =>
  Array.from(
    { length: paragraphs },
    (_, nth) =>
      `Nora Halvorsen${'abcdefgh'.charAt(nth % 8)}, the mayor of Velmora, said on Friday that ${nth + 12} boats had sunk. ` +
      `“Nobody came,” she said. The harbour of Odrin has ${nth + 40} berths.`,
  ).join('\n');

describe('the pace of an analysis', () => {
  const resources = useResources();

  interface Read {
    /** How often others may have the thread in each of the stages. */
    readonly breaths: readonly number[];
    readonly sentences: number;
    readonly analysis: Analysis;
  }

  const read = async (paragraphs: number, breathe: boolean): Promise<Read> => {
    const breaths: number[] = [];
    const pace = async <T>(steps: Steps<T>): Promise<T> => {
      for (let step = steps.next(), taken = 0; ; step = steps.next(), taken += 1) {
        if (step.done) {
          breaths.push(taken);
          return step.value;
        }
        await new Promise(setImmediate);
      }
    };
    const text = textOf(paragraphs);
    const blocks = blocksOfLines(text);
    const article = articleOf({ text, blocks }, '2026-11-20');
    const analysis = await annotate(article, { ...resources(), pace: breathe ? pace : atOnce });
    return { breaths, sentences: readText(text, blocks).sentences.length, analysis };
  };

  test('others have the thread after each sentence, in every pass over the text', async () => {
    const { breaths, sentences } = await read(40, true);
    const [names = 0, claims = 0] = breaths.toSorted((a, b) => b - a);
    // Two passes score and decode.
    expect(names).toBeGreaterThanOrEqual(4 * sentences);
    // Voices and claims.
    expect(claims).toBeGreaterThanOrEqual(2 * sentences);
  });

  test('and between the pieces of work that have no steps', async () => {
    const done: string[] = [];
    const text = `The United Nations met in Geneva.\n${textOf(4)}`;
    const { knowledge, ...others } = resources();
    await annotate(articleOf({ text, blocks: blocksOfLines(text) }, '2026-11-20'), {
      ...others,
      knowledge: {
        ...knowledge,
        findNames: (asked) => (done.push('names are found'), knowledge.findNames(asked)),
        getCandidates: (ids) => (done.push('entities are read'), knowledge.getCandidates(ids)),
      },
      pace: (steps) => {
        for (let step = steps.next(); ; step = steps.next()) {
          if (step.done) return step.value;
          done.push('a breath');
        }
      },
    });
    expect(done.slice(0, 4)).toEqual(['a breath', 'names are found', 'a breath', 'entities are read']);
  });

  test('what is found is the same in one go and with breaths in between', async () => {
    expect((await read(30, true)).analysis).toEqual((await read(30, false)).analysis);
  });
});
