import { describe, expect, test } from 'vitest';
import { reading } from '../../../components/gallery/fixtures.ts';
import { dossierName, dossierOf } from '../../../components/panel/dossier.ts';
import { relationsOf } from '../../../components/panel/relations.ts';

describe('the dossier', () => {
  const text = dossierOf(reading);

  test('begins with the article and its address', () => {
    expect(text.split('\n\n').slice(0, 2)).toEqual([
      '# [Minister rules out sale of river dams](https://meridian.example/2031/dams)',
      'The Meridian Post · 10 February 2031',
    ]);
  });

  test('has every figure and every claim once', () => {
    expect(text.match(/^- \*\*/gm)).toHaveLength(reading.figures.length);
    expect(text.match(/^\d+\. /gm)).toHaveLength(reading.claims.length);
  });

  test('a claim has its speaker, its amounts and a link to the very words', () => {
    expect(text).toContain('Statistic · no source named · 30% of the power used in Velland · [paragraph 5](');
    expect(text).toContain('#:~:text=About%2030%20percent');
  });

  test('signs of Markdown in a page are taken as words', () => {
    const odd = {
      ...reading,
      article: { ...reading.article, title: 'A *loud* [title](x)', canonicalUrl: null, url: null },
    };
    expect(dossierOf(odd).split('\n', 1)[0]).toBe('# A \\*loud\\* \\[title\\](x)');
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
