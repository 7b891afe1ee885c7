import * as v from 'valibot';
import type {
  LookedUp,
  LookedUpFact,
  LookedUpItem,
  LookUpCandidate,
  LookUpFailure,
  LookUpPlaces,
} from '../model/look-up.ts';
import { failed, ok } from '../model/result.ts';
import { apiUrl, type Asked, type Asking, askJson, pageAt } from './ask.ts';
import { askPicture } from './picture.ts';
import {
  entitySchema,
  genderOf,
  pictureOf,
  type ReadStatement,
  readStatements,
  typeOf,
  type WikibaseEntity,
} from './statements.ts';
import { askSummary } from './summary.ts';
import { languageOf, siteAt } from './wikis.ts';

const entitiesSchema = v.object({ entities: v.record(v.string(), v.unknown()) });
const labelsSchema = v.object({
  id: v.string(),
  /** Where it was joined to another, whose id it bears now. */
  redirects: v.fallback(v.nullable(v.object({ from: v.string() })), null),
  labels: v.fallback(v.record(v.string(), v.object({ value: v.string() })), {}),
});

/** Items that one request may name. */
const batch = 50;
/** Names that a store matches in texts. */
const mostAliases = 60;

/** Everything that is kept of a candidate: its item's statements, its page's first paragraph, its picture. */
export async function lookUp(
  asking: Asking,
  places: LookUpPlaces,
  candidate: LookUpCandidate,
): Promise<Asked<LookedUp>> {
  const entity = candidate.item === null ? null : await askEntity(asking, places, candidate.item);
  if (entity?.ok === false && (candidate.title === null || isForNow(entity.failure))) return entity;
  const known = entity?.ok === true ? entity.value : null;
  const language = languageOf(places.wikipedia);
  const title = candidate.title ?? known?.sitelinks[siteAt(places.wikipedia)]?.title ?? null;
  const [summary, labels, picture] = await Promise.all([
    title === null ? null : askSummary(asking, places, title),
    known === null ? null : askLabels(asking, places, itemsIn(readStatements(known))),
    known === null ? null : askPicture(asking, places, pictureOf(known)),
  ]);
  if (known === null && summary?.ok !== true)
    return summary ?? failed({ code: 'NothingFound', host: new URL(places.wikidata).host });
  if (summary?.ok === true && summary.value.isDisambiguation && known === null)
    return failed({ code: 'NothingFound', host: new URL(places.wikipedia).host });
  // Half an answer would be kept as if it were whole.
  if (labels?.ok === false) return labels;
  if (summary?.ok === false && isForNow(summary.failure)) return summary;
  const page = summary?.ok === true && !summary.value.isDisambiguation ? summary.value : null;
  const name = labelIn(known?.labels, language) ?? page?.title ?? candidate.name;
  return ok({
    item: known?.id ?? null,
    type: known === null ? null : typeOf(known),
    name,
    description: labelIn(known?.descriptions, language) ?? page?.description ?? candidate.description,
    aliases: aliasesOf(known, language, name),
    gender: known === null ? null : genderOf(known),
    facts: known === null ? [] : toFacts(readStatements(known), labels?.ok === true ? labels.value : new Map()),
    summary: page === null || page.extract === '' ? null : { text: page.extract, source: page.source },
    source:
      known === null
        ? null
        : {
            url: pageAt(places.wikidata, known.id),
            title: `${name} (${known.id})`,
            publisher: publisherOf(places.wikidata),
            licence: 'CC0 1.0',
            publishedAt: known.modified,
          },
    picture: picture ?? null,
  });
}

/** Whether the same question may be answered later; a wiki that has nothing to say has answered it. */
const isForNow = (failure: LookUpFailure): boolean =>
  failure.code === 'Offline' ||
  failure.code === 'Unreachable' ||
  failure.code === 'RateLimited' ||
  (failure.code === 'ServerRefused' && failure.status >= 500);

/** The wiki's own name where it is one of the two that everybody knows, else its host. */
export const publisherOf = (place: string): string => {
  const { host } = new URL(place);
  if (host.endsWith('wikidata.org')) return 'Wikidata';
  return host.endsWith('wikipedia.org') ? 'Wikipedia' : host;
};

async function askEntity(asking: Asking, places: LookUpPlaces, item: string): Promise<Asked<WikibaseEntity>> {
  const host = new URL(places.wikidata).host;
  const url = apiUrl(places.wikidata, {
    action: 'wbgetentities',
    ids: item,
    props: 'info|labels|descriptions|aliases|claims|sitelinks',
    languages: [...new Set([languageOf(places.wikipedia), 'en', 'mul'])].join('|'),
    languagefallback: '1',
    redirects: 'yes',
  });
  const answer = await askJson(asking, url, entitiesSchema);
  if (!answer.ok) return answer;
  // An item that was joined to another comes under the other's id.
  const [first] = Object.values(answer.value.entities);
  const parsed = v.safeParse(entitySchema, first);
  if (!parsed.success) return failed({ code: 'OddAnswer', host, detail: v.summarize(parsed.issues).slice(0, 300) });
  return parsed.output.missing === undefined ? ok(parsed.output) : failed({ code: 'NothingFound', host });
}

const itemsIn = (statements: readonly ReadStatement[]): readonly string[] => [
  ...new Set(
    statements.flatMap(({ value, of }) => [...('item' in value ? [value.item] : []), ...(of === null ? [] : [of])]),
  ),
];

/** What the items are called; one without a name in the language is left out. */
async function askLabels(
  asking: Asking,
  places: LookUpPlaces,
  items: readonly string[],
): Promise<Asked<ReadonlyMap<string, string>>> {
  const language = languageOf(places.wikipedia);
  const labels = new Map<string, string>();
  for (let at = 0; at < items.length; at += batch) {
    const url = apiUrl(places.wikidata, {
      action: 'wbgetentities',
      ids: items.slice(at, at + batch).join('|'),
      props: 'labels',
      languages: [...new Set([language, 'en', 'mul'])].join('|'),
      languagefallback: '1',
    });
    const answer = await askJson(asking, url, entitiesSchema);
    if (!answer.ok) return answer;
    for (const [id, entity] of Object.entries(answer.value.entities)) {
      const parsed = v.safeParse(labelsSchema, entity);
      const label = parsed.success ? labelIn(parsed.output.labels, language) : null;
      if (label === null) continue;
      labels.set(id, label);
      if (parsed.success && parsed.output.redirects !== null) labels.set(parsed.output.redirects.from, label);
    }
  }
  return ok(labels);
}

function labelIn(
  labels: Readonly<Record<string, { readonly value: string }>> | undefined,
  language: string,
): string | null {
  for (const tag of [language, 'en', 'mul']) {
    const value = labels?.[tag]?.value ?? '';
    if (value !== '') return value;
  }
  return null;
}

const aliasesOf = (entity: WikibaseEntity | null, language: string, name: string): string[] => {
  const all = [language, 'en', 'mul'].flatMap((tag) => (entity?.aliases[tag] ?? []).map(({ value }) => value));
  const other = [language, 'en'].flatMap((tag) => entity?.labels[tag]?.value ?? []);
  return [...new Set([...other, ...all])].filter((alias) => alias !== name && alias !== '').slice(0, mostAliases);
};

function toFacts(statements: readonly ReadStatement[], labels: ReadonlyMap<string, string>): LookedUpFact[] {
  const named = (item: string): LookedUpItem | null => {
    const label = labels.get(item);
    return label === undefined ? null : { item, label };
  };
  return statements.flatMap(({ value, of, ...rest }): LookedUpFact[] => {
    const held = of === null ? null : named(of);
    if ('date' in value) return [{ ...rest, value, of: held }];
    const item = named(value.item);
    return item === null ? [] : [{ ...rest, value: item, of: held }];
  });
}
