import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { Claim } from '../../lib/model/claim.ts';
import { asClusterId, asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { StoredClaimWithSource } from '../../lib/model/knowledge.ts';
import type { Mention } from '../../lib/model/mention.ts';
import { readArchive } from '../../lib/pack/archive.ts';
import { compilePack } from '../../lib/pack/compile.ts';
import { parsePack } from '../../lib/pack/parse.ts';
import type { BuiltInPack } from '../../lib/store/packs/install.ts';
import { findClaims } from '../../lib/store/claims.ts';
import { createOwnNames } from '../../lib/store/own-names.ts';
import { createShelf } from '../../lib/store/packs/shelf.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { packFiles } from '../pack/sources.ts';

/** A database in memory, as several contexts of one browser see it. */
export const createFactory = (): IDBFactory => new IDBFactory();

/** 23 November 2026. */
export const now = Date.UTC(2026, 10, 23, 12);

export const openOn = (indexedDB: IDBFactory): Promise<Store> => openStore({ indexedDB, IDBKeyRange, now: () => now });

export interface MadePack {
  readonly pack: BuiltInPack;
  readonly file: ArrayBuffer;
}

/** A built-in pack from source files. */
export async function makePack(files: Map<string, string> = packFiles()): Promise<MadePack> {
  const content = parsePack(files);
  if (!content.ok) throw new Error(JSON.stringify(content.failure));
  const bytes = await compilePack(content.value);
  const archive = await readArchive(bytes);
  if (!archive.ok) throw new Error(JSON.stringify(archive.failure));
  const { id, version } = archive.value.manifest;
  return { pack: { id, version, hash: archive.value.hash }, file: bytes.buffer };
}

export const seedWith = async (store: Store, { pack, file }: MadePack): Promise<void> => {
  const installed = await store.ensureBuiltIn(pack, () => Promise.resolve(file));
  if (!installed.ok) throw new Error(JSON.stringify(installed.failure));
};

/** What the store has by and about these entities, latest first. */
export async function claimsOf(
  { database }: Store,
  ids: readonly EntityId[],
  limit: number,
): Promise<readonly StoredClaimWithSource[]> {
  const readOwn = createOwnNames(database);
  return createShelf(database).read(async (packs, names) =>
    findClaims({ database, packs, own: await readOwn(names) }, ids, limit),
  );
}

export interface MadeArticle {
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly title?: string;
  /** `[name, entity id or null]` of each figure; a name stands once in the text for each sentence that holds it. */
  readonly figures: readonly (readonly [name: string, entity: string | null])[];
  /** A sentence each, with its speaker and subjects as places in `figures`. */
  readonly said: readonly {
    readonly text: string;
    readonly speaker: number | null;
    readonly about: readonly number[];
  }[];
}

/** The analysis of an article made up of its claims. */
export function makeAnalysis({ url, publishedAt, title = 'An article', figures, said }: MadeArticle): Analysis {
  const text = said.map((sentence) => sentence.text).join('\n');
  let at = 0;
  const claims = said.map((sentence): Claim => {
    const start = at;
    at += sentence.text.length + 1;
    const quote = /“([^”]+)”/u.exec(sentence.text);
    return {
      start,
      end: start + sentence.text.length,
      kind: quote === null ? 'reported' : 'quote',
      attribution: {
        speaker: sentence.speaker === null ? null : asClusterId(`m${sentence.speaker}`),
        source: null,
        cue: null,
        quotes:
          quote === null ? [] : [{ start: start + quote.index + 1, end: start + quote.index + quote[0].length - 1 }],
        saidOn: null,
      },
      about: sentence.about.map((i) => asClusterId(`m${i}`)),
      quantities: [],
      when: null,
      checkWorthiness: 0.5,
      related: [],
    };
  });
  const mentions = figures.map(([surface], i): Mention => {
    const start = Math.max(0, text.indexOf(surface));
    return {
      start,
      end: start + surface.length,
      surface,
      type: 'person',
      cluster: asClusterId(`m${i}`),
      confidence: 1,
    };
  });
  return {
    article: {
      text,
      blocks: [],
      metadata: {
        url,
        canonicalUrl: url,
        title,
        publisher: 'The Paper',
        authors: [],
        publishedAt,
        language: 'en',
        country: null,
      },
    },
    mentions,
    clusters: figures.map(([name, entity], i) => ({
      id: asClusterId(`m${i}`),
      name,
      type: 'person',
      mentions: [i],
      link: entity === null ? { kind: 'nil' } : { kind: 'linked', entity: asEntityId(entity), confidence: 1 },
      role: null,
      gender: null,
    })),
    groups: [],
    claims,
  };
}
