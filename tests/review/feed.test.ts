import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFeed } from '../../lib/review/feed.ts';

const review = (n: number) => ({
  '@type': 'ClaimReview',
  claimReviewed: `Claim {${n}} of "ferries" [${n}]`,
  url: `https://checks.example/${n}`,
  author: { name: 'The Checks' },
  reviewRating: { alternateName: 'Wrong \\ mostly' },
});
const tool = (n: number) => ({
  text: review(n).claimReviewed,
  claimReview: [{ publisher: { name: 'The Checks' }, url: review(n).url, textualRating: 'Wrong' }],
});
const feed = (elements: readonly unknown[]) =>
  JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'DataFeed',
    name: 'A feed',
    dataFeedElement: elements,
    after: 1,
  });
const item = (n: number) => ({
  '@type': 'DataFeedItem',
  dateCreated: '2026-01-01',
  item: [review(n)],
  url: 'https://x.example/',
});

async function read(text: string, cut = text.length) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += cut) yield text.slice(at, at + cut);
  }
  const claims: string[] = [];
  let skipped = 0;
  let done = 0;
  for await (const batch of readFeed(pieces())) {
    claims.push(...batch.reviews.map(({ claim }) => claim));
    skipped += batch.skipped;
    expect(batch.done).toBeGreaterThanOrEqual(done);
    done = batch.done;
  }
  expect(done).toBe(text.length);
  return { claims, skipped };
}

const claims = (...all: number[]) => all.map((n) => review(n).claimReviewed);

describe('a feed', () => {
  test.each<[rule: string, text: string, found: string[], skipped: number]>([
    ['of Data Commons', feed([item(1), item(2)]), claims(1, 2), 0],
    ['with several reviews in an entry', feed([{ item: [review(1), review(2)] }]), claims(1, 2), 0],
    ['with an entry that is no list', feed([{ item: review(1) }]), claims(1), 0],
    ['as a list', JSON.stringify([review(1), review(2)]), claims(1, 2), 0],
    ['as a graph', JSON.stringify({ '@graph': [review(1), review(2)] }), claims(1, 2), 0],
    ['of one review', JSON.stringify(review(1)), claims(1), 0],
    [
      'of the Fact Check Tools API',
      JSON.stringify({ claims: [tool(1), tool(2)], nextPageToken: 'x' }),
      claims(1, 2),
      0,
    ],
    ['of one claim of it', JSON.stringify([tool(1), { text: 'x' }]), claims(1), 1],
    ['one to a line', `${JSON.stringify(review(1))}\n${JSON.stringify(review(2))}`, claims(1, 2), 0],
    ['with an entry of another kind', feed([item(1), { item: [{ '@type': 'Article' }] }]), claims(1), 1],
    ['with an empty entry', feed([{ item: null }, item(2)]), claims(2), 1],
    ['cut off', feed([item(1), item(2)]).slice(0, -40), claims(1), 1],
    ['with a broken entry', feed([item(1), item(2), item(3)]).replace('"Claim {2}', '"Claim" {2}'), claims(1, 3), 1],
    ['without any', feed([]), [], 0],
    ['that is none', '<html>{}</html>', [], 1],
  ])('%s', async (_, text, found, skipped) => {
    expect(await read(text)).toEqual({ claims: found, skipped });
  });

  test('says the same wherever its pieces are cut', async () => {
    const text = feed([item(1), { item: null }, item(2), item(3)]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (cut) => {
        expect(await read(text, cut)).toEqual({ claims: claims(1, 2, 3), skipped: 1 });
      }),
    );
  });
});
