import { describe, expect, test } from 'vitest';
import { reading } from '../../components/gallery/fixtures.ts';
import { type Evidence, toEvidence } from '../../lib/evidence/evidence.ts';
import { toJsonLd } from '../../lib/evidence/json-ld.ts';

/** Properties as schema.org 29 documents them, as far as a claim's evidence could have them: each with the types of its values. */
const thing = {
  name: 'Text',
  url: 'URL',
  sameAs: 'URL',
  identifier: 'PropertyValue Text URL',
  description: 'Text',
  alternateName: 'Text',
};
const creativeWork = {
  ...thing,
  about: 'Thing',
  author: 'Person Organization',
  creditText: 'Text',
  creativeWorkStatus: 'Text',
  datePublished: 'Date',
  sdDatePublished: 'Date',
  headline: 'Text',
  inLanguage: 'Text',
  isPartOf: 'CreativeWork URL',
  position: 'Integer Text',
  publisher: 'Person Organization',
  text: 'Text',
};
const vocabulary: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Thing: thing,
  Person: thing,
  Organization: thing,
  Place: thing,
  Event: thing,
  Product: thing,
  CreativeWork: creativeWork,
  Legislation: creativeWork,
  Article: { ...creativeWork, articleBody: 'Text', articleSection: 'Text' },
  Claim: { ...creativeWork, appearance: 'CreativeWork', firstAppearance: 'CreativeWork' },
  Quotation: { ...creativeWork, spokenByCharacter: 'Person Organization' },
  ClaimReview: {
    ...creativeWork,
    claimReviewed: 'Text',
    itemReviewed: 'Thing',
    reviewRating: 'Rating',
    reviewBody: 'Text',
  },
  Rating: { ...thing, bestRating: 'Text', worstRating: 'Text', ratingValue: 'Text' },
  PropertyValue: { ...thing, propertyID: 'Text URL', value: 'Text' },
};
const ancestors: Readonly<Record<string, string>> = {
  Person: 'Thing',
  Organization: 'Thing',
  Place: 'Thing',
  Event: 'Thing',
  Product: 'Thing',
  CreativeWork: 'Thing',
  Legislation: 'CreativeWork',
  Article: 'CreativeWork',
  Claim: 'CreativeWork',
  Quotation: 'CreativeWork',
  ClaimReview: 'CreativeWork',
};

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a type is one of those wanted or under one of them. */
function isA(type: string, wanted: readonly string[]): boolean {
  for (let at: string | undefined = type; at !== undefined; at = ancestors[at]) if (wanted.includes(at)) return true;
  return false;
}

const isDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?)?)?$/u;

function fitsValue(value: unknown, wanted: readonly string[], byId: ReadonlyMap<string, string>): boolean {
  if (isNode(value)) {
    const type = value['@type'] ?? byId.get(String(value['@id']));
    return typeof type === 'string' && isA(type, wanted);
  }
  if (typeof value === 'number') return wanted.includes('Integer') && Number.isInteger(value);
  if (typeof value !== 'string') return false;
  if (wanted.includes('Text')) return true;
  if (wanted.includes('Date')) return isDate.test(value);
  return wanted.includes('URL') && URL.canParse(value);
}

/** What of a file is not as schema.org documents it. */
function faultsOf(json: string): string[] {
  const file = JSON.parse(json) as { readonly '@context': string; readonly '@graph': readonly Node[] };
  const faults = file['@context'] === 'https://schema.org' ? [] : [`context ${file['@context']}`];
  const byId = new Map(
    file['@graph'].flatMap((node) =>
      typeof node['@id'] === 'string' ? [[node['@id'], String(node['@type'])] as const] : [],
    ),
  );
  const check = (node: Node): void => {
    const type = String(node['@type']);
    for (const [property, given] of Object.entries(node)) {
      if (property === '@type' || property === '@id') continue;
      const range = vocabulary[type]?.[property];
      if (range === undefined) faults.push(`${type} has no ${property}`);
      for (const value of Array.isArray(given) ? given : [given]) {
        if (range !== undefined && !fitsValue(value, range.split(' '), byId))
          faults.push(`${type}.${property} is ${JSON.stringify(value)}`);
        if (isNode(value) && value['@type'] !== undefined) check(value);
      }
    }
  };
  for (const node of file['@graph']) check(node);
  return faults;
}

const all = reading.claims.map((claim) => toEvidence(claim, reading));
const [first] = all;
const saying = (text: string): Evidence => ({ ...first!, text, quotes: [{ text, link: first!.link }] });

describe('what is saved as JSON-LD is as schema.org documents Claim, Quotation and ClaimReview', () => {
  test.each<readonly [string, readonly Evidence[]]>([
    ['a page’s claims', all],
    ['one of them', [first!]],
    ['from right to left', [saying('قال المحافظ إن الجسر كلف 40 مليون يورو، «ولن نبنيه مرتين»')]],
    ['full of marks', [saying('“He said ‘no, "never", \\"not\\"’ </script>\u2028,” she said\t*again*')]],
    ['very long', [saying('The bridge cost 40 million euros. '.repeat(400))]],
    ['nobody’s', [{ ...first!, speaker: null, speakerWords: 'officials' }]],
    ['a place’s', [{ ...first!, speaker: { name: 'Beijing', type: 'place', sameAs: null } }]],
    [
      'of a page without an address',
      [{ ...first!, link: null, article: { ...first!.article, url: null, canonicalUrl: null } }],
    ],
  ])('%s', (_, given) => {
    expect(faultsOf(toJsonLd(given))).toEqual([]);
  });

  test('and the check finds what is not', () => {
    const file = (node: Node): string => JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] });
    expect(
      faultsOf(
        file({
          '@type': 'Claim',
          claimReviewed: 'so',
          author: { '@type': 'Place', name: 'Oslo' },
          datePublished: 'soon',
        }),
      ),
    ).toEqual([
      'Claim has no claimReviewed',
      'Claim.author is {"@type":"Place","name":"Oslo"}',
      'Claim.datePublished is "soon"',
    ]);
  });
});
