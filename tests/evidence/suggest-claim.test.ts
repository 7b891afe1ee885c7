import { describe, expect, test } from 'vitest';
import { reading } from '../../components/gallery/fixtures.ts';
import { claimOf, suggestClaim } from '../../lib/evidence/suggest-claim.ts';

const spoken = reading.claims.find(({ quotes, speaker }) => quotes.length > 0 && speaker !== null);
if (spoken === undefined) throw new Error('nobody speaks in the fixture');
const speaker = reading.figures.find(({ cluster }) => cluster === spoken.speaker);

describe('which claim selected words are of', () => {
  test.each(reading.claims.map(({ index, text }) => [text.slice(0, 40), index, text] as const))(
    '%s…: the whole sentence',
    (_, index, text) => {
      expect(claimOf(reading, text)?.index).toBe(index);
    },
  );

  test.each([
    ['its beginning', spoken.text.slice(0, Math.ceil(spoken.text.length * 0.6)), spoken.index],
    ['its quotation alone', spoken.quotes[0] ?? '', spoken.index],
    ['the sentence in other spaces and case', spoken.text.toUpperCase().replaceAll(' ', '\u00a0'), spoken.index],
    ['words of no claim', 'Subscribe to our newsletter for more of this', undefined],
    ['no words at all', '—', undefined],
  ])('%s', (_, selected, index) => {
    expect(claimOf(reading, selected)?.index).toBe(index);
  });
});

describe('a claim as it is suggested', () => {
  test('keeps the selection, with speaker, quotation and source of the page', () => {
    const made = suggestClaim(reading, spoken.text);
    expect(made).toMatchObject({ text: spoken.text, kind: spoken.kind, quote: spoken.quotes.join(' … ') });
    expect([made.speaker?.name ?? null, made.speakerName]).toEqual(
      speaker?.entity === null ? [null, speaker.name] : [speaker?.name, null],
    );
    expect(made.source).toMatchObject({ title: reading.article.title, publisher: reading.article.publisher });
    expect(made.saidAt).toBe(reading.article.publishedAt?.slice(0, 10));
  });

  test('a quotation that is not selected is not taken along', () => {
    const [quote = ''] = spoken.quotes;
    const around = spoken.text.replace(quote, '').trim();
    expect(suggestClaim(reading, around).quote).toBeNull();
  });

  test('words of no claim are an assertion of nobody, with the page as source', () => {
    const made = suggestClaim(reading, 'Subscribe to our newsletter');
    expect(made).toMatchObject({ kind: 'assertion', speaker: null, speakerName: null, about: [], quantities: [] });
    expect(made.source.url).toBe(reading.article.canonicalUrl ?? reading.article.url);
  });
});
