import { describe, expect, test } from 'vitest';
import { reading } from '../../../components/gallery/fixtures.ts';
import { dossierName, dossierOf } from '../../../components/panel/dossier.ts';
import { relationsOf } from '../../../components/panel/relations.ts';
import { words } from '../../../lib/i18n/words.ts';
import { asClaimId } from '../../../lib/model/ids.ts';

describe('the dossier', () => {
  const text = dossierOf(reading);

  test('begins with the article and its address', () => {
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      '# [Minister rules out sale of river dams](https://meridian.example/2031/dams)',
      'A. Writer · The Meridian Post · 10 February 2031 · read 11 February 2031',
    ]);
  });

  test('has every figure and every claim once', () => {
    expect(text.match(/^- \*\*/gm)).toHaveLength(reading.figures.length);
    expect(text.match(/^\d+\. /gm)).toHaveLength(reading.claims.length);
  });

  test('a claim has its speaker, its amounts and a link to the very words', () => {
    expect(text).toContain('Statistic · no source named · 2030 · 30% of the power used in Velland · [paragraph 5](');
    expect(text).toContain('#:~:text=About%2030%20percent');
  });

  test('a claim that differs from what was read before says so', () => {
    const related = [{ claim: asClaimId('seed:c-1'), relation: 'differs' as const }];
    const claims = reading.claims.map((claim) => (claim.index === 1 ? { ...claim, related } : claim));
    const [, behind] = dossierOf({ ...reading, claims }).split(`**${words.panel.differing}** · `);
    expect(behind).toMatch(new RegExp(`^${words.kind[claims[1]?.kind ?? 'quote'].one} · `));
    expect(text).not.toContain(words.panel.differing);
  });

  test('where there is nothing, it says why', () => {
    const empty = { ...reading, figures: [], claims: [] };
    expect(dossierOf(empty)).toMatch(new RegExp(`\\n\\n${words.panel.noClaims.text}\\n$`));
    const arabic = { ...empty, article: { ...reading.article, language: 'ar' } };
    expect(dossierOf(arabic)).toMatch(/^## Names\n\n.+\n\n## Claims\n\nThis page is in another language \(Arabic\)/m);
  });

  test('signs of Markdown in a page are taken as words', () => {
    const odd = {
      ...reading,
      article: { ...reading.article, title: 'A *loud* ~~title~~ &lt; [x](y)', canonicalUrl: null, url: null },
    };
    expect(dossierOf(odd).split('\n', 1)[0]).toBe(String.raw`# A \*loud\* \~\~title\~\~ \&lt; \[x\](y)`);
  });

  test.each([
    ['Minister rules out sale', 'minister-rules-out-sale.md'],
    ['“Ни слова”, сказал он', 'ни-слова-сказал-он.md'],
    ['../../etc/passwd', 'etc-passwd.md'],
    [null, 'sidelight.md'],
  ])('its file is named after %s', (title, name) => {
    expect(dossierName({ ...reading, article: { ...reading.article, title } })).toBe(name);
  });
});

test('relations: who speaks of whom has a direction, who only stands together has none; most claims first', () => {
  const found = relationsOf(reading).map(({ from, to, how, claims }) => [from.name, how, to.name, claims]);
  expect(found).toContainEqual(['Marta Oyelaran', 'speaks', 'Port Aubrey', [0]]);
  expect(found).toContainEqual(['Port Aubrey', 'together', expect.any(String), [2]]);
  const counts = relationsOf(reading).map(({ claims }) => claims.length);
  expect(counts).toEqual(counts.toSorted((a, b) => b - a));
});
