import { describe, expect, test } from 'vitest';
import type { Group } from '../../../lib/model/analysis.ts';
import { asClusterId } from '../../../lib/model/ids.ts';
import type { Cluster, Mention } from '../../../lib/model/mention.ts';
import { findCouples } from '../../../lib/recognise/cluster/couples.ts';
import { findFamilies } from '../../../lib/recognise/cluster/families.ts';
import { blocksOfLines, readText, type TextDocument } from '../../../lib/text/document.ts';

/** Reads `[Ada Okafor]` marks: a cluster for each last word, or for each name after `=`: `[Okafor=Ada]`. */
function read(marked: string): { document: TextDocument; mentions: Mention[]; clusters: Cluster[] } {
  const mentions: Mention[] = [];
  const keys: string[] = [];
  let text = '';
  for (const part of marked.split(/(\[[^\]]*\])/u)) {
    const [, surface, key = surface] = /^\[([^=\]]*)(?:=([^\]]*))?\]$/u.exec(part) ?? [];
    if (surface === undefined || key === undefined) {
      text += part;
      continue;
    }
    if (!keys.includes(key)) keys.push(key);
    const cluster = asClusterId(`m${keys.indexOf(key)}`);
    const span = { start: text.length, end: text.length + surface.length };
    mentions.push({ ...span, surface, type: 'person', cluster, confidence: 1 });
    text += surface;
  }
  const clusters = keys.map(
    (name, i): Cluster => ({
      id: asClusterId(`m${i}`),
      name,
      type: 'person',
      mentions: [...mentions.keys()].filter((at) => mentions[at]!.cluster === `m${i}`),
      link: { kind: 'nil' },
      role: null,
      gender: /^(?:Ada|Eve|Ann)\b/u.test(name) ? 'female' : null,
    }),
  );
  return { document: readText(text, blocksOfLines(text)), mentions, clusters };
}

const shown = (
  find: (document: TextDocument, cast: { mentions: Mention[]; clusters: Cluster[] }) => Group[],
  marked: string,
): string[] => {
  const { document, mentions, clusters } = read(marked);
  return find(document, { mentions, clusters }).map(({ cluster, spans, members }) => {
    const name = clusters.find(({ id }) => id === cluster)?.name;
    const words = spans.map(({ start, end }) => document.text.slice(start, end)).join(', ');
    return `${name ?? words}: ${members.map((id) => clusters.find((one) => one.id === id)?.name).join(' + ')}`;
  });
};

describe('a family’s name leads to those of its members whom the article names', () => {
  test.each([
    ['both of them', '[Tom Rivera] and [Ada Rivera] came. The [Riveras] left.', ['Riveras: Tom Rivera + Ada Rivera']],
    ['the only one', '[Ada Okafor] came. Then the [Okafors] left.', ['Okafors: Ada Okafor']],
    [
      'one whose surname stands behind the other',
      '[Joe=Joe] and [Jill Bell] came. Then the [Bells] left.',
      ['Bells: Joe + Jill Bell'],
    ],
    ['surnames in -s', '[Ben Jones] came with [Ann Jones]. The [Joneses] left.', ['Joneses: Ben Jones + Ann Jones']],
    ['with a word between', '[Ben Kerr] came. The younger [Kerrs] left.', ['Kerrs: Ben Kerr']],
    ['nobody by a first name', '[River Stone] came. The [Rivers] left.', []],
    ['nobody of another surname', '[Ada Lopez] came. The [Riveras] left.', []],
    ['no person whose name looks like a plural', '[Ben River] met [Rivers].', []],
  ])('%s', (_rule, marked, expected) => expect(shown(findFamilies, marked)).toEqual(expected));
});

describe('a description of two', () => {
  test.each([
    [
      'right after both',
      '[Tom Reid] and [Eve Lopez] moved to Leeds. The couple have a dog.',
      ['The couple: Tom Reid + Eve Lopez'],
    ],
    [
      'husband and wife',
      '[Tom Reid] and his wife, [Eve Lopez], moved. It rained. It rained. It rained. The couple left.',
      ['The couple: Tom Reid + Eve Lopez'],
    ],
    [
      'with ages and a title',
      '[Tom Reid], 54, and his wife, Dr [Eve Reid], 51, moved. The couple left.',
      ['The couple: Tom Reid + Eve Reid'],
    ],
    [
      'whoever married',
      '[Eve Lopez] married [Tom Reid] in May. The couple left.',
      ['The couple: Eve Lopez + Tom Reid'],
    ],
    ['a possessive', '[Eve Lopez]’s husband, [Tom Reid], wept. The couple left.', ['The couple: Eve Lopez + Tom Reid']],
    [
      'one surname',
      '[Joe Bell] and [Eve Bell] came. A. B. C. It rained. It rained. The couple left.',
      ['The couple: Joe Bell + Eve Bell'],
    ],
    [
      'a pair of any kind',
      '[Tom Reid] and [Ben Kerr] robbed a bank. The pair fled.',
      ['The pair: Tom Reid + Ben Kerr'],
    ],
    [
      'brothers',
      'The brothers [Tom Reid] and [Ben Reid] came. Police held the brothers.',
      ['the brothers: Tom Reid + Ben Reid'],
    ],
    [
      'a sister',
      '[Eve Lopez] and her sister, [Ann Lopez], came. The sisters left.',
      ['The sisters: Eve Lopez + Ann Lopez'],
    ],
    [
      'again and again',
      '[Tom Reid] and his wife [Eve Reid] came. The couple sat. Then the couple left.',
      ['The couple, the couple: Tom Reid + Eve Reid'],
    ],
  ])('%s', (_rule, marked, expected) => expect(shown(findCouples, marked)).toEqual(expected));

  test.each([
    ['nobody before', 'The couple left. [Tom Reid] and [Eve Reid] came.'],
    ['too long ago', '[Tom Reid] and [Eve Lopez] spoke. It rained. It rained. It rained. The couple left.'],
    ['three in a list', '[Tom Reid], [Ben Kerr] and [Eve Lopez] came. The couple left.'],
    ['two couples', '[Tom Reid] and his wife [Eve Reid] met [Ben Kerr] and his wife [Ann Kerr]. The couple left.'],
    ['others, who are told of without a comma', '[Tom Reid] and [Eve Reid] came. The couple who live next door left.'],
    ['a thing', '[Tom Reid] and [Eve Reid] came. The pair of shoes was red.'],
    ['brothers without a sign of it', '[Tom Reid] and [Ben Kerr] came. The brothers left.'],
    ['brothers of whom one is a woman', '[Tom Reid] and [Ann Reid] came. The brothers left.'],
    ['siblings are no couple', '[Tom Reid] and his sister, [Ann Reid], came. The couple left.'],
    ['a couple is not brothers', '[Tom Reid] and his wife, [Ann Reid], came. The siblings left.'],
    ['a name', '[Tom Reid] and [Ben Reid] came. [The brothers] left.'],
  ])('not: %s', (_rule, marked) => expect(shown(findCouples, marked)).toEqual([]));
});
