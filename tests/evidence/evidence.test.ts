import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reading } from '../../components/gallery/fixtures.ts';
import { toCsv } from '../../lib/evidence/csv.ts';
import { type Evidence, toEvidence } from '../../lib/evidence/evidence.ts';
import { toJsonLd } from '../../lib/evidence/json-ld.ts';
import { toMarkdown } from '../../lib/evidence/markdown.ts';
import { unescapeFormulas } from '../../lib/model/export-escapes.ts';

const all = reading.claims.map((claim) => toEvidence(claim, reading));
const words = {
  reporting: (speaker: string) => `reporting ${speaker}`,
  paragraph: (n: number) => `paragraph ${n}`,
  read: (at: string) => `Read ${at}`,
  hash: (hash: string) => `SHA-256 ${hash}`,
  quantity: ({ value, unit }: Evidence['quantities'][number]) => `${value} ${unit}`,
  date: (iso: string) => iso.slice(0, 10),
};
const withText = (text: string): Evidence => ({ ...all[0]!, text, quotes: [], speakerWords: text, speaker: null });

/** RFC 4180, written anew. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = csv.replace(/^\uFEFF/, '');
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',' || letter === '\r') {
      rows.at(-1)!.push(cell);
      cell = '';
      if (letter === '\r') {
        rows.push([]);
        i += 1;
      }
    } else cell += letter;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  test('every row has every column, in the words of the page', () => {
    const [head, ...rows] = parseCsv(toCsv(all));
    expect(rows).toHaveLength(all.length);
    expect(rows.every((row) => row.length === head!.length)).toBe(true);
    const row = Object.fromEntries(head!.map((name, i) => [name, rows[0]![i]]));
    expect(row).toMatchObject({
      claim: reading.claims[0]!.text,
      quotes: 'No dam will be sold while I hold this office',
      speaker: 'Marta Oyelaran',
      outlet: 'The Meridian Post',
      published: '2031-02-10T07:30:00Z',
      read: reading.receipt.readAt,
      text_sha256: reading.receipt.textHash,
    });
    expect(row['link']).toMatch(/^https:\/\/meridian\.example\/2031\/dams#:~:text=/);
  });

  test('whatever a page says comes back, but for the marks that keep it from being a formula', () => {
    const signs = fc.constantFrom(...Array.from('=+-@＝＋－＠;,\'" \t\r\na'));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: signs })), (text) => {
        const [head, row] = parseCsv(toCsv([withText(text)]));
        const cell = row![head!.indexOf('claim')]!;
        expect(unescapeFormulas(cell)).toBe(text);
        // A spreadsheet may part cells by something else.
        for (const each of cell.split(/[;\t\r\n]/u)) expect(each.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u);
      }),
    );
  });
});

describe('JSON-LD', () => {
  const graph = (given: readonly Evidence[]) =>
    (JSON.parse(toJsonLd(given)) as { '@graph': Record<string, unknown>[] })['@graph'];
  const ofType = (type: string) => graph(all).filter((node) => node['@type'] === type);

  test('holds the article once, each claim, each quotation, and a draft for each claim', () => {
    expect(['Article', 'Claim', 'Quotation', 'ClaimReview'].map((type) => ofType(type).length)).toEqual([
      1,
      all.length,
      all.flatMap(({ quotes }) => quotes).length,
      all.length,
    ]);
  });

  test('ends no script of a page that it is put into', () => {
    const told = [withText('He said </script><script>alert(1)</script> <!-- so.')];
    expect(toJsonLd(told)).not.toContain('<');
    expect(graph(told).find((node) => node['@type'] === 'Claim')).toMatchObject({ text: told[0]?.text });
  });

  test('a claim names who said it, where it stands and when it was read', () => {
    expect(ofType('Claim')[0]).toMatchObject({
      text: reading.claims[0]!.text,
      author: { '@type': 'Person', name: 'Marta Oyelaran' },
      appearance: { '@id': 'https://meridian.example/2031/dams' },
      sdDatePublished: reading.receipt.readAt,
    });
    expect(ofType('Article')[0]).toMatchObject({ identifier: { value: reading.receipt.textHash } });
  });

  test.each([
    [
      'a place',
      { name: 'Beijing', type: 'place', sameAs: null },
      null,
      { author: { '@type': 'Organization', name: 'Beijing' } },
    ],
    ['nobody named', null, 'officials', { creditText: 'officials' }],
  ] as const)('who speaks is what schema.org lets authors be: %s', (_, speaker, speakerWords, wanted) => {
    const [claim] = graph([{ ...all[0]!, speaker, speakerWords }]).filter((node) => node['@type'] === 'Claim');
    expect(claim).toMatchObject(wanted);
    expect('author' in claim!).toBe(speaker !== null);
  });

  test('a draft reviews a claim of the file and leaves the rating open', () => {
    const ids = ofType('Claim').map((node) => node['@id']);
    for (const review of ofType('ClaimReview')) {
      expect(review).toMatchObject({ creativeWorkStatus: 'Draft', reviewRating: { alternateName: '' } });
      expect(ids).toContain((review['itemReviewed'] as { '@id': string })['@id']);
    }
  });
});

describe('Markdown', () => {
  test('a claim is a quotation with its receipt', () => {
    const text = toMarkdown(all.slice(0, 1), words);
    expect(text).toContain('> “No dam will be sold while I hold this office,” Marta Oyelaran told reporters');
    expect(text).toContain(
      '— The Meridian Post, reporting Marta Oyelaran, [Minister rules out sale of river dams](https://meridian.example/2031/dams#:~:text=',
    );
    expect(text).toContain(
      `, 2031-02-10, paragraph 2. Read ${reading.receipt.readAt}. SHA-256 \`${reading.receipt.textHash}\`.`,
    );
  });

  test.each([
    ['<img src=x onerror=alert(1)>', String.raw`\<img src=x onerror=alert(1)\>`],
    ['*bold* [link](x) `code`', String.raw`\*bold\* \[link\](x) \`code\``],
    ['- no list', String.raw`\- no list`],
    ['12. no list either', String.raw`12\. no list either`],
    ['+ nor this', String.raw`\+ nor this`],
    ['AT&amp;T & &#65; co', String.raw`AT\&amp;T & \&\#65; co`],
    ['# no heading', String.raw`\# no heading`],
    ['two\n\nparagraphs', 'two paragraphs'],
  ])('%j stays text', (text, shown) => {
    expect(toMarkdown([withText(text)], words)).toContain(`> ${shown}\n`);
  });

  test('no address ends its own link early', () => {
    const { article } = all[0]!;
    const odd = toEvidence(reading.claims[0]!, {
      ...reading,
      article: { ...article, canonicalUrl: 'https://a.example/x_(y)' },
    });
    expect(toMarkdown([odd], words)).toMatch(/\]\(https:\/\/a\.example\/x_%28y%29#[^()\s]*\)/);
  });
});
