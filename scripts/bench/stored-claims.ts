import { join } from 'node:path';
import type { Claim } from '../../lib/model/claim.ts';
import { asClaimId, asClusterId, asEntityId, asSourceId, type EntityId } from '../../lib/model/ids.ts';
import type { StoredClaimWithSource } from '../../lib/model/knowledge.ts';
import { root } from '../command.ts';
import { corpusClaimTexts } from '../evaluate/claims.ts';
import { Random } from '../train/random.ts';

/** Claims as reading leaves them: sentences of the project's corpus with other figures and other names, the same at every run. */

export interface Page {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly entities: readonly EntityId[];
}

interface Sentence {
  readonly text: string;
  /** Spans of names within it. */
  readonly names: readonly (readonly [number, number])[];
}

/** Figures that claims are about, the first ones in far more than the last. */
const figures = 6000;
const articles = 4000;

let sentences: readonly Sentence[] | null = null;
function readSentences(): readonly Sentence[] {
  sentences ??= corpusClaimTexts(join(root, 'corpus', 'texts'), () => true).flatMap(({ text, mentions, claims }) =>
    claims.map(({ end }) => {
      const start = Math.max(text.lastIndexOf('\n', end - 1) + 1, text.lastIndexOf('. ', end - 2) + 2, 0);
      return {
        text: text.slice(start, end),
        names: mentions.flatMap((name): (readonly [number, number])[] =>
          name.start >= start && name.end <= end ? [[name.start - start, name.end - start]] : [],
        ),
      };
    }),
  );
  return sentences;
}

/** A skewed choice: half of the draws fall on a twelfth of the figures. */
const drawFigure = (random: Random): number => Math.floor(figures * (random.below(10_000) / 10_000) ** 3.6);
const nameOf = (figure: number): string =>
  `${'BCDFGKLMNPRSTVZ'[figure % 15]}${'aeiou'[figure % 5]}${'rlnmsdt'[figure % 7]}${'aeio'[figure % 4]}${figure.toString(26).replaceAll(/\d/gu, (digit) => 'qrstuvwxyz'[Number(digit)] ?? 'q')}`;

function makeClaim(random: Random): { readonly text: string; readonly about: readonly EntityId[] } {
  const all = readSentences();
  const sentence = all[random.below(all.length)] ?? { text: '', names: [] };
  let text = '';
  let last = 0;
  const about = new Set<EntityId>();
  for (const [start, end] of sentence.names) {
    const figure = drawFigure(random);
    about.add(asEntityId(`local:e${figure}`));
    text += `${sentence.text.slice(last, start)}${nameOf(figure)}`;
    last = end;
  }
  text += sentence.text.slice(last);
  if (about.size === 0) about.add(asEntityId(`local:e${drawFigure(random)}`));
  return { text: text.replaceAll(/(?<!\d)[2-9](?=\d|\b)/gu, () => `${2 + random.below(8)}`), about: [...about] };
}

/** Stored claims of many articles over three years. */
export function makeStored(count: number): StoredClaimWithSource[] {
  const random = new Random(5);
  return Array.from({ length: count }, (_, i) => {
    const { text, about } = makeClaim(random);
    const article = random.below(articles);
    const saidAt = new Date(Date.UTC(2021, 5, 1) + (article % 1090) * 86_400_000).toISOString().slice(0, 10);
    const source = asSourceId(`local:s${article}`);
    return {
      claim: {
        id: asClaimId(`local:c${i}`),
        text,
        kind: 'assertion',
        speaker: null,
        about,
        quantities: [],
        saidAt,
        source,
      },
      source: {
        id: source,
        url: `https://news${article % 40}.example/${article}`,
        title: `Article ${article}`,
        publisher: `News ${article % 40}`,
        authors: [],
        publishedAt: saidAt,
      },
    };
  });
}

/** A page that nothing stored came from. */
export function makePage(count: number, seed: number): Page {
  const random = new Random(1000 + seed);
  let text = '';
  const claims: Claim[] = [];
  const entities = new Set<EntityId>();
  for (let i = 0; i < count; i += 1) {
    const made = makeClaim(random);
    const start = text.length;
    text += made.text;
    for (const id of made.about) entities.add(id);
    claims.push({
      start,
      end: text.length,
      kind: 'assertion',
      attribution: { speaker: null, source: null, cue: null, quotes: [], saidOn: null },
      about: made.about.map((id) => asClusterId(id)),
      quantities: [],
      when: null,
      checkWorthiness: 0.5,
      related: [],
    });
    text += ' ';
  }
  return { text, claims, entities: [...entities] };
}
