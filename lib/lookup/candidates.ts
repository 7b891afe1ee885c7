import * as v from 'valibot';
import type { LookUpCandidate, LookUpPlaces } from '../model/look-up.ts';
import { failed, ok } from '../model/result.ts';
import { apiUrl, type Asked, type Asking, askJson } from './ask.ts';
import { languageOf } from './wikis.ts';

/** Candidates that a reader looks through. */
const most = 8;

const itemId = v.pipe(v.string(), v.regex(/^Q\d+$/u));
const orEmpty = v.fallback(v.string(), '');

/** `action=wbsearchentities` */
const searchSchema = v.object({
  search: v.array(v.object({ id: itemId, label: orEmpty, description: orEmpty })),
});

/** `action=query` over pages, `formatversion=2`; no `query` at all where nothing was found. */
const pagesSchema = v.object({
  query: v.optional(
    v.object({
      pages: v.fallback(
        v.array(
          v.object({
            title: v.string(),
            index: v.fallback(v.number(), 0),
            missing: v.optional(v.unknown()),
            description: orEmpty,
            pageprops: v.fallback(v.record(v.string(), v.unknown()), {}),
          }),
        ),
        [],
      ),
    }),
  ),
});

type Pages = v.InferOutput<typeof pagesSchema>;

const pageParts = { prop: 'description|pageprops', formatversion: '2', redirects: '1' } as const;

/**
 * What a name may stand for: pages of the one wiki and items of the other, joined by item. One of the two may fail, for
 * the other's answer is better than none; both failing is the first one's failure.
 */
export async function findCandidates(
  asking: Asking,
  places: LookUpPlaces,
  name: string,
): Promise<Asked<readonly LookUpCandidate[]>> {
  const language = languageOf(places.wikipedia);
  const [pages, items] = await Promise.all([
    askJson(
      asking,
      apiUrl(places.wikipedia, {
        action: 'query',
        generator: 'search',
        gsrsearch: name,
        gsrlimit: String(most),
        ...pageParts,
      }),
      pagesSchema,
    ),
    askJson(
      asking,
      apiUrl(places.wikidata, {
        action: 'wbsearchentities',
        search: name,
        language,
        uselang: language,
        type: 'item',
        limit: String(most),
      }),
      searchSchema,
    ),
  ]);
  if (!pages.ok && !items.ok) return pages;
  const found = pages.ok ? toCandidates(pages.value) : [];
  const known = new Map(found.flatMap((candidate) => (candidate.item === null ? [] : [[candidate.item, candidate]])));
  const joined = [...found];
  for (const { id, label, description } of items.ok ? items.value.search : []) {
    const page = known.get(id);
    if (page === undefined)
      joined.push({ item: id, title: null, name: label === '' ? id : label, description, isDisambiguation: false });
    else if (page.description === '') joined[joined.indexOf(page)] = { ...page, description };
  }
  if (joined.length === 0) {
    // Half of the question is not answered yet.
    if (!pages.ok) return pages;
    return items.ok ? failed({ code: 'NothingFound', host: new URL(places.wikipedia).host }) : items;
  }
  return ok(sortCandidates(joined, name).slice(0, most));
}

/** What a page that lists meanings links to. */
export async function findMeanings(
  asking: Asking,
  places: LookUpPlaces,
  title: string,
): Promise<Asked<readonly LookUpCandidate[]>> {
  const url = apiUrl(places.wikipedia, {
    action: 'query',
    generator: 'links',
    titles: title,
    gpllimit: '50',
    gplnamespace: '0',
    ...pageParts,
  });
  const pages = await askJson(asking, url, pagesSchema);
  if (!pages.ok) return pages;
  const found = toCandidates(pages.value).filter(({ isDisambiguation }) => !isDisambiguation);
  if (found.length === 0) return failed({ code: 'NothingFound', host: new URL(places.wikipedia).host });
  return ok(sortCandidates(found, withoutBrackets(title)));
}

const toCandidates = ({ query }: Pages): LookUpCandidate[] =>
  [...(query?.pages ?? [])]
    .sort((a, b) => a.index - b.index)
    .filter(({ missing }) => missing === undefined || missing === false)
    .map(({ title, description, pageprops }) => {
      const item = v.safeParse(itemId, pageprops['wikibase_item']);
      const isDisambiguation = 'disambiguation' in pageprops;
      return { item: item.success ? item.output : null, title, name: title, description, isDisambiguation };
    });

/** A title without what tells it from others of its name: "Mercury (planet)". */
function withoutBrackets(title: string): string {
  if (!title.endsWith(')')) return title;
  const open = title.indexOf('(', title.lastIndexOf(')', title.length - 2) + 1);
  return open < 0 ? title : title.slice(0, open).trimEnd();
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Those called exactly so first, lists of meanings last; otherwise as the wikis ranked them. */
function sortCandidates(candidates: readonly LookUpCandidate[], name: string): LookUpCandidate[] {
  const wanted = plain(name);
  const rank = (candidate: LookUpCandidate): number => {
    if (candidate.isDisambiguation) return 3;
    const called = plain(withoutBrackets(candidate.name));
    return called === wanted ? 0 : called.includes(wanted) ? 1 : 2;
  };
  return [...candidates].sort((a, b) => rank(a) - rank(b));
}
