import * as v from 'valibot';
import type { LookedUpSource, LookUpPlaces } from '../model/look-up.ts';
import { failed, ok } from '../model/result.ts';
import { apiUrl, type Asked, type Asking, askJson, pageAt } from './ask.ts';

export interface Summary {
  readonly title: string;
  readonly description: string;
  /** Plain text. */
  readonly extract: string;
  readonly isDisambiguation: boolean;
  readonly source: LookedUpSource;
}

const orEmpty = v.fallback(v.string(), '');

/** A half of a surrogate pair, which no address can hold, would throw. */
const inAddress = (title: string): string =>
  encodeURIComponent(title.replaceAll(' ', '_').replaceAll(/\p{Surrogate}/gu, '\uFFFD'));

/** `/api/rest_v1/page/summary/{title}` */
const summarySchema = v.object({
  type: orEmpty,
  title: v.string(),
  description: orEmpty,
  extract: orEmpty,
  timestamp: v.fallback(v.nullable(v.string()), null),
  content_urls: v.fallback(v.nullable(v.object({ desktop: v.object({ page: v.string() }) })), null),
});

/** `action=query&prop=extracts|info|pageprops` of a wiki without that service. */
const extractSchema = v.object({
  query: v.object({
    pages: v.array(
      v.object({
        title: v.string(),
        missing: v.optional(v.unknown()),
        extract: orEmpty,
        description: orEmpty,
        touched: v.fallback(v.nullable(v.string()), null),
        fullurl: v.fallback(v.nullable(v.string()), null),
        pageprops: v.fallback(v.record(v.string(), v.unknown()), {}),
      }),
    ),
  }),
});

/** The first paragraph of a page; redirects are followed by the wiki itself. */
export async function askSummary(asking: Asking, places: LookUpPlaces, title: string): Promise<Asked<Summary>> {
  const path = `/api/rest_v1/page/summary/${inAddress(title)}`;
  const answer = await askJson(asking, new URL(path, places.wikipedia).href, summarySchema);
  if (answer.ok) {
    const { type, title: found, description, extract, timestamp, content_urls: urls } = answer.value;
    const url = urls?.desktop.page ?? pageUrl(places, found);
    return ok({
      title: found,
      description,
      extract,
      isDisambiguation: type === 'disambiguation',
      source: sourceOf(places, { title: found, url, publishedAt: timestamp }),
    });
  }
  // A wiki without the service answers 404 to all its addresses, and so does one without the page; or with a page of its own.
  const { failure } = answer;
  const isWithout =
    failure.code === 'OddAnswer' ||
    failure.code === 'PageInstead' ||
    (failure.code === 'ServerRefused' && failure.status === 404);
  return isWithout ? askExtract(asking, places, title) : answer;
}

async function askExtract(asking: Asking, places: LookUpPlaces, title: string): Promise<Asked<Summary>> {
  const url = apiUrl(places.wikipedia, {
    action: 'query',
    titles: title,
    prop: 'extracts|description|info|pageprops',
    inprop: 'url',
    exintro: '1',
    explaintext: '1',
    redirects: '1',
    formatversion: '2',
  });
  const answer = await askJson(asking, url, extractSchema);
  if (!answer.ok) return answer;
  const [page] = answer.value.query.pages;
  if (page === undefined || (page.missing !== undefined && page.missing !== false))
    return failed({ code: 'NothingFound', host: new URL(places.wikipedia).host });
  return ok({
    title: page.title,
    description: page.description,
    extract: page.extract.trim().split('\n', 1)[0] ?? '',
    isDisambiguation: 'disambiguation' in page.pageprops,
    source: sourceOf(places, {
      title: page.title,
      url: page.fullurl ?? pageUrl(places, page.title),
      publishedAt: page.touched,
    }),
  });
}

const pageUrl = ({ wikipedia }: LookUpPlaces, title: string): string => pageAt(wikipedia, inAddress(title));

function sourceOf(
  { wikipedia }: LookUpPlaces,
  { title, url, publishedAt }: Pick<LookedUpSource, 'title' | 'url' | 'publishedAt'>,
): LookedUpSource {
  const { host } = new URL(wikipedia);
  const isWikipedia = host.endsWith('wikipedia.org');
  return {
    url,
    title,
    publisher: isWikipedia ? 'Wikipedia' : host,
    // Another wiki's licence is its own to say.
    licence: isWikipedia ? 'CC BY-SA 4.0' : '',
    publishedAt,
  };
}
