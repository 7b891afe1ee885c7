import { createHash } from 'node:crypto';
import type { Alias, Entity, EntityType, Gender } from '../../lib/model/entity.ts';
import type { Fact, FactValue } from '../../lib/model/fact.ts';
import { asEntityId, asFactId, asSourceId, type EntityId, type FactId } from '../../lib/model/ids.ts';
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
  /** Where it is written, `file:line`, for faults. */
  readonly at: string;
}

/** Letters of a fact's id: of a hundred thousand facts hardly two come to the same, and those are told apart by their order. */
const idLength = 6;

/** An entity of another built-in pack. */
type OtherEntity = Pick<Entity, 'id' | 'type' | 'name'>;

/** Collects a pack's entities and facts; a slug names an entity in every table, whichever defines it. */
export class PackDraft {
  readonly entities: Entity[] = [];
  readonly facts: Fact[] = [];
  /** What is wrong with the tables, each with its place. */
  readonly faults: string[] = [];
  readonly #idOfSlug = new Map<string, EntityId>();
  readonly #otherOfSlug = new Map<string, EntityId>();
  readonly #others: ReadonlyMap<string, EntityId>;
  readonly #defined = new Set<EntityId>();
  /** How often facts have said each of what ids are made of. */
  readonly #told = new Map<string, number>();

  /** What another built-in pack defines is referred to by its id, not repeated. */
  constructor(others: readonly OtherEntity[] = []) {
    this.#others = new Map(others.flatMap(({ id, type, name }) => [id, `${type} ${name}`].map((key) => [key, id])));
    const things = others.filter(({ type }) => type !== 'person');
    for (const { id, name } of things) this.#otherOfSlug.set(slugOf(name), id);
    for (const { id } of things) this.#otherOfSlug.set(slugOf(id.slice(id.indexOf(':') + 1)), id);
  }

  /** The id by which facts may refer to what a slug names, in a table or in another pack; null where nothing has it. */
  idOf(slug: string): EntityId | null {
    return this.#idOfSlug.get(slugOf(slug)) ?? this.#otherOfSlug.get(slugOf(slug)) ?? null;
  }

  /** The same; null without a slug, and a fault where nothing has it. `at` is where the slug is written. */
  refer(slug: string, at: string): EntityId | null {
    if (slug === '') return null;
    const id = this.idOf(slug);
    if (id === null) this.faults.push(`${at}: no entry has the slug "${slug}"`);
    return id;
  }

  /** Whether facts about the entity belong into this pack. */
  defines(id: EntityId): boolean {
    return this.#defined.has(id);
  }

  add(draft: DraftEntity): EntityId | null {
    const slug = slugOf(draft.slug);
    const id = asEntityId(draft.wikidata === '' ? `world:${slug}` : `wd:${draft.wikidata}`);
    if (this.#idOfSlug.has(slug) || this.#defined.has(id)) {
      this.faults.push(`${draft.at}: "${draft.slug}" stands in another line already`);
      return null;
    }
    const other = this.#others.get(id) ?? this.#others.get(`${draft.type} ${draft.name}`);
    this.#idOfSlug.set(slug, other ?? id);
    if (other !== undefined) return null;
    this.#defined.add(id);
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

  /** Goes on with the description of an entity of this pack. */
  describe(id: EntityId, note: string): void {
    const at = this.entities.findIndex((each) => each.id === id);
    const entity = this.entities[at];
    if (entity !== undefined) this.entities[at] = { ...entity, description: `${entity.description}, ${note}` };
  }

  fact(
    subject: EntityId,
    predicate: string,
    value: FactValue,
    more: Partial<Pick<Fact, 'of' | 'qualifier' | 'validFrom' | 'validTo'>> = {},
  ): void {
    const id = this.#factId([subject, predicate, value, more.of ?? null, more.validFrom ?? null]);
    this.facts.push({ id, subject, predicate, value, ...more, source: general });
  }

  /**
   * The same from version to version as long as the fact says the same, wherever its line stands: a reader's correction holds
   * on to it. When something ended may be learnt later, and makes no other fact of it.
   */
  #factId(said: readonly unknown[]): FactId {
    const told = createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, idLength);
    const times = (this.#told.get(told) ?? 0) + 1;
    this.#told.set(told, times);
    return asFactId(`world:f-${told}${times === 1 ? '' : `.${times}`}`);
  }

  /** A fact whose value is the entity of a slug, written `at`; none without a slug. */
  relate(subject: EntityId, predicate: string, slug: string, at: string): void {
    const entity = this.refer(slug, at);
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
