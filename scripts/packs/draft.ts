import type { Alias, Entity, EntityType, Gender } from '../../lib/model/entity.ts';
import type { Fact, FactValue } from '../../lib/model/fact.ts';
import { asEntityId, asFactId, asSourceId, type EntityId } from '../../lib/model/ids.ts';
import type { Source } from '../../lib/model/source.ts';

const general = asSourceId('world:s-general');

/** The one source of facts that were written from general knowledge. */
export const generalSource: Source = {
  id: general,
  url: null,
  title: 'General knowledge, compiled by Sidelight; offices as known in early 2026, memberships in 2025',
  publisher: 'Sidelight',
  authors: [],
  publishedAt: '2026-11-23',
  licence: 'CC-BY-4.0',
};

export interface DraftEntity {
  readonly slug: string;
  readonly type: EntityType;
  readonly name: string;
  /** As in the tables: `=` in front asks for the exact case. */
  readonly aliases: readonly string[];
  readonly description: string;
  readonly gender?: Gender | undefined;
  readonly prominence: number;
  readonly wikidata: string;
  readonly wikipedia: string;
}

/** Collects a pack's entities and facts; a slug names an entity in every table, whichever defines it. */
export class PackDraft {
  readonly entities: Entity[] = [];
  readonly facts: Fact[] = [];
  readonly #idOfSlug = new Map<string, EntityId>();
  readonly #slugs = new Set<string>();
  readonly #defined = new Set<EntityId>();
  readonly #isElsewhere: (id: EntityId, name: string, type: EntityType) => boolean;

  /** `isElsewhere` tells entities that another built-in pack defines: they are referred to, not repeated. */
  constructor(isElsewhere: (id: EntityId, name: string, type: EntityType) => boolean) {
    this.#isElsewhere = isElsewhere;
  }

  /** The id by which facts may refer to a slug or name, or null where no table has it. */
  idOf(slugOrName: string): EntityId | null {
    return this.#idOfSlug.get(slugOf(slugOrName)) ?? null;
  }

  /** Whether facts about the entity belong into this pack. */
  defines(id: EntityId): boolean {
    return this.#defined.has(id);
  }

  add(draft: DraftEntity): EntityId | null {
    const slug = slugOf(draft.slug);
    if (this.#slugs.has(slug)) return null;
    this.#slugs.add(slug);
    const id = asEntityId(draft.wikidata === '' ? `world:${slug}` : `wd:${draft.wikidata}`);
    if (this.#isElsewhere(id, draft.name, draft.type)) {
      // Only ids that mean the same everywhere may be referred to across packs.
      if (draft.wikidata !== '') {
        this.#idOfSlug.set(slug, id);
        this.#nameAlso(draft, id);
      }
      return null;
    }
    if (this.#defined.has(id)) return null;
    this.#idOfSlug.set(slug, id);
    this.#defined.add(id);
    if (draft.type !== 'person') this.#nameAlso(draft, id);
    this.entities.push({
      id,
      type: draft.type,
      name: draft.name,
      aliases: aliasesOf(draft),
      description: draft.description,
      ...(draft.gender === undefined ? {} : { gender: draft.gender }),
      prominence: draft.prominence,
      ...(draft.wikipedia === '' ? {} : { sameAs: [wikipediaUrl(draft.wikipedia)] }),
    });
    return id;
  }

  /** Other tables may refer to a thing by its name or by another name of it. */
  #nameAlso({ name, aliases }: DraftEntity, id: EntityId): void {
    for (const other of [name, ...aliases]) {
      const slug = slugOf(other);
      if (!this.#idOfSlug.has(slug)) this.#idOfSlug.set(slug, id);
    }
  }

  fact(
    subject: EntityId,
    predicate: string,
    value: FactValue,
    more: Partial<Pick<Fact, 'of' | 'validFrom' | 'validTo'>> = {},
  ): void {
    const id = asFactId(`world:f-${this.facts.length}`);
    this.facts.push({ id, subject, predicate, value, ...more, source: general });
  }

  /** A fact whose value is an entity, left out where no table has it. */
  relate(subject: EntityId, predicate: string, slugOrName: string): void {
    const entity = slugOrName === '' ? null : this.idOf(slugOrName);
    if (entity !== null && entity !== subject) this.fact(subject, predicate, { entity });
  }
}

const wikipediaUrl = (title: string): string =>
  `https://en.wikipedia.org/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}`;

/** Lower case, without diacritics, words joined by hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');

/** Titles stand outside of a name (the annotation guide), so that "President X" is no alias. */
const titled =
  /^(?:President|Prime Minister|Chancellor|King|Queen|Pope|Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms|General|Senator|Justice|Sheikh|Emperor)\s+/u;

function aliasesOf(draft: DraftEntity): Alias[] {
  const aliases = new Map<string, Alias>();
  for (const written of draft.aliases) {
    const exact = written.startsWith('=');
    let text = (exact ? written.slice(1) : written).trim();
    if (draft.type === 'person') text = text.replace(titled, '');
    if (text === '' || text === draft.name) continue;
    aliases.set(text, exact ? { text, case: 'exact' } : { text });
  }
  return [...aliases.values()];
}
