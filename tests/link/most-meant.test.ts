import { expect, test } from 'vitest';
import { linkNames } from '../../lib/link/names.ts';
import type { Entity } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { CandidateName } from '../../lib/recognise/combine.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { atOnce } from '../../lib/model/steps.ts';

const entityOf = (id: string, description: string): Entity => ({
  id: asEntityId(id),
  type: 'place',
  name: 'Odrin',
  aliases: [],
  description,
  prominence: 0.4,
});
const known = [entityOf('t:city', 'City in Varn'), entityOf('t:region', 'State of Varn')];

const marks: Readonly<Record<string, readonly string[]>> = {
  '[': ['t:city'],
  '{': ['t:region'],
  '<': ['t:city', 't:region'],
};

/** What `[Odrin]`, `{Odrin}` and `<Odrin>` are linked to: known as the city, as the region, and as either. */
async function linkOf(marked: string): Promise<string | null> {
  const names: CandidateName[] = [];
  let text = '';
  for (const part of marked.split(/([[{<]Odrin[^\]}>]*[\]}>])/u)) {
    const start = text.length;
    const ids = marks[part[0] ?? ''];
    text += ids === undefined ? part : part.slice(1, -1);
    if (ids === undefined) continue;
    const candidates = ids.map((id) => ({ id: asEntityId(id), type: 'place' as const, prominence: 0.4 }));
    names.push({ start, end: text.length, type: 'place', confidence: 1, candidates });
  }
  const { clusters } = await linkNames(
    readText(text, blocksOfLines(text)),
    names,
    { publishedAt: null },
    {
      getCandidates: (ids) =>
        Promise.resolve(
          known
            .filter(({ id }) => ids.includes(id))
            .map((entity) => ({ entity, facts: [], neighbours: new Set<(typeof ids)[number]>() })),
        ),
      pace: atOnce,
    },
  );
  return clusters.map(({ link }) => (link.kind === 'linked' ? link.entity : null))[0] ?? null;
}

test.each([
  ['the city', 'They hit [Odrin]. [Odrin] is a port, and [Odrin] was dark.', 't:city'],
  [
    'the city, its region named once',
    'They hit [Odrin]. [Odrin] is dark. [Odrin] fell. In {Odrin} region it rained.',
    't:city',
  ],
  [
    'the city, called so once',
    '<Odrin> voters and the governor of <Odrin> like <Odrin> law. Rain in [Odrin City].',
    't:city',
  ],
  ['neither, where nothing tells', 'They hit <Odrin>. <Odrin> is dark. <Odrin> fell.', null],
])('a name leads to what most of its mentions may be: %s', async (_, marked, link) => {
  expect(await linkOf(marked)).toBe(link);
});

test('four times the mentions of one name are about four times the work', async () => {
  const entity = entityOf('t:city', 'City in Varn');
  const workOf = async (mentions: number): Promise<number> => {
    let looks = 0;
    const text = 'He saw Odrin there. '.repeat(mentions);
    const names = [...text.matchAll(/Odrin/gu)].map(
      ({ index }): CandidateName => ({
        start: index,
        end: index + 5,
        type: 'place',
        confidence: 1,
        get candidates() {
          looks += 1;
          return [{ id: entity.id, type: 'place' as const, prominence: 0.4 }];
        },
      }),
    );
    const getCandidates = () => Promise.resolve([{ entity, facts: [], neighbours: new Set<never>() }]);
    const document = readText(text, blocksOfLines(text));
    await linkNames(document, names, { publishedAt: null }, { getCandidates, pace: atOnce });
    return looks;
  };
  expect((await workOf(400)) / (await workOf(100))).toBeLessThan(6);
});
