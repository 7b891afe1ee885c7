import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotate, type AnnotateResources } from '../../lib/annotate/annotate.ts';
import { openCheckWorthiness } from '../../lib/claim/checkworthy.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import { asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { Candidate, Knowledge } from '../../lib/model/knowledge.ts';
import { openTagger } from '../../lib/recognise/tagger/tagger.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';
import { atOnce } from '../../lib/model/steps.ts';

const read = (file: string): ArrayBuffer => new Uint8Array(readFileSync(`public/models/${file}`)).buffer;
const tagger = openTagger(read('names.bin'));
const checkWorthiness = openCheckWorthiness(read('claims.bin'));
if (!tagger.ok || !checkWorthiness.ok) throw new Error('the models do not open');

const merkel: Candidate = {
  entity: { id: asEntityId('t:merkel'), type: 'person', name: 'Angela Merkel', aliases: [], description: '' },
  facts: [],
  neighbours: new Set(),
};
/** A store that knows one name. */
const knowledge: Knowledge = {
  findNames: (text) =>
    Promise.resolve(
      [...text.matchAll(/Angela Merkel/gu)].map(({ index }) => ({
        start: index,
        end: index + 13,
        candidates: [{ id: merkel.entity.id, type: 'person', prominence: 0.8 }],
      })),
    ),
  getCandidates: (ids) => Promise.resolve(ids.includes(merkel.entity.id) ? [merkel] : []),
  openClaims: () =>
    Promise.resolve({
      segments: [],
      own: new Set<string>(),
      isRemoved: () => false,
      mainOf: (id: EntityId) => id,
      membersOf: (id: EntityId) => [id],
    }),
};
const resources: AnnotateResources = {
  knowledge,
  tagger: tagger.value,
  checkWorthiness: checkWorthiness.value,
  choices: [],
  pace: atOnce,
};
const analyse = (text: string): Promise<Analysis> =>
  annotate(articleOf({ text, blocks: blocksOfLines(text) }, null), resources);

const kinds: readonly (readonly [kind: string, piece: string])[] = [
  ['no sentences', 'Angela Merkel met Acme Ltd and '],
  ['all capitals', 'ANGELA MERKEL MET ACME LTD IN PARIS, SHE SAID. '],
  ['thousands of names', 'Tunde Bakare, Grace Otieno, Kofi Boateng and his wife, '],
  ['couples without end', 'Ada Bello and Tom Bello spoke. The couple left. The Bellos paid 30 percent. '],
  ['mixed scripts', 'Анна Karenina met 王毅 and محمد in Αθήνα. '],
  ['unpaired surrogates', 'Angela\ud800 Merkel\udc00 said \ud800\ud800 “no”. '],
  ['zero-width and bidirectional controls', 'An\u200bgela \u202eMerkel\u202c\u2066 met\u2069 NA\u00adTO\ufeff. '],
];

function expectSound({ article: { text }, mentions, clusters, groups, claims }: Analysis): void {
  let last = 0;
  for (const { start, end, surface } of mentions) {
    expect(start >= last && end > start).toBe(true);
    expect(text.slice(start, end)).toBe(surface);
    last = end;
  }
  expect(clusters.flatMap((cluster) => cluster.mentions).sort((a, b) => a - b)).toEqual([...mentions.keys()]);
  expect(clusters.map(({ id }) => id)).toEqual(clusters.map((_, i) => `m${i}`));
  const people = new Set(clusters.map(({ id }) => id));
  for (const { spans, members } of groups) {
    expect(members.every((id) => people.has(id))).toBe(true);
    for (const { start, end } of spans) expect(text.slice(start, end)).toMatch(/^[Tt]he \p{Ll}/u);
  }
  for (const { start, end } of claims) expect(start >= 0 && end > start && end <= text.length).toBe(true);
}

describe('whatever a page holds, spans stay exact', () => {
  const piece = fc.oneof(
    fc.constantFrom(...kinds.map(([, text]) => text)),
    fc.string({ unit: 'binary', maxLength: 9 }),
  );
  test('of any mixture', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 25 }), fc.constantFrom(' ', '\n', ''), async (pieces, joint) => {
        expectSound(await analyse(pieces.join(joint)));
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  test.each(kinds)('%s: eight times the text takes about eight times as long', async (_kind, piece) => {
    // Of the processor, in milliseconds: what else the machine does shall not count.
    const timeOf = async (size: number): Promise<number> => {
      const text = piece.repeat(Math.ceil(size / piece.length));
      const began = process.cpuUsage();
      expectSound(await analyse(text));
      return process.cpuUsage(began).user / 1000;
    };
    await timeOf(3_000);
    const once = Math.min(await timeOf(3_000), await timeOf(3_000));
    expect((await timeOf(24_000)) / (once + 10)).toBeLessThan(20);
  });
});

test('a long page of it is read to its end', async () => {
  const page = `${kinds.map(([, piece]) => piece).join('')}\n`;
  const analysis = await analyse(page.repeat(Math.ceil(120_000 / page.length)));
  expectSound(analysis);
  expect(analysis.mentions.at(-1)?.end).toBeGreaterThan(119_000);
}, 60_000);
