import type { EntityBrief } from '../../lib/model/card.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import { asClusterId } from '../../lib/model/ids.ts';
import type { Figure, PageReading } from '../../lib/model/reading.ts';

/** Two sentences of an article that was never written, with what Sidelight finds in them. */
const text =
  'About 30 percent of the oil and gas that Russia produces now goes to China. “It is a door that was hard to open and will be hard to close,” Ilse Brandt of the Hafen Institute said in Brussels before NATO met.';

const names: readonly (readonly [name: string, type: EntityType])[] = [
  ['Russia', 'place'],
  ['China', 'place'],
  ['Ilse Brandt', 'person'],
  ['Hafen Institute', 'organisation'],
  ['Brussels', 'place'],
  ['NATO', 'organisation'],
];

/** Whether a name stands for nothing outside of the sample, so that no store knows it. */
export const isInvented = (name: string): boolean => name === 'Ilse Brandt' || name === 'Hafen Institute';

/** Names that the store is to be asked for, so that the sample's cards are real ones. */
export const sampleNames: readonly string[] = names.map(([name]) => name);

const end = text.indexOf('.') + 1;

/** What can be pointed at, in reading order: `figure` and `claim` are places in the reading. */
export type SamplePiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'figure'; readonly text: string; readonly figure: number }
  | { readonly kind: 'claim'; readonly claim: number };

const sentences: readonly string[] = [text.slice(0, end), text.slice(end).trim()];

/** The sentences in pieces, each led by its claim. */
export const samplePieces: readonly (readonly SamplePiece[])[] = sentences.map((sentence, claim) => {
  const pattern = new RegExp(`(${sampleNames.join('|')})`);
  const parts = sentence.split(pattern).map((part): SamplePiece => {
    const figure = sampleNames.indexOf(part);
    return figure < 0 ? { kind: 'text', text: part } : { kind: 'figure', text: part, figure };
  });
  return [{ kind: 'claim', claim }, ...parts];
});

const cluster = (at: number) => asClusterId(`m${at}`);

/** The sample as a reading; what the store knows of its names goes in. */
export const sampleReading = (known: ReadonlyMap<string, EntityBrief>): PageReading => ({
  // Written for the welcome page: nothing was read.
  receipt: { readAt: '', textHash: '' },
  article: {
    url: null,
    canonicalUrl: null,
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: 'en',
    country: null,
  },
  why: { code: 'plainText', paragraphs: 1 },
  figures: names.map(([name, type], at): Figure => {
    const brief = known.get(name) ?? null;
    return {
      cluster: cluster(at),
      name: brief?.name ?? name,
      type: brief?.type ?? type,
      entity: brief?.id ?? null,
      candidates: [],
      members: [],
      description: brief?.description ?? '',
      roleOnDay: null,
      role: name === 'Ilse Brandt' ? 'of the Hafen Institute' : null,
      mentions: 1,
      forms: [name],
      statements: name === 'Ilse Brandt' ? [1] : [],
    };
  }),
  groups: [],
  claims: [
    {
      index: 0,
      kind: 'statistic',
      text: sentences[0] ?? '',
      quotes: [],
      speaker: null,
      speakerWords: null,
      about: [cluster(0), cluster(1)],
      quantities: [{ value: 30, unit: 'percent', of: 'the oil and gas that Russia produces' }],
      when: null,
      checkWorthiness: 0.9,
      related: [],
      paragraph: 1,
    },
    {
      index: 1,
      kind: 'quote',
      text: sentences[1] ?? '',
      quotes: ['It is a door that was hard to open and will be hard to close'],
      speaker: cluster(2),
      speakerWords: null,
      about: [],
      quantities: [],
      when: null,
      checkWorthiness: 0.4,
      related: [],
      paragraph: 1,
    },
  ],
});
