import { parseReviews } from '../../lib/review/parse.ts';
import { listFolder } from '../../lib/sync/webdav/dav.ts';
import { newestOf, numbered } from '../../lib/sync/webdav/shapes.ts';
import type { Random } from '../train/random.ts';
import { pick } from './mutate.ts';
import { expectThat, type FuzzTarget } from './target.ts';

/** The same said otherwise, as other servers and publishers do: whoever reads it must find the same. */

/** Percent signs in the place of some letters, as some servers write all but letters and digits. */
const inPercents = (text: string, random: Random): string =>
  Array.from(text)
    .map((letter) => {
      if (random.next() < 0.9) return letter;
      const code = `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
      return random.next() < 0.5 ? code : code.toUpperCase();
    })
    .join('');

/** Of the folder around: letters of two forms, spaces, and signs that XML has words for. */
const folders = [
  '/dav/Zo\u00eb',
  '/dav/Zoe\u0308',
  '/remote.php/dav/files/A%20B',
  '/a&amp;b/c&#x20;d',
  'https://cloud.example/dav',
  '//cloud.example/dav',
  '',
  '.',
];

function listingOf(names: readonly string[], random: Random): string {
  const prefix = pick(random, ['', 'd:', 'D:', 'ns0:', 'lp1.x:']);
  const declared = prefix === '' ? 'xmlns="DAV:"' : `xmlns:${prefix.slice(0, -1)}="DAV:"`;
  const space = pick(random, ['', '\n', '\r\n\t', ' ']);
  const folder = pick(random, folders);
  const element = (name: string, content: string): string => `<${prefix}${name}>${content}</${prefix}${name}>${space}`;
  const hrefOf = (path: string): string => {
    const href = inPercents(path, random);
    const kind = random.next();
    if (kind < 0.2) return element('href', `<![CDATA[${folder}/heads/${href}]]>`);
    return element('href', kind < 0.4 ? `${space}${folder}/heads/${href}${space}` : `${folder}/heads/${href}`);
  };
  const property = element(
    'propstat',
    element('prop', `<${prefix}resourcetype/>`) + element('status', pick(random, ['HTTP/1.1 200 OK', 'HTTP/2 200'])),
  );
  const responses = [hrefOf(''), ...names.map(hrefOf)].map((href) =>
    element('response', random.next() < 0.5 ? href + property : href + property + property),
  );
  const beginning = pick(random, ['', '\uFEFF', '<?xml version="1.0" encoding="utf-8"?>\n', '<!-- a list -->']);
  const end = pick(random, ['', '\n', '\n<!-- done -->']);
  return `${beginning}<${prefix}multistatus ${declared} xmlns:oc="http://owncloud.org/ns">${space}${responses.join('')}</${prefix}multistatus>${end}`;
}

const types = ['application/xml', 'text/xml; charset="utf-8"', 'text/plain', 'text/html', 'application/octet-stream'];

async function checkListing(random: Random): Promise<void> {
  const count = random.next() < 0.02 ? 3_000 : random.below(6);
  const names = Array.from({ length: count }, (_, at) => numbered(`device${at % 7}`, 1 + random.below(9_000)));
  const body = listingOf(names, random);
  const answered = await listFolder(
    {
      url: 'https://dav.example/x',
      user: 'a',
      password: 'b',
      fetch: async () => new Response(body, { status: 207, headers: { 'content-type': pick(random, types) } }),
    },
    '/heads',
  );
  expectThat(answered.ok, 'a listing that is right is refused');
  const [found, right] = [answered.ok ? answered.value : [], names].map((each) =>
    JSON.stringify(Object.fromEntries(newestOf(each.toSorted()))),
  );
  expectThat(found === right, `${found} in the place of ${right} in ${body.slice(0, 2_000)}`);
}

/** The statuses by which a server sends elsewhere, and where that is. */
async function checkRedirect(random: Random): Promise<void> {
  const to = pick(random, ['https://dav.example/y/', 'http://dav.example/x/', 'https://evil.example/x/', '']);
  let asked = 0;
  const answered = await listFolder(
    {
      url: 'https://dav.example/x',
      user: 'a',
      password: 'b',
      fetch: async () => {
        asked += 1;
        if (asked === 1)
          return new Response(null, { status: pick(random, [301, 302, 303, 307, 308]), headers: { location: to } });
        return Object.defineProperty(new Response(listingOf(['a-00000001'], random), { status: 207 }), 'url', {
          value: to,
        });
      },
    },
    '/heads',
  );
  expectThat(answered.ok === to.startsWith('https://dav.example/'), `${to} is taken for the server's own`);
}

const review = {
  '@type': 'ClaimReview',
  url: 'https://checks.example/a',
  claimReviewed: 'Trade grew by 4 percent.',
  datePublished: '2021-05-09',
  author: { '@type': 'Organization', name: 'The Checkers' },
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'Ada Moreno' } },
  reviewRating: { '@type': 'Rating', ratingValue: '2', bestRating: 5, alternateName: 'Lacks context' },
};

/** A node that says nothing of a review. */
const noise = [
  { '@type': 'WebSite', url: 'https://checks.example/' },
  null,
  'text',
  [],
  [[{ '@type': 'Person', name: 'B' }]],
];

const around: readonly ((inner: unknown, random: Random) => unknown)[] = [
  (inner, random) => ({
    '@context': 'https://schema.org',
    '@graph': [pick(random, noise), inner, pick(random, noise)],
  }),
  (inner) => ({ '@graph': inner }),
  (inner, random) => [pick(random, noise), inner],
  (inner) => [[inner]],
  (inner) => ({ '@type': ['WebPage', 'ItemPage'], mainEntity: inner }),
  (inner, random) => ({ '@type': 'WebPage', hasPart: [inner, pick(random, noise)] }),
  (inner) => ({ '@type': 'DataFeed', dataFeedElement: [{ item: inner }] }),
];

/** Each property as one value, a list of it, or a reference to a node beside it. */
function spread(random: Random): unknown {
  const beside: unknown[] = [];
  const prefix = pick(random, ['', '', 'schema:', 'http://schema.org/']);
  const said = Object.entries(review).map(([name, value]): [string, unknown] => {
    if (name === '@type') return [name, pick(random, [`${prefix}ClaimReview`, ['Review', `${prefix}ClaimReview`]])];
    const kind = random.next();
    if (kind < 0.3) return [prefix + name, [value]];
    if (kind < 0.6 && typeof value === 'object') {
      beside.push({ '@id': `#${name}`, ...value });
      return [prefix + name, { '@id': `#${name}` }];
    }
    return [prefix + name, value];
  });
  const node = Object.fromEntries(said);
  return beside.length === 0 ? node : { '@graph': random.next() < 0.5 ? [node, ...beside] : [...beside, node] };
}

const [right] = parseReviews(review);

function checkReview(random: Random): void {
  let said = spread(random);
  for (let left = random.below(4); left > 0; left -= 1) said = pick(random, around)(said, random);
  const found = parseReviews(said);
  expectThat(JSON.stringify(found) === JSON.stringify([right]), `${JSON.stringify(found)} of ${JSON.stringify(said)}`);
}

export const otherWordsTargets: readonly FuzzTarget[] = [
  { name: 'listings in other words', share: 4, run: checkListing },
  { name: 'listings from elsewhere', share: 2, run: checkRedirect },
  { name: 'reviews in other words', share: 8, run: checkReview },
];
