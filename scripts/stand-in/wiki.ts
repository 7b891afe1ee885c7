import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawPortrait } from './portrait.ts';

/**
 * A stand-in for MediaWiki and Wikibase on the loopback interface: the addresses, parameters and answers of the real
 * APIs (`action=query`, `wbsearchentities`, `wbgetentities`, `/api/rest_v1/page/summary`), over people who do not exist.
 */
export interface WikiStandIn {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Paths with their queries, in the order in which they were asked. */
  readonly asked: readonly string[];
  /** What the next answers are, whatever is asked. */
  misbehave(how: Misbehaviour | null): void;
  close(): Promise<void>;
}

export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'body'; readonly body: string }
  | { readonly kind: 'hang-up' };

interface Page {
  readonly title: string;
  readonly item: string | null;
  readonly description: string;
  readonly extract: string;
  readonly links?: readonly string[];
}

const pages: Page[] = [
  {
    title: 'Orla Vestergren',
    item: 'Q90000001',
    description: 'Vellandic politician',
    extract: 'Orla Vestergren is a Vellandic politician who leads the Ministry of Harbours.',
  },
  {
    title: 'Orla Vestergren (painter)',
    item: 'Q90000002',
    description: 'Vellandic painter',
    extract: 'Orla Vestergren was a Vellandic painter of lighthouses.',
  },
  {
    title: 'Vestergren',
    item: 'Q90000003',
    description: 'Wikimedia disambiguation page',
    extract: 'Vestergren may refer to:',
    links: ['Orla Vestergren', 'Orla Vestergren (painter)'],
  },
];
/** Titles that lead to others. */
const redirects: Readonly<Record<string, string>> = { 'O. Vestergren': 'Orla Vestergren' };

const item = (id: string) => ({ datavalue: { value: { 'entity-type': 'item', id }, type: 'wikibase-entityid' } });
const day = (time: string, precision: number) => ({
  datavalue: { value: { time, precision, calendarmodel: 'http://www.wikidata.org/entity/Q1985727' }, type: 'time' },
});
const statement = (id: string, mainsnak: object, rest: object = {}) => ({
  id,
  type: 'statement',
  rank: 'normal',
  mainsnak: { snaktype: 'value', ...mainsnak },
  ...rest,
});
const label = (value: string) => ({ en: { language: 'en', value } });

const entities: Record<string, object> = {
  Q90000001: {
    type: 'item',
    id: 'Q90000001',
    modified: '2026-10-01T08:00:00Z',
    labels: label('Orla Vestergren'),
    descriptions: label('Vellandic politician'),
    aliases: { en: [{ language: 'en', value: 'O. Vestergren' }] },
    sitelinks: { enwiki: { site: 'enwiki', title: 'Orla Vestergren' } },
    claims: {
      P31: [statement('Q90000001$0', item('Q5'))],
      P21: [statement('Q90000001$1', item('Q6581072'))],
      P569: [statement('Q90000001$2', day('+1971-03-00T00:00:00Z', 10))],
      P39: [
        statement('Q90000001$3', item('Q90000010'), {
          qualifiers: { P580: [day('+2021-06-01T00:00:00Z', 11)], P642: [item('Q90000011')] },
        }),
        statement('Q90000001$4', item('Q90000012'), {
          rank: 'deprecated',
        }),
        statement('Q90000001$5', { snaktype: 'somevalue' }),
      ],
      P18: [statement('Q90000001$6', { datavalue: { type: 'string', value: 'Orla Vestergren 2021.png' } })],
    },
  },
  Q90000002: {
    type: 'item',
    id: 'Q90000002',
    labels: label('Orla Vestergren'),
    descriptions: label('Vellandic painter'),
    aliases: {},
    sitelinks: {},
    claims: { P31: [statement('Q90000002$0', item('Q5'))], P106: [statement('Q90000002$1', item('Q90000013'))] },
  },
  Q90000010: { type: 'item', id: 'Q90000010', labels: label('Minister of Harbours'), claims: {} },
  Q90000011: { type: 'item', id: 'Q90000011', labels: label('Velland'), claims: {} },
  Q90000012: { type: 'item', id: 'Q90000012', labels: label('Mistaken office'), claims: {} },
  Q90000013: { type: 'item', id: 'Q90000013', labels: label('painter'), claims: {} },
};
/** Items that were joined to others. */
const joined: Readonly<Record<string, string>> = { Q90000099: 'Q90000001' };

const portrait = drawPortrait();

const matching = (text: string): readonly Page[] =>
  pages.filter(({ title }) => title.toLowerCase().includes(text.toLowerCase()));

const pageJson = ({ title, item: id, description, links }: Page, at: number) => ({
  pageid: 100 + at,
  ns: 0,
  title,
  index: at + 1,
  description,
  pageprops: { ...(id === null ? {} : { wikibase_item: id }), ...(links === undefined ? {} : { disambiguation: '' }) },
});

function answerQuery(query: URLSearchParams, base: string): object {
  const titles = query.get('titles') ?? '';
  if (query.get('prop') === 'imageinfo') {
    const info = {
      thumburl: `${base}/thumb/500px-picture.png`,
      descriptionurl: `${base}/wiki/${encodeURIComponent(titles)}`,
      extmetadata: { Artist: { value: '<a href="x">Ada &amp; Co</a>' }, LicenseShortName: { value: 'CC BY 4.0' } },
    };
    return { query: { pages: [{ title: titles, imageinfo: [info] }] } };
  }
  if (query.get('generator') === 'search') {
    const found = matching(query.get('gsrsearch') ?? '');
    return found.length === 0 ? { batchcomplete: true } : { query: { pages: found.map(pageJson) } };
  }
  if (query.get('generator') === 'links') {
    const links = pages.find(({ title }) => title === titles)?.links ?? [];
    const found = pages.filter(({ title }) => links.includes(title));
    return found.length === 0 ? { batchcomplete: true } : { query: { pages: found.map(pageJson) } };
  }
  const page = pages.find(({ title }) => title === (redirects[titles] ?? titles));
  if (page === undefined) return { query: { pages: [{ ns: 0, title: titles, missing: true }] } };
  return { query: { pages: [{ ...pageJson(page, 0), extract: page.extract }] } };
}

function answerApi(query: URLSearchParams, base: string): object {
  switch (query.get('action') ?? '') {
    case 'query':
      return answerQuery(query, base);
    case 'wbsearchentities': {
      const search = matching(query.get('search') ?? '').flatMap(({ item: id, title, description }) =>
        id === null
          ? []
          : [{ id, label: title.replace(/ \(.*/u, ''), description, match: { type: 'label', text: title } }],
      );
      return { search, success: 1 };
    }
    case 'wbgetentities': {
      const ids = (query.get('ids') ?? '').split('|');
      const found = ids.map((id) => {
        const target = joined[id] ?? id;
        const redirect = target === id ? {} : { redirects: { from: id, to: target } };
        return [target, { ...(entities[target] ?? { id, missing: '' }), ...redirect }] as const;
      });
      return { entities: Object.fromEntries(found), success: 1 };
    }
    default:
      return { error: { code: 'badvalue', info: 'Unrecognized value for parameter "action".' } };
  }
}

function answer(request: IncomingMessage, response: ServerResponse, base: string): void {
  const url = new URL(request.url ?? '/', base);
  const send = (body: object, status = 200): void => {
    response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
    response.end(JSON.stringify(body));
  };
  if (url.pathname === '/w/api.php') return send(answerApi(url.searchParams, base));
  if (url.pathname.startsWith('/thumb/')) {
    response.writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' }).end(portrait);
    return;
  }
  const summary = /^\/api\/rest_v1\/page\/summary\/(.+)$/u.exec(url.pathname);
  const title = decodeURIComponent(summary?.[1] ?? '').replaceAll('_', ' ');
  const target = redirects[title];
  if (target !== undefined) {
    const location = `${base}/api/rest_v1/page/summary/${encodeURIComponent(target.replaceAll(' ', '_'))}`;
    response.writeHead(302, { location, 'access-control-allow-origin': '*' }).end();
    return;
  }
  const page = pages.find((each) => each.title === title);
  if (page === undefined)
    return send({ type: 'https://mediawiki.org/wiki/HyperSwitch/errors/not_found', title: 'Not found.' }, 404);
  send({
    type: page.links === undefined ? 'standard' : 'disambiguation',
    title: page.title,
    displaytitle: `<i>${page.title}</i>`,
    wikibase_item: page.item,
    description: page.description,
    extract: page.extract,
    lang: 'en',
    timestamp: '2026-09-30T10:00:00Z',
    content_urls: { desktop: { page: `${base}/wiki/${encodeURIComponent(page.title.replaceAll(' ', '_'))}` } },
  });
}

/** One more person, whom a page of the tests names. */
function addPerson(name: string, at: number): void {
  const id = `Q9100000${at}`;
  pages.push({
    title: name,
    item: id,
    description: 'Politician who does not exist',
    extract: `${name} is a politician who does not exist.`,
  });
  entities[id] = {
    type: 'item',
    id,
    labels: label(name),
    descriptions: label('Politician who does not exist'),
    claims: {
      P31: [statement(`${id}$0`, item('Q5'))],
      P39: [statement(`${id}$1`, item('Q90000010'), { qualifiers: { P580: [day('+2021-06-01T00:00:00Z', 11)] } })],
      P18: [statement(`${id}$2`, { datavalue: { type: 'string', value: `${name}.png` } })],
    },
  };
}

/** Starts the stand-in on a free port; it knows these people too. */
export function serveWiki(names: readonly string[] = []): Promise<WikiStandIn> {
  for (const [at, name] of names.entries()) addPerson(name, at);
  const asked: string[] = [];
  let how: Misbehaviour | null = null;
  let base = '';
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (how === null) return answer(request, response, base);
    if (how.kind === 'hang-up') return void response.destroy();
    if (how.kind === 'status')
      return void response.writeHead(how.status, { 'access-control-allow-origin': '*', ...how.headers }).end('{}');
    response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' }).end(how.body);
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      base = `http://127.0.0.1:${port}`;
      resolve({
        url: base,
        asked,
        misbehave: (next) => {
          how = next;
        },
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}
