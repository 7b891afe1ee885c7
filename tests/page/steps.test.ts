import { describe, expect, test } from 'vitest';
import { extractArticle, extractInSteps } from '../../lib/page/extract.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { openPage } from './fixture.ts';

const url = 'https://post.example/2023/05/09/page';
const sentence = (at: number): string =>
  `Entry ${at} of the register tells, in a sentence of some length, what the <a href="/x${at}">council</a> of Aubrey decided on that day.`;
const longPage = (entries: number): Document =>
  openPage(
    `<body><article><h1>The register of Aubrey</h1><div>${Array.from({ length: entries }, (_, at) => `<p>${sentence(at)}</p>`).join('')}</div></article></body>`,
    url,
  );

describe('extractInSteps', () => {
  test('the page can run the oftener, the longer it is', () => {
    const stepsOf = (entries: number): number => [...extractInSteps(longPage(entries), url)].length;
    const [short, long] = [stepsOf(300), stepsOf(3_000)];
    // Nodes are read, lines chosen and lines written, each in pieces of one size.
    expect(long).toBeGreaterThan(short + 20);
  });

  test('what the page changes meanwhile costs nothing of what it said at first', () => {
    const document = longPage(2_000);
    const expected = extractArticle(longPage(2_000), url).article.text;
    const steps = extractInSteps(document, url);
    steps.next();
    const paragraphs = [...document.querySelectorAll('p')];
    for (const paragraph of paragraphs.slice(800, 1_600)) paragraph.remove();
    const extracted = atOnce(steps);
    expect(extracted.article.text).toBe(expected);
    expect(atOnce(extracted.map.isIntact())).toBe(false);
  });
});
