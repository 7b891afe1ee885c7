import { expect, test } from 'vitest';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

const said =
  'told reporters on Friday that the harbour wall would be eleven metres high, and that work would begin in spring.';
const paragraphs = ['Ada', 'Ben', 'Cleo'].map((name) => `<p>${name} Moreno ${said}</p>`).join('');

const cellsOf = (inside: string): readonly string[] => {
  const page = openPage(`<article><h1>The wall</h1>${paragraphs}${inside}<p>Dora Moreno ${said}</p></article>`);
  const { text, blocks } = extractArticle(page, 'https://post.example/wall').article;
  return blocks.filter(({ kind }) => kind === 'cell').map(({ start, end }) => text.slice(start, end));
};

test.each([
  ['a table', '<table><tr><th>Poland</th><td>Donald Tusk</td><td>38</td></tr></table>', ['Poland', 'Donald Tusk']],
  ['paragraphs in its cells', '<table><tr><td><p>Donald Tusk</p></td></tr></table>', ['Donald Tusk']],
  ['terms', '<dl><dt>Chair</dt><dd>Donald Tusk, since May</dd></dl>', ['Chair', 'Donald Tusk, since May']],
  ['a box beside the text', '<table class="infobox"><tr><td>Donald Tusk</td></tr></table>', []],
  ['a sentence', `<table><tr><td>Emil Moreno ${said}</td></tr></table>`, []],
  ['a label outside', '<div>Donald Tusk</div>', []],
])('%s', (_, inside, cells) => {
  expect(cellsOf(inside)).toEqual(cells);
});

test('a table of data has no more cells than anybody reads', () => {
  const rows = Array.from({ length: 2_000 }, (_each, nth) => `<tr><td>Town ${nth}</td></tr>`);
  expect(cellsOf(`<table>${rows.join('')}</table>`).length).toBeLessThan(1_000);
});

test('what is said of the author at the end is no article’s, though a table stands below it', () => {
  const page = openPage(
    `<article><h1>The wall</h1>${paragraphs}<p>Dora Moreno ${said}</p><p><em>Ada Moreno is a reporter at The Post. Follow her on Twitter @ada.</em></p><table><tr><td>Poland</td></tr></table></article>`,
  );
  expect(extractArticle(page, 'https://post.example/wall').article.text).not.toContain('Follow her');
});
