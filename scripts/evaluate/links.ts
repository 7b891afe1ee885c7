import { existsSync, readFileSync } from 'node:fs';
import { annotate, type AnnotateResources } from '../../lib/annotate/annotate.ts';
import type { Span } from '../../lib/model/span.ts';
import type { EntityId } from '../../lib/model/ids.ts';
import { overlaps } from '../../lib/model/span.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { articleOf } from './systems.ts';

/** A name with the title of the English Wikipedia's article on what it stands for. */
interface TitledSpan extends Span {
  readonly title: string;
}

interface TitledText {
  readonly text: string;
  readonly date: string | null;
  readonly spans: readonly TitledSpan[];
}

interface GumDocument {
  readonly date: string | null;
  readonly sents: readonly (readonly string[])[];
  /** A flag for each token of the document: 1 where a space follows. */
  readonly space_after: readonly number[];
  readonly mentions: readonly {
    readonly sent: number;
    readonly wiki: string | null;
    readonly name: readonly [start: number, end: number] | null;
  }[];
}

export interface LinkScores {
  /** Names whose cluster was linked, and that the reference gives a title. */
  linked: number;
  right: number;
  /** Names that the reference gives a title which the store has. */
  known: number;
  knownRight: number;
  /** Of those: left to the reader as one of several, the right one among them. */
  choices: number;
  readonly errors: string[];
}

/** Reads GUM's documents with their links to Wikipedia (GUM, CC BY 4.0). */
function readTitled(file: string): TitledText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => compose(JSON.parse(line) as GumDocument));
}

function compose({ date, sents, space_after: spaces, mentions }: GumDocument): TitledText {
  let text = '';
  const starts: number[][] = [];
  let token = 0;
  for (const [s, sentence] of sents.entries()) {
    if (s > 0) text += '\n';
    starts.push(
      sentence.map((word, w) => {
        const start = text.length;
        text += word + (w + 1 < sentence.length && spaces[token] !== 0 ? ' ' : '');
        token += 1;
        return start;
      }),
    );
  }
  const spans = mentions.flatMap(({ sent, wiki, name }): TitledSpan[] => {
    if (wiki === null || name === null) return [];
    const start = starts[sent]?.[name[0]];
    const last = starts[sent]?.[name[1] - 1];
    const word = sents[sent]?.[name[1] - 1];
    if (start === undefined || last === undefined || word === undefined) return [];
    return [{ start, end: last + word.length, title: decodeURIComponent(wiki).replaceAll('_', ' ') }];
  });
  return { text, date, spans };
}

/** How well names are linked to the store, on GUM's news; null where the set is missing. */
export async function scoreLinks(shared: string, resources: AnnotateResources): Promise<LinkScores | null> {
  const file = `${shared}/data/gum/news_dev.jsonl`;
  if (!existsSync(file)) return null;
  const scores: LinkScores = { linked: 0, right: 0, known: 0, knownRight: 0, choices: 0, errors: [] };
  for (const { text, date, spans } of readTitled(file)) {
    const { mentions, clusters } = await annotate(articleOf({ text, blocks: blocksOfLines(text) }, date), resources);
    const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
    const hits = await resources.knowledge.findNames(text);
    const titles = await titlesOf(
      [
        ...hits.flatMap(({ candidates }) => candidates.map(({ id }) => id)),
        ...clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : [])),
      ],
      resources,
    );
    for (const span of spans) {
      const mention = mentions.find((one) => one.start === span.start && one.end === span.end);
      const link = mention === undefined ? undefined : byId.get(mention.cluster)?.link;
      const isRight = (id: EntityId): boolean => titles.get(id)?.has(span.title) === true;
      const inStore = hits.some((hit) => overlaps(hit, span) && hit.candidates.some(({ id }) => isRight(id)));
      if (inStore) scores.known += 1;
      if (link?.kind === 'linked') {
        scores.linked += 1;
        if (isRight(link.entity)) {
          scores.right += 1;
          if (inStore) scores.knownRight += 1;
        } else
          scores.errors.push(
            `"${text.slice(span.start, span.end)}" is ${span.title}   linked: ${[...(titles.get(link.entity) ?? [])].join(', ')}`,
          );
      } else if (link?.kind === 'ambiguous' && link.candidates.some(isRight)) scores.choices += 1;
      else if (inStore) scores.errors.push(`"${text.slice(span.start, span.end)}" is ${span.title}   not linked`);
    }
  }
  return scores;
}

/** An entity's name and the titles of its pages. */
async function titlesOf(
  ids: readonly EntityId[],
  { knowledge }: AnnotateResources,
): Promise<Map<EntityId, ReadonlySet<string>>> {
  const titles = new Map<EntityId, ReadonlySet<string>>();
  for (const { entity } of await knowledge.getCandidates([...new Set(ids)]))
    titles.set(
      entity.id,
      new Set([
        entity.name,
        ...(entity.sameAs ?? []).flatMap((url) => {
          const title = /wikipedia\.org\/wiki\/(.+)$/u.exec(url)?.[1];
          return title === undefined ? [] : [decodeURIComponent(title).replaceAll('_', ' ')];
        }),
      ]),
    );
  return titles;
}
