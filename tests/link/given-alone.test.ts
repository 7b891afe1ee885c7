import { expect, test } from 'vitest';
import { linkNames } from '../../lib/link/names.ts';
import type { Entity } from '../../lib/model/entity.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { CandidateName } from '../../lib/recognise/combine.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { atOnce } from '../../lib/model/steps.ts';

const known: readonly Entity[] = ['Leo', 'Kate', 'Novak', 'Juan Carlos'].map((alias) => ({
  id: asEntityId(`t:${alias}`),
  type: 'person',
  name: alias === 'Juan Carlos' ? 'Juan Carlos I' : `${alias} Somebody`,
  aliases: [{ text: alias, case: 'name' }],
  description: '',
  prominence: 0.9,
}));

/** What the names in square brackets are linked to, cluster by cluster. */
async function linksOf(marked: string): Promise<(string | null)[]> {
  const names: CandidateName[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const surface = /^\[(.*)\]$/u.exec(part)?.[1];
    const start = text.length;
    text += surface ?? part;
    if (surface === undefined) continue;
    const candidates = known
      .filter(({ aliases }) => aliases.some((alias) => alias.text === surface))
      .map(({ id, type }) => ({ id, type, prominence: 0.9 }));
    names.push({ start, end: text.length, type: 'person', confidence: 1, candidates });
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
  return clusters.map(({ link }) => (link.kind === 'linked' ? link.entity : null));
}

test.each([
  ['a king where nobody reigns', 'So [Juan Carlos] told the team to rest.', [null]],
  ['a king where somebody reigned', 'So [Juan Carlos], the old king, came home.', ['t:Juan Carlos']],
  ['brothers of one surname', 'The brothers [Leo] and [Max Tarn] baked. [Leo] sold.', [null, null]],
  ['a couple', '[Kate] and [Ann Tarn] came.', [null, null]],
])('%s: the bare given name is nobody of the store', async (_, marked, links) => {
  expect(await linksOf(marked)).toEqual(links);
});

test.each([
  ['a name alone', '[Leo] came to Rome.', ['t:Leo']],
  ['one with a title elsewhere', '[Leo] and [Max Tarn] met. Pope [Leo] smiled.', ['t:Leo', null]],
  ['a surname', '[Novak] and [Max Tarn] met.', ['t:Novak', null]],
  ['two who are only listed', '[Leo], [Max Tarn] and others met.', ['t:Leo', null]],
])('%s may still be whom the store calls so', async (_, marked, links) => {
  expect(await linksOf(marked)).toEqual(links);
});
