import { expect, test } from 'vitest';
import { setScene } from '../../lib/claim/scene.ts';
import { findVoices } from '../../lib/claim/speaker/speakers.ts';
import type { BlockKind } from '../../lib/model/article.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';

interface Page {
  readonly lines: readonly (readonly [kind: BlockKind, marked: string])[];
  /** What the store says of entities of the text. */
  readonly known?: Readonly<Record<string, string>>;
}

/** Who says the last sentence. */
function lastSpeaker({ lines, known = {} }: Page): string {
  const { text, mentions } = parseMarks(lines.map(([, line]) => line).join('\n'), 1);
  const { cast, entityOf } = goldCast(text, mentions);
  const blocks = blocksOfLines(text).map((block, i) => ({ ...block, kind: lines[i]?.[0] ?? 'paragraph' }));
  const told = new Map(
    cast.clusters.flatMap(({ id }) => {
      const words = known[entityOf.get(id) ?? ''];
      return words === undefined ? [] : [[id, words] as const];
    }),
  );
  const scene = setScene(readText(text, blocks), { ...cast, known: told });
  const speaker = atOnce(findVoices(scene)).at(-1)?.speaker ?? null;
  return speaker === null ? 'nobody named' : (entityOf.get(speaker.id) ?? '');
}

const title = ['headline', 'A quiet town'] as const;

test.each<[what: string, page: Page, speaker: string]>([
  [
    'a quotation set apart below a paragraph that tells of somebody',
    {
      lines: [
        title,
        ['paragraph', '[[Ann Low|PER|a]] won twelve votes on Monday.'],
        ['quote', 'Some of them were late.'],
      ],
    },
    'nobody named',
  ],
  [
    'the same in the paragraph’s own words',
    { lines: [title, ['paragraph', '[[Ann Low|PER|a]] lights the ovens.'], ['paragraph', '“Some of them are late.”']] },
    'a',
  ],
  [
    'somebody’s own story set apart',
    {
      lines: [
        title,
        ['paragraph', '[[Ann Low|PER|a]] lives with her son.'],
        ['quote', 'My son and I sleep in the street.'],
      ],
    },
    'a',
  ],
  [
    'few marks in what is set apart',
    {
      lines: [
        title,
        ['paragraph', '[[Ann Low|PER|a]] explained why she left [[Leeds|LOC|l]]:'],
        ['quote', 'I held the paper for a month. It was of no use to me, because it stated that I was “stateless”.'],
      ],
    },
    'a',
  ],
  [
    'an unsigned post below a question to the reader',
    {
      lines: [
        title,
        ['caption', '[[Eva Mitsu|PER|e]] took the picture.'],
        ['paragraph', 'What would you do?'],
        ['quote', 'I know five of them.'],
      ],
    },
    'nobody named',
  ],
  [
    'words in marks below a post',
    {
      lines: [
        title,
        ['quote', 'Well that is a new one pic.example.com/EWgDS'],
        ['quote', '— [[Eva Mitsu|PER|e]] (@evamitsu) June 7, 2016'],
        ['paragraph', '“Alert originators” may warn of “threats to safety or life.”'],
      ],
    },
    'nobody named',
  ],
  [
    'a quotation that opens the text, below a headline about somebody else',
    {
      lines: [
        ['headline', '[[Norvane|ORG|n]] rejects request for names'],
        ['paragraph', '“It is a hoax.”'],
      ],
    },
    'nobody named',
  ],
  [
    '“it” after a town',
    {
      lines: [title, ['paragraph', 'Thanks came from [[Leeds|LOC|l]].'], ['paragraph', 'It says, “I lost it.”']],
      known: { l: 'City' },
    },
    'nobody named',
  ],
  [
    '“it” after a country',
    {
      lines: [title, ['paragraph', '[[Norland|LOC|l]] closed the border.'], ['paragraph', 'It says, “We had to.”']],
      known: { l: 'Country' },
    },
    'l',
  ],
])('%s', (_, page, speaker) => expect(lastSpeaker(page)).toBe(speaker));
